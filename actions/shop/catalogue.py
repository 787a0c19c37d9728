"""Read access to the shop's products, for everything that shows, searches or suggests them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.shop.session import Sessions


@dataclass(frozen=True, slots=True)
class VariantView:
    """One thing that can be bought."""

    sku: str
    product_id: str
    colour: str
    """Empty where the product has none; so with `size`."""
    size: str
    price: Decimal
    list_price: Decimal
    """The price before an offer; equal to `price` where there is none."""
    stock: int

    @property
    def on_offer(self) -> bool:
        return self.list_price > self.price


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product with its variants: everything that a card or a details page needs."""

    product_id: str
    title: str
    type: str
    brand: str
    category: str
    description: str
    material: str
    features: tuple[str, ...]
    specs: Mapping[str, object]
    rating: float | None
    rating_count: int
    added: datetime
    variants: tuple[VariantView, ...]

    @property
    def in_stock(self) -> tuple[VariantView, ...]:
        """The variants that can be bought now."""
        return tuple(v for v in self.variants if v.stock > 0)

    @property
    def stock(self) -> int:
        """Pieces of all variants together."""
        return sum(v.stock for v in self.variants)

    @property
    def price_from(self) -> Decimal:
        """The lowest price, of what is in stock if anything is."""
        return min(v.price for v in self.in_stock or self.variants)

    @property
    def price_to(self) -> Decimal:
        """The highest price, of what is in stock if anything is."""
        return max(v.price for v in self.in_stock or self.variants)

    @property
    def list_price(self) -> Decimal | None:
        """The list price of the cheapest variant where it is on offer, else None."""
        cheapest = min(self.in_stock or self.variants, key=lambda v: v.price)
        return cheapest.list_price if cheapest.on_offer else None

    @property
    def colours(self) -> tuple[str, ...]:
        """Every colour there is, in the variants' order, in stock or not."""
        return tuple(dict.fromkeys(v.colour for v in self.variants if v.colour))

    @property
    def sizes(self) -> tuple[str, ...]:
        """Every size there is, in the variants' order, in stock or not."""
        return tuple(dict.fromkeys(v.size for v in self.variants if v.size))

    @property
    def on_offer(self) -> bool:
        """Something that can be bought now is cheaper than its list price."""
        return any(v.on_offer for v in self.in_stock)


class Catalogue:
    """The products as they are in the database now; nothing is kept between calls.

    Products without a variant cannot be bought and are left out. Raises `actions.shop.session.ShopUnavailable` when the
    database is locked or gone.
    """

    def __init__(self, sessions: Sessions) -> None: ...

    def version(self) -> str:
        """A stamp that changes whenever a product, price or stock does; cheap to ask."""
        raise NotImplementedError

    def products(self, ids: Iterable[str] | None = None) -> list[ProductView]:
        """These products in the order asked for, unknown ids left out; all of them, by id, without `ids`."""
        raise NotImplementedError

    def variants(self, product_id: str) -> list[VariantView]:
        """The product's variants, sizes and colours in the shop's order; empty for an unknown product."""
        raise NotImplementedError

    def by_type(self, type: str) -> list[ProductView]:
        """The products of one type, such as `hiking boots`."""
        raise NotImplementedError

    def on_offer(self) -> list[ProductView]:
        """What is in stock below its list price, the largest reduction (as a share) first."""
        raise NotImplementedError

    def new_since(self, moment: datetime) -> list[ProductView]:
        """What was added since then, the newest first."""
        raise NotImplementedError
