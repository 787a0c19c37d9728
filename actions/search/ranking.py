"""How the products that meet the filters are put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from actions.search.index import Index
from actions.search.meanings import FEW
from actions.search.query import Term
from actions.search.table import Selection, Table
from actions.search.types import TRAITS, Bounds, Filters, SortBy

Keys = tuple[NDArray[np.float32] | NDArray[np.float64], ...]
"""What is sorted by, the last key first."""

PROMISING = 1024
"""Of many products, so many of the nearest in words and so many in meaning are looked at at all."""
LIKELY = 256
"""Products that are looked at for phrases."""
FEEDBACK = 5
"""The first products whose mean meaning says what a text means in this catalogue."""
QUALITY_SHARE = 0.05
"""How far a good rating lifts a product among equally relevant ones."""
MIN_RELEVANCE, MIN_MEANING = 0.34, 0.2
"""Below either of these a text that names no type, brand or product has not been met."""
SORTABLE = 0.6
"""Sorting by price or the like keeps what is at least so relevant, as a share of the best."""


@dataclass(frozen=True)
class Ranking:
    """The first products in order, as positions in `selection`, with relevance and the terms' scores for all
    of it; `count` is how many there are altogether, of many products about."""

    selection: Selection
    order: NDArray[np.intp]
    count: int
    terms: Sequence[Term]
    relevance: NDArray[np.float32]
    confident: NDArray[np.bool_]
    term_scores: NDArray[np.float32]


def rank(
    index: Index,
    text: str,
    filters: Filters,
    meaning: Callable[[str], NDArray[np.float32]],
    sort_by: str = SortBy.RELEVANCE,
    first: int = 0,
    near: Bounds | None = None,
) -> Ranking:
    """The `first` products in order, what is nearest to the bounds `near` first; `meaning` encodes a text.

    Where the filters name a kind of product, all that meets them is ranked; otherwise the text selects as well, if it
    has any word that says something.
    """
    selection = index.table.select(filters)
    count = len(selection.rows)
    query = index.reader.read(text, ignoring=_beside_the_point(filters))
    stems = [term.stem for term in query.terms]
    weights, term_weights = index.weights, np.array([term.weight for term in query.terms], dtype=np.float32)
    nearest = [near] if near else [bounds for bounds in filters.measures if bounds.near is not None]
    by_relevance = sort_by == SortBy.RELEVANCE and not nearest
    named = bool(filters.types or filters.brands or filters.products)
    vector = meaning(query.text) if query.terms else None
    in_part = first <= PROMISING and (by_relevance or not named)
    if vector is not None and in_part and count > FEW:
        by_words = index.keywords.best(stems, term_weights, selection.rows, PROMISING)
        by_meaning = index.meanings.nearest(vector, selection.rows, PROMISING)
        selection = selection.among(np.concatenate((by_words, by_meaning)))
    term_scores = index.keywords.scores(stems, selection.rows)
    keep = np.arange(len(selection.rows))
    relevance: NDArray[np.float32] = np.zeros(len(selection.rows), dtype=np.float32)
    confident = np.ones(len(selection.rows), dtype=bool)
    if vector is not None:
        words = index.keywords.shares(stems, term_weights, term_scores, [term.extra for term in query.terms])
        cosines = index.meanings.cosines(selection.rows, vector)
        if query.phrases:
            likely = _first(keep, (-weights.relevance(words, cosines),), max(first, LIKELY))
            words[likely] += weights.phrases * _met(index, query.phrases, selection.rows[likely])
        relevance = weights.relevance(words, cosines)
        confident = (relevance >= weights.confident) | named
        if not named:
            keep = np.flatnonzero((relevance >= MIN_RELEVANCE) & (cosines >= MIN_MEANING))
            if not by_relevance and len(keep):
                keep = keep[relevance[keep] >= SORTABLE * relevance[keep].max()]
            count = len(keep)
            # Only here is it left to guess what is meant.
            cosines = _fed_back(index, vector, cosines, selection.rows, _first(keep, (-relevance,), FEEDBACK))
            relevance = weights.relevance(words, cosines)
    if named and len(keep) <= PROMISING and (filters.telling or filters.not_telling):
        keep = keep[_told(index, filters, selection.rows[keep])]
        count = min(count, len(keep)) if count <= PROMISING else count
    relevance = relevance + QUALITY_SHARE * index.table.quality[selection.rows]
    keys: Keys = (-relevance, *_sort_keys(index.table, selection, sort_by))
    if sort_by == SortBy.RELEVANCE:
        keys = (*keys, *(index.table.measured.distance(bounds, selection.variants) for bounds in nearest))
    if len(filters.types) > 1 and by_relevance:
        rows = selection.rows[keep]
        kinds = (keep[index.table.of_type(kind)[rows]] for kind in filters.types)
        order = _in_turn([_first(kind, keys, first) for kind in kinds], first)
    else:
        order = _first(keep, keys, first)
    return Ranking(selection, order, count, query.terms, relevance, confident, term_scores)


def _beside_the_point(filters: Filters) -> list[str]:
    """The texts whose words are not looked for: what was excluded, the numbers of prices, and limits (of `40 litres`,
    what is just that much fits best)."""
    excluded = [value for trait in TRAITS for value in getattr(filters.without, trait)]
    prices = (price for price in (filters.price_min, filters.price_max) if price is not None)
    limits = [bounds.said for bounds in filters.measures if bounds.low is None or bounds.high is None]
    return [*excluded, *limits, *(f"{price.normalize():f}" for price in prices)]


def _sort_keys(table: Table, selection: Selection, sort_by: str) -> list[NDArray[np.float64]]:
    """What is sorted by before relevance, ascending."""
    match sort_by:
        case SortBy.PRICE_ASC:
            return [table.prices[selection.variants].astype(np.float64)]
        case SortBy.PRICE_DESC:
            return [-table.prices[selection.variants].astype(np.float64)]
        case SortBy.RATING:
            return [-table.quality[selection.rows].astype(np.float64)]
        case SortBy.NEWEST:
            return [-table.added[selection.rows]]
        case name if name in table.orders:
            return [table.orders[name][selection.rows]]
        case _:
            return []


def _told(index: Index, filters: Filters, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Of which of these products as many telling words speak as of any, and none of those ruled out."""
    beside = [*_beside_the_point(filters), *(v for trait in TRAITS for v in getattr(filters, trait))]
    readings = [index.readings[row] for row in rows]
    names = [f" {reading.prose.rpartition(' . ')[0]} {reading.specs} " for reading in readings]

    def speak(text: str) -> NDArray[np.intp]:
        """Of how many of the text's words each product's names speak."""
        words: dict[str, list[str]] = {}
        for term in index.reader.read(text, ignoring=beside).terms:
            words.setdefault(term.said, []).append(f" {term.stem} ")
        met = [[any(stem in name for stem in stems) for name in names] for stems in words.values()]
        counts: NDArray[np.intp] = np.array(met, dtype=np.intp).reshape(len(words), len(names)).sum(axis=0)
        return counts

    allowed = speak(filters.not_telling) == 0
    told = speak(filters.telling)
    chosen: NDArray[np.bool_] = allowed & (told == told[allowed].max(initial=0))
    return chosen if allowed.any() else np.ones(len(rows), dtype=bool)


