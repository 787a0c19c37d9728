"""Saying what money moves because of a change: how much, by which payment method, and when it is there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from actions.dialogue.context import Context
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
            when=_soon(days, context),
        )
        for (kind, payment, days), amount in amounts.items()
    ]
    return " ".join(sentences) or context.text("utter_no_money_moves")


def working_days(days: tuple[int, int], context: Context) -> str:
    """How long a refund takes from the event that it counts from, such as `3–5 working days`."""
    least, most = days
    if most == 0:
        return context.text("utter_at_once")
    return context.text("utter_working_days", days=str(most) if least == most else f"{least}–{most}")


def _soon(days: tuple[int, int] | None, context: Context) -> str:
    if days is None or days[1] == 0:
        return context.text("utter_right_away")
    return context.text("utter_within", days=working_days(days, context))
