"""Money of an order that goes back, or went: of its returns, of a cancellation or change, of a problem."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from actions.orders.money import AT_ONCE
from actions.orders.reading import payment_view
from actions.orders.return_types import RefundStatus
from actions.orders.returns_made import refund_view
from actions.orders.types import Days
from actions.shop.models import Order, OrderStatus, PaymentKind, Transaction, TransactionKind
from actions.shop.policy import Policy
from actions.shop.working_days import add_working_days


def refunds_of(order: Order, policy: Policy, now: datetime) -> list[RefundStatus]:
    """Each refund, the latest first. Of an order that came back whole before the shop kept its returns here there is
    one that says no more than that."""
    of_returns = {made.return_number for made in order.returns}
    refunds = [
        refund_view(made, policy) for made in order.returns if made.kind == "return" or made.refund > 0
    ]
    refunds += [
        _given_back(entry, policy, now)
        for entry in order.transactions
        if entry.kind == TransactionKind.REFUND and entry.cause not in of_returns
    ]
    if not refunds and order.status == OrderStatus.RETURNED:
        refunds = [_unrecorded(order, policy)]
    return sorted(refunds, key=lambda refund: (refund.created, refund.return_number), reverse=True)


def _given_back(entry: Transaction, policy: Policy, now: datetime) -> RefundStatus:
    """A refund that was set going at once: on its way for as long as its kind of payment takes, then there."""
    days = policy.refunds[PaymentKind(entry.payment.kind)].working_days
    delivery = policy.delivery
    began = entry.time.astimezone(delivery.time_zone).date()
    earliest, latest = (add_working_days(began, count, delivery.working_days) for count in days)
    under_way = days != AT_ONCE and now.astimezone(delivery.time_zone).date() <= latest
    return RefundStatus(
        return_number=entry.cause,
        order_number=entry.order_number,
        status="under_way" if under_way else "given_back",
        amount=entry.amount,
        currency=policy.currency,
        payment=payment_view(entry.payment),
        created=entry.time,
        received=None,
        refunded=None if under_way else entry.time,
        expected=Days(earliest, latest) if under_way else None,
        working_days=days,
        starts=policy.changes.refund_starts,
    )


def _unrecorded(order: Order, policy: Policy) -> RefundStatus:
    rule = policy.refunds[PaymentKind(order.payment.kind)]
    goods = sum((item.unit_price * item.quantity for item in order.items), Decimal(0))
    return RefundStatus(
        return_number="",
        order_number=order.order_number,
        status="unrecorded",
        amount=goods,
        currency=policy.currency,
        payment=payment_view(order.payment),
        created=order.placed,
        received=None,
        refunded=None,
        expected=None,
        working_days=rule.working_days,
        starts=rule.starts,
    )
