"""What the product search takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that can be bought; `colour` and `size` are empty where the product has none."""

    sku: str
    colour: str
    size: str
    price: Decimal
    stock: int
    options: Mapping[str, str] = field(default_factory=dict)
    """What else tells it from the product's other variants, by name."""


@dataclass(frozen=True, slots=True)
class ProductDocument:
    """All that the search knows of one product."""

    product_id: str
    title: str
    type: str
    brand: str
    category: str
    description: str
    materials: tuple[str, ...]
    attributes: tuple[str, ...]
    implied: tuple[str, ...]
    """Attributes that follow from the title (`women's`) or the price (`reduced`), for the filters alone."""
    specs: Mapping[str, object]
    rating: float | None
    rating_count: int
    added: datetime
    variants: tuple[Variant, ...]


class SortBy(StrEnum):
    """The order of the hits; equal ones follow by relevance. A shop's synonyms may name further orders."""

    RELEVANCE = "relevance"
    PRICE_ASC = "price_asc"
    PRICE_DESC = "price_desc"
    RATING = "rating"
    NEWEST = "newest"


@dataclass(frozen=True)
class Traits:
    """What a product can be: the values of one field are alternatives, those of `attributes` must all hold.

    A value covers its narrower ones: the type `jacket` a `rain jacket`, the colour `green` a `forest green`,
    the material `leather` a `nubuck leather`. `types` may also name a category, `products` are product ids.
    """

    types: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in TRAITS)

    def plus(self, other: Traits) -> Self:
        """The same with another's values."""
        both = {name: (*getattr(self, name), *getattr(other, name)) for name in TRAITS}
        return replace(self, **{name: tuple(dict.fromkeys(values)) for name, values in both.items()})

    def but(self, other: Traits) -> Self:
        """The same without another's values."""
        rest = {name: [v for v in getattr(self, name) if v not in getattr(other, name)] for name in TRAITS}
        return replace(self, **{name: tuple(values) for name, values in rest.items()})


TRAITS = tuple(each.name for each in fields(Traits))


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a measure there must be, bounds included; `said` are the shopper's words for it. What is nearest to
    `near`, if that is given, fits best."""

    measure: str
    low: float | None
    high: float | None
    said: str
    near: float | None = None


@dataclass(frozen=True)
class Filters(Traits):
    """What a hit must meet, exactly: one variant must have colour, size, price and measures (bounds included) together.

    `in_stock` asks that this very variant can be bought; `without` is what the product, or that variant, must
    not be. `telling` are the shopper's other words: of the products of a kind, those are meant of whose titles, types
    and features as many of these words speak as of any (`gravel` of bikes), and of `not_telling` none.
    """

    price_min: Decimal | None = None
    price_max: Decimal | None = None
    rating_min: float | None = None
    measures: tuple[Bounds, ...] = ()
    telling: str = ""
    not_telling: str = ""
    in_stock: bool = True
    without: Traits = field(default_factory=Traits)

    def __bool__(self) -> bool:
        return bool(self.wishes())

    def wishes(self) -> tuple[Wish, ...]:
        """Everything that is asked for here, each part that can be given up by itself; `in_stock` comes
        last."""
        found = [
            Wish(name, getattr(self, name)) for name in TRAITS if name != "attributes" and getattr(self, name)
        ]
        found += [Wish("attributes", (value,)) for value in self.attributes]
        for name in ("price_min", "price_max", "rating_min"):
            if getattr(self, name) is not None:
                found.append(Wish(name, (str(getattr(self, name)),)))
        found += [Wish("measures", (bounds.said,)) for bounds in self.measures]
        for name in TRAITS:
            found += [Wish(name, (value,), excluded=True) for value in getattr(self.without, name)]
        return tuple(found)

    def giving_up(self, wish: Wish) -> Filters:
        """The same without this wish."""
        traits: Traits = self.without if wish.excluded else self
        change: dict[str, Any] = {wish.field: False if wish.field == "in_stock" else None}
        if wish.field == "measures":
            change = {"measures": tuple(b for b in self.measures if b.said not in wish.values)}
        elif wish.field in TRAITS:
            change = {wish.field: tuple(v for v in getattr(traits, wish.field) if v not in wish.values)}
        return (
            replace(self, without=replace(self.without, **change))
            if wish.excluded
            else replace(self, **change)
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing asked for: a field of `Filters` and the values that would satisfy it (or, `excluded`, must
    not)."""

    field: str
    values: tuple[str, ...]
    excluded: bool = False

    @property
    def is_firm(self) -> bool:
        """Whether it is never given up unasked: who rules out a material may not stand it."""
        return self.excluded and self.field == "materials"


@dataclass(frozen=True, slots=True)
class Match:
    """A filter that a hit met, with the product's own value: `Match("types", "rain jacket")` for the type
    jacket."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A product found. `score` is its relevance, 0 to about 1; `confident` says that it is likely what was asked for
    and not only what comes nearest to it; `sku`, `price`, `colour` and `size` are those of the cheapest variant
    that meets the filters; `words` are the shopper's words that the product's texts contain."""

    product_id: str
    score: float
    sku: str
    price: Decimal
    colour: str
    size: str
    words: tuple[str, ...]
    matches: tuple[Match, ...]
    confident: bool


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One wish that, given up alone, lets `count` products through; `hits` are the first of them and
    `instead` the values that they offer in its place, the most frequent first (for a price, the one nearest
    to the wish)."""

    wish: Wish
    count: int
    hits: tuple[Hit, ...]
    instead: tuple[str, ...]
