"""The product search keeps its contract."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import pytest

from actions.encoder import SentenceEncoder
from actions.search import ProductDocument, ProductSearch

from .contract import SearchContract
from .shelf import SYNONYMS


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
