"""Recognising what somebody is alarmed by, whatever else it sounds like: "you charged me twice", "is this text a scam".

What the shop has written on that is said before any task begins, and a person is offered with it."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.faq import Answer

LIKE = 0.65
"""Least likeness to a question why something is asked, which alarms nobody."""


def answer(context: Context) -> Answer | None:
    """The written answer to what alarms the shopper; None where nothing does."""
    turn = context.turn
    if turn.is_button or not turn.text.strip():
        return None
    about_us = context.services.steering.nearest(turn.text)
    if about_us and about_us.code == "ask_why" and about_us.likeness >= LIKE:
        return None  # "why do you need my email"
    return context.services.faq.alarm(context.language.spelt_out(turn.text))


def raised(context: Context) -> bool:
    """Whether the shopper is alarmed by something that a written answer is about."""
    return answer(context) is not None
