"""Item embeddings: what items are, by the company they keep in what customers turn to."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits

from actions.recommender.history import History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

DIMENSIONS = 128
WINDOW = 10
"""Steps from an item to those that count as its company."""
LOOK_BACK = 20


@dataclass(frozen=True)
class EmbeddingSettings:
    """How `Embedding` learns and scores; chosen on the validation items of Amazon Beauty alone."""

    gap_decay: float = 0.7
    """What one further step between two items takes from their being company."""
    backward: float = 0.6
    """What a step back counts of a step forth."""
    spectrum: float = 0.5
    """The power of the singular values by which the vectors are scaled."""
    recency: float = 0.7
    """What an item of the past counts of the one after it."""


class Embedding(Model):
    """The positive pointwise mutual information of items and those that follow them, of low rank.

    That is what word2vec's skip-grams factorise (Levy & Goldberg 2014), solved by a randomised singular value
    decomposition (Halko, Martinsson & Tropp 2011). It links items that no customer has turned to one after the other,
    as the models of counts can't; it says nothing to people without a past.
    """

    name = "embedding"

    def __init__(
        self, sources: NDArray[np.float32], targets: NDArray[np.float32], settings: EmbeddingSettings
    ) -> None:
        """Of every item, its vector as what was turned to and as what follows, shape (items, dimensions) each."""
        self._sources = sources
        self._targets = targets
        self._settings = settings

    @classmethod
    def fit(
        cls,
        history: History,
        shelf: Shelf,
        settings: EmbeddingSettings = EmbeddingSettings(),
        dimensions: int = DIMENSIONS,
    ) -> Self:
        from sklearn.utils.extmath import (
            randomized_svd,
        )  # for training alone; serving needs none of scikit-learn

        size = len(shelf)
        information = _information(_company(history, size, settings))
        dimensions = min(dimensions, size)
        if not information.nnz:
            nothing = np.zeros((size, dimensions), dtype=np.float32)
            return cls(nothing, nothing, settings)
        with threadpool_limits(1, "blas"):
            left, values, right = randomized_svd(information, dimensions, n_iter=2, random_state=0)
        scale = values**settings.spectrum
        return cls((left * scale).astype(np.float32), (right.T * scale).astype(np.float32), settings)

    def scores(self, past: Past) -> Scores:
        known = [row for row in past.recent if row < len(self._sources)][:LOOK_BACK]
        weights = self._settings.recency ** np.arange(len(known), dtype=np.float32)
        profile = weights @ self._sources[known]
        scores: Scores = np.maximum(self._targets @ profile, 0).astype(np.float32)
        return scores

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """None: nearness among learned vectors is no fact that a customer could check."""
        return None

    def arrays(self) -> Arrays:
        settings = np.array(astuple(self._settings))
        return {"sources": self._sources, "targets": self._targets, "settings": settings}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        settings = EmbeddingSettings(*arrays["settings"].tolist())
        return cls(arrays["sources"], arrays["targets"], settings)


def _company(history: History, size: int, settings: EmbeddingSettings) -> csr_array:
    """For every two items, how often and how closely the second (column) followed the first (row)."""
    sequences = history.sequences()
    forth = csr_array((size, size), dtype=np.float32)
    for gap, earlier, later in sequences.pairs(WINDOW):
        counts = np.full(len(later), settings.gap_decay ** (gap - 1), dtype=np.float32)
        forth += csr_array((counts, (sequences.items[earlier], sequences.items[later])), shape=(size, size))
    company = csr_array(forth + settings.backward * forth.T)
    company.setdiag(0)
    company.eliminate_zeros()
    return company


def _information(counts: csr_array) -> csr_array:
    """The positive pointwise mutual information of rows and columns: log p(row, column) / p(row) p(column) above 0."""
    cells = counts.tocoo()
    of_row, of_column, total = counts.sum(axis=1), counts.sum(axis=0), counts.sum()
    lift = cells.data * total / (of_row[cells.row] * of_column[cells.col])
    kept = lift > 1
    found = (np.log(lift[kept]), (cells.row[kept], cells.col[kept]))
    return csr_array(found, shape=counts.shape, dtype=np.float32)
