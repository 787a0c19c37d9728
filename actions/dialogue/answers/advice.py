"""Recognising a question which of two kinds of thing to take that a written answer speaks of: "down or synthetic?"."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.text import Analyser

ANALYSER = Analyser()
PLAIN = 0.6
"""Score from which a written answer is plainly about what is asked."""


def advises(context: Context) -> bool:
    """Whether the message leaves open which of two things to take, and a written answer speaks of both."""
    turn, language = context.turn, context.language
    sides = language.either_or(turn.text)
    if turn.is_button or not sides or turn.values("product") or turn.values("ordinal"):
        return False
    answer = context.services.faq.answer(turn.text, expected=True)
    if answer is None or answer.score < PLAIN:
        return False
    said = set(ANALYSER.phrase(f"{answer.title} {answer.text}"))
    return all(said.intersection(ANALYSER.phrase(side)) for side in sides)
