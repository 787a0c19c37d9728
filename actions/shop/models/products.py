"""What the shop sells."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from actions.shop.models.columns import Base


def _now() -> datetime:
    return datetime.now(UTC)


class Product(Base):
    """A product page. SQLAlchemy sets `updated` with every write; other writers set it themselves."""

    __tablename__ = "products"

    product_id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    type: Mapped[str] = mapped_column(index=True)
    brand: Mapped[str]
    category: Mapped[str]
    description: Mapped[str]
    material: Mapped[str]
    features: Mapped[list[str]]
    specs: Mapped[dict[str, Any]]
    rating: Mapped[float | None]
    rating_count: Mapped[int]
    added: Mapped[datetime] = mapped_column(index=True)
    promoted: Mapped[bool] = mapped_column(default=False)
    """The shop wants it to be seen, paid for it or not; wherever it is shown, that is said."""
    updated: Mapped[datetime] = mapped_column(default=_now, onupdate=_now)

    variants: Mapped[list[Variant]] = relationship(back_populates="product", order_by="Variant.position")


class Variant(Base):
    """One thing that can be bought: a colour, size … of a product, with its own price and stock."""

    __tablename__ = "variants"
    __table_args__ = (
        CheckConstraint("stock >= 0", name="stock_not_negative"),
        CheckConstraint("price >= 0", name="price_not_negative"),
        CheckConstraint("list_price >= price", name="list_price_not_below_price"),
    )

    sku: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.product_id"), index=True)
    position: Mapped[int]
    """Its place among the product's variants, from 0."""
    colour: Mapped[str]
    size: Mapped[str]
    options: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What else tells it from the product's other variants, by name, such as `{"capacity": "1 l"}`."""
    price: Mapped[Decimal]
    list_price: Mapped[Decimal]
    """The price before an offer; equal to `price` where there is none."""
    stock: Mapped[int]
    updated: Mapped[datetime] = mapped_column(default=_now, onupdate=_now)

    product: Mapped[Product] = relationship(back_populates="variants")
