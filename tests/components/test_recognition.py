"""What is recognised in a text, and what it means."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.components.entities import CatalogueEntityExtractor
from bot.components.recognition.catalogue import CatalogueRecogniser, VocabularyError

ENTRIES = [
    ("product_type", "hiking boots", ["hiking boots", "hiking boot", "boots"]),
    ("product_type", "jacket", ["jacket", "jackets"]),
    ("product_type", "headlamp", ["headlamp", "headlamps", "head lamp"]),
    ("product_type", "tent", ["tent", "tents"]),
    ("brand", "Merlin Ridge", ["merlin ridge"]),
    ("colour", "blue", ["blue"]),
    ("colour", "black", ["black"]),
    ("colour", "forest green", ["forest green"]),
    ("colour", "green", ["green"]),
    ("size", "9", ["size 9", "in a 9"]),
    ("material", "merino wool", ["merino wool", "merino"]),
    ("attribute", "waterproof", ["waterproof", "water proof"]),
]


def vocabulary() -> dict[str, Any]:
    entries = [{"entity": e, "value": v, "ids": [], "forms": f} for e, v, f in ENTRIES]
    return {"version": 1, "language": "en", "entries": entries}


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> CatalogueEntityExtractor:
    path = tmp_path_factory.mktemp("vocabulary") / "vocabulary.json"
    path.write_text(json.dumps(vocabulary()))
    return CatalogueEntityExtractor(
        {**CatalogueEntityExtractor.get_default_config(), "vocabulary": str(path)}
    )


def found(extractor: CatalogueEntityExtractor, text: str) -> list[tuple[str, Any]]:
    return [(f"not {e.kind}" if e.role else e.kind, e.value) for e in extractor.recognise(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (
            "waterproof hiking boots under $150 in green",
            [
                ("attribute", "waterproof"),
                ("product_type", "hiking boots"),
                ("price_max", "150"),
                ("colour", "green"),
            ],
        ),
        ("watreproof jackets", [("attribute", "waterproof"), ("product_type", "jacket")]),
        ("a forest green tent", [("colour", "forest green"), ("product_type", "tent")]),
        ("merino from Merlin Ridge", [("material", "merino wool"), ("brand", "Merlin Ridge")]),
        ("between 50 and 80 bucks", [("price_min", "50"), ("price_max", "80")]),
        ("not more than a hundred", [("price_max", "100")]),
        ("under 1.5k", [("price_max", "1500")]),
        ("up to eighty five dollars", [("price_max", "85")]),
        ("at least 40 dollars", [("price_min", "40")]),
        ("$20-$40", [("price_min", "20"), ("price_max", "40")]),
        ("order 1042", [("order_number", "1042")]),
        ("#1042", [("order_number", "1042")]),
        ("order no 1042", [("order_number", "1042")]),
        ("its 1042", [("order_number", "1042")]),
        ("A-1042", [("order_number", "1042")]),
        ("the jacket from 1042", [("product_type", "jacket"), ("order_number", "1042")]),
        ("not 1042, 1043", [("not order_number", "1042"), ("order_number", "1043")]),
        ("not the blue one, the black", [("not colour", "blue"), ("colour", "black")]),
        ("anything but blue", [("not colour", "blue")]),
        ("Ann.B@Example.com", [("email", "ann.b@example.com")]),
        ("Ann Becker, 80302", [("person_name", "Ann Becker"), ("postcode", "80302")]),
        ("my name is ann becker and my zip is 80302", [("person_name", "ann becker"), ("postcode", "80302")]),
        ("the second one", [("ordinal", 2)]),
        ("the last one", [("ordinal", -1)]),
        ("my first order", []),
        ("size 9", [("size", "9")]),
        ("2 pairs", [("quantity", "2")]),
        ("best rated", [("sort_by", "rating")]),
        ("under 500 g", []),
        ("a lamp with 2000 lumens", []),
        ("send it back please", []),
        ("", []),
    ],
)
def test_recognised(extractor: CatalogueEntityExtractor, text: str, entities: list[tuple[str, Any]]) -> None:
    assert found(extractor, text) == entities


def test_places_are_those_of_the_text(extractor: CatalogueEntityExtractor) -> None:
    text = "a BLUE jackt under $150, order #1042"
    pieces = {e.kind: text[e.start : e.end] for e in extractor.recognise(text)}
    assert pieces == {"colour": "BLUE", "product_type": "jackt", "price_max": "$150", "order_number": "#1042"}


def test_a_slip_of_the_pen_is_less_certain(extractor: CatalogueEntityExtractor) -> None:
    right, wrong = extractor.recognise("headlamp")[0], extractor.recognise("headlmap")[0]
    assert right.value == wrong.value == "headlamp"
    assert right.confidence > wrong.confidence


def test_a_new_product_is_understood_at_once(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.json"
    path.write_text(json.dumps(vocabulary()))
    extractor = CatalogueEntityExtractor(
        {**CatalogueEntityExtractor.get_default_config(), "vocabulary": str(path)}
    )
    more = vocabulary()
    more["entries"].append(
        {"entity": "product_type", "value": "kayak", "ids": [], "forms": ["kayak", "kayaks"]}
    )
    path.write_text(json.dumps(more))
    os.utime(path, ns=(1, 1))
    from rasa.shared.nlu.training_data.message import Message

    message = extractor.process([Message({"text": "do you have kayaks"})])[0]
    assert [e["value"] for e in message.get("entities")] == ["kayak"]


@pytest.mark.parametrize("content", [None, "", "{}", '{"language": "en"}'])
def test_a_broken_vocabulary_is_refused_with_a_sentence(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "vocabulary.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(VocabularyError, match="make train"):
        CatalogueRecogniser.load(path, lambda word: True)
