"""What ranks products for a query: ours, and each of its two halves by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import ArtefactError
from actions.encoder import SentenceEncoder
from actions.keywords import Keywords
from actions.search import Filters, ProductDocument, ProductSearch
from actions.search.ranking import LIKELY
from actions.text import Analyser
from bench.common.running import CannotRun

EVERYTHING = Filters(in_stock=False)
DEPTH = LIKELY
"""Products that are ranked for a query. So deep, ours is what the assistant shows page by page; further down it looks
at more products for phrases."""


class System(Protocol):
    """Ranks the catalogue."""

    def rank(self, query: str, first: int) -> list[str]:
        """The ids of the `first` products for a query, the best first."""
        ...

    def confident(self, query: str, first: int) -> list[str]:
        """Those of them that it would show as what was asked for."""
        ...


class WatchedEncoder(SentenceEncoder):
    """The project's encoder, which tells of every text that it has encoded."""

    encoded: Callable[[], object] = staticmethod(lambda: None)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = super().encode([text])[0]
            self.encoded()
        return vectors


def load_encoder(folder: Path) -> WatchedEncoder:
    """The project's encoder on one thread; CannotRun where training has not made it."""
    try:
        return WatchedEncoder.load(folder)  # type: ignore[return-value]  # of the class that it is called on
    except ArtefactError as error:
        raise CannotRun(str(error)) from error


class Aisle:
    """The product search as the assistant uses it."""

    def __init__(self, search: ProductSearch) -> None:
        self._search = search

    def rank(self, query: str, first: int) -> list[str]:
        return [hit.product_id for hit in self._search.search(query, EVERYTHING, first)]

    def confident(self, query: str, first: int) -> list[str]:
        return [hit.product_id for hit in self._search.search(query, EVERYTHING, first) if hit.confident]


class Bm25:
    """Plain BM25 over title, brand and description, all alike. It shows whatever has one of the words."""

    def __init__(self, documents: Sequence[ProductDocument]) -> None:
        self._ids = [document.product_id for document in documents]
        self._analyser = Analyser()
        texts = (f"{document.title} {document.brand} {document.description}" for document in documents)
        self._keywords = Keywords([self._analyser.stems(text) for text in texts])
        self._rows = np.arange(len(self._ids))

    def rank(self, query: str, first: int) -> list[str]:
        scores = self._keywords.scores(self._analyser.stems(query), self._rows).sum(axis=0)
        order = np.argsort(-scores, kind="stable")[:first]
        return [self._ids[row] for row in order if scores[row] > 0]

    confident = rank


class Meaning:
    """The nearest by the cosine of the meanings. It always shows something."""

    def __init__(self, search: ProductSearch, encoder: SentenceEncoder) -> None:
        vectors = search.vectors()
        self._ids = list(vectors)
        self._vectors = np.stack(list(vectors.values()))
        self._encoder = encoder

    def rank(self, query: str, first: int) -> list[str]:
        cosines = self._vectors @ self._encoder.encode([query])[0]
        return [self._ids[row] for row in np.argsort(-cosines, kind="stable")[:first]]

    confident = rank
