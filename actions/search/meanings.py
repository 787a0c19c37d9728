"""How near every product's meaning is to a query's, without reading all of every vector."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

COARSE = 128
"""Principal directions of the first look; what the others add to a cosine is small, and they cost two thirds."""
SMALL = 4096
"""Up to so many products every cosine is computed in full."""


class Meanings:
    """The products' vectors, L2-normalised, shape (products, dimension)."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._vectors = vectors

    @cached_property
    def _basis(self) -> NDArray[np.float32]:
        """The principal directions of the vectors, shape (dimension, COARSE)."""
        _, directions = np.linalg.eigh(self._vectors.T @ self._vectors)
        return np.ascontiguousarray(directions[:, ::-1][:, :COARSE].astype(np.float32))

    @cached_property
    def _coarse(self) -> NDArray[np.float32]:
        return self._vectors @ self._basis

    def prepare(self) -> None:
        """Compute what the first query would otherwise wait for."""
        if len(self._vectors) > SMALL:
            _ = self._coarse

    def cosines(self, rows: NDArray[np.intp], vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine between a query's vector and each of these products, approximate where there are many."""
        if len(rows) * 8 < len(self._vectors) or len(self._vectors) <= SMALL:
            return self.exact(rows, vector)
        cosines: NDArray[np.float32] = (self._coarse @ (vector @ self._basis))[rows]
        return cosines

    def exact(self, rows: NDArray[np.intp], vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine between a query's vector and each of these products."""
        cosines: NDArray[np.float32] = self._vectors[rows] @ vector
        return cosines
