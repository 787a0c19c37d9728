"""BM25 over the products' words."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from actions.search.text import Analyser
from actions.search.types import ProductDocument

logging.getLogger("bm25s").setLevel(logging.WARNING)

K1, B = 1.2, 0.6
"""Term saturation and length normalisation (Robertson & Zaragoza 2009, "The Probabilistic Relevance
Framework")."""


class Keywords:
    """How well each document matches each term.

    Fields count by weight, as in simple BM25F (Robertson, Zaragoza & Taylor 2004): a field of weight 3 is
    read three times before term frequencies are saturated.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        """Index documents given as stems."""
        self.size = len(documents)
        self._terms: dict[str, int] = {}
        for document in documents:
            for stem in document:
                self._terms.setdefault(stem, len(self._terms))
        self._scores = self._index(documents) if self._terms else csc_array((self.size, 0), dtype=np.float32)
        self._peaks: NDArray[np.float32] = np.zeros(len(self._terms), dtype=np.float32)
        if self._terms:
            self._peaks[:] = self._scores.max(axis=0).toarray().ravel()

    def _index(self, documents: Sequence[Sequence[str]]) -> csc_array:
        ids = [[self._terms[stem] for stem in document] for document in documents]
        bm25 = bm25s.BM25(k1=K1, b=B)
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

    def peaks(self, stems: Sequence[str]) -> NDArray[np.float32]:
        """The highest score that each term has in any document; 0 for a term that is in none."""
        return np.array(
            [self._peaks[self._terms[stem]] if stem in self._terms else 0 for stem in stems], np.float32
        )


def weighted_texts(document: ProductDocument) -> list[tuple[int, str]]:
    """A product's fields with what their words weigh."""
    return [
        (3, document.title),
        (3, document.type),
        (1, document.brand),
        (1, document.category),
        (2, " . ".join(document.attributes)),
        (1, " . ".join(document.materials)),
        (1, " . ".join(sorted({variant.colour for variant in document.variants}))),
        (1, " . ".join(value for value in document.specs.values() if isinstance(value, str))),
        (1, document.description),
    ]


def stems(document: ProductDocument, analyser: Analyser) -> tuple[str, ...]:
    """A product's stems, each as often as its field weighs."""
    return tuple(stem for weight, text in weighted_texts(document) for stem in analyser.stems(text) * weight)
