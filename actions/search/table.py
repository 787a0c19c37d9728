"""The products' exact properties in columns, and the filters over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from actions.search.facets import Covers, Facet, Phrase, made_of, narrower, same
from actions.search.measures import Measured
from actions.search.synonyms import Kind, Order, Synonyms
from actions.search.types import Filters, ProductDocument, Traits
from actions.text import Analyser

VARIANT_TRAITS = ("colours", "sizes")
PRODUCT_TRAITS = ("types", "brands", "materials", "attributes", "products")


@dataclass(frozen=True)
class Selection:
    """What the filters let through: rows of products, and of each its cheapest variant that meets them."""

    rows: NDArray[np.intp]
    """Ascending."""
    variants: NDArray[np.intp]

    def among(self, rows: NDArray[np.intp]) -> Selection:
        """The same for these of its rows alone."""
        places = np.searchsorted(self.rows, np.unique(rows))
        return Selection(self.rows[places], self.variants[places])


class Table:
    """Columns over products and over their variants; a product's variants lie together, the cheapest
    first."""

    def __init__(self, documents: Sequence[ProductDocument], analyser: Analyser, synonyms: Synonyms) -> None:
        self.documents = documents
        self.row_of = {document.product_id: row for row, document in enumerate(documents)}
        self.variants = [
            v for document in documents for v in sorted(document.variants, key=lambda v: v.price)
        ]
        self.prices = np.array([_cents(v.price) for v in self.variants], dtype=np.int64)
        self.ratings = np.array([document.rating or 0 for document in documents], dtype=np.float32)
        self.added = np.array([document.added.timestamp() for document in documents])
        self.quality = _quality(documents)
        counts = [len(document.variants) for document in documents]
        self._owner = np.repeat(np.arange(len(documents)), counts)
        self._available = np.array([v.stock > 0 for v in self.variants], dtype=bool)

        def facet(
            values: Iterable[Iterable[str]], covers: Covers, phrase: Callable[[str], Phrase] = analyser.phrase
        ) -> Facet:
            return Facet([[v for v in of_row if v] for of_row in values], phrase, covers)

        self._facets = {
            "types": facet(_kinds(documents, analyser.phrase), narrower),
            "brands": facet(((d.brand,) for d in documents), same),
            "materials": facet((d.materials for d in documents), made_of),
            "attributes": facet(((*d.attributes, *d.implied) for d in documents), same),
            "products": facet(((d.product_id,) for d in documents), same, lambda product_id: (product_id,)),
            "colours": facet(((v.colour,) for v in self.variants), narrower),
            "sizes": facet(((v.size,) for v in self.variants), same),
        }

        self.measured = Measured(documents, self._owner, self.variants, synonyms.measures)
        self.orders = {name: _by_spec(documents, order) for name, order in synonyms.orders.items()}
        self._phrase = analyser.phrase
        self._kin = synonyms.kin
        self._selected = lru_cache(maxsize=16)(self._select)
        self.extents = lru_cache(maxsize=16)(self._extents)
        self._titled = lru_cache(maxsize=None)(self._with_title)
        self._kinds = {
            analyser.phrase(word): kind
            for name, kind in synonyms.kinds.items()
            for word in (name, *kind.words)
        }

    def covered(self, trait: str, wish: str) -> frozenset[str]:
        """The values of a trait (a field of `Traits`) that satisfy a wish."""
        kind = self._kind(trait, wish)
        wishes = (wish, *kind.traits.types) if kind else (wish,)
        return frozenset(value for each in wishes for value in self._facets[trait].covered(each))

    def of_type(self, wish: str) -> NDArray[np.bool_]:
        """Which products are of a type, kind or category."""
        return self._mask("types", (wish,))

    def select(self, filters: Filters) -> Selection:
        """The products of which one variant meets all filters; the last few answers are kept."""
        return self._selected(filters)

    def _extents(self, filters: Filters) -> dict[str, tuple[float, float]]:
        """From how much to how much of each measure there is of what meets the filters; what none of it has is left
        out. The last few answers are kept."""
        return self.measured.extents(self.offers(filters)[1])

    def _select(self, filters: Filters) -> Selection:
        owners, variants = self.offers(filters)
        first = np.ones(len(owners), dtype=bool)
        first[1:] = owners[1:] != owners[:-1]
        return Selection(owners[first], variants[first])

    def offers(self, filters: Filters) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Every variant that meets all filters: the rows of their products, and the variants themselves."""
        allowed = self._allowed_variants(filters) & self._allowed_products(filters)[self._owner]
        variants = np.flatnonzero(allowed)
        return self._owner[variants], variants

    def _allowed_products(self, filters: Filters) -> NDArray[np.bool_]:
        allowed = np.ones(len(self.documents), dtype=bool)
        if filters.rating_min is not None:
            allowed &= self.ratings >= np.float32(filters.rating_min)
        for trait in PRODUCT_TRAITS:
            self._narrow(allowed, trait, filters)
        return allowed

    def _allowed_variants(self, filters: Filters) -> NDArray[np.bool_]:
        allowed = self._available.copy() if filters.in_stock else np.ones(len(self.variants), dtype=bool)
        if filters.price_min is not None:
            allowed &= self.prices >= _cents(filters.price_min)
        if filters.price_max is not None:
            allowed &= self.prices <= _cents(filters.price_max)
        for bounds in filters.measures:
            allowed &= self.measured.meets(bounds)
        for trait in VARIANT_TRAITS:
            self._narrow(allowed, trait, filters)
        return allowed

    def _narrow(self, allowed: NDArray[np.bool_], trait: str, filters: Filters) -> None:
        for wishes in _alternatives(trait, filters):
            had = [wish for wish in wishes if self._mask(trait, (wish,)).any()]
            allowed &= self._mask(trait, had or self._with_kin(trait, wishes))  # dairy is had as butter
        if excluded := getattr(filters.without, trait):
            allowed &= ~self._mask(trait, self._with_kin(trait, excluded))

    def _with_kin(self, trait: str, values: Sequence[str]) -> tuple[str, ...]:
        kin = self._kin.get(trait, {})
        return (*values, *(other for value in values for other in kin.get(value, ())))

    def _mask(self, trait: str, wishes: Sequence[str]) -> NDArray[np.bool_]:
        mask = self._facets[trait].mask(wishes)
        for kind in filter(None, (self._kind(trait, wish) for wish in wishes)):
            of_kind = np.ones_like(mask)
            for part in PRODUCT_TRAITS:
                for alternatives in _alternatives(part, kind.traits):
                    of_kind &= self._facets[part].mask(alternatives)
            mask |= of_kind & self._titled(kind.titled) if kind.titled else of_kind
        return mask

    def _with_title(self, words: tuple[str, ...]) -> NDArray[np.bool_]:
        """Which products have one of these words, or words in a row, in their titles; hyphens count as spaces."""
        said = re.compile("|".join(rf"\b{re.escape(_plain(word))}\b" for word in words))
        return np.array([bool(said.search(_plain(d.title))) for d in self.documents], dtype=bool)

    def _kind(self, trait: str, wish: str) -> Kind | None:
        return self._kinds.get(self._phrase(wish)) if trait == "types" else None


