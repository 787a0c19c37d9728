"""Saying why something cannot be done, and what can be instead."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.days import due
from actions.orders.swapping import SwappedLine
from actions.orders.types import Refusal, VariantChoice, Why
from actions.shop.models import OrderStatus

GOING_BACK = frozenset({"return_item", "cancel_order", "change_order"})
"""Tasks in whose place things can go back once they have arrived, within a number of days."""


def offer_person(state: TaskState, response: str, **values: Any) -> None:
    """Say a response and offer to hand over to a person."""
    state.say(response, choices=(Choice(state.text("utter_button_person"), payload("ask_human")),), **values)


def say_refused(refusals: Sequence[Refusal], context: Context) -> None:
    """Say why, each reason once, with buttons for what can be done instead."""
    reasons = dict.fromkeys(refused(refusal, context) for refusal in refusals)
    context.say("utter_refused", reason="\n".join(reasons), choices=instead(refusals, context))


def refused(refusal: Refusal, context: Context) -> str:
    """Why something cannot be done, in a sentence, with what can be done instead; kept for whoever asks on."""
    if refusal.lines:
        return "\n".join(dict.fromkeys(refused(line, context) for line in refusal.lines))
    values = facts_of(refusal, context)
    code = refusal.because or refusal.status or ""
    context.refusal = {
        "facts": {**values, "why": refusal.why.value, "code": code},
        "instead": [*refusal.instead],
    }
    why = context.text(f"utter_refused_{_kind_of(refusal, context)}", **values)
    return " ".join(filter(None, (why, _meanwhile(refusal, values, context))))


def _kind_of(refusal: Refusal, context: Context) -> str:
    """The name of the sentence that says why."""
    if f"utter_refused_{refusal.because}" in context.phrases:
        return str(refusal.because)
    if refusal.why is Why.WRONG_STATUS and refusal.status == OrderStatus.CANCELLED:
        return "cancelled_already"
    if refusal.why is Why.WRONG_STATUS and refusal.comes_yet:
        return "not_yet"
    if refusal.why is Why.OUT_OF_STOCK and not refusal.available:
        return "sold_out"
    return refusal.why.value


def _meanwhile(refusal: Refusal, values: Mapping[str, str], context: Context) -> str:
    """What is possible of an order under way, at the door or once it has arrived; when one that is not late is due."""
    if refusal.why is Why.NOT_SHOWN and refusal.expected:
        return context.text("utter_not_shown_as_expected", day=due(refusal.expected, context))
    named = f"utter_under_way_{refusal.wish}"
    if not refusal.is_under_way or named not in context.phrases:
        return ""
    goes_back = refusal.window_days is not None or refusal.wish not in GOING_BACK
    return context.text(named, **values) if goes_back else ""


def facts_of(refusal: Refusal, context: Context) -> dict[str, str]:
    """What the sentences about a refusal name."""
    formats = context.formats
    status = "problem" if refusal.why is Why.NOT_SHOWN else "status"
    missing = [context.text(f"utter_address_{part}") for part in _missing(refusal)]
    return {
        "order_number": refusal.order_number or "",
        "title": refusal.title or "",
        "days": str(refusal.window_days or ""),
        "until": formats.day(refusal.until) if refusal.until else "",
        "return_number": refusal.return_number or "",
        "status": _named(context, status, refusal.status),
        "because": _named(context, "because", refusal.because),
        "available": str(refusal.available or 0),
        "balance": formats.money(refusal.balance) if refusal.balance is not None else "",
        "needed": formats.money(refusal.needed) if refusal.needed is not None else "",
        "payments": payments_that_work([payment.label for payment in refusal.payments], context),
        "variants": _variants_there(
            [variant_name(variant, context) for variant in refusal.variants], context
        ),
        "missing": formats.listing(missing),
    }


def payments_that_work(labels: Sequence[str], context: Context) -> str:
    """A sentence with the payment methods that there are, or that there is none."""
    if not labels:
        return context.text("utter_no_payment_works")
    return context.text("utter_payments_that_work", payments=context.formats.choice(labels))


def _variants_there(names: Sequence[str], context: Context) -> str:
    if not names:
        return context.text("utter_no_variant_there")
    return context.text("utter_variants_there", variants=context.formats.choice(names))


def variant_name(variant: VariantChoice | SwappedLine, context: Context) -> str:
    """What tells a variant apart, in a few words: `black, L, waterproof`."""
    return ", ".join(told_apart(variant.colour, variant.size, variant.options, context))


def told_apart(colour: str, size: str, options: Mapping[str, str], context: Context) -> list[str]:
    """A variant's features in words; one that is there or not by its name, as nobody calls anything "yes"."""
    having, lacking = context.language.phrases("having"), context.language.phrases("lacking")
    named = [
        name
        if value.lower() in having
        else context.text("utter_without", feature=name)
        if value.lower() in lacking
        else value
        for name, value in options.items()
    ]
    return [part for part in (colour, size, *named) if part]


def instead(refusals: Sequence[Refusal], context: Context) -> list[Choice]:
    """Buttons for what can be done instead of what was refused, about the same order where that is one."""
    codes = dict.fromkeys(code for refusal in refusals for code in refusal.instead)
    numbers = {refusal.order_number for refusal in refusals}
    return buttons_instead(codes, numbers.pop() if len(numbers) == 1 else None, context)


def buttons_instead(codes: Iterable[str], order_number: str | None, context: Context) -> list[Choice]:
    """The buttons of what can be done instead, by the names of the tasks or topics."""
    return [
        Choice(b["title"], _about(b["payload"], order_number or None))
        for code in codes
        if f"utter_instead_{code}" in context.phrases
        for b in context.phrases.buttons(f"utter_instead_{code}")
    ]


def _about(written: str, order_number: str | None) -> str:
    """The payload, with the order that it is about where it names nothing itself."""
    if order_number is None or "{" in written:
        return written
    return written + json.dumps({"order_number": order_number})


def _missing(refusal: Refusal) -> tuple[str, ...]:
    return refusal.allowed if refusal.why is Why.INCOMPLETE_ADDRESS else ()


def _named(context: Context, kind: str, code: str | None) -> str:
    return context.text(f"utter_{kind}_{code}") if code else ""
