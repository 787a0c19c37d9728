"""The data of an order's invoice: who sold what to whom, and what was paid. Laying it out is the caller's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.orders.ledger import Paid, entries
from actions.orders.reading import order_view, possible
from actions.orders.types import OrderLine, Refusal, Why
from actions.shop.models import Address, Order
from actions.shop.policy import Policy


@dataclass(frozen=True, slots=True)
class Invoice:
    """Everything that stands on an invoice."""

    order_number: str
    placed: datetime
    seller: tuple[str, ...]
    """A line each."""
    buyer: str
    billed_to: Address
    sent_to: Address
    items: tuple[OrderLine, ...]
    goods: Decimal
    delivery_cost: Decimal
    total: Decimal
    paid: tuple[Paid, ...]
    """Oldest first."""
    currency: str

    @property
    def open(self) -> Decimal:
        """What is still to be paid; negative where more was paid than the order comes to now."""
        moved = sum((p.amount if p.kind == "payment" else -p.amount for p in self.paid), Decimal(0))
        return self.total - moved


def invoice(order: Order, policy: Policy) -> Invoice | Refusal:
    """The order's invoice; `NO_INVOICE` while the policy has none for its status."""
    if order.status not in policy.invoices.statuses:
        return Refusal(
            Why.NO_INVOICE,
            order.order_number,
            status=order.status,
            allowed=tuple(policy.invoices.statuses),
            instead=possible(order, policy) or ("track_order",),
        )
    view = order_view(order, policy)
    customer = order.customer
    return Invoice(
        order_number=order.order_number,
        placed=order.placed,
        seller=policy.invoices.seller,
        buyer=f"{customer.first_name} {customer.last_name}",
        billed_to=customer.address,
        sent_to=order.address,
        items=view.items,
        goods=view.subtotal,
        delivery_cost=order.delivery_cost,
        total=view.total,
        paid=entries(order),
        currency=policy.currency,
    )
