"""How each customer buys, in numbers: recency, frequency, money and what goes with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.shop.models import Behaviour, Customer, Interaction, Order, OrderItem, OrderStatus

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Buying:
    """One customer's buying until now. Orders are those not cancelled; several within a day count once.

    Whoever has not ordered has `frequency` 0 and no recency.
    """

    customer_id: str
    frequency: int
    """Days with an order."""
    recency: float | None
    """Days since the last order."""
    known: float
    """Days since the customer joined or, where that was later than the first order, since that."""
    span: float
    """Days between the first order and the last."""
    money: float
    """What was ordered, in the shop's currency."""
    returned: float
    """The share of orders that came back whole."""
    views: int
    """Products looked at."""
    busiest: int
    """Products looked at on the busiest day."""

    @property
    def order_value(self) -> float:
        """Money by order; 0 without any."""
        return self.money / self.frequency if self.frequency else 0.0


def buying(session: Session, now: datetime) -> list[Buying]:
    """Every customer's, by customer id."""
    orders, views = _orders(session), _views(session)
    customers = session.execute(select(Customer.customer_id, Customer.joined).order_by(Customer.customer_id))
    return [_of(customer, joined, orders[customer], views[customer], now) for customer, joined in customers]


def price_band(session: Session, customer_id: str) -> tuple[float, float] | None:
    """Between which prices the middle half of what a customer ordered lies; None without orders."""
    paid = (
        select(OrderItem.unit_price)
        .join(OrderItem.order)
        .where(Order.customer_id == customer_id, Order.status != OrderStatus.CANCELLED)
    )
    prices = [float(price) for price in session.scalars(paid)]
    if not prices:
        return None
    low, high = np.quantile(prices, [0.25, 0.75])
    return float(low), float(high)


def _of(
    customer: str,
    joined: datetime,
    orders: Iterable[tuple[datetime, str, float]],
    views: Iterable[datetime],
    now: datetime,
) -> Buying:
    placed = sorted(moment for moment, _, _ in orders)
    back = [status == OrderStatus.RETURNED for _, status, _ in orders]
    by_day: defaultdict[object, int] = defaultdict(int)
    for moment in views:
        by_day[moment.date()] += 1
    return Buying(
        customer_id=customer,
        frequency=len({moment.date() for moment in placed}),
        recency=_days(placed[-1], now) if placed else None,
        known=_days(min([joined, *placed]), now),
        span=_days(placed[0], placed[-1]) if placed else 0.0,
        money=sum(value for _, _, value in orders),
        returned=sum(back) / len(back) if back else 0.0,
        views=sum(by_day.values()),
        busiest=max(by_day.values(), default=0),
    )


def _orders(session: Session) -> defaultdict[str, list[tuple[datetime, str, float]]]:
    """Of each customer, when an order was placed, how it stands and what it was worth."""
    lines = (
        select(
            Order.customer_id,
            Order.order_number,
            Order.placed,
            Order.status,
            OrderItem.quantity,
            OrderItem.unit_price,
        )
        .join(OrderItem, OrderItem.order_number == Order.order_number)
        .where(Order.status != OrderStatus.CANCELLED)
    )
    worth: defaultdict[tuple[str, str, datetime, str], float] = defaultdict(float)
    for customer, number, placed, status, quantity, price in session.execute(lines):
        worth[customer, number, placed, status] += quantity * float(price)
    found: defaultdict[str, list[tuple[datetime, str, float]]] = defaultdict(list)
    for (customer, _, placed, status), value in worth.items():
        found[customer].append((placed, status, value))
    return found


def _views(session: Session) -> defaultdict[str, list[datetime]]:
    seen = select(Interaction.customer_id, Interaction.time).where(
        Interaction.customer_id.is_not(None), Interaction.behaviour == Behaviour.BROWSE
    )
    found: defaultdict[str, list[datetime]] = defaultdict(list)
    for customer, time in session.execute(seen):
        found[customer or ""].append(time)
    return found


def _days(start: datetime, end: datetime) -> float:
    return max((end - start).total_seconds() / DAY, 0.0)
