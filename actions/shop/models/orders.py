"""What was ordered, sent and returned."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from actions.shop.models.columns import Base
from actions.shop.models.customers import Customer, PaymentMethod
from actions.shop.models.products import Variant


class OrderStatus(StrEnum):
    PENDING = "pending"
    PROCESSING = "processing"
    PACKED = "packed"
    SHIPPED = "shipped"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RETURNED = "returned"


class ShipmentStatus(StrEnum):
    PACKED = "packed"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    LOST = "lost"


class ReturnStatus(StrEnum):
    REQUESTED = "requested"
    """The parcel is awaited."""
    RECEIVED = "received"
    """The parcel is in the warehouse, the refund is being made."""
    REFUNDED = "refunded"
    CANCELLED = "cancelled"
    """Called off; its pieces count as not returned."""


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (Index(None, "customer_id", "placed"),)

    order_number: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"))
    status: Mapped[str]
    placed: Mapped[datetime]
    payment_id: Mapped[str] = mapped_column(ForeignKey("payment_methods.payment_id"))
    delivery: Mapped[str]
    """A delivery option of the policy."""
    delivery_cost: Mapped[Decimal]

    customer: Mapped[Customer] = relationship()
    payment: Mapped[PaymentMethod] = relationship()
    items: Mapped[list[OrderItem]] = relationship(back_populates="order", order_by="OrderItem.line")
    shipments: Mapped[list[Shipment]] = relationship(order_by="Shipment.shipment_id")
    returns: Mapped[list[Return]] = relationship(back_populates="order", order_by="Return.id")


class OrderItem(Base):
    """One line of an order; `shipment_id` is empty until its parcel is packed."""

    __tablename__ = "order_items"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity_positive"),)

    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sku: Mapped[str] = mapped_column(ForeignKey("variants.sku"), index=True)
    quantity: Mapped[int]
    unit_price: Mapped[Decimal]
    shipment_id: Mapped[str | None] = mapped_column(ForeignKey("shipments.shipment_id"), index=True)

    order: Mapped[Order] = relationship(back_populates="items")
    variant: Mapped[Variant] = relationship()
    shipment: Mapped[Shipment | None] = relationship()


class Shipment(Base):
    """One parcel."""

    __tablename__ = "shipments"

    shipment_id: Mapped[str] = mapped_column(primary_key=True)
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    carrier: Mapped[str]
    tracking_number: Mapped[str]
    status: Mapped[str]
    shipped: Mapped[datetime | None]
    expected: Mapped[datetime | None]
    delivered: Mapped[datetime | None]

    events: Mapped[list[TrackingEvent]] = relationship(order_by="TrackingEvent.time, TrackingEvent.id")


class TrackingEvent(Base):
    """Something that happened to a parcel."""

    __tablename__ = "tracking_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    shipment_id: Mapped[str] = mapped_column(ForeignKey("shipments.shipment_id"), index=True)
    time: Mapped[datetime]
    place: Mapped[str]
    status: Mapped[str]
    description: Mapped[str]


class Return(Base):
    """A return that was asked for. What it pays back was fixed when it was made."""

    __tablename__ = "returns"
    __table_args__ = (
        UniqueConstraint("order_number", "idempotency_key"),
        CheckConstraint("refund >= 0", name="refund_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    return_number: Mapped[str] = mapped_column(unique=True)
    """Such as `R-100234`."""
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    reason: Mapped[str]
    """A return reason of the policy."""
    status: Mapped[str]
    goods: Mapped[Decimal]
    postage: Mapped[Decimal]
    refund: Mapped[Decimal]
    payment_id: Mapped[str] = mapped_column(ForeignKey("payment_methods.payment_id"))
    created: Mapped[datetime]
    received: Mapped[datetime | None]
    refunded: Mapped[datetime | None]
    idempotency_key: Mapped[str | None]

    order: Mapped[Order] = relationship(back_populates="returns")
    payment: Mapped[PaymentMethod] = relationship()
    items: Mapped[list[ReturnItem]] = relationship(order_by="ReturnItem.line")


class ReturnItem(Base):
    """Pieces of one line of the order that go back, and what is paid back for them before postage."""

    __tablename__ = "return_items"
    __table_args__ = (
        ForeignKeyConstraint(["order_number", "line"], ["order_items.order_number", "order_items.line"]),
        CheckConstraint("quantity > 0", name="quantity_positive"),
    )

    return_id: Mapped[int] = mapped_column(ForeignKey("returns.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    order_number: Mapped[str]
    quantity: Mapped[int]
    amount: Mapped[Decimal]
