"""Money that moves because of a change: how much, by which method, and the doing of it. Exact to the cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from actions.orders.reading import payment_view
from actions.orders.types import Movement, Payment, Refusal, Why
from actions.shop.models import Order, PaymentKind, PaymentMethod, Transaction, TransactionKind
from actions.shop.policy import PaymentChoice, Policy

AT_ONCE = (0, 0)
"""Working days of a refund that does not have to wait."""


def paid(order: Order) -> dict[PaymentMethod, Decimal]:
    """What the shop holds for the order, by the method it was paid with, the first first."""
    held: dict[PaymentMethod, Decimal] = {}
    for entry in order.transactions:
        sign = 1 if entry.kind == TransactionKind.PAYMENT else -1
        held[entry.payment] = held.get(entry.payment, Decimal(0)) + sign * entry.amount
    return {method: amount for method, amount in held.items() if amount > 0}


def named_method(
    order: Order, payment_id: str | None, choices: Sequence[PaymentChoice]
) -> PaymentMethod | Refusal:
    """The customer's payment method of that name, if the policy's choices have it; without a name, the one the
    order was paid with, or else the first that may be named."""
    allowed = methods_for(order, choices)
    if payment_id is None:
        if order.payment in allowed:
            return order.payment
        return allowed[0] if allowed else _refusal(Why.PAYMENT_NOT_ALLOWED, order, allowed)
    for method in order.customer.payment_methods:
        if method.payment_id == payment_id:
            return method if method in allowed else _refusal(Why.PAYMENT_NOT_ALLOWED, order, allowed)
    return _refusal(Why.UNKNOWN_PAYMENT, order, allowed)


def methods_for(order: Order, choices: Sequence[PaymentChoice]) -> list[PaymentMethod]:
    """The customer's payment methods that the policy's choices have."""
    return [method for method in order.customer.payment_methods if _fits(method, order, choices)]


def charge(order: Order, amount: Decimal, method: PaymentMethod) -> Movement | Refusal:
    """Take an amount by a method; a gift card has to hold all of it."""
    if method.balance is not None and method.balance < amount:
        enough = [m for m in order.customer.payment_methods if m.balance is None or m.balance >= amount]
        return Refusal(
            Why.BALANCE_TOO_LOW,
            order.order_number,
            balance=method.balance,
            needed=amount,
            payments=tuple(map(payment_view, enough)),
        )
    return Movement(TransactionKind.PAYMENT, amount, payment_view(method))


def give_back(amount: Decimal, method: PaymentMethod, policy: Policy) -> Movement:
    """Pay an amount back by a method, in the time that the policy says."""
    days = policy.refunds[PaymentKind(method.kind)].working_days
    return Movement(TransactionKind.REFUND, amount, payment_view(method), days)


def settle(
    order: Order, difference: Decimal, method: PaymentMethod, policy: Policy
) -> tuple[Movement, ...] | Refusal:
    """What moves for a difference in price: nothing, a payment, or (where it is negative) a refund."""
    if difference == 0:
        return ()
    if difference < 0:
        return (give_back(-difference, method, policy),)
    taken = charge(order, difference, method)
    return taken if isinstance(taken, Refusal) else (taken,)


def carry_out(
    session: Session, order: Order, movements: Iterable[Movement], cause: str, now: datetime
) -> None:
    """Write the movements down. Gift cards are the shop's own: what they pay, and what they get back at once,
    changes their balance here; a gift card's refund that is not at once is left, like cards and accounts, to the
    shop's own payment service, which sees it among the transactions."""
    methods = {method.payment_id: method for method in order.customer.payment_methods}
    for movement in movements:
        method = methods[movement.payment.payment_id]
        taken = movement.kind == TransactionKind.PAYMENT
        if method.balance is not None and (taken or movement.working_days == AT_ONCE):
            method.balance += -movement.amount if taken else movement.amount
        order.transactions.append(
            Transaction(
                kind=movement.kind,
                amount=movement.amount,
                payment_id=method.payment_id,
                payment=method,
                time=now,
                cause=cause,
            )
        )
    session.flush()


def payments(methods: Iterable[PaymentMethod]) -> tuple[Payment, ...]:
    """Payment methods as they may be shown."""
    return tuple(map(payment_view, methods))


def _fits(method: PaymentMethod, order: Order, choices: Sequence[PaymentChoice]) -> bool:
    return (
        "any" in choices
        or ("original" in choices and method is order.payment)
        or ("gift_card" in choices and method.kind == PaymentKind.GIFT_CARD)
    )


def _refusal(why: Why, order: Order, allowed: Iterable[PaymentMethod]) -> Refusal:
    return Refusal(why, order.order_number, payments=payments(allowed))
