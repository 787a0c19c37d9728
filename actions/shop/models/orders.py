"""What was ordered, paid and sent."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from actions.shop.models.columns import Base
from actions.shop.models.customers import Address, Customer, PaymentMethod
from actions.shop.models.products import Variant
from actions.shop.models.service import OrderChange, Problem, Return


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


class TransactionKind(StrEnum):
    PAYMENT = "payment"
    REFUND = "refund"


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
    street: Mapped[str]
    street_2: Mapped[str] = mapped_column(default="")
    city: Mapped[str]
    state: Mapped[str]
    postcode: Mapped[str]
    country: Mapped[str]

    address: Mapped[Address] = composite("street", "street_2", "city", "state", "postcode", "country")
    """Where it is sent, whatever the customer's own address becomes."""
    customer: Mapped[Customer] = relationship()
    payment: Mapped[PaymentMethod] = relationship()
    items: Mapped[list[OrderItem]] = relationship(
        back_populates="order", order_by="OrderItem.line", cascade="save-update, merge, delete-orphan, delete"
    )
    shipments: Mapped[list[Shipment]] = relationship(order_by="Shipment.shipment_id")
    returns: Mapped[list[Return]] = relationship(back_populates="order", order_by="Return.id")
    transactions: Mapped[list[Transaction]] = relationship(order_by="Transaction.id")
    changes: Mapped[list[OrderChange]] = relationship(order_by="OrderChange.id")
    problems: Mapped[list[Problem]] = relationship(order_by="Problem.id")


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


class Transaction(Base):
    """Money that was taken or given back for an order, oldest first by `id`."""

    __tablename__ = "transactions"
    __table_args__ = (CheckConstraint("amount > 0", name="amount_positive"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    kind: Mapped[str]
    amount: Mapped[Decimal]
    payment_id: Mapped[str] = mapped_column(ForeignKey("payment_methods.payment_id"))
    time: Mapped[datetime]
    cause: Mapped[str] = mapped_column(default="")
    """The number of the change, return or problem that it belongs to; empty for the purchase itself."""

    payment: Mapped[PaymentMethod] = relationship()


class TrackingEvent(Base):
    """Something that happened to a parcel."""

    __tablename__ = "tracking_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    shipment_id: Mapped[str] = mapped_column(ForeignKey("shipments.shipment_id"), index=True)
    time: Mapped[datetime]
    place: Mapped[str]
    status: Mapped[str]
    description: Mapped[str]
