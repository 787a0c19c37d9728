"""Popularity: what most customers want lately."""

from __future__ import annotations

from collections import defaultdict
from typing import Self

import numpy as np

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

    def __init__(self, weights: Scores, counts: Scores) -> None:
        self._weights = weights
        self._counts = counts
        self._least = max(FEWEST, float(np.quantile(counts, 1 - SHARE))) if len(counts) else FEWEST

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        ratings = np.array([item.rating_count for item in shelf.items], dtype=np.float32)
        weights = RATING_WEIGHT * np.log1p(ratings)
        wanting: defaultdict[int, set[str]] = defaultdict(set)
        for event in history.events():
            if (row := history.row_of.get(event.product)) is None:
                continue
            age = (history.now - event.time).total_seconds() / DAY
            weights[row] += STRENGTH[event.did] * 0.5 ** (age / HALF_LIFE)
            if event.did in (Did.BUY, Did.CART) and age <= LATELY:
                wanting[row].add(event.customer)
        counts = np.array([len(wanting[row]) for row in range(len(shelf))], dtype=np.float32)
        return cls(weights.astype(np.float32), counts)

    def scores(self, past: Past) -> Scores:
        return self._weights

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        if row >= len(self._counts):
            return None
        item, count = shelf.items[row], int(self._counts[row])
        if count >= self._least:
            return Reason("popular", {"count": count, "days": LATELY, "type": item.type})
        if not self._counts.any() and item.rating_count >= FEWEST:
            return Reason("popular", {"count": item.rating_count, "type": item.type})
        return None

    def arrays(self) -> Arrays:
        return {"weights": self._weights, "counts": self._counts}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        return cls(arrays["weights"], arrays["counts"])
