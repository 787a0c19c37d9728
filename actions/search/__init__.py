"""The product search."""

from actions.search.measures import Measure
from actions.search.narrowing import Narrowing
from actions.search.search import ProductSearch
from actions.search.synonyms import Synonyms
from actions.search.types import (
    Bounds,
    Filters,
    Hit,
    Match,
    ProductDocument,
    Relaxation,
    SortBy,
    Traits,
    Variant,
    Wish,
)

__all__ = [
    "Bounds",
    "Filters",
    "Hit",
    "Match",
    "Measure",
    "Narrowing",
    "ProductDocument",
    "ProductSearch",
    "Relaxation",
    "SortBy",
    "Synonyms",
    "Traits",
    "Variant",
    "Wish",
]
