"""From rows to the views that a customer may see."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from actions.orders.types import OrderLine, OrderView, Payment
from actions.shop.models import Order, OrderItem, PaymentMethod, Return, ReturnStatus, Variant
from actions.shop.order_numbers import plain_order_number


def orders_of(customer_id: str) -> Select[Order]:
    """The customer's orders with what most answers need; tracking events are read where they are told."""
    return (
        select(Order)
        .where(Order.customer_id == customer_id)
        .options(
            joinedload(Order.payment),
            selectinload(Order.items).joinedload(OrderItem.variant).joinedload(Variant.product),
            selectinload(Order.shipments),
            selectinload(Order.returns).selectinload(Return.items),
            selectinload(Order.returns).joinedload(Return.payment),
        )
    )


def load_order(session: Session, customer_id: str, order_number: str, lock: bool = False) -> Order | None:
    """The customer's order, or None; with `lock`, nobody else changes it until the transaction ends."""
    number = plain_order_number(order_number)
    if lock:
        session.execute(select(Order.order_number).where(Order.order_number == number).with_for_update())
    return session.scalars(orders_of(customer_id).where(Order.order_number == number)).one_or_none()


def standing_returns(order: Order) -> list[Return]:
    """The order's returns that were not called off, oldest first."""
    return [made for made in order.returns if made.status != ReturnStatus.CANCELLED]


def returned_pieces(order: Order) -> Counter[int]:
    """Line → pieces that are on their way back or were taken back."""
    pieces = Counter[int]()
    for made in standing_returns(order):
        for item in made.items:
            pieces[item.line] += item.quantity
    return pieces


def payment_view(payment: PaymentMethod) -> Payment:
    """The payment method as it may be shown."""
    return Payment(payment.payment_id, payment.kind, payment.label)


def order_view(order: Order, currency: str) -> OrderView:
    """The order as its customer may see it."""
    returned = returned_pieces(order)
    arrivals = [shipment.delivered for shipment in order.shipments]
    return OrderView(
        order_number=order.order_number,
        status=order.status,
        placed=order.placed,
        delivered=max((a for a in arrivals if a), default=None) if all(arrivals) else None,
        delivery=order.delivery,
        delivery_cost=order.delivery_cost,
        payment=payment_view(order.payment),
        items=tuple(_line(item, returned[item.line]) for item in order.items),
        currency=currency,
    )


def _line(item: OrderItem, returned: int) -> OrderLine:
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
        returned=returned,
        shipment_id=item.shipment_id,
    )
