"""What shoppers mean to buy."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from actions.shop.models.columns import Base
from actions.shop.models.products import Variant


class CartItem(Base):
    """Pieces of one variant in a cart: a signed-in customer's own, or a stranger's, kept for the conversation."""

    __tablename__ = "cart_items"
    __table_args__ = (
        UniqueConstraint("customer_id", "sku"),
        UniqueConstraint("conversation", "sku"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("(customer_id IS NULL) <> (conversation IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.customer_id"))
    conversation: Mapped[str | None]
    sku: Mapped[str] = mapped_column(ForeignKey("variants.sku"), index=True)
    quantity: Mapped[int]
    added: Mapped[datetime]

    variant: Mapped[Variant] = relationship()
