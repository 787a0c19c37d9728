"""The product search: words and meaning ranked together, filters exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError
from actions.encoder import SentenceEncoder
from actions.search.asking import ASKING
from actions.search.documents import meaning_text
from actions.search.index import Index, load_parts, vectors_of
from actions.search.query import Term
from actions.search.relaxing import GIVEN_UP_FIRST, offered_instead
from actions.search.synonyms import Synonyms
from actions.search.table import Selection
from actions.search.types import TRAITS, Filters, Hit, Match, ProductDocument, Relaxation, SortBy, Wish
from actions.text import Analyser

KEYWORD_SHARE = 0.35
"""What the words count in the relevance, the rest is meaning; NDCG on the judged Icecat queries is flat
around it."""
QUALITY_SHARE = 0.05
"""How far a good rating lifts a product among equally relevant ones."""
MIN_RELEVANCE, MIN_MEANING = 0.34, 0.2
"""Below either of these a text that names no type, brand or product has not been met."""
SORTABLE = 0.6
"""Sorting by price or the like keeps what is at least so relevant, as a share of the best."""


@dataclass(frozen=True)
class _Ranking:
    """The first products in order, as positions in `selection`, with relevance and the terms' scores for all
    of it; `count` is how many there are altogether."""

    selection: Selection
    order: NDArray[np.intp]
    count: int
    terms: Sequence[Term]
    relevance: NDArray[np.float32]
    term_scores: NDArray[np.float32]


class ProductSearch:
    """Finds products for a shopper's words.

    The relevance of a product is a weighted sum of its share of the best BM25 score that the query's terms
    can reach and of the cosine between the meanings. Filters decide by themselves which products can be found
    at all. Readers work on one immutable index while a writer builds the next, so every method may be called
    from any thread.
    """

    def __init__(
        self, index: Index, encoder: SentenceEncoder, synonyms: Synonyms, analyser: Analyser
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._synonyms = synonyms
        self._analyser = analyser
        self._writing = Lock()
        self._meaning = lru_cache(maxsize=256)(self._encode)

    @classmethod
    def build(
        cls,
        documents: Iterable[ProductDocument],
        encoder: SentenceEncoder,
        synonyms: Synonyms | None = None,
        analyser: Analyser | None = None,
    ) -> ProductSearch:
        """Index the documents, the last of those with one id."""
        search = cls.of([], vectors_of([], encoder, {}), encoder, synonyms, analyser)
        search.update(documents)
        return search

    @classmethod
    def load(
        cls, folder: str | Path, encoder: SentenceEncoder, analyser: Analyser | None = None
    ) -> ProductSearch:
        """What `save` wrote; ArtefactError where it is missing, broken or made with another encoder."""
        documents, vectors, synonyms = load_parts(folder)
        if vectors.shape[1] != encoder.dimension:
            raise ArtefactError(f"The product index in {folder} does not fit the sentence encoder: {MEND}.")
        return cls.of(documents, vectors, encoder, synonyms, analyser)

    @classmethod
    def of(
        cls,
        documents: Sequence[ProductDocument],
        vectors: NDArray[np.float32],
        encoder: SentenceEncoder,
        synonyms: Synonyms | None = None,
        analyser: Analyser | None = None,
    ) -> ProductSearch:
        """A search over documents whose vectors are known."""
        synonyms, analyser = synonyms or Synonyms(), analyser or Analyser(ignoring=ASKING)
        index = Index.of(documents, vectors, analyser, synonyms, encoder.knows)
        return cls(index, encoder, synonyms, analyser)

    def save(self, folder: str | Path) -> None:
        """Write the index and its synonyms to a folder, in place of what was there."""
        self._index.save(folder, self._synonyms)

    def vectors(self) -> dict[str, NDArray[np.float32]]:
        """Product id → its meaning, L2-normalised."""
        index = self._index
        return {d.product_id: vector for d, vector in zip(index.documents, index.vectors, strict=True)}

    def __len__(self) -> int:
        return len(self._index.documents)

    def update(self, documents: Iterable[ProductDocument]) -> None:
        """Take up new and changed products. Only texts that are new are encoded, so that prices and stock
        cost little."""
        self._change({document.product_id: document for document in documents}, frozenset())

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these products; unknown ids do no harm."""
        self._change({}, frozenset(ids))

    def replace(self, documents: Iterable[ProductDocument]) -> None:
        """Make these the only products: `update` with them, `remove` of all others."""
        fresh = {document.product_id: document for document in documents}
        self._change(fresh, frozenset(self._index.table.row_of) - frozenset(fresh))

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        k: int = 10,
        *,
        offset: int = 0,
        sort_by: SortBy = SortBy.RELEVANCE,
    ) -> list[Hit]:
        """The products that meet all filters, the most relevant to the text first.

        Args:
            text: what the shopper wrote; empty for the filters alone, best rated first.
            filters: what every hit must meet; default, to be in stock.
            k: hits at most.
            offset: hits to leave out, for the next page.
            sort_by: the order.

        Returns:
            At most `k` hits; none where nothing meets the filters, or nothing the text.
        """
        index, filters = self._index, filters or Filters()
        ranking = self._rank(index, text, filters, sort_by, offset + k)
        return self._hits(index, ranking, filters, offset)

    def count(self, text: str, filters: Filters | None = None) -> int:
        """How many products `search` would find."""
        return self._rank(self._index, text, filters or Filters(), SortBy.RELEVANCE, 0).count

    def relax(self, text: str, filters: Filters, k: int = 3) -> list[Relaxation]:
        """The wishes of which each, given up alone, lets products through; that which is the easiest to part
        with first.

        Empty where no single one does. `k` is how many hits each carries.
        """
        index, found = self._index, []
        stock = [Wish("in_stock", ("yes",))] if filters.in_stock else []
        for wish in (*filters.wishes(), *stock):
            looser = filters.giving_up(wish)
            ranking = self._rank(index, text, looser, SortBy.RELEVANCE, k)
            if ranking.count:
                hits = tuple(self._hits(index, ranking, looser, 0))
                found.append(
                    Relaxation(wish, ranking.count, hits, offered_instead(index.table, wish, looser))
                )
        return sorted(found, key=lambda relaxation: GIVEN_UP_FIRST.index(relaxation.wish.field))

    def _change(self, changed: dict[str, ProductDocument], gone: frozenset[str]) -> None:
        with self._writing:
            old = self._index
            known = {meaning_text(d): vector for d, vector in zip(old.documents, old.vectors, strict=True)}
            merged = {d.product_id: d for d in old.documents if d.product_id not in gone} | changed
            documents = list(merged.values())
            vectors = vectors_of(documents, self._encoder, known)
            self._index = Index.of(
                documents, vectors, self._analyser, self._synonyms, self._encoder.knows, old
            )

    def _encode(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoder.encode([text])[0]
        return vector

    def _rank(self, index: Index, text: str, filters: Filters, sort_by: SortBy, first: int) -> _Ranking:
        selection = index.table.select(filters)
        excluded = [value for trait in TRAITS for value in getattr(filters.without, trait)]
        bounds = [
            f"{price.normalize():f}" for price in (filters.price_min, filters.price_max) if price is not None
        ]
        query = index.reader.read(text, ignoring=[*excluded, *bounds])
        terms, rows = query.terms, selection.rows
        term_scores = index.keywords.scores([term.stem for term in terms], rows)
        keep = np.arange(len(rows))
        relevance = np.zeros(len(rows), dtype=np.float32)
        if terms:
            weights = np.array([term.weight for term in terms], dtype=np.float32)
            stems, extra = [term.stem for term in terms], [term.extra for term in terms]
            keyword = index.keywords.shares(stems, weights, term_scores, extra)
            meaning = np.clip(_dot(index.vectors, rows, self._meaning(query.text)), 0, 1)
            relevance = KEYWORD_SHARE * keyword + (1 - KEYWORD_SHARE) * meaning
            if not (filters.types or filters.brands or filters.products):
                keep = np.flatnonzero((relevance >= MIN_RELEVANCE) & (meaning >= MIN_MEANING))
                if sort_by is not SortBy.RELEVANCE and len(keep):
                    keep = keep[relevance[keep] >= SORTABLE * relevance[keep].max()]
        relevance = relevance + QUALITY_SHARE * index.table.quality[rows]
        keys = self._sort_keys(index, selection, sort_by)
        order = _first(keep, (-relevance,) if keys is None else (-relevance, keys), first)
        return _Ranking(selection, order, len(keep), terms, relevance, term_scores)

    @staticmethod
    def _sort_keys(index: Index, selection: Selection, sort_by: SortBy) -> NDArray[np.float64] | None:
        """What is sorted by before relevance, ascending; None for relevance itself."""
        table = index.table
        match sort_by:
            case SortBy.PRICE_ASC:
                return table.prices[selection.variants].astype(np.float64)
            case SortBy.PRICE_DESC:
                return -table.prices[selection.variants].astype(np.float64)
            case SortBy.RATING:
                return -table.quality[selection.rows].astype(np.float64)
            case SortBy.NEWEST:
                return -table.added[selection.rows]
            case SortBy.RELEVANCE:
                return None

    @staticmethod
    def _hits(index: Index, ranking: _Ranking, filters: Filters, offset: int) -> list[Hit]:
        hits = []
        for position in ranking.order[offset:]:
            document = index.documents[ranking.selection.rows[position]]
            variant = index.table.variants[ranking.selection.variants[position]]
            said = [
                t.said
                for t, score in zip(ranking.terms, ranking.term_scores[:, position], strict=True)
                if score
            ]
            hits.append(
                Hit(
                    product_id=document.product_id,
                    score=float(ranking.relevance[position]),
                    sku=variant.sku,
                    price=variant.price,
                    colour=variant.colour,
                    size=variant.size,
                    words=tuple(dict.fromkeys(said)),
                    matches=tuple(_matches(index, document, variant.colour, variant.size, filters)),
                )
            )
        return hits


def _matches(
    index: Index, document: ProductDocument, colour: str, size: str, filters: Filters
) -> Iterable[Match]:
    own = {
        "types": (document.type, document.category),
        "brands": (document.brand,),
        "colours": (colour,),
        "sizes": (size,),
        "materials": document.materials,
        "attributes": (*document.attributes, *document.implied),
        "products": (document.product_id,),
    }
    for trait, values in own.items():
        for wish in getattr(filters, trait):
            covered = index.table.covered(trait, wish)
            yield from [Match(trait, value) for value in values if value in covered][:1]


def _dot(
    vectors: NDArray[np.float32], rows: NDArray[np.intp], vector: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The dot product of some rows: gathering few of them is cheaper than multiplying all."""
    product: NDArray[np.float32]
    product = vectors[rows] @ vector if len(rows) * 8 < len(vectors) else (vectors @ vector)[rows]
    return product


def _first(
    positions: NDArray[np.intp], keys: tuple[NDArray[np.float32] | NDArray[np.float64], ...], count: int
) -> NDArray[np.intp]:
    """The first `count` of the positions in ascending order of the keys, the last key deciding first, then by
    position.

    By one key alone only those that can be among the first are sorted.
    """
    if len(keys) == 1 and 0 < count < len(positions):
        values = keys[0][positions]
        positions = positions[values <= np.partition(values, count - 1)[count - 1]]
    return positions[np.lexsort([key[positions] for key in keys])][:count]
