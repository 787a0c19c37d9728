"""The cross-validation of `bench nlu`, with a pipeline that remembers its training data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from rich.progress import Progress

from bench import nlu
from bench.understanding.figures import OUT_OF_SCOPE, figures
from bench.understanding.labelled import Labelled
from bench.understanding.pipelines import FALLBACK, Understood, intent_names


class Remembering:
    """Knows the texts that it was trained on, and the label of the others by their first letter."""

    def __init__(self, folder: Path) -> None:
        self.known: set[str] = set()

    def train(self, train: Labelled) -> float:
        self.known = set(train.texts)
        return 0.0

    def parse(
        self, texts: Sequence[str], timed: int = 0, heard: Callable[[], None] = lambda: None
    ) -> tuple[Understood, list[float]]:
        assert not self.known & set(texts), "nothing that was trained on may be tested"
        ones = np.ones(len(texts))
        rejected = np.array([text.startswith("?") for text in texts])
        return Understood(np.array([text[0] for text in texts]), ones, ones, rejected), []


def test_every_example_is_judged_once_by_what_was_not_trained_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nlu, "AislePipeline", Remembering)
    texts = [f"{label}{n}" for label in "ab?" for n in range(7)]
    data = Labelled("sample", tuple(texts), tuple(FALLBACK if text[0] == "?" else text[0] for text in texts))
    judged = nlu.cross_validated(data, 4, tmp_path, Progress(disable=True))
    assert len(judged.truth) == len(texts)
    assert (judged.truth == OUT_OF_SCOPE).sum() == 7
    assert figures(judged)["in_scope_accuracy_decided"] == figures(judged)["oos_recall"] == 1


def test_the_examples_of_the_project_are_read() -> None:
    found = nlu.examples()
    assert "where is my order" in found.texts
    assert FALLBACK in found.labels and "track_order" in found.labels


def test_labels_become_names_of_intents() -> None:
    names = intent_names(["a/b", "a+b", "a b", FALLBACK, "nlu fallback", "?", "追跡"])
    assert len(set(names.values())) == 7
    assert names[FALLBACK] == FALLBACK and names["追跡"] == "追跡"
    assert all("/" not in name and "+" not in name and name for name in names.values())
