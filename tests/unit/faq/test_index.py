"""The index of written answers keeps its contract."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import pytest

from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex, Topic

from .contract import FaqContract


class TestFaqIndex(FaqContract):
    encoder: ClassVar[SentenceEncoder]

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _encoder(cls, encoder: SentenceEncoder) -> None:
        cls.encoder = encoder

    @classmethod
    def build(cls, topics: Iterable[Topic]) -> FaqIndex:
        return FaqIndex.build(topics, cls.encoder)

    @classmethod
    def load(cls, folder: Path) -> FaqIndex:
        return FaqIndex.load(folder, cls.encoder)
