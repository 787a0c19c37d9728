"""What an assistant asks, told from its words and buttons by what such questions commonly sound like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

Messages = Sequence[Mapping[str, Any]]


class Ask(StrEnum):
    """What a question is about."""

    EMAIL = auto()
    PROOF = auto()
    NAME = auto()
    POSTCODE = auto()
    ORDER = auto()
    REASON = auto()
    PAYMENT = auto()
    ADDRESS = auto()
    VARIANT = auto()
    ITEMS = auto()
    MORE = auto()
    RESUME = auto()
    PERSON = auto()
    CONFIRM = auto()


YES = re.compile(r"^(yes|yep|confirm|go ahead|do it|ok(ay)?|sure)\b", re.IGNORECASE)
NO = re.compile(r"^(no|nope|cancel|don't|stop|leave|never)\b", re.IGNORECASE)
PAYMENT_TITLE = re.compile(
    r"pay\s?pal|gift\s?card|credit|visa|master\s?card|amex|(?<!\d)\d{4}$", re.IGNORECASE
)
ORDER_NUMBER = re.compile(r"#?\bW?\d{7}\b")

_NAME, _POSTCODE = r"\b(full|first|last|your) name\b|\bname\b.*\border\b", r"\b(zip|post\s?code|postal)"
PATTERNS = {
    Ask.RESUME: r"\b(go on|carry on|continue|pick up|resume) (with|where)|where we (were|left)|still want to",
    Ask.MORE: r"\b(any|some)thing else\b|what else|\bany (other|more) (items?|products?|changes)|"
    r"(how|what) (can|could|may) i (help|do)|what would you like to do|"
    r"is there (any|some)thing|more i can (do|help)|was that (all|everything)|is that (all|everything)\b",
    Ask.CONFIRM: r"\b(shall|should|may|can) (i|we) (now )?(go|do|proceed|cancel|return|exchange|change|swap|place|"
    r"make|start|book|send|update|arrange|register|set|put|request)|go ahead|\bproceed\b|do you confirm|"
    r"please confirm|\bconfirm (this|that|it|the|your|all|with)|are you sure|"
    r"is (that|this|it|everything|all of \w+) (right|correct|ok|okay|fine|what you want)|"
    r"(looks?|sounds?) (right|good|ok)|do you want me to|"
    r"would you like me to|do you agree|\byes or no\b",
    Ask.PERSON: r"\b(human|person|colleague|agent|staff|representative|team|someone|somebody)\b",
    Ask.ADDRESS: r"\b(new|which|what('s| is)( the| your)?( new)?|full|delivery|shipping|default|right|whole) "
    r"(postal |delivery |shipping |home |street )?address\b|address (should|do|would|shall)|\bstreet\b|"
    r"where (should|shall|do you want|would you like|to)\b.*\b(it|order|sent|send|go|deliver|ship)",
    Ask.ORDER: r"\border (number|no\b|id)|which (one )?(of (your|these|the) )?orders?\b|what order\b|"
    r"number of (the|your) order|order (is|do you|would|should|are|shall)\b",
    Ask.REASON: r"\b(reason|why)\b|what('s| is| was) (wrong|the matter|the problem)|what happened",
    Ask.PAYMENT: r"\b(how|where|which|what|to what)\b.*\b(refund|pay|paid|payment|money|difference|charge)|"
    r"\b(which|what) card\b|"
    r"\b(refund|payment method|the money|the difference)\b.*\b(go|on|to|by|with|for|use|prefer)\b",
    Ask.ITEMS: r"which (items?|products?|things?|articles?|pieces?|of (them|these|the|your))\b|"
    r"which one .*\b(return|exchange|send back|swap|change)\b|"
    r"what (items?|products?)|what (would|do) you (like|want|wish) to "
    r"(return|exchange|send|change|swap|cancel|replace|take)|what is it about|what (shall|should) (i|we|go)",
    Ask.VARIANT: r"\binstead\b|which one|in exchange\b|\b(swap|exchange|change|replace)\w* "
    r"(it|them|that|this|the .+) (for|to|with|into)|which (size|colou?r|option|variant|version|kind|model|style|"
    r"one (do|would|should|shall))|"
    r"what (size|colou?r|option|variant|version|kind|model|should it|would you like to (get|have))|"
    r"which .*\b(would|do) you (like|want|prefer|rather)|"
    r"rather have|(new|other) (size|colou?r|variant|version)",
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE | re.DOTALL) for kind, pattern in PATTERNS.items()}
NOT_UNDERSTOOD = re.compile(
    r"(did ?n[o']t|do ?n[o']t|could ?n[o']t|not) (quite |fully )?"
    r"(understand|get that|follow|catch|sure (what|i|how))|"
    r"rephrase|in other words|say (that|it) (differently|again)|what do you mean",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"(ca ?n(no|['’])t|could ?n['’o]t|did ?n['’o]t|do(es)? ?n['’o]t|un(able|known)|not?) .{0,40}"
    r"(find|found|match|fit|go together|belong|recogni|know|identif|verif)|no (account|match|customer|order)|wrong",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(can ?no?t|can['’]t|cannot|unable|not (possible|allowed|available|able|offered|in stock)|is ?n['’]t "
    r"(possible|available|allowed)|no longer (be|possible)|unfortunately|too late|sold out|"
    r"out of stock|sorry|only)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heard:
    """What was said since the customer's last line: all of it, the last question, the buttons, its matter."""

    text: str
    question: str
    titles: tuple[str, ...]
    asks: Ask | None

    @property
    def not_understood(self) -> bool:
        return NOT_UNDERSTOOD.search(self.text) is not None

    @property
    def unknown(self) -> bool:
        """Whether it says that somebody or something was not found."""
        return UNKNOWN.search(self.text) is not None

    @property
    def refused(self) -> bool:
        return REFUSED.search(self.text) is not None