def _met(index: Index, phrases: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.float32]:
    """The share of the phrases that stand in each of these products, 0 to 1."""
    prose = [index.readings[row].prose for row in rows]
    padded = [f" {phrase} " for phrase in phrases]
    met = np.array([[phrase in text for text in prose] for phrase in padded], dtype=np.float32)
    shares: NDArray[np.float32] = met.mean(axis=0)
    return shares


def _fed_back(
    index: Index,
    vector: NDArray[np.float32],
    cosines: NDArray[np.float32],
    rows: NDArray[np.intp],
    first: NDArray[np.intp],
) -> NDArray[np.float32]:
    """The cosines with a meaning between the query's and that of the `first` products it found: pseudo-relevance
    feedback (the vectors' Rocchio in Li et al. 2023, "Pseudo Relevance Feedback with Deep Language Models and Dense
    Retrievers: Successes and Pitfalls")."""
    share = index.weights.feedback
    if not share or not len(first):
        return cosines
    found = index.vectors[rows[first]].mean(axis=0)
    length = np.linalg.norm((1 - share) * vector + share * found)
    fed: NDArray[np.float32] = ((1 - share) * cosines + share * index.meanings.cosines(rows, found)) / length
    return fed


def _in_turn(columns: Sequence[NDArray[np.intp]], count: int) -> NDArray[np.intp]:
    """The first `count` of several lists, the first of each, then the second of each: who asks for tents and sleeping
    bags is to see both."""
    turns = (position for row in zip_longest(*columns, fillvalue=-1) for position in row if position >= 0)
    return np.array(list(dict.fromkeys(turns))[:count], dtype=np.intp)


def _first(positions: NDArray[np.intp], keys: Keys, count: int) -> NDArray[np.intp]:
    """The first `count` of the positions in ascending order of the keys, the last key deciding first, then by position.

    By one key alone only those that can be among the first are sorted.
    """
    if len(keys) == 1 and 0 < count < len(positions):
        values = keys[0][positions]
        positions = positions[values <= np.partition(values, count - 1)[count - 1]]
    return positions[np.lexsort([key[positions] for key in keys])][:count]
