"""Popularity: what most customers want lately."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray

from actions.recommender.history import DAY, STRENGTH, History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Did, Reason

HALF_LIFE = 60.0
"""Days after which a deed counts half."""
LATELY = 90
"""Days in which customers are counted for the reason."""
FEWEST, SHARE = 3, 0.25
"""An item is called popular if so many customers wanted it lately, more than of three quarters of all items."""
RATING_WEIGHT = 0.1
"""Of the logarithm of the number of ratings: a shop without history has these alone."""


class Popularity(Model):
    """The same for everybody; time-decayed sums of deeds, so that what is wanted now comes before what once was.

    It knows nothing of taste and favours what is popular already.
    """

    name = "popularity"

    def __init__(self, weights: Scores, times: NDArray[np.float64], ends: NDArray[np.intp]) -> None:
        """`times` (seconds since 1970) tell, item by item, when each customer who bought it or put it in the cart last
        did so; `ends` where an item's begin, and where the last one's end."""
        self._weights = weights
        self._times = times
        self._ends = ends
        lately = times >= times.max(initial=0) - LATELY * DAY
        counts = np.diff(np.concatenate([[0], np.cumsum(lately)])[ends])
        self._least = max(FEWEST, float(np.quantile(counts, 1 - SHARE))) if len(counts) else FEWEST

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        ratings = np.array([item.rating_count for item in shelf.items], dtype=np.float32)
        weights = RATING_WEIGHT * np.log1p(ratings)
        wanted: dict[tuple[int, str], float] = {}
        for customer in history.customers:
            for row, did, time in history.deeds(customer):
                age = (history.now - time).total_seconds() / DAY
                weights[row] += STRENGTH[did] * 0.5 ** (age / HALF_LIFE)
                if did in (Did.BUY, Did.CART):
                    wanted[row, customer] = time.timestamp()
        rows = np.array([row for row, _ in wanted], dtype=np.intp)
        times = np.array(list(wanted.values()))[np.argsort(rows, kind="stable")]
        ends = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(shelf)))])
        return cls(weights.astype(np.float32), times, ends)

    def scores(self, past: Past) -> Scores:
        return self._weights

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """How many customers wanted it lately; where nobody wanted anything, how many rated it."""
        if row >= len(self._weights):
            return None
        since = past.now.timestamp() - LATELY * DAY
        count = int(np.count_nonzero(self._times[self._ends[row] : self._ends[row + 1]] >= since))
        if count >= self._least:
            return Reason("popular", {"count": count, "days": LATELY})
        rated = shelf.items[row].rating_count
        lonely = self._times.max(initial=0) < since
        return Reason("rated", {"count": rated}) if lonely and rated >= FEWEST else None

    def arrays(self) -> Arrays:
        return {"weights": self._weights, "times": self._times, "ends": self._ends}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        return cls(arrays["weights"], arrays["times"], arrays["ends"])
