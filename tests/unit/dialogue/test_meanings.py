"""Which of a few meanings a message has, and the vectors that are kept for telling them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from actions.artefacts import ArtefactError
from actions.dialogue.language import language
from actions.dialogue.meanings import Meanings, load_vectors, read_needs, save_vectors
from actions.encoder import SentenceEncoder

SENTENCES = {"cold": ["i am cold", "my hands freeze"], "wet": ["i get soaked"]}


class Counting(SentenceEncoder):
    """Remembers what it was asked to encode."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.__dict__.update(encoder.__dict__)
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return super().encode(texts)


def test_only_sentences_without_a_vector_are_encoded(encoder: SentenceEncoder, tmp_path: Path) -> None:
    save_vectors(tmp_path / "meanings.npz", SENTENCES["cold"], encoder)
    counting = Counting(encoder)
    meanings = Meanings(SENTENCES, language("en"), counting, load_vectors(tmp_path / "meanings.npz"))
    assert counting.asked == SENTENCES["wet"]
    fresh = Meanings(SENTENCES, language("en"), encoder, {})
    for text in ("my fingers are freezing", "the rain soaks me"):
        assert meanings.nearest(text) == fresh.nearest(text)
    nearest = meanings.nearest("my hands are so cold")
    assert nearest and nearest.code == "cold" and 0.5 < nearest.likeness < 1


def test_no_sentences_mean_nothing(encoder: SentenceEncoder) -> None:
    assert Meanings({}, language("en"), encoder, {}).nearest("my hands are so cold") is None


def test_vectors_that_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "meanings.npz").write_bytes(b"PK\x03\x04 half")
    for name in ("meanings.npz", "none.npz"):
        with pytest.raises(ArtefactError, match="make train"):
            load_vectors(tmp_path / name)


def test_a_shop_may_have_no_needs(tmp_path: Path) -> None:
    assert read_needs(tmp_path) == {}
