"""Read access to the shop's products, for everything that shows, searches or suggests them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import ColumnElement, func, select

from actions.shop.models import Product, Variant
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
    options: Mapping[str, str] = field(default_factory=dict)
    """What else tells it from the product's other variants, by name."""

    @property
    def on_offer(self) -> bool:
        return self.list_price > self.price

    @property
    def unit_price(self) -> Decimal:
        """The price, as lines of carts and orders call it."""
        return self.price

    @property
    def traits(self) -> dict[str, str]:
        """All that tells it from the product's other variants: size and colour, as far as it has them, and options."""
        named = {"size": self.size, "colour": self.colour, **self.options}
        return {name: value for name, value in named.items() if value}


EDITION = " – "
"""What stands in a title between a product's name and the edition that it is: `… Boots – Men's`."""


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
    promoted: bool = False
    """The shop wants it to be seen; wherever it is shown, that is said."""

    @property
    def name(self) -> str:
        """The title without the edition."""
        return self.title.partition(EDITION)[0]

    @property
    def edition(self) -> str:
        """Whom or what this one of several of its name is for; empty where it is the only one."""
        return self.title.partition(EDITION)[2]

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
    def colours(self) -> tuple[str, ...]:
        """Every colour there is, in the variants' order, in stock or not."""
        return tuple(dict.fromkeys(v.colour for v in self.variants if v.colour))

    @property
    def sizes(self) -> tuple[str, ...]:
        """Every size there is, in the variants' order, in stock or not."""
        return tuple(dict.fromkeys(v.size for v in self.variants if v.size))

    @property
    def options(self) -> dict[str, tuple[str, ...]]:
        """What the variants can differ by beside size and colour → its values, in the variants' order, in stock or
        not."""
        values: dict[str, dict[str, None]] = {}
        for variant in self.variants:
            for name, value in variant.options.items():
                values.setdefault(name, {})[value] = None
        return {name: tuple(several) for name, several in values.items()}

    @property
    def on_offer(self) -> bool:
        """Something that can be bought now is cheaper than its list price."""
        return any(v.on_offer for v in self.in_stock)

    @property
    def reduction(self) -> Decimal:
        """The largest share, from 0 to 1, that is taken off the list price of something in stock."""
        return max((1 - v.price / v.list_price for v in self.in_stock if v.on_offer), default=Decimal(0))


class Catalogue:
    """The products as they are in the database now; nothing is kept between calls.

    Products without a variant cannot be bought and are left out. Raises
    `actions.shop.session.ShopUnavailable` when the database is locked or gone.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def version(self) -> str:
        """A stamp that changes whenever a product, price or stock does.

        Whoever writes to the database without SQLAlchemy's models has to set `updated`, too, or what cancels out in
        the sums of prices and stock, and a text that is changed, goes unseen. It costs one pass over the variants,
        about a millisecond for five thousand.
        """
        products = select(func.count(), func.max(Product.updated))
        variants = select(
            func.count(),
            func.max(Variant.updated),
            func.sum(Variant.stock),
            func.sum(Variant.price),
            func.sum(Variant.list_price),
        )
        with self._sessions.reading() as session:
            facts = (*session.execute(products).one(), *session.execute(variants).one())
        return sha256("|".join(map(str, facts)).encode()).hexdigest()[:16]

    def products(self, ids: Iterable[str] | None = None) -> list[ProductView]:
        """These products in the order asked for, unknown ids left out; all of them, by id, without `ids`."""
        if ids is None:
            return self._load()
        wanted = list(dict.fromkeys(ids))
        found = {product.product_id: product for product in self._load(Product.product_id.in_(wanted))}
        return [found[product_id] for product_id in wanted if product_id in found]

    def variants(self, product_id: str) -> list[VariantView]:
        """The product's variants, in the shop's order; empty for an unknown product."""
        return [variant for product in self.products([product_id]) for variant in product.variants]

    def by_type(self, type: str) -> list[ProductView]:
        """The products of one type, such as `hiking boots`."""
        return self._load(Product.type == type)

    def on_offer(self) -> list[ProductView]:
        """What is in stock below its list price, the largest reduction (as a share) first."""
        reduced = select(Variant.product_id).where(Variant.list_price > Variant.price, Variant.stock > 0)
        offers = self._load(Product.product_id.in_(reduced))
        return sorted(offers, key=lambda product: product.reduction, reverse=True)

    def _load(self, *conditions: ColumnElement[bool]) -> list[ProductView]:
        columns = (getattr(Product, each.name) for each in fields(ProductView) if each.name != "variants")
        products = select(*columns).where(*conditions).order_by(Product.product_id)
        variants = (
            select(*(getattr(Variant, each.name) for each in fields(VariantView)))
            .join(Variant.product)
            .where(*conditions)
            .order_by(Variant.product_id, Variant.position)
        )
        with self._sessions.reading() as session:
            by_product: dict[str, list[VariantView]] = {}
            for row in session.execute(variants):
                by_product.setdefault(row.product_id, []).append(VariantView(*row))
            return [
                ProductView(
                    **{**row._mapping, "features": tuple(row.features)},
                    variants=tuple(by_product[row.product_id]),
                )
                for row in session.execute(products)
                if row.product_id in by_product
            ]
