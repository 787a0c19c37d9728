"""BM25: how well words match documents."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

logging.getLogger("bm25s").setLevel(logging.WARNING)


class Keywords:
    """How well each document matches each term.

    Fields count by weight, as in simple BM25F (Robertson, Zaragoza & Taylor 2004): a field of weight 3 is
    read three times before term frequencies are saturated.

    Args:
        documents: the documents, given as stems.
        k1: how soon repetitions of a term stop to count.
        b: how much a long document is held against it, 0 to 1 (both in Robertson & Zaragoza 2009, "The Probabilistic
            Relevance Framework").
    """

    def __init__(self, documents: Sequence[Sequence[str]], k1: float = 1.2, b: float = 0.6) -> None:
        self.size = len(documents)
        self._terms: dict[str, int] = {}
        for document in documents:
            for stem in document:
                self._terms.setdefault(stem, len(self._terms))
        bm25 = bm25s.BM25(k1=k1, b=b)
        self._scores = (
            self._index(documents, bm25) if self._terms else csc_array((self.size, 0), dtype=np.float32)
        )
        self._peaks: NDArray[np.float32] = np.zeros(len(self._terms), dtype=np.float32)
        if self._terms:
            self._peaks[:] = self._scores.max(axis=0).toarray().ravel()

    def _index(self, documents: Sequence[Sequence[str]], bm25: bm25s.BM25) -> csc_array:
        ids = [[self._terms[stem] for stem in document] for document in documents]
        bm25.index((ids, dict(self._terms)), show_progress=False, create_empty_token=False)
        columns = (bm25.scores["data"], bm25.scores["indices"], bm25.scores["indptr"])
        return csc_array(columns, shape=(self.size, len(self._terms)))

    def __contains__(self, stem: str) -> bool:
        return stem in self._terms

    def scores(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """The BM25 score of every term in every one of these documents, shape (len(stems), len(rows))."""
        found = np.zeros((len(stems), len(rows)), dtype=np.float32)
        column = np.zeros(self.size, dtype=np.float32)
        for position, stem in enumerate(stems):
            if (term := self._terms.get(stem)) is None:
                continue
            span = slice(self._scores.indptr[term], self._scores.indptr[term + 1])
            hits = self._scores.indices[span]
            column[hits] = self._scores.data[span]
            found[position] = column[rows]
            column[hits] = 0
        return found

    def best(
        self, stems: Sequence[str], weights: NDArray[np.float32], rows: NDArray[np.intp], count: int
    ) -> NDArray[np.intp]:
        """The `count` of these documents that the weighted terms match best, in no order; fewer where fewer match."""
        totals = np.zeros(self.size, dtype=np.float32)
        for stem, weight in zip(stems, weights, strict=True):
            if (term := self._terms.get(stem)) is not None:
                span = slice(self._scores.indptr[term], self._scores.indptr[term + 1])
                totals[self._scores.indices[span]] += weight * self._scores.data[span]
        found = totals[rows]
        matching = np.flatnonzero(found)
        if len(matching) > count:
            matching = matching[np.argpartition(-found[matching], count)[:count]]
        return rows[matching]

    def shares(
        self,
        stems: Sequence[str],
        weights: NDArray[np.float32],
        scores: NDArray[np.float32],
        extra: Sequence[bool] | None = None,
    ) -> NDArray[np.float32]:
        """From the terms' `scores`, each document's share of the best that they could reach together, 0 to 1.

        A term that no document has counts as missing, as if it were of average rarity; an `extra` one can help to reach
        the best and is not part of it.
        """
        peaks = np.array([self._peaks[self._terms[stem]] if stem in self._terms else 0 for stem in stems])
        if not peaks.any():
            return np.zeros(scores.shape[1], dtype=np.float32)
        peaks[peaks == 0] = peaks[peaks > 0].mean()
        counted = np.ones(len(stems), dtype=bool) if extra is None else ~np.array(extra, dtype=bool)
        best = np.float32(weights[counted] @ peaks[counted] or weights @ peaks)
        shares: NDArray[np.float32] = np.minimum(weights @ scores / best, 1)
        return shares
