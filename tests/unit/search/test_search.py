"""The product search keeps its contract."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import pytest

from actions.encoder import SentenceEncoder
from actions.search import Filters, ProductDocument, ProductSearch, Weights

from .contract import SearchContract
from .shelf import SHELF, SYNONYMS


class TestProductSearch(SearchContract):
    encoder: ClassVar[SentenceEncoder]

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _encoder(cls, encoder: SentenceEncoder) -> None:
        cls.encoder = encoder

    @classmethod
    def build(cls, documents: Iterable[ProductDocument]) -> ProductSearch:
        return ProductSearch.build(documents, cls.encoder, SYNONYMS)

    @classmethod
    def load(cls, folder: Path) -> ProductSearch:
        return ProductSearch.load(folder, cls.encoder)


def test_what_is_found_first_says_what_is_meant_but_only_where_nothing_else_does(
    encoder: SentenceEncoder,
) -> None:
    own = ProductSearch.build(SHELF, encoder, SYNONYMS)
    fed = own.weighing(Weights(feedback=0.9))
    plain = own.weighing(Weights(feedback=0))

    def scores(search: ProductSearch, filters: Filters) -> dict[str, float]:
        return {hit.product_id: hit.score for hit in search.search("waterproof hiking", filters)}

    first, *others = scores(plain, Filters())
    assert others and scores(fed, Filters())[first] > scores(plain, Filters())[first]
    assert {hit.product_id for hit in fed.search("waterproof hiking") if hit.confident} == {
        hit.product_id for hit in plain.search("waterproof hiking") if hit.confident
    }, "that it was found does not make it what was asked for"
    assert scores(fed, Filters(types=("jacket",))) == scores(plain, Filters(types=("jacket",)))
