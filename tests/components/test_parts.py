"""What of a message is classified."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.parts import ROOT, artefact, wording


@pytest.mark.parametrize(
    ("text", "classified"),
    [
        ("where is my order 1330", "where is my order 1000"),
        ("tents under 1499 in size 42", "tents under 1000 in size 42"),
        ("#１０４２!", "#1000!"),
        ("im j.w_miller77@mail.co.uk, 80302", "im @, 10000"),
        ("see you @ 5", "see you @ 5"),
    ],
)
def test_numbers_and_addresses_count_as_what_they_are(text: str, classified: str) -> None:
    assert wording(Message({"text": text})) == classified


@pytest.mark.parametrize("character", "@a1.")
def test_a_novel_is_read_at_once(character: str) -> None:
    started = time.perf_counter()
    wording(Message({"text": character * 10_000}))
    assert time.perf_counter() - started < 0.5


def test_artefacts_lie_in_the_models_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("AISLE_MODELS_FOLDER", raising=False)
    assert artefact("models/encoder") == ROOT / "models" / "encoder"
    monkeypatch.setenv("AISLE_MODELS_FOLDER", str(tmp_path))
    assert artefact("models/vocabulary.json") == tmp_path / "vocabulary.json"
    assert artefact(str(tmp_path / "other.json")) == tmp_path / "other.json"
