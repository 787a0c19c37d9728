"""What is looked for: words and filters, kept over the turns, so that "cheaper" and "in blue" build on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import others_of_kinds_ruled_out, read_filters
from actions.dialogue.finding.needs import kind_for
from actions.search import Bounds, Filters, Hit, SortBy, Traits, Wish
from actions.search.asking import ASKING
from actions.text import Analyser

ANALYSER = Analyser(ignoring=ASKING)
ROUGHLY = Decimal("0.6")
"""Share of the highest price from which on the lowest one only says "about so much"."""


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

    @property
    def of_all(self) -> bool:
        """Whether it is for what comes first of everything: "your cheapest product"."""
        return not self and self.sort_by != SortBy.RELEVANCE

    @classmethod
    def read(cls, clause: Clause, context: Context) -> Wishes:
        """The search that a message asks for."""
        sort_by = str(clause.first("sort_by") or SortBy.RELEVANCE)
        filters = read_filters(clause, context)
        kind = kind_for(clause, context)
        of_kind = replace(filters, types=(kind,), telling="", not_telling="") if kind else filters
        needed = bool(kind) and context.services.search.count("", of_kind) > 0
        if needed:
            filters = of_kind
        elif not cls.before_this(context):
            filters = others_of_kinds_ruled_out(filters, (), context)
        guessed = needed and not clause.values("product_type")
        said = set(content_words(clause.unnamed)) - set(context.language.phrases("of_shop"))
        of_all = not (said or filters) and sort_by != SortBy.RELEVANCE
        return cls("" if of_all else words(clause, context), filters, sort_by, guessed=guessed)

    @classmethod
    def before_this(cls, context: Context) -> Wishes:
        """The search so far."""
        return cls.from_slot(context.turn.slot("search", {}))

    def is_met_by(self, hit: Hit) -> bool:
        """Whether a product speaks of all that the words say."""
        met = {word for said in hit.words for word in said.split()}
        said = set(content_words(self.text))
        return bool(said) and said <= met

    def root(self) -> Wishes:
        """This search as its successor remembers it: its first page, without what came before."""
        return replace(self, offset=0, before=None)

    def after(self, shown: int) -> Wishes:
        """Its next page, where so many products were shown."""
        return replace(self, offset=shown)

    def giving_up(self, wish: Wish) -> Wishes:
        """This search without a wish; "about 30" is one, though it has two limits."""
        filters, low, high = self.filters.giving_up(wish), self.filters.price_min, self.filters.price_max
        if wish.field in ("price_min", "price_max") and low and high and low / high >= ROUGHLY:
            filters = replace(filters, price_min=None, price_max=None)
        return replace(self, filters=filters, offset=0)

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


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value
