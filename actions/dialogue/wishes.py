"""What is looked for: words and filters, kept over the turns, so that "cheaper" and "in blue" build on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS, read_filters, specs_of, specs_of_attribute
from actions.dialogue.needs import kind_for
from actions.dialogue.shown import beyond_what_is_shown, spoken_of
from actions.dialogue.turn import Clause
from actions.search import Bounds, Filters, SortBy, Traits, Wish

FEW_WORDS = 3
LEAST_LESS = Decimal("0.01")


@dataclass(frozen=True)
class Wishes:
    """A search as the shopper has built it up. `before` is the search that it refines, `asked` the fields that
    questions to narrow it were about; `purposes` are what it is to serve, `gift` whether it is for somebody else."""

    text: str
    filters: Filters = field(default_factory=Filters)
    sort_by: str = SortBy.RELEVANCE
    offset: int = 0
    before: Wishes | None = None
    asked: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    gift: bool = False

    @property
    def aimed(self) -> bool:
        """Whether it is for all kinds of product that serve an aim, and not for a kind."""
        return self.gift or bool(self.purposes)

    def __bool__(self) -> bool:
        return bool(self.text or self.filters)

    @classmethod
    def read(cls, clause: Clause, context: Context) -> Wishes:
        """The search that a message asks for."""
        sort_by = str(clause.first("sort_by") or SortBy.RELEVANCE)
        filters = read_filters(clause, context)
        if kind := kind_for(clause, context):
            filters = replace(filters, types=(kind,), telling="", not_telling="")
        return cls(words(clause, context), filters, sort_by)

    def only_narrows(self, context: Context) -> bool:
        """Whether it is a trait or two and nothing to look for ("mens", "size 11"), which narrows what was shown."""
        few = len(context.language.words(self.text)) <= FEW_WORDS
        return few and bool(self.filters) and not (self.filters.types or self.filters.products)

    def refined(self, clause: Clause, context: Context) -> Wishes:
        """This search with what the message adds or changes: a new value of a field takes the old one's place."""
        said = read_filters(clause, context, self.filters)
        if said.types and not set(said.types) & set(self.filters.types):
            other_kind = replace(said, price_max=said.price_max or self.filters.price_max)
            if self.aimed:
                attributes = _with_attributes(self.filters, said, context)
                other_kind = replace(other_kind, attributes=attributes)
            return Wishes(words(clause, context), other_kind, before=self.root())
        changes: dict[str, Any] = {
            name: getattr(said, name) for name in FIELDS.values() if getattr(said, name)
        }
        if beyond := beyond_what_is_shown(clause, context):
            said = replace(said, measures=(*said.measures, beyond))
        changes["attributes"] = _with_attributes(self.filters, said, context)
        changes["measures"] = _with_bounds(self.filters, said, context)
        changes |= {
            name: getattr(said, name)
            for name in ("price_min", "price_max")
            if getattr(said, name) is not None
        }
        for name in ("telling", "not_telling"):
            changes[name] = " ".join(filter(None, (getattr(self.filters, name), getattr(said, name))))
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
        refined = replace(self, filters=filters, sort_by=sort_by, offset=0, before=self.root())
        return replace(refined, purposes=(), gift=False) if said.types else refined

    def root(self) -> Wishes:
        """This search as its successor remembers it: its first page, without what came before."""
        return replace(self, offset=0, before=None)

    def next_page(self, size: int) -> Wishes:
        return replace(self, offset=self.offset + size)

    def giving_up(self, wish: Wish) -> Wishes:
        return replace(self, filters=self.filters.giving_up(wish), offset=0)

    def _below_what_is_shown(self, context: Context) -> Decimal | None:
        """A limit just below the middle one of the prices shown, or the price of the product spoken of."""
        prices = sorted(product.price_from for product in spoken_of(context))
        return prices[len(prices) // 2] - LEAST_LESS if prices else None

    def as_slot(self) -> dict[str, Any]:
        """As JSON keeps it."""
        slot: dict[str, Any] = {"text": self.text, "sort_by": str(self.sort_by), "offset": self.offset}
        slot["asked"] = list(self.asked)
        slot |= {"purposes": list(self.purposes), "gift": self.gift}
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
        values["measures"] = tuple(Bounds(**bounds) for bounds in kept.get("measures", ()))
        for name in ("price_min", "price_max"):
            values[name] = None if values[name] is None else Decimal(values[name])
        before = cls.from_slot(slot["before"]) if slot.get("before") else None
        return cls(
            slot["text"],
            Filters(**values, without=without),
            slot["sort_by"],
            slot["offset"],
            before,
            tuple(slot.get("asked", ())),
            tuple(slot.get("purposes", ())),
            bool(slot.get("gift")),
        )


def words(clause: Clause, context: Context) -> str:
    """The message's words for the search, or nothing where a button sent it: then the filters say it all."""
    return "" if clause.text.startswith("/") else clause.text


def _with_attributes(before: Filters, said: Filters, context: Context) -> tuple[str, ...]:
    """The attributes with those that are said now, each in place of what it excludes: `3-person` of `2-person`."""
    titles, counted = context.services.search.synonyms.titles, specs_of(said.measures, context)
    groups = [
        set(group) for group in (titles.audience, titles.attributes) if set(group) & set(said.attributes)
    ]
    kept = (
        value
        for value in before.attributes
        if not any(value in group for group in groups)
        and specs_of_attribute(value, context).isdisjoint(counted)
    )
    return tuple(dict.fromkeys((*kept, *said.attributes)))


def _with_bounds(before: Filters, said: Filters, context: Context) -> tuple[Bounds, ...]:
    """The bounds with those that are said now, each in place of what is measured by the same."""
    counted = specs_of(said.measures, context)
    counted |= {spec for value in said.attributes for spec in specs_of_attribute(value, context)}
    return (*(b for b in before.measures if specs_of((b,), context).isdisjoint(counted)), *said.measures)


def _merged(one: Traits, other: Traits) -> Traits:
    return Traits(
        **{name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in asdict(one)}
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value
