"""What became of an order after it was placed: changes, returns and exchanges, reported problems."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from actions.shop.models.columns import Base
from actions.shop.models.customers import PaymentMethod
from actions.shop.models.products import Variant

if TYPE_CHECKING:
    from actions.shop.models.orders import Order


class OrderChange(Base):
    """A change to an order: cancelled, another address, payment method or other items."""

    __tablename__ = "order_changes"
    __table_args__ = (UniqueConstraint("order_number", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change_number: Mapped[str] = mapped_column(unique=True)
    """Such as `C-100234`."""
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    kind: Mapped[str]
    """As the policy names it: `cancel_order`, `change_address`, `change_payment` or `change_order`."""
    wish: Mapped[dict[str, Any]]
    """What was asked for: the same again is the same change."""
    quote: Mapped[dict[str, Any]]
    """What it did, as it was told beforehand."""
    created: Mapped[datetime]
    idempotency_key: Mapped[str | None]


class Return(Base):
    """A return or exchange that was asked for. What it pays back or costs was fixed when it was made."""

    __tablename__ = "returns"
    __table_args__ = (
        UniqueConstraint("order_number", "idempotency_key"),
        CheckConstraint("refund >= 0", name="refund_not_negative"),
        CheckConstraint("charge >= 0", name="charge_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    return_number: Mapped[str] = mapped_column(unique=True)
    """Such as `R-100234`, or `E-100235` of an exchange."""
    kind: Mapped[str] = mapped_column(default="return")
    """`return` or `exchange`."""
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    status: Mapped[str]
    goods: Mapped[Decimal]
    postage: Mapped[Decimal]
    refund: Mapped[Decimal]
    charge: Mapped[Decimal] = mapped_column(default=Decimal(0))
    """What an exchange costs because the replacements are dearer."""
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
    reason: Mapped[str] = mapped_column(default="")
    """Why, as the policy names it; empty in an exchange."""
    amount: Mapped[Decimal]
    new_sku: Mapped[str | None] = mapped_column(ForeignKey("variants.sku"))
    """The variant that an exchange sends instead, and its price; empty in a return."""
    new_unit_price: Mapped[Decimal | None]

    new_variant: Mapped[Variant | None] = relationship()


class Problem(Base):
    """Something that went wrong with an order, as its customer reported it, and what was done about it."""

    __tablename__ = "problems"
    __table_args__ = (UniqueConstraint("order_number", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    problem_number: Mapped[str] = mapped_column(unique=True)
    """Such as `P-100234`."""
    order_number: Mapped[str] = mapped_column(ForeignKey("orders.order_number"), index=True)
    evidence: Mapped[str]
    remedy: Mapped[str]
    """What the policy gives, such as `refund`; empty where a person decides."""
    refund: Mapped[Decimal]
    created: Mapped[datetime]
    idempotency_key: Mapped[str | None]

    items: Mapped[list[ProblemItem]] = relationship(order_by="ProblemItem.line")


class ProblemItem(Base):
    """Pieces of one line of the order that a problem is about."""

    __tablename__ = "problem_items"
    __table_args__ = (
        ForeignKeyConstraint(["order_number", "line"], ["order_items.order_number", "order_items.line"]),
        CheckConstraint("quantity > 0", name="quantity_positive"),
    )

    problem_id: Mapped[int] = mapped_column(ForeignKey("problems.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    order_number: Mapped[str]
    quantity: Mapped[int]
    kind: Mapped[str]
    """What is wrong with them, as the policy names it, such as `damaged`."""
    amount: Mapped[Decimal]
    """What was paid for them."""
