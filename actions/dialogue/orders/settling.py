"""Saying what money moves because of a change: how much, by which payment method, and when it is there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from actions.dialogue.context import Context
from actions.orders.return_types import RefundStatus
from actions.orders.types import Movement


def movements_sentence(movements: Sequence[Movement], context: Context) -> str:
    """What each payment method pays or gets in all, a sentence each; that nothing moves, where nothing does."""
    amounts: dict[tuple[str, str, tuple[int, int] | None], Decimal] = {}
    for movement in movements:
        way = (movement.kind, movement.payment.label, movement.working_days)
        amounts[way] = amounts.get(way, Decimal(0)) + movement.amount
    sentences = [
        context.text(
            f"utter_money_{kind}",
            amount=context.formats.money(amount),
            payment=payment,
            when=soon(days, context),
        )
        for (kind, payment, days), amount in amounts.items()
    ]
    return " ".join(sentences) or context.text("utter_no_money_moves")


def after_parcel(days: tuple[int, int], context: Context) -> str:
    """When a refund that waits for the parcel is there, such as `3–5 working days after the parcel has reached us`."""
    if days[1] == 0:
        return context.text("utter_once_checked_in")
    return context.text("utter_days_after_parcel", days=_working_days(days, context))


def tell_refund(refund: RefundStatus, context: Context) -> None:
    """How far a refund has come."""
    formats = context.formats
    values: dict[str, Any] = {
        "return_number": refund.return_number,
        "order_number": refund.order_number,
        "amount": formats.money(refund.amount, refund.currency),
        "payment": refund.payment.label,
        "when": after_parcel(refund.working_days, context),
        "expected": formats.day(refund.expected.latest) if refund.expected else "",
        "refunded": formats.day(refund.refunded) if refund.refunded else "",
    }
    context.say(f"utter_refund_{refund.status}", **values)


def _working_days(days: tuple[int, int], context: Context) -> str:
    least, most = days
    return context.text("utter_working_days", days=str(most) if least == most else f"{least}–{most}")


def soon(days: tuple[int, int] | None, context: Context) -> str:
    """When money that moves with the change is there: at once, or within so many working days."""
    if days is None or days[1] == 0:
        return context.text("utter_right_away")
    return context.text("utter_within", days=_working_days(days, context))
