"""What was paid for an order and paid back, and since when it is called off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.orders.cancelling import Cancel
from actions.orders.reading import payment_view
from actions.orders.types import Payment
from actions.shop.models import Order, OrderStatus


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment or refund as it stands on the books."""

    kind: str
    """`payment` or `refund`."""
    amount: Decimal
    payment: Payment
    time: datetime


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A cancellation that the customer asked for here."""

    change_number: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Ledger:
    """The money of an order."""

    order_number: str
    status: str
    total: Decimal
    """Goods and delivery."""
    payment: Payment
    """How it is to be paid, or was."""
    paid: tuple[Paid, ...]
    """Oldest first; what the order comes to is entered when it is placed."""
    awaited: bool
    """Whether the payment has not come in yet, though it is entered."""
    cancelled: Cancelled | None
    """None where it is not cancelled, or the shop noted nothing about who did it and when."""


def entries(order: Order) -> tuple[Paid, ...]:
    """Everything that was paid and paid back, the oldest first."""
    return tuple(
        Paid(entry.kind, entry.amount, payment_view(entry.payment), entry.time)
        for entry in order.transactions
    )


def ledger(order: Order) -> Ledger:
    """The order's money as its customer may see it."""
    goods = sum((item.unit_price * item.quantity for item in order.items), Decimal(0))
    made = [change for change in order.changes if change.kind == Cancel.kind]
    cancelled = made[-1] if made and order.status == OrderStatus.CANCELLED else None
    return Ledger(
        order_number=order.order_number,
        status=order.status,
        total=goods + order.delivery_cost,
        payment=payment_view(order.payment),
        paid=entries(order),
        awaited=order.status == OrderStatus.PENDING,
        cancelled=Cancelled(cancelled.change_number, cancelled.created) if cancelled else None,
    )
