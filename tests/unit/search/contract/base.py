"""What the contract's parts share: a search under test, on a shelf of eleven products."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path

import pytest

from actions.search import Hit, ProductDocument, ProductSearch

from ..shelf import SHELF

BY_ID = {document.product_id: document for document in SHELF}
IN_STOCK = {document.product_id for document in SHELF if any(v.stock for v in document.variants)}


def ids(hits: Iterable[Hit]) -> list[str]:
    return [hit.product_id for hit in hits]


class SearchUnderTest:
    """A product search, and how to build and load one."""

    @classmethod
    @abstractmethod
    def build(cls, documents: Iterable[ProductDocument]) -> ProductSearch:
        """The search under test over these documents."""

    @classmethod
    @abstractmethod
    def load(cls, folder: Path) -> ProductSearch:
        """The search under test as it was saved."""

    @pytest.fixture(scope="class")
    @classmethod
    def search(cls) -> ProductSearch:
        return cls.build(SHELF)
