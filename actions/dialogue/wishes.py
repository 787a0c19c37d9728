"""What is looked for: words and filters, kept over the turns, so that "cheaper" and "in blue" build on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.turn import Clause
from actions.search import Filters, SortBy, Traits, Wish

FIELDS = {
    "product_type": "types",
    "brand": "brands",
    "colour": "colours",
    "size": "sizes",
    "material": "materials",
    "attribute": "attributes",
}
"""Entity → filter."""
FEW_WORDS = 3
LEAST_LESS = Decimal("0.01")


@dataclass(frozen=True)
class Wishes:
    """A search as the shopper has built it up. `before` is the search that it refines, `asked` the fields that
    questions to narrow it were about."""

    text: str
    filters: Filters = field(default_factory=Filters)
    sort_by: str = SortBy.RELEVANCE
    offset: int = 0
    before: Wishes | None = None
    asked: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.filters)

    @classmethod
    def read(cls, clause: Clause, context: Context) -> Wishes:
        """The search that a message asks for."""
        sort_by = str(clause.first("sort_by") or SortBy.RELEVANCE)
        return cls(words(clause, context), read_filters(clause), sort_by)

    def only_narrows(self, context: Context) -> bool:
        """Whether it is a trait or two and nothing to look for ("mens", "size 11"), which narrows what was shown."""
        few = len(context.language.words(self.text)) <= FEW_WORDS
        return few and bool(self.filters) and not (self.filters.types or self.filters.products)

    def refined(self, clause: Clause, context: Context) -> Wishes:
        """This search with what the message adds or changes: a new value of a field takes the old one's place."""
        said = read_filters(clause)
        if said.types and not set(said.types) & set(self.filters.types):
            other_kind = replace(said, price_max=said.price_max or self.filters.price_max)
            return Wishes(words(clause, context), other_kind, before=self.root())
        changes: dict[str, Any] = {
            name: getattr(said, name) for name in FIELDS.values() if getattr(said, name)
        }
        changes["attributes"] = tuple(dict.fromkeys((*self.filters.attributes, *said.attributes)))
        changes |= {
            name: getattr(said, name)
            for name in ("price_min", "price_max")
            if getattr(said, name) is not None
        }
        changes["without"] = _merged(self.filters.without, said.without)
        sort_by = str(clause.first("sort_by") or self.sort_by)
        if context.language.says(clause.text, "cheaper"):
            sort_by = self.sort_by
            if said.price_max is None and (limit := self._below_what_is_shown(context)):
                changes["price_max"] = limit
        filters = replace(self.filters, **changes)
        for name in FIELDS.values():
            ruled_out = set(getattr(said.without, name))
            kept: Any = tuple(value for value in getattr(filters, name) if value not in ruled_out)
            filters = replace(filters, **{name: kept})
        return Wishes(self.text, filters, sort_by, before=self.root(), asked=self.asked)

    def root(self) -> Wishes:
        """This search as its successor remembers it: its first page, without what came before."""
        return replace(self, offset=0, before=None)

    def next_page(self, size: int) -> Wishes:
        return replace(self, offset=self.offset + size)

    def giving_up(self, wish: Wish) -> Wishes:
        return replace(self, filters=self.filters.giving_up(wish), offset=0)

    def describe(self, context: Context) -> str:
        """The search in a few words, such as `brown, waterproof hiking boots under $150`."""
        f, money = self.filters, context.formats.money
        adjectives = ", ".join((*f.colours, *f.materials, *f.attributes, *f.brands))
        nouns = context.formats.listing(f.types) if f.types else "" if self.filters else self.text
        parts = [adjectives, nouns]
        if f.sizes:
            parts.append(context.text("utter_in_size", size="/".join(f.sizes)))
        if f.price_min is not None:
            parts.append(context.text("utter_from_price", price=money(f.price_min)))
        if f.price_max is not None:
            parts.append(context.text("utter_up_to_price", price=money(f.price_max)))
        return " ".join(part for part in parts if part)

    def _below_what_is_shown(self, context: Context) -> Decimal | None:
        """A limit just below the middle one of the prices shown."""
        shown = context.services.catalogue.products(context.turn.slot("shown", []))
        prices = sorted(product.price_from for product in shown)
        return prices[len(prices) // 2] - LEAST_LESS if prices else None

    def as_slot(self) -> dict[str, Any]:
        """As JSON keeps it."""
        slot: dict[str, Any] = {"text": self.text, "sort_by": str(self.sort_by), "offset": self.offset}
        slot["asked"] = list(self.asked)
        slot["filters"] = {key: _plain(value) for key, value in asdict(self.filters).items()}
        if self.before:
            slot["before"] = self.before.as_slot()
        return slot

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any]) -> Wishes:
        """What `as_slot` made."""
        if not slot:
            return cls("")
        kept = dict(slot["filters"])
        without = Traits(**{key: tuple(value) for key, value in kept.pop("without").items()})
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in kept.items()
        }
        for name in ("price_min", "price_max"):
            values[name] = None if values[name] is None else Decimal(values[name])
        before = cls.from_slot(slot["before"]) if slot.get("before") else None
        return cls(slot["text"], Filters(**values, without=without), slot["sort_by"], slot["offset"], before)


def read_filters(clause: Clause) -> Filters:
    """The filters that a message's entities ask for and rule out."""
    asked: dict[str, Any] = {name: tuple(map(str, clause.values(kind))) for kind, name in FIELDS.items()}
    ruled_out = {name: tuple(map(str, clause.excluded(kind))) for kind, name in FIELDS.items()}
    products = tuple(entity.id for entity in clause.entities if entity.kind == "product" and entity.id)
    prices: dict[str, Any] = {kind: _price(clause.first(kind)) for kind in ("price_min", "price_max")}
    return Filters(**asked, products=products, **prices, without=Traits(**ruled_out))


def words(clause: Clause, context: Context) -> str:
    """The message's words for the search, or nothing where a button sent it: then the filters say it all."""
    return "" if clause.text.startswith("/") else clause.text


def _merged(one: Traits, other: Traits) -> Traits:
    return Traits(
        **{name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in asdict(one)}
    )


def _price(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value
