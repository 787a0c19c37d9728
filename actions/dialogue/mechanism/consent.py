"""Reading a yes: before anything is changed, only a clear one counts."""

from __future__ import annotations

from enum import Enum

from actions.dialogue.language import Language
from actions.dialogue.turn import Clause, Turn

SURE = 0.8
"""Least confidence at which a yes or no in words of its own is believed."""


COURTESIES = frozenset({"thank", "greet", "goodbye"})
"""Intents of what may go with any answer and says nothing of it."""


class Consent(Enum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def consent(clause: Clause, language: Language, plainly: bool = False) -> Consent | None:
    """Whether a message says yes, says no, wavers, or says something else (None).

    A hedge ("i guess"), a question mark, what puts it off ("yes, tomorrow") or hangs it on something ("yes, but …"),
    or a yes and a no together ("yeah no") are unclear; so is a mere "ok" where it may be meant for something else that
    was said, and a yes is to be said `plainly`.
    """
    if clause.text.startswith("/"):
        return {"affirm": Consent.YES, "deny": Consent.NO}.get(clause.intent)
    yes, no = language.says(clause.text, "affirm"), language.says(clause.text, "deny")
    if not yes and not no and clause.intent not in ("affirm", "deny"):
        return Consent.UNCLEAR if language.consists_of(clause.text, "hedge", "polite") else None
    if no and language.consists_of(clause.text, "deny", "polite"):
        return Consent.NO  # "do not do it", in which a yes is hidden
    if no and not yes and language.consists_of(clause.text, "deny", "polite", "hedge"):
        return Consent.NO  # "hm, then no": to hesitate before a no leaves it one
    if language.is_question(clause.text) or language.says(clause.text, "hedge") or (yes and no):
        return Consent.UNCLEAR
    if yes and (language.says(clause.text, "later") or language.says(clause.text, "provided")):
        return Consent.UNCLEAR
    if (plainly or language.says(clause.text, "thanks")) and _only_acknowledges(clause.text, language):
        return Consent.UNCLEAR  # "ok thanks" may thank for what was told
    if language.consists_of(clause.text, "affirm", "polite") and yes:
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


def _only_acknowledges(text: str, language: Language) -> bool:
    """Whether a message may say no more than that something was heard."""
    heard = language.phrases("acknowledge")
    plain = [phrase for phrase in language.phrases("affirm") if phrase not in heard]
    return language.find(text, plain) is None and language.consists_of(
        text, "acknowledge", "polite", "thanks"
    )
