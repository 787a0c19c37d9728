"""One state of the product index: built once, never changed, replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError, replaced_folder
from actions.encoder import SentenceEncoder
from actions.keywords import Keywords
from actions.search.documents import from_json, meaning_text, to_json
from actions.search.fields import Reading, fields
from actions.search.meanings import Meanings
from actions.search.query import QueryReader
from actions.search.synonyms import Synonyms
from actions.search.table import Table
from actions.search.types import ProductDocument
from actions.search.weights import Weights
from actions.text import Analyser

K1, B = 0.8, 0.75
"""BM25's parameters; titles are short and repeat little. The judged Icecat queries do not tell near values apart."""
DOCUMENTS, VECTORS, SYNONYMS = "documents.jsonl", "vectors.npy", "synonyms.yml"


@dataclass(frozen=True)
class Index:
    """Everything that answers a query; row `i` of each part is the same product."""

    documents: tuple[ProductDocument, ...]
    vectors: NDArray[np.float32]
    """Meanings, L2-normalised, shape (products, dimension)."""
    meanings: Meanings
    readings: tuple[Reading, ...]
    table: Table
    keywords: Keywords
    reader: QueryReader
    weights: Weights

    @classmethod
    def of(
        cls,
        documents: Sequence[ProductDocument],
        vectors: NDArray[np.float32],
        analyser: Analyser,
        synonyms: Synonyms,
        is_word: Callable[[str], bool],
        old: Index | None = None,
    ) -> Index:
        """The index of these documents and their vectors; from an `old` one is taken what has not changed."""
        known = dict(zip(map(id, old.documents), old.readings, strict=True)) if old else {}
        by_text = {reading.text: reading for reading in old.readings} if old else {}
        readings = tuple(
            known.get(id(document))
            or by_text.get(tuple(field.text for field in fields(document)))
            or Reading.of(document, analyser)
            for document in documents
        )
        if old and readings == old.readings:
            keywords, reader = old.keywords, old.reader
        else:
            keywords = Keywords([reading.stems for reading in readings], K1, B)
            words = {word for reading in readings for word in reading.words}
            reader = QueryReader(words, analyser, synonyms, is_word)
        meanings = (
            old.meanings
            if old and np.array_equal(vectors, old.vectors)
            else Meanings(vectors, old.meanings if old else None)
        )
        table = Table(documents, analyser, synonyms)
        weights = old.weights if old else Weights()
        return cls(tuple(documents), vectors, meanings, readings, table, keywords, reader, weights)

    def save(self, folder: str | Path, synonyms: Synonyms) -> None:
        """Write what the rest is made of: documents, vectors and synonyms."""
        with replaced_folder(folder) as fresh:
            with (fresh / DOCUMENTS).open("w", encoding="utf-8") as file:
                file.writelines(f"{to_json(document)}\n" for document in self.documents)
            np.save(fresh / VECTORS, self.vectors)
            synonyms.save(fresh / SYNONYMS)


def load_parts(folder: str | Path) -> tuple[list[ProductDocument], NDArray[np.float32], Synonyms]:
    """What `Index.save` wrote; ArtefactError where it is missing or does not fit together."""
    folder = Path(folder)
    try:
        with (folder / DOCUMENTS).open(encoding="utf-8") as file:
            documents = [from_json(line) for line in file]
        vectors: NDArray[np.float32] = np.load(folder / VECTORS, allow_pickle=False)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise ArtefactError(f"The product index in {folder} can't be read ({error}): {MEND}.") from error
    if vectors.ndim != 2 or len(vectors) != len(documents):
        raise ArtefactError(f"The product index in {folder} does not fit together: {MEND}.")
    return documents, vectors, Synonyms.load(folder / SYNONYMS)


def vectors_of(
    documents: Iterable[ProductDocument], encoder: SentenceEncoder, known: Mapping[str, NDArray[np.float32]]
) -> NDArray[np.float32]:
    """The documents' vectors; `known` maps a text to its vector where that was made before."""
    texts = [meaning_text(document) for document in documents]
    fresh = list(dict.fromkeys(text for text in texts if text not in known))
    vectors = {**known, **dict(zip(fresh, encoder.encode(fresh), strict=True))}
    if not texts:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    return np.stack([vectors[text] for text in texts])