def hear(messages: Messages) -> Heard:
    """Read the assistant's messages, as the REST channel sends them."""
    texts = [str(message.get("text") or "") for message in messages]
    titles = [button["title"] for message in messages for button in message.get("buttons") or ()]
    text = "\n".join(filter(None, texts))
    question = _last_question(text)
    return Heard(text, question, tuple(dict.fromkeys(titles)), _asked(question, text, titles))


def _last_question(text: str) -> str:
    """The last sentence that asks; the last paragraph where none does."""
    sentences = [one.strip() for one in re.split(r"(?<=[.!?:])\s+|\n+", text) if one.strip()]
    asking = [one for one in sentences if one.endswith("?")]
    return asking[-1] if asking else next(reversed(sentences), "")


def _asked(question: str, text: str, titles: Sequence[str]) -> Ask | None:
    choices = [title for title in titles if not _PATTERNS[Ask.PERSON].search(title)]
    if (
        not question.endswith("?")
        and not choices
        and not re.search(r"\b(please|tell|give|need)\b", question, re.I)
    ):
        return None
    if any(map(YES.search, choices)) and any(map(NO.search, choices)):
        return Ask.RESUME if _PATTERNS[Ask.RESUME].search(question) else _confirming(question)
    if identity := _identity(question):
        return identity
    if len(choices) > 1 and sum(bool(PAYMENT_TITLE.search(title)) for title in choices) * 2 > len(choices):
        return Ask.ORDER if all(map(ORDER_NUMBER.search, choices)) else Ask.PAYMENT
    if sum(bool(ORDER_NUMBER.search(title)) for title in choices) > 1:
        return Ask.ORDER
    found = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(question)), None)
    if found is None and question != text and not question.endswith("?"):
        found = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(text)), None)
    return found


def _confirming(question: str) -> Ask:
    """A question with yes and no for an answer: an offer of a person or of more, or a confirmation."""
    return next(
        (kind for kind in (Ask.MORE, Ask.PERSON) if _PATTERNS[kind].search(question)),
        Ask.CONFIRM,
    )


def _identity(question: str) -> Ask | None:
    email = re.search(r"\be-?mail", question, re.IGNORECASE)
    name = re.search(_NAME, question, re.IGNORECASE)
    postcode = re.search(_POSTCODE, question, re.IGNORECASE)
    if re.search(r"\bstreet\b|\bcity\b", question, re.IGNORECASE):
        return None
    if email and (name or postcode):
        return Ask.PROOF
    if name and postcode:
        return Ask.PROOF
    if re.search(r"who (you are|am i|is this)|verify|your identity", question, re.IGNORECASE):
        return Ask.PROOF
    return Ask.EMAIL if email else Ask.NAME if name else Ask.POSTCODE if postcode else None
