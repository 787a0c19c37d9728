"""What shoppers call things, beside the catalogue's own words: the editable file `data/shop/synonyms.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from actions.artefacts import ArtefactError
from actions.search.measures import Measure
from actions.search.types import TRAITS, Traits

Words = tuple[str, ...]
FIRST = ("least", "most")
"""What comes first, ascending and descending."""


@dataclass(frozen=True)
class Kind:
    """A kind of product that is no type of the catalogue: a `rain jacket` is a jacket that is waterproof, a `vest` a
    down jacket whose title says so."""

    traits: Traits
    words: Words = ()
    """Other names for it."""
    titled: Words = ()
    """What the title says, one of these; anything where there is none."""


@dataclass(frozen=True)
class Titles:
    """Attributes that a product has without listing them: because its title says so, or its price."""

    audience: Words = ()
    """For whom it is; these exclude each other."""
    otherwise: Words = ()
    """For whom a product is whose title names no audience."""
    attributes: Mapping[str, Words] = field(default_factory=dict)
    """Attribute → what else in a title says it."""
    implied: Mapping[str, Words] = field(default_factory=dict)
    """Audience → further attributes of what is for them."""
    reduced: str = ""
    """What a product is that can be had below its list price; empty: nothing is called so."""

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Titles:
        """The titles as the file writes them."""
        kept: dict[str, Any] = {
            name: _words(value) if name in ("attributes", "implied") else _listed(value)
            for name, value in content.items()
            if name != "reduced"
        }
        return cls(**kept, reduced=str(content.get("reduced", "")))


@dataclass(frozen=True)
class Order:
    """An order of products by a specification: the first of `specs` that a product has, the least or the most first."""

    specs: Words
    descending: bool = False
    words: Words = ()
    """Other names for it."""
    than: Words = ()
    """What asks for more of it than something else has (`lighter`)."""
    opposite: Words = ()
    """Those of the specs of which the other end comes first: the warmest bag is for the lowest temperature, the
    warmest mat has the highest R-value."""

    def goes_down(self, spec: str) -> bool:
        """Whether what has most of one of its specs comes first."""
        return self.descending != (spec in self.opposite)


@dataclass(frozen=True)
class Synonyms:
    """Other words for what the catalogue has.

    `names` maps an entity and one of its values to other words for it, `spellings` are groups of words that
    are one word spelt differently, `kin` maps a field of `Traits` and a value to those that are not wanted either
    where it is ruled out, `not_alone` are words that mean too much else to be taken for a value by themselves, unless
    for a material that is ruled out.
    """

    names: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    spellings: tuple[Words, ...] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    kin: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    titles: Titles = field(default_factory=Titles)
    not_alone: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path) -> Synonyms:
        """Those of the file, none where there is no file; ArtefactError where it is not as it should be."""
        if not path.exists():
            return cls()
        try:
            content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            names = {entity: _words(values) for entity, values in content.get("names", {}).items()}
            kinds = {str(name): _kind(kind) for name, kind in content.get("kinds", {}).items()}
            orders = {str(name): _order(order) for name, order in content.get("orders", {}).items()}
            measures = {str(name): Measure.read(m) for name, m in content.get("measures", {}).items()}
            spellings = tuple(_listed(group) for group in content.get("spellings", []))
            titles = Titles.read(content.get("titles", {}))
            kin = {str(trait): _words(values) for trait, values in content.get("kin", {}).items()}
            not_alone = frozenset(_listed(content.get("not_alone", [])))
            return cls(names, spellings, kinds, orders, measures, kin, titles, not_alone)
        except (yaml.YAMLError, AttributeError, TypeError, KeyError, ValueError) as error:
            raise ArtefactError(
                f"{path} can't be read ({error}): its own comments say what belongs in it."
            ) from error

    def save(self, path: Path) -> None:
        """Write them so that `load` reads the same."""
        content = {
            "names": _plain(self.names),
            "spellings": [list(group) for group in self.spellings],
            "kinds": {
                name: {
                    "words": list(kind.words),
                    "titled": list(kind.titled),
                    **{t: list(getattr(kind.traits, t)) for t in TRAITS},
                }
                for name, kind in self.kinds.items()
            },
            "orders": {
                name: {
                    "specs": list(order.specs),
                    "first": FIRST[order.descending],
                    "words": list(order.words),
                    "than": list(order.than),
                    "opposite": list(order.opposite),
                }
                for name, order in self.orders.items()
            },
            "measures": {name: measure.as_content() for name, measure in self.measures.items()},
            "kin": _plain(self.kin),
            "titles": {
                "audience": list(self.titles.audience),
                "otherwise": list(self.titles.otherwise),
                "attributes": {value: list(words) for value, words in self.titles.attributes.items()},
                "implied": {who: list(words) for who, words in self.titles.implied.items()},
                "reduced": self.titles.reduced,
            },
            "not_alone": sorted(self.not_alone),
        }
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def others(self, entity: str, value: str) -> Words:
        """Other words for a value of an entity (`product_type`, `colour`, …)."""
        return tuple(self.names.get(entity, {}).get(value, ()))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every (what a shopper may say, what the catalogue says), spellings in all directions."""
        for values in self.names.values():
            for value, words in values.items():
                yield from ((word, value) for word in words)
        for name, kind in self.kinds.items():
            if len(kind.traits.types) == 1:
                meant = " ".join((*kind.traits.attributes, *kind.titled[:1], *kind.traits.types))
                yield from ((word, meant) for word in (name, *kind.words))
            else:
                yield from ((word, name) for word in kind.words)
        for group in self.spellings:
            yield from ((one, other) for one in group for other in group if one != other)


def _listed(words: Sequence[Any]) -> Words:
    if isinstance(words, str):
        raise TypeError(f"{words!r} stands where a list belongs")
    return tuple(str(word) for word in words)


def _words(values: Mapping[Any, Sequence[Any]]) -> dict[str, Words]:
    return {str(value): _listed(words) for value, words in values.items()}


def _plain(values: Mapping[str, Mapping[str, Words]]) -> dict[str, dict[str, list[str]]]:
    return {entity: {v: list(words) for v, words in named.items()} for entity, named in values.items()}


def _order(content: Mapping[str, Any]) -> Order:
    descending = bool(FIRST.index(content["first"]))
    words, than, opposite = (_listed(content.get(name, [])) for name in ("words", "than", "opposite"))
    return Order(_listed(content["specs"]), descending, words, than, opposite)


def _kind(content: Mapping[str, Sequence[Any]]) -> Kind:
    words = _words(content)
    return Kind(words=words.pop("words", ()), titled=words.pop("titled", ()), traits=Traits(**words))
