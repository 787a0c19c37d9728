"""Cancelling an order: what was paid goes back the way it came, and the pieces are for sale again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Session

from actions.orders.changing import forbidden
from actions.orders.money import carry_out, give_back, paid
from actions.orders.types import Movement, Refusal, Why
from actions.shop.models import Order, OrderStatus
from actions.shop.policy import Policy


@dataclass(frozen=True, slots=True)
class CancelQuote:
    """What cancelling would do."""

    order_number: str
    reason: str | None
    currency: str
    movements: tuple[Movement, ...]
    """A refund for each method that something was paid with."""

    @property
    def refund(self) -> Decimal:
        """All that is paid back."""
        return sum((movement.amount for movement in self.movements), Decimal(0))


@dataclass(frozen=True, slots=True)
class Cancel:
    """The wish to cancel an order, for one of the policy's reasons where it has any."""

    repeatable: ClassVar[bool] = False
    kind: ClassVar[str] = "cancel_order"
    reason: str | None = None

    def quote(self, order: Order, policy: Policy, now: datetime) -> CancelQuote | Refusal:
        if refusal := forbidden(order, self.kind, policy):
            return refusal
        rule = policy.changes.cancel_order
        if rule and rule.reasons and self.reason not in rule.reasons:
            return Refusal(Why.UNKNOWN_REASON, order.order_number, allowed=rule.reasons)
        refunds = tuple(give_back(amount, method, policy) for method, amount in paid(order).items())
        return CancelQuote(order.order_number, self.reason, policy.currency, refunds)

    def carry_out(
        self, session: Session, order: Order, quoted: CancelQuote, policy: Policy, cause: str, now: datetime
    ) -> None:
        order.status = OrderStatus.CANCELLED
        carry_out(session, order, quoted.movements, cause, now)
        if policy.changes.restock:
            for item in order.items:
                item.variant.stock += item.quantity
