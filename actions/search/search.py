"""The product search: words and meaning ranked together, filters exact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError
from actions.encoder import SentenceEncoder
from actions.search.asking import ASKING
from actions.search.documents import meaning_text
from actions.search.index import Index, load_parts, vectors_of
from actions.search.narrowing import Narrowing, narrowing
from actions.search.ranking import Ranking, rank
from actions.search.relaxing import GIVEN_UP_FIRST, offered_instead
from actions.search.synonyms import Synonyms
from actions.search.types import (
    Filters,
    Hit,
    Match,
    ProductDocument,
    Relaxation,
    SortBy,
    Variant,
    Wish,
)
from actions.search.weights import Weights
from actions.text import Analyser

LOOKED_AT = 200
"""How many of the found products a narrowing question is chosen by."""


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

    def weighing(self, weights: Weights) -> ProductSearch:
        """The same products, ranked by other weights."""
        index = replace(self._index, weights=weights)
        return ProductSearch(index, self._encoder, self._synonyms, self._analyser)

    def vectors(self) -> dict[str, NDArray[np.float32]]:
        """Product id → its meaning, L2-normalised."""
        index = self._index
        return {d.product_id: vector for d, vector in zip(index.documents, index.vectors, strict=True)}

    def specs(self, product_id: str) -> Mapping[str, object]:
        """The specifications of an indexed product."""
        return self._index.documents[self._index.table.row_of[product_id]].specs

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
        self._change({document.product_id: document for document in documents}, None)

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        k: int = 10,
        *,
        offset: int = 0,
        sort_by: str = SortBy.RELEVANCE,
    ) -> list[Hit]:
        """The products that meet all filters, the most relevant to the text first.

        Args:
            text: what the shopper wrote; empty for the filters alone, best rated first.
            filters: what every hit must meet; default, to be in stock.
            k: hits at most.
            offset: hits to leave out, for the next page.
            sort_by: the order: a `SortBy`, or the name of one of the synonyms' orders by a specification, in which what
                lacks it comes last; by relevance where there is none of that name.

        Returns:
            At most `k` hits; none where nothing meets the filters, or nothing the text.

        Raises:
            ValueError: `k` or `offset` is negative.
        """
        if k < 0 or offset < 0:
            raise ValueError(f"no page of {k} hits from the {offset}th on")
        index, filters = self._index, filters or Filters()
        ranking = rank(index, text, filters, self._meaning, sort_by, offset + k)
        return _hits(index, ranking, filters, offset)

    @property
    def synonyms(self) -> Synonyms:
        """What shoppers call things, and what is measured."""
        return self._synonyms

    def extents(self, filters: Filters) -> dict[str, tuple[float, float]]:
        """From how much to how much of each measure the products have that meet the filters; what none of them has is
        left out."""
        return self._index.table.extents(filters)

    def count(self, text: str, filters: Filters | None = None) -> int:
        """How many products `search` would find."""
        return rank(self._index, text, filters or Filters(), self._meaning).count

    def narrow(
        self, text: str, filters: Filters, wide: int, already: Collection[str] = ()
    ) -> Narrowing | None:
        """The question that would narrow this search best, if it finds more than `wide` products; `already` are the
        fields that were asked about before."""
        index = self._index
        ranking = rank(index, text, filters, self._meaning, first=LOOKED_AT)
        if ranking.count <= wide:
            return None
        found = [index.documents[ranking.selection.rows[position]] for position in ranking.order]
        return narrowing(found, filters, self._synonyms.titles, already)

    def relax(self, text: str, filters: Filters, k: int = 3) -> list[Relaxation]:
        """The wishes of which each, given up alone, lets products through; that which is the easiest to part
        with first, and none that is firm.

        Empty where no single one does. `k` is how many hits each carries.
        """
        index, found = self._index, []
        stock = [Wish("in_stock", ("yes",))] if filters.in_stock else []
        for wish in filter(lambda wish: not wish.is_firm, (*filters.wishes(), *stock)):
            looser = filters.giving_up(wish)
            near = next((b for b in filters.measures if wish == Wish("measures", (b.said,))), None)
            ranking = rank(index, text, looser, self._meaning, first=k, near=near)
            if ranking.count:
                hits = tuple(_hits(index, ranking, looser, 0))
                found.append(
                    Relaxation(wish, ranking.count, hits, offered_instead(index.table, wish, looser))
                )
        return sorted(found, key=lambda relaxation: GIVEN_UP_FIRST.index(relaxation.wish.field))

    def _change(self, changed: dict[str, ProductDocument], gone: frozenset[str] | None) -> None:
        """Build the next index; `gone` are the ids to forget, None for all that are not among the changed."""
        with self._writing:
            old = self._index
            known = {meaning_text(d): vector for d, vector in zip(old.documents, old.vectors, strict=True)}
            # What stays keeps its row, so that the parts of the index can be taken over.
            kept = {
                d.product_id: d
                for d in old.documents
                if (d.product_id in changed if gone is None else d.product_id not in gone)
            }
            documents = list((kept | changed).values())
            vectors = vectors_of(documents, self._encoder, known)
            self._index = Index.of(
                documents, vectors, self._analyser, self._synonyms, self._encoder.knows, old
            )

    def _meaning(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoder.encode([text])[0]
        return vector


def _hits(index: Index, ranking: Ranking, filters: Filters, offset: int) -> list[Hit]:
    return [_hit(index, ranking, filters, position) for position in ranking.order[offset:]]


def _hit(index: Index, ranking: Ranking, filters: Filters, position: int) -> Hit:
    document = index.documents[ranking.selection.rows[position]]
    variant = index.table.variants[ranking.selection.variants[position]]
    met = zip(ranking.terms, ranking.term_scores[:, position], strict=True)
    return Hit(
        product_id=document.product_id,
        score=float(ranking.relevance[position]),
        sku=variant.sku,
        price=variant.price,
        colour=variant.colour,
        size=variant.size,
        words=tuple(dict.fromkeys(term.said for term, score in met if score)),
        matches=tuple(_matches(index, document, variant, filters)),
        confident=bool(ranking.confident[position]),
    )


def _matches(index: Index, document: ProductDocument, variant: Variant, filters: Filters) -> Iterator[Match]:
    own = {
        "types": (document.type, document.category),
        "brands": (document.brand,),
        "colours": (variant.colour,),
        "sizes": (variant.size,),
        "materials": document.materials,
        "attributes": (*document.attributes, *document.implied),
        "products": (document.product_id,),
    }
    for trait, values in own.items():
        for wish in getattr(filters, trait):
            covered = index.table.covered(trait, wish)
            met = [value for value in values if value in covered]
            yield from (Match(trait, value) for value in met[:1])
