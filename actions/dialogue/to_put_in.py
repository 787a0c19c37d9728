"""What is looked for in order to be put in the cart, and how many of it: "put a tent in my cart", "and 3 chairs"."""

from __future__ import annotations

from typing import Any

from actions.dialogue.cart_view import cart_of, was_filled_last
from actions.dialogue.context import Context
from actions.dialogue.counting import how_many

SLOT = "to_put_in"
ADD_FORM = "add_form"
LATELY = 3
"""Messages after which what was looked for is forgotten."""


def noted(context: Context) -> dict[str, Any] | None:
    """What the slot keeps of a message by which products were looked for; None where nothing is to be kept."""
    turn = context.turn
    before = {} if turn.values("product_type") else _lately(context)
    number = how_many(turn.wish, context)
    adds = context.language.adds(turn.text) and not context.language.asks_in_particular(turn.text)
    one_more = (adds and bool(cart_of(context))) or (number and was_filled_last(context))
    told = turn.intent == "add_to_cart" or bool(one_more or before.get("told"))
    number = number or before.get("pieces")
    return {"told": told, "pieces": number, "turn": turn.number} if told or number else None


def pieces(context: Context) -> int | None:
    """How many of what was looked for are wanted; None where that was not said."""
    number: int | None = _lately(context).get("pieces")
    return number


def is_wanted(context: Context) -> bool:
    """Whether what was looked for is to be put in."""
    return bool(_lately(context).get("told"))


def goes_on(context: Context) -> bool:
    """Whether what this message looked for is to be put in, if only one thing was found; that is tried once."""
    since = context.turn.events_since_message()
    tried = any(event.get("event") == "followup" and event.get("name") == ADD_FORM for event in since)
    kept = noted(context)
    return bool(kept and kept["told"]) and not tried and not context.turn.tracker.active_loop_name


def was_only_one(context: Context) -> bool:
    """Whether one thing was found by this very message, and is to be put in."""
    kept = context.turn.slot(SLOT, {})
    found_now = bool(kept.get("told")) and kept.get("turn") == context.turn.number
    return found_now and len(context.turn.slot("shown", [])) == 1


def _lately(context: Context) -> dict[str, Any]:
    kept: dict[str, Any] = context.turn.slot(SLOT, {})
    return kept if context.turn.number - int(kept.get("turn", -LATELY)) < LATELY else {}
