"""Paying an order by another method: the new one pays all of it, the old ones get theirs back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Session

from actions.orders.changing import forbidden
from actions.orders.money import carry_out, charge, give_back, named_method, paid
from actions.orders.reading import payment_view
from actions.orders.types import Movement, Payment, Refusal, Why
from actions.shop.models import Order
from actions.shop.policy import Policy


@dataclass(frozen=True, slots=True)
class PaymentQuote:
    """What paying by another method would do."""

    order_number: str
    before: Payment
    after: Payment
    amount: Decimal
    """The whole sum, which the new method pays."""
    currency: str
    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True)
class NewPayment:
    """The wish to pay an order by another of the customer's methods."""

    repeatable: ClassVar[bool] = False
    kind: ClassVar[str] = "change_payment"
    payment_id: str

    def quote(self, order: Order, policy: Policy, now: datetime) -> PaymentQuote | Refusal:
        rule = policy.changes.change_payment
        refusal = forbidden(order, self.kind, policy)
        if refusal or rule is None:
            return refusal or Refusal(Why.NOT_OFFERED, order.order_number)
        method = named_method(order, self.payment_id, rule.to)
        if isinstance(method, Refusal):
            return method
        held = paid(order)
        if method is order.payment and set(held) <= {method}:
            others = [payment_view(m) for m in order.customer.payment_methods if m is not method]
            return Refusal(Why.SAME_PAYMENT, order.order_number, payments=tuple(others))
        amount = sum(held.values(), Decimal(0))
        rest = amount - held.pop(method, Decimal(0))
        taken = charge(order, rest, method)
        if isinstance(taken, Refusal):
            return taken
        back = tuple(give_back(part, other, policy) for other, part in held.items())
        return PaymentQuote(
            order_number=order.order_number,
            before=payment_view(order.payment),
            after=payment_view(method),
            amount=amount,
            currency=policy.currency,
            movements=(taken, *back) if rest else (),
        )

    def carry_out(
        self, session: Session, order: Order, quoted: PaymentQuote, policy: Policy, cause: str, now: datetime
    ) -> None:
        order.payment = next(
            m for m in order.customer.payment_methods if m.payment_id == quoted.after.payment_id
        )
        carry_out(session, order, quoted.movements, cause, now)
