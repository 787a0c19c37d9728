"""Reading a yes: before anything is changed, only a clear one counts, and only to what was said would be done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from actions.dialogue.clause import Clause
from actions.dialogue.language import Language
from actions.dialogue.turn import Turn

SURE = 0.8
"""Least confidence at which a yes or no in words of its own is believed."""


COURTESIES = frozenset({"thank", "greet", "goodbye"})
"""Intents of what may go with any answer and says nothing of it."""
SAYING_YES = ("affirm", "acknowledge", "polite", "thanks", "assenting")
"""Kinds of words of which a yes is made, together with those that repeat what it is said to."""


class Consent(Enum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def consent(
    clause: Clause,
    language: Language,
    plainly: bool = False,
    deeds: Sequence[str] = (),
    repeats: Sequence[str] | None = None,
) -> Consent | None:
    """Whether a message says yes, says no, wavers, or says something else (None).

    A hedge ("i guess"), a question mark, what puts it off ("yes, tomorrow") or hangs it on something ("yes, but …"),
    or a yes and a no together ("yeah no") are unclear; so is a mere "ok" where it may be meant for something else that
    was said, and a yes is to be said `plainly`. To tell to do it says yes as well, with one of the words for what was
    asked about (`deeds`): "swap them then". Where it is known which words repeat what was asked, any other beside a yes
    may want something else: "yes, that too".
    """
    if clause.text.startswith("/"):
        return {"affirm": Consent.YES, "deny": Consent.NO}.get(clause.intent)
    clause = after_asking(clause, language)
    yes, no = language.says(clause.text, "affirm"), language.says(clause.text, "deny")
    told = not no and _tells(clause.text, language, deeds)
    yes = yes or told
    if not yes and not no and clause.intent not in ("affirm", "deny"):
        return Consent.UNCLEAR if language.consists_of(clause.text, "hedge", "polite") else None
    if no and language.consists_of(clause.text, "deny", "polite"):
        return Consent.NO  # "do not do it", in which a yes is hidden
    if no and not yes and language.consists_of(clause.text, "deny", "polite", "hedge"):
        return Consent.NO  # "hm, then no": to hesitate before a no leaves it one
    asks = language.is_question(clause.text) or (not no and _asks_whether(clause.text, language))
    if asks or language.says(clause.text, "hedge") or (yes and no):
        return Consent.UNCLEAR
    if yes and (language.says(clause.text, "later") or language.says(clause.text, "provided")):
        return Consent.UNCLEAR
    if (plainly or language.says(clause.text, "thanks")) and _only_acknowledges(clause.text, language):
        return Consent.UNCLEAR  # "ok thanks" may thank for what was told
    rest = left_over(clause.text, language, repeats or ())
    if rest and repeats is not None and (yes or clause.intent == "affirm"):
        return Consent.UNCLEAR
    if yes and not rest:
        return Consent.YES
    if clause.confidence < SURE:
        return Consent.UNCLEAR if clause.intent in ("affirm", "deny") else None
    return {"affirm": Consent.YES, "deny": Consent.NO}.get(clause.intent)


def assent(turn: Turn) -> Clause:
    """What of a message may say yes or no: not its courtesies, and not what it asks for besides."""
    parts = [c for c in turn.clauses if not (c.is_wish or c.intent in COURTESIES)]
    if not parts or len(parts) == len(turn.clauses):
        return turn
    return parts[0] if len(parts) == 1 else turn.part(", ".join(part.text for part in parts))


def after_asking(clause: Clause, language: Language) -> Clause:
    """A message without the "no?" with which somebody takes in what was answered: "no? then cancel it"."""
    asked, mark, rest = clause.text.partition("?")
    taken_in = bool(rest.strip()) and language.consists_of(asked, "deny")
    return clause.part(rest.strip()) if mark and taken_in else clause


def left_over(text: str, language: Language, repeats: Sequence[str] = ()) -> list[str]:
    """The words of a message that neither say yes nor repeat what it says yes to, and so may want something else."""
    known = (phrase for kind in SAYING_YES for phrase in language.phrases(kind))
    return language.beyond(text, [*known, *repeats])


def _asks_whether(text: str, language: Language) -> bool:
    """Whether a message asks whether, if only by its order: "is that right", but not "do it"."""
    told = any(text.lower().startswith(phrase) for phrase in language.phrases("affirm"))
    return language.asks_whether(text) and not told


def _tells(text: str, language: Language, deeds: Sequence[str]) -> bool:
    """Whether a message begins by telling to do one of these deeds."""
    said = left_over(text, language)[:1]
    return bool(said) and said[0] in deeds


def _only_acknowledges(text: str, language: Language) -> bool:
    """Whether a message may say no more than that something was heard."""
    heard = language.phrases("acknowledge")
    plain = [phrase for phrase in language.phrases("affirm") if phrase not in heard]
    return language.find(text, plain) is None and language.consists_of(
        text, "acknowledge", "polite", "thanks"
    )
