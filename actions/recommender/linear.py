"""Linear next-item prediction: each item as a weighted sum of what came before it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Self

import numpy as np
from scipy.sparse import csr_array

from actions.recommender.history import History, Past, Sequences
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

LOOK_BACK = 20
"""So many latest items count, in learning and in scoring."""
NEIGHBOURS = 60
"""Of each item, so many that it follows most often may have a weight."""


@dataclass(frozen=True)
class LinearSettings:
    """How `Linear` learns and scores; chosen on the validation items of Amazon Beauty alone."""

    decay: float = 0.86
    """What an item of the past counts of the one after it, when weights are learned."""
    backward: float = 0.32
    """What foretelling the item before counts of foretelling the next: with few sequences, the order is half chance."""
    ridge: float = 200.0
    """The penalty on squared weights; the larger, the nearer the weights are to counts of who follows whom."""
    recency: float = 0.68
    """As `decay`, when items are scored."""
    damping: float = 0.06
    """The power of an item's popularity that its score is divided by."""


class Linear(Model):
    """Session-aware linear item transitions (SLIT of Choi, Kim, Lee, Shim & Lee 2021), by ridge regression.

    Every step of every customer is one row: the items before it, decayed by how many steps ago, foretell the item. As
    in fsSLIM (Ning & Karypis 2011) an item's regression is solved among its most frequent predecessors alone, so that
    time and memory grow with the number of items and not with its square.

    Says nothing of items that nobody has come to, nor to people without a past.
    """

    name = "linear"

    def __init__(self, weights: csr_array, settings: LinearSettings) -> None:
        """`weights` from every item (row) of the past to every item (column)."""
        self._weights = weights
        self._settings = settings

    @classmethod
    def fit(cls, history: History, shelf: Shelf, settings: LinearSettings = LinearSettings()) -> Self:
        size = len(shelf)
        sequences = history.sequences()
        gram, cross = csr_array((size, size), dtype=np.float32), csr_array((size, size), dtype=np.float32)
        for weight, back in ((1.0, False), (settings.backward, True)):
            past, following = _rows(sequences, back, settings.decay, size)
            gram += weight * (past.T @ past)
            cross += weight * (past.T @ following)
        weights = _ridge(gram, cross, settings.ridge)
        popularity = np.maximum(np.bincount(sequences.items, minlength=size), 1).astype(np.float32)
        weights.data /= popularity[weights.indices] ** settings.damping
        return cls(weights, settings)

    def scores(self, past: Past) -> Scores:
        scores = np.zeros(self._weights.shape[0], dtype=np.float32)
        known = [row for row in past.recent if row < len(scores)][:LOOK_BACK]
        for steps_ago, row in enumerate(known):
            span = slice(self._weights.indptr[row], self._weights.indptr[row + 1])
            scores[self._weights.indices[span]] += (
                self._settings.recency**steps_ago * self._weights.data[span]
            )
        return np.maximum(scores, 0, out=scores)

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """None: a regression's weight is no fact that a customer could check. The models of counts have reasons."""
        return None

    def arrays(self) -> Arrays:
        parts = {part: getattr(self._weights, part) for part in ("data", "indices", "indptr")}
        return {**parts, "settings": np.array(astuple(self._settings))}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        size = len(arrays["indptr"]) - 1
        weights = csr_array((arrays["data"], arrays["indices"], arrays["indptr"]), shape=(size, size))
        return cls(weights, LinearSettings(*arrays["settings"].tolist()))


def _rows(sequences: Sequences, back: bool, decay: float, size: int) -> tuple[csr_array, csr_array]:
    """For every step that has any, the decayed steps before it (or, looking back, after it), and the step itself.

    Both are of shape (steps, items).
    """
    rows, columns, values = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)], [np.zeros(0, np.float32)]
    for gap, earlier, later in sequences.pairs(LOOK_BACK):
        foretold, known = (earlier, later) if back else (later, earlier)
        rows.append(foretold)
        columns.append(sequences.items[known])
        values.append(np.full(len(later), decay ** (gap - 1), dtype=np.float32))
    shape, cells = (len(sequences.items), size), (np.concatenate(rows), np.concatenate(columns))
    past = csr_array((np.concatenate(values), cells), shape=shape)
    steps = np.unique(cells[0])
    ones = np.ones(len(steps), dtype=np.float32)
    return past, csr_array((ones, (steps, sequences.items[steps])), shape=shape)


def _ridge(gram: csr_array, cross: csr_array, penalty: float) -> csr_array:
    """The weights W that minimise ‖past W − following‖² + penalty ‖W‖², each column among its largest of `cross`."""
    size = cross.shape[0]
    by_target = cross.tocsc()
    rows, columns, values = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)], [np.zeros(0, np.float32)]
    for item in np.flatnonzero(np.diff(by_target.indptr)):
        span = slice(by_target.indptr[item], by_target.indptr[item + 1])
        others = by_target.indices[span] != item
        sources, counts = by_target.indices[span][others], by_target.data[span][others]
        if len(sources) > NEIGHBOURS:
            most = np.argpartition(-counts, NEIGHBOURS)[:NEIGHBOURS]
            sources, counts = sources[most], counts[most]
        among = gram[sources][:, sources].toarray()
        among[np.diag_indices_from(among)] += penalty
        rows.append(sources)
        columns.append(np.full(len(sources), item))
        values.append(np.linalg.solve(among, counts).astype(np.float32))
    cells = (np.concatenate(rows), np.concatenate(columns))
    return csr_array((np.concatenate(values), cells), shape=(size, size))
