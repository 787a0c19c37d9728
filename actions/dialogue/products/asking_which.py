"""A question about a product that has just been put: to which a bare "the second" says of which it was, or of which
else it is."""

from __future__ import annotations

from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import named
from actions.dialogue.products.asking_about import OWN, beside_name

IDLE = ("follow_up", "polite", "narrowing", "pointers", "affirm", "counted")
"""Kinds of words beside the name or number of a product that ask nothing about it."""
WHICH = "utter_which_of_these"


def remembered(action: str, question: Clause, context: Context) -> dict[str, Any]:
    """What was asked in this turn, and by which action, as the slot `asked_which` keeps it."""
    return {"action": action, "turn": context.turn.number, "question": question.as_dict()}


def just_asked(context: Context) -> dict[str, Any]:
    """What was asked right before this message; empty where nothing was."""
    asked: dict[str, Any] = context.turn.slot("asked_which", {})
    return asked if asked.get("turn") == context.turn.number - 1 else {}


def action(context: Context) -> str | None:
    """The action that answers the question just put, where the message only points at a product."""
    asked = just_asked(context)
    return asked["action"] if asked and only_points(context.turn, context) else None


def question(action: str, context: Context) -> Clause:
    """What an action is asked about the product that the message points at: by itself, or right before it. A button
    that asks by itself ("Details") answers only the action's own "which of these?"."""
    asked, turn = just_asked(context), context.turn
    pressed = turn.is_button and WHICH in turn.said_last and asked.get("action") == action
    if asked and (pressed or only_points(turn, context)):
        return Clause.read(asked["question"])
    return beside_name(turn.question if turn.question.intent in OWN else turn)


def only_points(clause: Clause, context: Context) -> bool:
    """Whether a message is nothing but the number or the name of something shown or known ("and the Heron?"), or a
    button that answers which one."""
    if clause.text.startswith("/"):
        return clause.intent == "inform" and clause.first("product_id") is not None
    products, language = named(clause, context), context.language
    wants_all = language.says(clause.text, "tell_all") and not language.says(clause.text, "follow_up")
    if not products or wants_all:
        return False
    names = (name for p in products for name in (p.title, p.type, *p.colours))
    idle = (phrase for kind in IDLE for phrase in language.phrases(kind))
    known = {word for text in (*names, *idle) for word in language.words(text)}
    return all(word in known or word.isdecimal() for word in language.words(clause.unnamed))
