"""Session: what is looked at in the same visits as what is being looked at now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from actions.recommender.history import History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

NEIGHBOURS = 200
"""Visits most like the present one, from which it is gone on."""
LOOK_BACK = 8
FEWEST = 3
"""Visits with both items, so that they are a reason."""


class Session(Model):
    """Nearest neighbours among visits (V-SkNN, Ludewig & Jannach 2018); the latest items of the present one weigh most.

    Items in few visits count more than those in many. It says nothing where no two items were looked at within half an
    hour, so nothing of data that know of no times of the day.
    """

    name = "session"

    def __init__(self, visits: csr_array) -> None:
        """`visits` tells which items were looked at in each, shape (visits, items)."""
        self._visits = visits

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        visits = [visit for past in history.pasts() for visit in past.visits if len(visit) > 1]
        return cls(_table(visits, len(shelf)))

    def scores(self, past: Past) -> Scores:
        now = self._now(past)
        alike = np.zeros(self._visits.shape[0], dtype=np.float32)
        for steps_ago, row in enumerate(now):
            alike[self._holding(row)] += 1 - steps_ago / len(now)
        alike /= np.sqrt(self._sizes)
        count = min(NEIGHBOURS, len(alike))
        nearest = np.argpartition(-alike, count - 1)[:count] if count else np.zeros(0, dtype=np.intp)
        scores: Scores = (alike[nearest] @ self._visits[nearest]) * self._rarity
        return scores.astype(np.float32)

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """The item of the present visit that was most often looked at in the same visit."""
        if row >= self._visits.shape[1]:
            return None
        holding = self._holding(row)
        counts = [
            (len(np.intersect1d(holding, self._holding(other))), -place, other)
            for place, other in enumerate(self._now(past))
            if other != row
        ]
        count, _, other = max(counts, default=(0, 0, 0))
        if count < FEWEST:
            return None
        return Reason("looked_at_together", {"product_id": shelf.items[other].product_id, "count": count})

    def arrays(self) -> Arrays:
        items = np.array(self._visits.shape[1])
        return {"indices": self._visits.indices, "indptr": self._visits.indptr, "items": items}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        return cls(_matrix(arrays["indices"], arrays["indptr"], int(arrays["items"])))

    def _now(self, past: Past) -> list[int]:
        latest = next(reversed(past.visits), [])
        return [row for row in reversed(latest) if row < self._visits.shape[1]][:LOOK_BACK]

    def _holding(self, row: int) -> NDArray[np.intp]:
        """The visits in which an item was looked at."""
        of_item = self._by_item
        holding: NDArray[np.intp] = of_item.indices[of_item.indptr[row] : of_item.indptr[row + 1]]
        return holding

    @cached_property
    def _by_item(self) -> csr_array:
        return csr_array(self._visits.T)

    @cached_property
    def _sizes(self) -> NDArray[np.float32]:
        sizes: NDArray[np.float32] = np.diff(self._visits.indptr).astype(np.float32)
        return sizes

    @cached_property
    def _rarity(self) -> NDArray[np.float32]:
        """Of each item the logarithm of all visits by those in which it was (inverse document frequency)."""
        holding = np.maximum(np.diff(self._by_item.indptr), 1)
        rarity: NDArray[np.float32] = np.log1p(self._visits.shape[0] / holding).astype(np.float32)
        return rarity


def _table(visits: Sequence[Sequence[int]], items: int) -> csr_array:
    indices = np.array([row for visit in visits for row in visit], dtype=np.intp)
    return _matrix(indices, np.cumsum([0, *map(len, visits)]), items)


def _matrix(indices: NDArray[np.intp], indptr: NDArray[np.intp], items: int) -> csr_array:
    """1 for every item of every visit, shape (visits, items)."""
    ones = np.ones(len(indices), dtype=np.float32)
    return csr_array((ones, indices, indptr), shape=(len(indptr) - 1, items))
