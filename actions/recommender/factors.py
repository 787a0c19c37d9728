"""Matrix factorisation: customers and items as points in one space of tastes."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any, Self

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from numpy.typing import NDArray
from scipy.sparse import csr_array, csr_matrix, vstack
from threadpoolctl import threadpool_limits

from actions.recommender.history import History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

FACTORS, REGULARISATION, ALPHA, ITERATIONS = 48, 0.05, 4.0, 10
FEWEST = 2
"""Other wanted items of a brand or type, so that it is called a taste."""


class Factors(Model):
    """Implicit-feedback alternating least squares (Hu, Koren & Volinsky 2008), from the library implicit.

    A customer's factors are solved for anew from their whole past at every call, so that a session counts at once.
    Items that nobody has touched score 0.
    """

    name = "factors"

    def __init__(self, items: NDArray[np.float32]) -> None:
        self._items = items

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        rows = [_wishes(past, len(shelf)) for past in history.pasts()]
        touched = [row for row in rows if row.nnz]
        if not touched:
            return cls(np.zeros((len(shelf), FACTORS), dtype=np.float32))
        model = _als()
        with threadpool_limits(1, "blas"):
            model.fit(csr_matrix(vstack(touched)), show_progress=False)
        return cls(np.asarray(model.item_factors, dtype=np.float32))

    def scores(self, past: Past) -> Scores:
        wishes = _wishes(past, len(self._items))
        if not wishes.nnz:
            return np.zeros(len(self._items), dtype=np.float32)
        customer = self._solver.recalculate_user(0, csr_matrix(wishes))
        scores: Scores = np.maximum(self._items @ customer, 0).astype(np.float32)
        return scores

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """The brand or type that they want most often and that this item is of."""
        item = shelf.items[row]
        others = [shelf.items[other] for other in past.wanted if other != row]
        brands, types = Counter(o.brand for o in others), Counter(o.type for o in others)
        shared = ((brands[item.brand], "brand", item.brand), (types[item.type], "type", item.type))
        count, trait, value = max((each for each in shared if each[2]), default=(0, "", ""))
        if count < FEWEST:
            return None
        products = " ".join(sorted(other.product_id for other in others if getattr(other, trait) == value))
        return Reason("matches_taste", {"trait": trait, "value": value, "count": count, "products": products})

    @cached_property
    def _solver(self) -> Any:
        solver = _als()
        solver.item_factors = self._items
        return solver

    def arrays(self) -> Arrays:
        return {"items": self._items}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        return cls(arrays["items"])


def _als() -> Any:
    with threadpool_limits(1, "blas"):  # implicit warns of threads within its own
        return AlternatingLeastSquares(
            FACTORS,
            regularization=REGULARISATION,
            alpha=ALPHA,
            iterations=ITERATIONS,
            num_threads=1,
            random_state=0,
        )


def _wishes(past: Past, size: int) -> csr_array:
    """One row over all items: how strongly each was wanted altogether, strong ones damped."""
    total = np.zeros(size, dtype=np.float32)
    known = past.rows < size
    np.add.at(total, past.rows[known], past.strengths[known])
    return csr_array(np.log1p(total)[np.newaxis])
