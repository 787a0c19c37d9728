"""What is looked for in order to be put in the cart, and how many of it: "put a tent in my cart", "and 3 chairs"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.dialogue.cart.view import cart_of, was_filled_last
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many, how_many_of

SLOT = "to_put_in"
ADD_FORM = "add_form"
LATELY = 3
"""Messages after which what was looked for is forgotten."""


def noted(found: Sequence[str], context: Context) -> dict[str, Any] | None:
    """What the slot keeps of a message by which these products were found; None where nothing is to be kept."""
    turn = context.turn
    before = {} if turn.values("product_type") else _lately(context)
    titles = [product.title for product in context.services.catalogue.products(found)]
    number = how_many(turn.wish, context) or how_many_of(titles, turn.wish, context)
    adds = context.language.adds(turn.text) and not context.language.asks_in_particular(turn.text)
    filled = was_filled_last(context) or "utter_not_available" in turn.said_last
    one_more = (adds and (filled or bool(cart_of(context)))) or (number and filled)
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


def goes_on(found: Sequence[str], context: Context) -> bool:
    """Whether only one thing was found, and is to be put in; that is tried once."""
    since = context.turn.events_since_message()
    tried = any(event.get("event") == "followup" and event.get("name") == ADD_FORM for event in since)
    if tried or len(found) != 1 or context.turn.tracker.active_loop_name:
        return False
    kept = noted(found, context)
    return bool(kept and kept["told"])


def was_only_one(context: Context) -> bool:
    """Whether one thing was found by this very message, and is to be put in."""
    kept = context.turn.slot(SLOT, {})
    found_now = bool(kept.get("told")) and kept.get("turn") == context.turn.number
    return found_now and len(context.turn.slot("shown", [])) == 1


def _lately(context: Context) -> dict[str, Any]:
    kept: dict[str, Any] = context.turn.slot(SLOT, {})
    return kept if context.turn.number - int(kept.get("turn", -LATELY)) < LATELY else {}