def _alternatives(trait: str, wanted: Traits) -> list[tuple[str, ...]]:
    """Groups of values of which each must be met by one: all values together, but each attribute by
    itself."""
    values: tuple[str, ...] = getattr(wanted, trait)
    if trait == "attributes":
        return [(value,) for value in values]
    return [values] if values else []


def _kinds(
    documents: Sequence[ProductDocument], phrase: Callable[[str], Phrase]
) -> Iterator[tuple[str, str]]:
    """Each product's type and category; a category that is called like a type adds nothing to that, or who asks for
    tents would get hammocks."""
    types = {phrase(document.type) for document in documents}
    for document in documents:
        yield document.type, "" if phrase(document.category) in types else document.category


def _by_spec(documents: Sequence[ProductDocument], order: Order) -> NDArray[np.float64]:
    """Ascending places by a specification, a row each: first those that have the first of the specs, by its value,
    then by the next; what has none comes last. Equal values share a place."""
    keys = [
        next(
            (
                (place, -float(value) if order.goes_down(spec) else float(value))
                for place, spec in enumerate(order.specs)
                if isinstance(value := document.specs.get(spec), int | float)
            ),
            (len(order.specs), 0.0),
        )
        for document in documents
    ]
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], dtype=np.float64)


def _plain(text: str) -> str:
    return text.lower().replace("-", " ").replace("’", "'")


def _cents(price: Decimal) -> int:
    return int(price * 100)


def _quality(documents: Sequence[ProductDocument]) -> NDArray[np.float32]:
    """Ratings from 0 to 1, few of them drawn towards the mean of all (the usual Bayesian average)."""
    ratings = np.array([document.rating or 0 for document in documents], dtype=np.float32)
    counts = np.array(
        [document.rating_count if document.rating else 0 for document in documents], dtype=np.float32
    )
    total = counts.sum()
    if not total:
        return np.full(len(documents), 0.5, dtype=np.float32)
    prior = total / np.count_nonzero(counts)
    averages = (prior * (ratings @ counts) / total + ratings * counts) / (prior + counts)
    quality: NDArray[np.float32] = ((averages - 1) / 4).astype(np.float32)
    return quality
