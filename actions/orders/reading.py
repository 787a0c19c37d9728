"""From rows to the views that a customer may see."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from actions.orders.settled import settled_pieces, standing_returns
from actions.orders.types import DeedView, OrderLine, OrderView, Payment
from actions.shop.models import (
    Order,
    OrderChange,
    OrderItem,
    OrderStatus,
    PaymentMethod,
    Problem,
    Return,
    TransactionKind,
    Variant,
)
from actions.shop.order_numbers import plain_order_number
from actions.shop.policy import Policy

UNDER_WAY = frozenset({OrderStatus.SHIPPED, OrderStatus.OUT_FOR_DELIVERY})
"""Statuses of orders of which a part may have arrived."""


def orders_of(customer_id: str) -> Select[Order]:
    """The customer's orders with what most answers need; tracking events are read where they are told."""
    return (
        select(Order)
        .where(Order.customer_id == customer_id)
        .options(
            joinedload(Order.payment),
            selectinload(Order.items).joinedload(OrderItem.variant).joinedload(Variant.product),
            joinedload(Order.shipments),
            joinedload(Order.returns).selectinload(Return.items),
            joinedload(Order.returns).joinedload(Return.payment),
            joinedload(Order.problems).selectinload(Problem.items),
        )
    )


def load_order(session: Session, customer_id: str, order_number: str, lock: bool = False) -> Order | None:
    """The customer's order, or None; with `lock`, nobody else changes it, the customer's payment methods or the
    stock of its products until the transaction ends."""
    number = plain_order_number(order_number)
    if lock:
        products = (
            select(Variant.product_id)
            .join(OrderItem, OrderItem.sku == Variant.sku)
            .where(OrderItem.order_number == number)
        )
        for rows in (  # always in this order, so that no two wait for each other
            select(Order.order_number).where(Order.order_number == number),
            select(PaymentMethod.payment_id)
            .where(PaymentMethod.customer_id == customer_id)
            .order_by(PaymentMethod.payment_id),
            select(Variant.sku).where(Variant.product_id.in_(products)).order_by(Variant.sku),
        ):
            session.execute(rows.with_for_update()).all()
    return session.scalars(orders_of(customer_id).where(Order.order_number == number)).unique().one_or_none()


def status_of(item: OrderItem, order: Order) -> str:
    """The status that counts for a line: what has been delivered is so, while the rest of its order is under way."""
    arrived = item.shipment is not None and item.shipment.delivered is not None
    return OrderStatus.DELIVERED if arrived and order.status in UNDER_WAY else order.status


def payment_view(payment: PaymentMethod) -> Payment:
    """The payment method as it may be shown."""
    return Payment(payment.payment_id, payment.kind, payment.label, payment.balance)


def open_changes(order: Order, policy: Policy) -> tuple[str, ...]:
    """The kinds of change that the order still takes, as the policy names them."""
    return () if changed_for_good(order, policy) else policy.changes.possible(order.status)


def changed_for_good(order: Order, policy: Policy) -> bool:
    """Whether the order's items were changed under a policy that allows no change after that."""
    rule = policy.changes.change_order
    return rule is not None and rule.final and any(made.kind == "change_order" for made in order.changes)


def possible(order: Order, policy: Policy) -> tuple[str, ...]:
    """What the policy allows while the order, or a part of it, is as it is: names of tasks, the likeliest first."""
    after = {"return_item": policy.returns.statuses, "exchange_item": policy.exchanges.statuses}
    if policy.returns.once and standing_returns(order):
        after = {}
    standing = {order.status, *(status_of(item, order) for item in order.items)}
    problems = any(standing.intersection(rule.statuses) for rule in policy.problems.values())
    return (
        *open_changes(order, policy),
        *(task for task, statuses in after.items() if standing.intersection(statuses)),
        *(("report_problem",) if problems else ()),
    )


def order_view(order: Order, policy: Policy) -> OrderView:
    """The order as its customer may see it."""
    settled = settled_pieces(order)
    arrivals = [shipment.delivered for shipment in order.shipments]
    return OrderView(
        order_number=order.order_number,
        status=order.status,
        placed=order.placed,
        delivered=max((a for a in arrivals if a), default=None) if all(arrivals) else None,
        delivery=order.delivery,
        delivery_cost=order.delivery_cost,
        payment=payment_view(order.payment),
        items=tuple(_line(item, settled[item.line]) for item in order.items),
        currency=policy.currency,
        address=order.address,
        possible=possible(order, policy),
        deeds=_deeds(order),
    )


def _deeds(order: Order) -> tuple[DeedView, ...]:
    titles = {item.line: item.variant.product.title for item in order.items}
    every, changes = {item.line: item.quantity for item in order.items}, {made.kind for made in order.changes}

    def view(number: str, kind: str, pieces: dict[int, int], refund: Decimal) -> DeedView:
        goods = tuple(titles.get(line, "") for line in pieces)
        return DeedView(number, kind, order.order_number, goods, refund, pieces)

    def pieces(made: Return | Problem) -> dict[int, int]:
        return {item.line: item.quantity for item in made.items}

    deeds = [view(r.return_number, r.kind, pieces(r), r.refund) for r in standing_returns(order)]
    deeds += [view(p.problem_number, p.remedy or "person", pieces(p), p.refund) for p in order.problems]
    for change in order.changes:
        if change.kind in ("cancel_order", "change_order"):
            about = every if change.kind == "cancel_order" else {}
            deeds.append(view(change.change_number, change.kind, about, _paid_back(change, order)))
    if order.status == OrderStatus.CANCELLED and "cancel_order" not in changes:
        deeds.append(view("", "cancel_order", every, _paid_back(None, order)))
    return tuple(deeds)


def _paid_back(made: OrderChange | None, order: Order) -> Decimal:
    """The money that went back because of a change; of one that the shop made elsewhere, all that has no cause here."""
    cause = made.change_number if made else ""
    back = (e for e in order.transactions if e.kind == TransactionKind.REFUND and e.cause == cause)
    return sum((entry.amount for entry in back), Decimal(0))


def _line(item: OrderItem, settled: int) -> OrderLine:
    product = item.variant.product
    return OrderLine(
        line=item.line,
        sku=item.sku,
        product_id=product.product_id,
        title=product.title,
        type=product.type,
        category=product.category,
        colour=item.variant.colour,
        size=item.variant.size,
        quantity=item.quantity,
        unit_price=item.unit_price,
        settled=settled,
        shipment_id=item.shipment_id,
        options=item.variant.options,
    )
