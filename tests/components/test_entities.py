"""The entity extractor beside its vocabulary file."""

from __future__ import annotations

import json
import logging
import os
import time
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message

from bot.components.entities import CatalogueEntityExtractor
from tests.components.sample import VOCABULARY, Components


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    path = tmp_path / "vocabulary.json"
    path.write_text(json.dumps(VOCABULARY), encoding="utf-8")
    return path


def values(extractor: CatalogueEntityExtractor, text: str) -> list[Any]:
    (message,) = extractor.process([Message({"text": text})])
    return [entity["value"] for entity in message.get("entities")]


def eventually(extractor: CatalogueEntityExtractor, text: str, expected: list[Any]) -> bool:
    """Whether the values come within five seconds: the vocabulary is read beside the conversations."""
    deadline = time.monotonic() + 5
    while values(extractor, text) != expected:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def change(path: Path, text: str) -> None:
    """Write the file, certainly with another time of change."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))


def test_a_new_product_is_understood_without_restart(components: Components, path: Path) -> None:
    extractor = components.create(CatalogueEntityExtractor, vocabulary=str(path))
    assert values(extractor, "the fjellheim") == []
    product = {"entity": "product", "value": "Fjellheim", "ids": ["T9"], "forms": ["fjellheim"]}
    change(path, json.dumps({**VOCABULARY, "entries": [*VOCABULARY["entries"], product]}))  # type: ignore[misc]
    assert eventually(extractor, "the fjellheim", ["Fjellheim"])


def test_a_vocabulary_that_breaks_later_leaves_the_old_one_in_use(
    components: Components, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    extractor = components.create(CatalogueEntityExtractor, vocabulary=str(path))
    with caplog.at_level(logging.ERROR):
        change(path, "{")
        values(extractor, "navy")
        deadline = time.monotonic() + 5
        while not caplog.text and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "The vocabulary in use stays" in caplog.text
    assert values(extractor, "navy") == ["navy"]
    path.unlink()
    assert values(extractor, "navy") == ["navy"]


@pytest.mark.parametrize(
    "content", [None, "{", '{"version": 2, "entries": []}', '{"version": 1, "entries": [{}]}', "[]"]
)
def test_a_missing_or_broken_vocabulary_is_a_clear_error(
    components: Components, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "vocabulary.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidConfigException, match="run `make train`"):
        components.create(CatalogueEntityExtractor, vocabulary=str(path))


@pytest.mark.parametrize("content", [None, "{", "[]", '{"first": []}'])
def test_missing_or_broken_names_are_a_clear_error(
    components: Components, path: Path, tmp_path: Path, content: str | None
) -> None:
    names = tmp_path / "names.json"
    if content is not None:
        names.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidConfigException, match="run `make train`"):
        components.create(CatalogueEntityExtractor, vocabulary=str(path), names=str(names))


def test_an_encoder_that_is_missing_is_a_clear_error(
    components: Components, path: Path, tmp_path: Path
) -> None:
    with pytest.raises(InvalidConfigException, match="run `make train`"):
        components.create(CatalogueEntityExtractor, vocabulary=str(path), encoder=str(tmp_path))


def test_ten_thousand_characters_are_read_quickly(components: Components, path: Path) -> None:
    extractor = components.create(CatalogueEntityExtractor, vocabulary=str(path))
    for text in (
        "not 1042 or " * 800,
        "two hundred and " * 600,
        "a" * 10_000,
        "1" * 10_000,
        "i'm ann " * 1200,
        "- " * 5000,
        "ann becker " * 900,
        "live in " * 1200,
    ):
        start = time.perf_counter()
        values(extractor, text)
        assert time.perf_counter() - start < 1
