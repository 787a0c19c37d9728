"""Where the entities of a message stand, what ids they carry, and what the shop's own numbers look like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.components.entities import CatalogueEntityExtractor
from bot.components.extraction.catalogue import VocabularyError, read_vocabulary
from bot.components.extraction.pointing import bare_number
from bot.components.extraction.references import NumberForm, References
from bot.components.language import language
from tests.components.sample import KINDS


def test_what_excludes_a_material_after_it_belongs_to_it(loaded: list[Any]) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    text = "a jacket, merino or leather-free"
    assert [text[e["start"] : e["end"]] for e in extractor.extract(text)] == [
        "jacket",
        "merino",
        "leather-free",
    ]


def test_spans_values_and_ids(loaded: list[Any]) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    text = "The nordvkia lomvi, order #1042"
    first, second, order = extractor.extract(text)
    assert text[first["start"] : first["end"]] == "nordvkia lomvi"
    assert (first["id"], second["id"]) == ("T1", "T2")
    assert first["confidence_entity"] == 0.8
    assert text[order["start"] : order["end"]] == "#1042"
    assert "id" not in order and order["extractor"] == "CatalogueEntityExtractor"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("undr 80 exept brown, newst first", ["80", "brown", "newst"]),
        ("i'd spend undr 120 not 1042", ["120", "1042"]),
    ],
)
def test_what_stands_behind_a_mended_slip_is_where_it_was_typed(
    loaded: list[Any], text: str, spans: list[str]
) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    assert [text[e["start"] : e["end"]] for e in extractor.extract(text)] == spans


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("where is #W2378156", ["W2378156"]),
        ("order w2378156, please", ["W2378156"]),
        ("W2378156", ["W2378156"]),
        ("it's W2378156 or 2378157", ["W2378156", "W2378157"]),
        ("in 1042 and 19122", []),
        ("order #2378156", ["W2378156"]),
    ],
)
def test_order_numbers_have_the_shops_own_form(text: str, numbers: list[str]) -> None:
    references = References(language("en"), NumberForm("W", 7))
    assert [e.value for e in references.find(text) if e.entity == "order_number"] == numbers


def test_a_bare_number_gets_the_shops_prefix() -> None:
    assert [(e.entity, e.value) for e in bare_number("2378156", NumberForm("W", 7))] == [
        ("order_number", "W2378156")
    ]


def test_the_vocabulary_says_what_an_order_number_looks_like(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.json"
    file.write_text('{"version": 1, "entries": [], "order_numbers": {"prefix": "W", "digits": 7}}')
    assert read_vocabulary(file) == ([], NumberForm("W", 7))
    file.write_text('{"version": 1, "entries": [], "order_numbers": {"form": 7}}')
    with pytest.raises(VocabularyError, match="make train"):
        read_vocabulary(file)


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "under $50 please": "$50",
        "not more than a hundred": "a hundred",
        "80 bucks max": "80",
        "option 2": "2",
        "the last": "last",
        "in medium": "medium",
        "nordvkia": "nordvkia",
        "four stars or more": "four",
        "rated 4 or above": "4",
        "order them by rating": "rating",
        "lucy becker's": "lucy becker",
    }.items(),
)
def test_a_span_is_of_the_value_alone(loaded: list[Any], text: str, said: str) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    (entity,) = extractor.extract(text)
    assert text[entity["start"] : entity["end"]] == said
