"""The product search."""

from actions.search.facts import KNOWN, SENTENCE, Fact, Facts, read_questions, sentences_of
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
from actions.search.weights import Weights

__all__ = [
    "KNOWN",
    "SENTENCE",
    "Bounds",
    "Fact",
    "Facts",
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
    "Weights",
    "Wish",
    "read_questions",
    "sentences_of",
]
