"""How near every product's meaning is to a query's, without reading every vector where there are many."""

from __future__ import annotations

from math import gcd, isqrt

import faiss
import numpy as np
from numpy.typing import NDArray

FEW = 8192
"""Up to so many products each is looked at; of more, those that an approximate index finds."""
BITS, DIRECTIONS = 4, 4
"""Of the product quantisation: so many bits for each run of so many directions (Jégou, Douze & Schmid 2011; André,
Kermarrec & Le Scouarnec 2015 for the fast scan)."""
TRAINED_ON = 40_000
"""Vectors that the quantiser learns from, at most."""
LOOKED_INTO = 0.25
"""Share of the index's cells that are looked into."""
STRANGE = 0.2
"""Share of vectors that the quantiser may not have learned from before it learns anew."""


class Meanings:
    """The products' vectors, L2-normalised, shape (products, dimension).

    From `old` ones, in which most of the rows are the same, the approximate index is taken over, and only the rows that
    changed are put into it anew.
    """

    def __init__(self, vectors: NDArray[np.float32], old: Meanings | None = None) -> None:
        self._vectors = np.ascontiguousarray(vectors)
        self._strange = 0
        self._cells = (self._changed(old) or self._index()) if len(vectors) > FEW else None

    def nearest(self, vector: NDArray[np.float32], rows: NDArray[np.intp], count: int) -> NDArray[np.intp]:
        """About the `count` of these products that are nearest to a vector, in no order."""
        if len(rows) <= count:
            return rows
        if self._cells is None or len(rows) <= FEW:
            return rows[np.argpartition(-self.cosines(rows, vector), count)[:count]]
        chosen = faiss.SearchParametersIVF(nprobe=max(1, int(LOOKED_INTO * self._cells.nlist)))
        if len(rows) < len(self._vectors):
            mask = np.zeros(len(self._vectors), dtype=bool)
            mask[rows] = True
            bitmap = np.packbits(mask, bitorder="little")
            chosen.sel = selector = faiss.IDSelectorBitmap(bitmap)
            chosen.referenced_objects = [selector, bitmap]  # C++ holds no reference of its own
        _, found = self._cells.search(vector[None], count, params=chosen)
        nearest: NDArray[np.intp] = found[0][found[0] >= 0].astype(np.intp)
        return nearest

    def cosines(self, rows: NDArray[np.intp], vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine between a query's vector and each of these products."""
        cosines: NDArray[np.float32] = self._vectors[rows] @ vector
        return cosines

    def _changed(self, old: Meanings | None) -> faiss.IndexIVFPQFastScan | None:
        """The old approximate index with what changed in it; None where there is none, or too much did."""
        if old is None or old._cells is None or len(self._vectors) < len(old._vectors):
            return None
        same = (self._vectors[: len(old._vectors)] == old._vectors).all(axis=1)
        rows = np.flatnonzero(np.pad(~same, (0, len(self._vectors) - len(same)), constant_values=True))
        self._strange = old._strange + len(rows)
        if self._strange > STRANGE * len(self._vectors):
            return None
        cells = faiss.clone_index(old._cells)
        cells.remove_ids(rows[rows < len(same)])
        cells.add_with_ids(self._vectors[rows], rows)
        return cells

    def _index(self) -> faiss.IndexIVFPQFastScan:
        """Cells of products whose vectors are alike, about √n of them, with the vectors in short."""
        count, dimension = self._vectors.shape
        runs = dimension // gcd(dimension, DIRECTIONS)
        cells = faiss.IndexIVFPQFastScan(
            faiss.IndexFlatIP(dimension), dimension, isqrt(count), runs, BITS, faiss.METRIC_INNER_PRODUCT
        )
        cells.cp.min_points_per_centroid = 1
        cells.train(self._vectors[np.linspace(0, count - 1, min(count, TRAINED_ON), dtype=np.intp)])
        cells.add(self._vectors)
        self._strange = 0
        return cells
