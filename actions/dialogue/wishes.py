"""What is looked for: words and filters, kept over the turns, so that "cheaper" and "in blue" build on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from actions.dialogue.audience import only_for, shown_for
from actions.dialogue.context import Context
from actions.dialogue.filters import (
    FIELDS,
    others_of_kinds_ruled_out,
    read_filters,
    specs_of,
    specs_of_attribute,
)
from actions.dialogue.needs import kind_for
from actions.dialogue.relaxing import relaxed
from actions.dialogue.shown import beyond_what_is_shown, spoken_of
from actions.dialogue.turn import WISH, Clause
from actions.search import Bounds, Filters, Hit, SortBy, Traits, Wish
from actions.search.asking import ASKING
from actions.text import Analyser

ANALYSER = Analyser(ignoring=ASKING)
FEW_WORDS = 3
LEAST_LESS = Decimal("0.01")
NEARLY = Decimal("0.95")
"""The share of a limit to which it may be rounded down."""


@dataclass(frozen=True)
class Wishes:
    """A search as the shopper has built it up.

    `offset` is how many products were shown before its page, `before` the search that it refines, `asked` the fields
    that questions to narrow it were about; `purposes` are what it is to serve, `gift` whether it is for somebody else;
    `guessed` says that its kind of product was not named but read out of what was told.
    """

    text: str
    filters: Filters = field(default_factory=Filters)
    sort_by: str = SortBy.RELEVANCE
    offset: int = 0
    before: Wishes | None = None
    asked: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    gift: bool = False
    guessed: bool = False

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
        kind = kind_for(clause, context)
        if kind:
            filters = replace(filters, types=(kind,), telling="", not_telling="")
        elif not cls.before_this(context):
            filters = others_of_kinds_ruled_out(filters, (), context)
        guessed = bool(kind) and not clause.values("product_type")
        return cls(words(clause, context), filters, sort_by, guessed=guessed)

    @classmethod
    def before_this(cls, context: Context) -> Wishes:
        """The search so far."""
        return cls.from_slot(context.turn.slot("search", {}))

    def is_met_by(self, hit: Hit) -> bool:
        """Whether a product speaks of all that the words say."""
        met = {word for said in hit.words for word in said.split()}
        said = set(content_words(self.text))
        return bool(said) and said <= met

    def only_narrows(self, context: Context) -> bool:
        """Whether it is a trait or two and nothing to look for ("mens", "for men in size 11"), which narrows what was
        shown; so is what is hardly taken for a search, or rules something out of it."""
        wish = context.turn.wish
        few = len(context.language.words(self.text)) <= FEW_WORDS or not content_words(wish.unnamed)
        rules_out = bool(self.filters.without or self.filters.not_telling)
        named = self.filters.types or self.filters.products
        return bool(self.filters) and not named and (few or rules_out or wish.confidence < WISH)

    def is_continued_by(self, other: Wishes, context: Context) -> bool:
        """Whether a search that names a kind only tells more of this one: the kind is named by the way, or there was
        none named so far, or several, of which it is one."""
        mine, kinds = self.filters.types, other.filters.types
        wish = context.turn.wish
        if self.without_asides(wish, context) != wish:
            return True
        if other.guessed or not kinds or self.filters.products:
            return False
        of_mine = _narrower(mine, kinds) or (len(mine) > 1 and set(kinds) < set(mine))
        return bool(of_mine) or (bool(self.filters) and (self.guessed or not mine))

    def without_asides(self, clause: Clause, context: Context) -> Clause:
        """A message without the kinds of product that it names only to tell more of what is looked for: daypacks "for
        commuting by bike", suitcases, but "only hard shell"."""
        language, search = context.language, context.services.search
        aside = [
            entity for entity in clause.entities if entity.kind == "product_type" and entity.role != "not"
        ]
        mine = Filters(types=self.filters.types)
        if not aside or not mine or {str(entity.value) for entity in aside} & set(mine.types):
            return clause
        tells_more = any(
            language.words(clause.text)[: len(phrase)] == phrase
            for phrase in map(language.words, language.phrases("tells_more"))
        )
        if not tells_more and language.says(clause.text, "merely"):
            said = " ".join(clause.text[entity.start : entity.end] for entity in aside)
            tells_more = search.count("", replace(mine, telling=said)) < search.count("", mine)
        return (
            clause.part(clause.text, tuple(e for e in clause.entities if e not in aside))
            if tells_more
            else clause
        )

    def refined(self, clause: Clause, context: Context) -> Wishes:
        """This search with what the message adds, changes or gives up: a new value of a field takes the old one's
        place."""
        kept, clause = relaxed(self.filters, self.without_asides(clause, context), context)
        gave_up = kept != self.filters
        said = others_of_kinds_ruled_out(read_filters(clause, context, kept), kept.types, context)
        if gave_up:
            said = replace(said, telling="", not_telling="")
        if owned(clause, context):
            said = replace(said, types=(), telling="", without=replace(said.without, types=said.types))
        if said.types and not set(said.types) & set(kept.types):
            if self.aimed:
                attributes = _with_attributes(self.filters, said, context)
                limit = said.price_max or self.filters.price_max
                of_kind = replace(said, price_max=limit, attributes=attributes)
                return Wishes(words(clause, context), of_kind, before=self.root())
            if narrower := _narrower(kept.types, said.types):
                kept, said = replace(kept, types=()), replace(said, types=narrower)
            elif self.guessed or not (kept.types or kept.products):
                kept = replace(kept, types=(), telling="", not_telling="")
            else:
                said = replace(said, price_max=said.price_max or kept.price_max)
                return self.followed_by(Wishes(words(clause, context), said), context)
        changes: dict[str, Any] = {
            name: getattr(said, name) for name in FIELDS.values() if getattr(said, name)
        }
        if beyond := beyond_what_is_shown(clause, context):
            said = replace(said, measures=(*said.measures, beyond))
        changes["attributes"] = _with_attributes(kept, said, context)
        changes["measures"] = _with_bounds(kept, said, context)
        changes |= {
            name: getattr(said, name)
            for name in ("price_min", "price_max", "rating_min")
            if getattr(said, name) is not None
        }
        for name in ("telling", "not_telling"):
            changes[name] = " ".join(filter(None, (getattr(kept, name), getattr(said, name))))
        changes["without"] = kept.without.but(said).plus(said.without)
        sort_by = str(clause.first("sort_by") or self.sort_by)
        if context.language.says(clause.text, "cheaper"):
            sort_by = self.sort_by
            if said.price_max is None and (limit := self._below_what_is_shown(context)):
                changes["price_max"] = limit
        filters = replace(kept, **changes)
        filters = filters.but(said.without)
        text = (
            words(clause, context) if said.types and not kept.types else f"{self.text} {said.telling}".strip()
        )
        refined = replace(self, filters=filters, sort_by=sort_by, offset=0, before=self.root())
        if self.aimed and not said.types:
            return refined
        guessed = self.guessed and not said.types
        return replace(refined, text=text, guessed=guessed, purposes=(), gift=False)

    def followed_by(self, other: Wishes, context: Context) -> Wishes:
        """Another search after this one: for the same people, unless it says for whom, where the shop has for them what
        is for nobody else, and without the materials that were ruled out."""
        audience = context.services.search.synonyms.titles.audience
        told = {*other.filters.attributes, *other.filters.without.attributes} & set(audience)
        attributes = other.filters.attributes
        mine = set(self.filters.attributes) & set(audience) or shown_for(context)
        for who in () if told or not other.filters.types else mine:
            if only_for(who, Filters(types=other.filters.types), context):
                attributes = (*attributes, who)
        kept = Traits(materials=self.filters.without.materials).but(other.filters)
        without = kept.plus(other.filters.without)
        filters = replace(other.filters, attributes=attributes, without=without)
        return replace(
            other, filters=filters, before=self.root() if self.text or self.filters.types else None
        )

    def root(self) -> Wishes:
        """This search as its successor remembers it: its first page, without what came before."""
        return replace(self, offset=0, before=None)

    def after(self, shown: int) -> Wishes:
        """Its next page, where so many products were shown."""
        return replace(self, offset=shown)

    def giving_up(self, wish: Wish) -> Wishes:
        return replace(self, filters=self.filters.giving_up(wish), offset=0)

    def _below_what_is_shown(self, context: Context) -> Decimal | None:
        """A limit just below the middle one of the prices shown, or the price of the product spoken of."""
        prices = sorted(product.price_from for product in spoken_of(context))
        if not prices:
            return None
        below = prices[len(prices) // 2] - LEAST_LESS
        whole = below.quantize(Decimal(1), ROUND_FLOOR)
        return whole if whole >= below * NEARLY else below  # "up to $54", and no odd cents

    def as_slot(self) -> dict[str, Any]:
        """As JSON keeps it."""
        slot: dict[str, Any] = {"text": self.text, "sort_by": str(self.sort_by), "offset": self.offset}
        slot["asked"], slot["guessed"] = list(self.asked), self.guessed
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
            bool(slot.get("guessed")),
        )


def content_words(text: str) -> list[str]:
    """The words of a message that say what is looked for."""
    return ANALYSER.content_words(text)


def owned(clause: Clause, context: Context) -> bool:
    """Whether a message names a kind of which somebody has one already, and so wants none."""
    says = context.language.says
    return bool(clause.values("product_type")) and says(clause.text, "already") and says(clause.text, "has")


def words(clause: Clause, context: Context) -> str:
    """The message's words for the search, but for what they say of ratings, of which no product's texts speak; nothing
    where a button sent it: then the filters say it all."""
    if clause.text.startswith("/"):
        return ""
    for rating in (entity for entity in clause.entities if entity.kind == "rating_min"):
        clause = clause.without(rating.start, rating.end)
    return clause.text


def _narrower(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """Which of several kinds that were looked for are meant by a shorter name: of rain jackets and rain trousers `the
    trousers`."""
    several = before if len(before) > 1 else ()
    return tuple(kind for kind in several if any(kind.endswith(f" {short}") for short in said))


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


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value
