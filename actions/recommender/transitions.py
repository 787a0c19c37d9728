"""Item-to-item transitions: what customers turn to after an item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from actions.recommender.history import History, Past, Sequences
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Did, Reason

REACH = 20
"""Steps from an item to those that count as following it."""
SOON = 5
"""Steps from an item to those that count as the reason's: turned to soon after."""
HALF_LIFE = 365.0
"""Days after which a transition counts half."""
LOOK_BACK = 20
"""Of the past, so many latest items are gone on from."""
FEWEST = 2
"""Customers who went from one item to another, so that it is a reason."""


@dataclass(frozen=True)
class TransitionsSettings:
    """How `Transitions` learns and scores; chosen on the validation items of Amazon Beauty alone."""

    gap_decay: float = 0.8
    """What one further step between two items takes from their transition."""
    backward: float = 0.5
    """What a step back counts of a step forth: with few sessions, the order is half chance."""
    damping: float = 0.26
    """The power of an item's popularity that transitions to it are divided by, or the popular would follow all."""
    leaving: float = 0.36
    """The same of the item that they go from: 1 would make them shares of all who went on from it."""
    recency: float = 1.4
    """Of the past, the n-th latest item counts 1 / n to this power."""


class Transitions(Model):
    """A first-order Markov model over the sequences of distinct items, with the usual dampings.

    Says nothing of items that nobody has come to, nor to people without a past.
    """

    name = "transitions"

    def __init__(self, weights: csr_array, customers: csr_array, settings: TransitionsSettings) -> None:
        """From every item (row) to every item (column): the weight, and how many customers turned to the one soon after
        buying the other."""
        self._weights = weights
        self._customers = customers
        self._settings = settings
        self._weights_into, self._customers_into = weights.tocsc(), customers.tocsc()

    @classmethod
    def fit(
        cls,
        history: History,
        shelf: Shelf,
        settings: TransitionsSettings = TransitionsSettings(),
    ) -> Self:
        size = len(shelf)
        triples = list(_steps(history.sequences(), settings))
        if not triples:
            nothing = csr_array((size, size), dtype=np.float32), csr_array((size, size), dtype=np.int32)
            return cls(*nothing, settings)
        source, target, weight = (np.concatenate(parts) for parts in zip(*triples, strict=True))
        popularity = np.maximum(np.bincount(target, minlength=size), 1).astype(np.float32)
        weight = weight / (popularity[target] ** settings.damping * popularity[source] ** settings.leaving)
        weights = csr_array((weight.astype(np.float32), (source, target)), shape=(size, size))
        return cls(weights, _followers(history, size), settings)

    def scores(self, past: Past) -> Scores:
        scores = np.zeros(self._weights.shape[0], dtype=np.float32)
        known = [row for row in past.recent if row < len(scores)][:LOOK_BACK]
        for place, row in enumerate(known, 1):
            span = slice(self._weights.indptr[row], self._weights.indptr[row + 1])
            scores[self._weights.indices[span]] += self._weights.data[span] / place**self._settings.recency
        return scores

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """The bought item that leads to this one most, if several customers went that way."""
        if row >= self._customers.shape[0]:
            return None
        customers, weights = _column(self._customers_into, row), _column(self._weights_into, row)
        owned = [b for b in sorted(past.bought) if customers.get(b, 0) >= FEWEST and b != row]
        if not owned:
            return None
        bought = max(owned, key=lambda other: weights.get(other, 0))
        product, count = shelf.items[bought].product_id, int(customers[bought])
        return Reason("because_you_bought", {"product_id": product, "count": count})

    def arrays(self) -> Arrays:
        parts = {"weights": self._weights, "customers": self._customers}
        arrays = {
            f"{name}_{part}": getattr(matrix, part)
            for name, matrix in parts.items()
            for part in ("data", "indices", "indptr")
        }
        return {**arrays, "settings": np.array(astuple(self._settings))}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        def matrix(name: str) -> csr_array:
            parts = tuple(arrays[f"{name}_{part}"] for part in ("data", "indices", "indptr"))
            return csr_array(parts, shape=(len(parts[2]) - 1, len(parts[2]) - 1))

        settings = TransitionsSettings(*arrays["settings"].tolist())
        return cls(matrix("weights"), matrix("customers"), settings)


def _column(matrix: csc_array, column: int) -> dict[int, float]:
    span = slice(matrix.indptr[column], matrix.indptr[column + 1])
    return dict(zip(matrix.indices[span].tolist(), matrix.data[span].tolist(), strict=True))


def _steps(
    sequences: Sequences, settings: TransitionsSettings
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]]:
    """Sources, targets and weights of the steps from item to item, near ones and recent ones weighing more."""
    for gap, earlier, later in sequences.pairs(REACH):
        other = sequences.items[earlier] != sequences.items[later]
        source, target = sequences.items[earlier[other]], sequences.items[later[other]]
        weight = settings.gap_decay ** (gap - 1) * 0.5 ** (sequences.ages[later[other]] / HALF_LIFE)
        yield source, target, weight
        yield target, source, settings.backward * weight


def _followers(history: History, size: int) -> csr_array:
    """For every two items, how many customers turned to the second within a few steps of buying the first."""
    pairs: set[tuple[int, int, int]] = set()
    for number, customer in enumerate(history.customers):
        deeds = history.deeds(customer)
        steps = [deed for place, deed in enumerate(deeds) if place == 0 or deeds[place - 1][0] != deed[0]]
        for bought, did, then in deeds:
            if did is Did.BUY:
                after = [row for row, _, time in steps if time > then][:SOON]
                pairs |= {(number, bought, row) for row in after if row != bought}
    if not pairs:
        return csr_array((size, size), dtype=np.int32)
    _, source, target = np.array(sorted(pairs)).T
    return csr_array((np.ones(len(pairs), dtype=np.int32), (source, target)), shape=(size, size))
