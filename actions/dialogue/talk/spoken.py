"""What was spoken of just now in this conversation: which order, what was done to it, and what could not be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from rasa_sdk.events import SlotSet

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.orders.types import OrderLine, OrderView

LAST_ORDER = "last_order"
"""The slot of the order spoken of last, when, and in which form."""
LAST_REFUSAL = "last_refusal"
"""The slot of what could not be done last, why, and when that was said."""
UNTOLD = "untold"
"""The slot of what was said of an order before it was known what to do, and when."""
ALERTS = frozenset(
    {
        "utter_your_alerts",
        "utter_no_alerts_set",
        "utter_alert_set",
        "utter_alert_set_already",
        "utter_alert_set_without_mail",
    }
)
"""Responses that tell of alerts."""
LATELY = 3
"""Messages after which "it" may still mean the order spoken of, or what could not be done."""


def spoken_of(number: str, form: str, context: Context, fact: str = "") -> dict[str, Any]:
    """The event that keeps that an order is spoken of now, and which fact of it was told."""
    kept = {"order_number": number, "turn": context.turn.number, "form": form, "fact": fact}
    return dict(SlotSet(LAST_ORDER, kept))


def last_order(context: Context) -> str | None:
    """The number of the order that was spoken of lately."""
    last = context.turn.slot(LAST_ORDER, {})
    return str(last["order_number"]) if _kept_in_mind(context) <= LATELY else None


def order_in_mind(context: Context) -> str | None:
    """The number of the order that a question is about: the one that it names, that the open task is about, or that was
    spoken of lately, unless products were shown since."""
    turn = context.turn
    named = turn.first("order_number")
    if number := named if named is not None or not turn.open_form else turn.slot("order_number"):
        return str(number)
    if turn.open_form:
        return None
    for event in reversed(turn.tracker.events):
        if event.get("event") == "slot" and event.get("value"):
            if event.get("name") == LAST_ORDER:
                return last_order(context)
            if event.get("name") in ("shown", "focus"):
                return None
    return None


def form_of_last(context: Context) -> str | None:
    """The form in which an order was spoken of last."""
    form: str | None = context.turn.slot(LAST_ORDER, {}).get("form")
    return form


def just_spoken_of(context: Context) -> bool:
    """Whether nothing but written answers came between an order and this message."""
    return _kept_in_mind(context) <= 1


def still_spoken_of(context: Context) -> list[dict[str, Any]]:
    """The event that keeps an order in mind while something is answered in between; none where none was."""
    if not just_spoken_of(context):
        return []
    kept = context.turn.slot(LAST_ORDER, {}) | {"in_mind": context.turn.number}
    return [dict(SlotSet(LAST_ORDER, kept))]


def pointed_back_at(context: Context) -> str | None:
    """The number of the order that "it" means, if the message says so and names goods of no other: not "the order with
    the lamp", of which there is none in it."""
    last = last_order(context) if context.language.says(context.turn.text, "points_back") else None
    return None if last and names_other_goods([last], context) else last


def names_other_goods(numbers: Iterable[str], context: Context, done: bool = False) -> bool:
    """Whether the message names goods, and none that is in one of these orders of the customer's; `done`: none to which
    was done what was done to them last."""
    turn, language, deed_of = context.turn, context.language, deeds(context) if done else {}
    named = [turn.text[e.start : e.end] for e in turn.entities if e.kind in GOODS and e.role != "not"]
    if not named or context.customer is None:
        return False
    words = turn.part(" ".join(named), ())
    found = (context.services.orders.order(context.customer, number) for number in numbers)
    goods = [line for order in found if order for line in _lines_of(order, deed_of.get(order.order_number))]
    options = (Option(str(line.line), (f"{line.title} {line.colour}",), (line.type,)) for line in goods)
    return not any(choose(words, [option], language, shown=False) for option in options)


def _lines_of(order: OrderView, deed: str | None) -> Sequence[OrderLine]:
    """The lines of an order that a deed was done to; all, where it was done to no certain ones."""
    titles = next((each.goods for each in order.deeds if each.number == deed), ())
    return [line for line in order.items if line.title in titles] or order.items


def alerts_told(context: Context) -> bool:
    """Whether alerts were the last that was spoken of, so that "cancel it" means one of them."""
    return not ALERTS.isdisjoint(context.turn.said_last) and context.turn.first("order_number") is None


def deeds(context: Context) -> dict[str, str]:
    """Order → the number of what was done to it last in this conversation."""
    return dict(context.turn.slot("deeds", {}))


def just_done(context: Context) -> bool:
    """Whether the last thing that happened is that something was done to an order."""
    last = context.turn.slot(LAST_ORDER, {})
    done = last.get("order_number") in deeds(context) and not context.turn.first("order_number")
    return bool(done) and _ago(last, context) == 1


def keep_untold(context: Context) -> dict[str, Any]:
    """The event that keeps the message, with what was kept before, for the task that it becomes."""
    said = [clause.as_dict() for clause in (*untold(context), context.turn.part(context.turn.text))]
    return dict(SlotSet(UNTOLD, {"said": said, "turn": context.turn.number}))


def untold(context: Context) -> list[Clause]:
    """What was said lately of an order before it was known what to do."""
    kept = context.turn.slot(UNTOLD, {})
    return [Clause.read(clause) for clause in kept["said"]] if _ago(kept, context) <= LATELY else []


def refused_ago(context: Context) -> float:
    """How many messages ago it was said that something cannot be done; infinite where it never was."""
    return _ago(context.turn.slot(LAST_REFUSAL, {}), context)


def _kept_in_mind(context: Context) -> float:
    """How many messages ago an order was spoken of, or a question answered right after that."""
    last = context.turn.slot(LAST_ORDER, {})
    return _ago({"turn": last.get("in_mind", last["turn"])} if last else {}, context)


def _ago(kept: dict[str, Any], context: Context) -> float:
    """How many messages ago something was kept."""
    return context.turn.number - kept["turn"] if kept else inf
