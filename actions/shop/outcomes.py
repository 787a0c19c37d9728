"""What came of suggestions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from actions.shop.models import Order, OrderItem, OrderStatus, SuggestionShown, Variant

CREDITED = timedelta(days=30)
"""What is done with a product so long after it was suggested is credited to that."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many suggestions were shown, and of how many of them came something."""

    shown: int
    clicked: int
    bought: int


def credit_orders(session: Session, now: datetime) -> None:
    """Note of suggestions that the customer ordered the product in the 30 days after."""
    ordered = (
        select(func.min(Order.placed))
        .join(OrderItem, OrderItem.order_number == Order.order_number)
        .join(Variant, Variant.sku == OrderItem.sku)
        .where(
            Order.customer_id == SuggestionShown.customer_id,
            Order.status != OrderStatus.CANCELLED,
            Variant.product_id == SuggestionShown.product_id,
            Order.placed >= SuggestionShown.shown,
        )
        .correlate(SuggestionShown)
        .scalar_subquery()
    )
    open_ones = select(SuggestionShown.id, SuggestionShown.shown, ordered.label("bought")).where(
        SuggestionShown.bought.is_(None), SuggestionShown.shown >= now - 2 * CREDITED
    )
    credited = [
        {"id": key, "bought": bought}
        for key, shown, bought in session.execute(open_ones)
        if bought is not None and bought <= shown + CREDITED
    ]
    if credited:
        session.execute(update(SuggestionShown), credited)


def outcomes(session: Session) -> dict[tuple[str, bool], Outcome]:
    """Kind of reason, and whether it was drawn from further down → what came of such suggestions, the most shown
    first."""
    counts = (
        select(
            SuggestionShown.reason,
            SuggestionShown.explored,
            func.count(),
            func.count(SuggestionShown.clicked),
            func.count(SuggestionShown.bought),
        )
        .group_by(SuggestionShown.reason, SuggestionShown.explored)
        .order_by(func.count().desc(), SuggestionShown.reason, SuggestionShown.explored)
    )
    return {(reason, explored): Outcome(*numbers) for reason, explored, *numbers in session.execute(counts)}
