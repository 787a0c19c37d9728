"""Sending an order elsewhere, or another way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Session

from actions.orders.changing import forbidden
from actions.orders.delivering import cost_of, estimate, judge_address, reaching
from actions.orders.money import carry_out, named_method, settle
from actions.orders.types import Days, Movement, Refusal, Why
from actions.shop.models import Address, Order
from actions.shop.policy import AddressRule, Policy


@dataclass(frozen=True, slots=True)
class AddressQuote:
    """What sending an order elsewhere would do."""

    order_number: str
    before: Address
    after: Address
    delivery: str
    """The delivery option from then on."""
    cost_before: Decimal
    cost_after: Decimal
    currency: str
    arrives: Days | None
    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True)
class NewAddress:
    """The wish to have an order sent to another address, or by another delivery option."""

    repeatable: ClassVar[bool] = False
    kind: ClassVar[str] = "change_address"
    address: Address
    delivery: str | None = None
    """None for the option that was chosen before."""

    def quote(self, order: Order, policy: Policy, now: datetime) -> AddressQuote | Refusal:
        rule = policy.changes.change_address
        refusal = forbidden(order, self.kind, policy) or judge_address(self.address, policy.delivery)
        if refusal or rule is None:
            return replace(refusal or Refusal(Why.NOT_OFFERED), order_number=order.order_number)
        option, delivery, to = self.delivery or order.delivery, policy.delivery, self.address
        if self.delivery is not None and option not in delivery.options:
            return Refusal(Why.UNKNOWN_OPTION, order.order_number, allowed=tuple(delivery.options))
        if option not in (near := reaching(to, delivery)):
            return Refusal(
                Why.NOT_DELIVERED_THERE, order.order_number, allowed=near, instead=() if near else ("person",)
            )
        if to.is_same_as(order.address) and option == order.delivery:
            return Refusal(Why.SAME_ADDRESS, order.order_number)
        cost = self._cost(option, order, rule, policy)
        method = named_method(order, None, rule.difference_by)
        if isinstance(method, Refusal):
            return method
        moved = settle(order, cost - order.delivery_cost, method, policy)
        if isinstance(moved, Refusal):
            return moved
        products = [item.variant.product for item in order.items]
        return AddressQuote(
            order_number=order.order_number,
            before=order.address,
            after=to,
            delivery=option,
            cost_before=order.delivery_cost,
            cost_after=cost,
            currency=policy.currency,
            arrives=estimate(option, to.country, products, max(order.placed, now), delivery),
            movements=moved,
        )

    def carry_out(
        self, session: Session, order: Order, quoted: AddressQuote, policy: Policy, cause: str, now: datetime
    ) -> None:
        order.address = quoted.after
        order.delivery = quoted.delivery
        order.delivery_cost = quoted.cost_after
        carry_out(session, order, quoted.movements, cause, now)

    def _cost(self, option: str, order: Order, rule: AddressRule, policy: Policy) -> Decimal:
        """What delivery costs then: anew only where it goes by another rate than the one that was paid."""
        same_rate = (option, self.address.country) == (order.delivery, order.country)
        if same_rate or not rule.delivery_charged_anew:
            return order.delivery_cost
        goods = sum((item.unit_price * item.quantity for item in order.items), Decimal(0))
        cost = cost_of(option, self.address.country, goods, policy.delivery)
        return order.delivery_cost if cost is None else cost
