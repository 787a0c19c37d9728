"""Reading labelled texts, and the figures of `bench intents`."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from bench.common.running import CannotRun
from bench.understanding.figures import (
    OUT_OF_SCOPE,
    Judged,
    at_threshold,
    best_threshold,
    calibration_error,
    confused,
    figures,
)
from bench.understanding.labelled import read, read_training
from bench.understanding.pipelines import Understood, understood


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "texts.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "sentence,label\nhello,greet\nbye bye,leave\n",
        "id,Category,Text\n1,greet,hello\n2,leave,bye bye\n",
        "text;intent\nhello;greet\nbye bye;leave\n",
        "utterance\twhatever\nhello\tgreet\nbye bye\tleave\n",
        "\ufeffquery,intent\r\n\r\nhello,greet\r\n,\r\n bye bye ,leave\r\n",
        "sentence,label\nhello,greet\nbye bye,leave\n".encode("utf-16"),
    ],
)
def test_tables_are_read_as_people_keep_them(tmp_path: Path, content: str | bytes) -> None:
    found = read(written(tmp_path, content))
    assert found.texts == ("hello", "bye bye")
    assert found.labels == ("greet", "leave")
    assert found.notes == ()


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "text,label\nhi,a\nhi,a\nhi,b\n,a\nyo,\nhello,oos\nshort\n")
    found = read_training(path, "oos")
    assert found.texts == ("hi", "hi") and found.labels == ("a", "b")
    assert [note.split(": ")[1] for note in found.notes] == [
        "3 rows have no text or no label and are left out.",
        "1 rows stand there more than once.",
        "1 rows are labelled oos and not trained on.",
    ]


def test_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, "text,label\ncafé,place\n".encode("cp1252")))
    assert found.texts == ("café",)
    assert "Windows-1252" in found.notes[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "needs a head row"),
        ("one,two,three\n1,2,3\n", "needs a head row"),
        ("text,label\n,\n", "no row with both"),
        ("text,label\nhi,a\nhello,a\n", "only the label a"),
        ("text,label\nhi,a\nhello,oos\n", "only the label a"),
        (b"\x00\x01\x02", "zero bytes"),
    ],
)
def test_what_can_not_be_trained_on_is_refused_in_a_sentence(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    with pytest.raises(CannotRun, match=reason):
        read_training(written(tmp_path, content), "oos")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="No such file"):
        read(tmp_path / "none.csv")


@pytest.fixture
def judged() -> Judged:
    """Four texts in scope, of which one is wrong and one rejected, and two out of scope, of which one is."""
    truth = np.array(["a", "a", "b", "b", OUT_OF_SCOPE, OUT_OF_SCOPE])
    best = np.array(["a", "a", "b", "a", "a", "b"])
    rejected = np.array([False, True, False, False, True, False])
    confidence = np.array([0.9, 0.4, 0.8, 0.6, 0.3, 0.5])
    return Judged(truth, Understood(best, confidence, np.ones(6), rejected))


def test_figures_are_those_of_their_definitions(judged: Judged) -> None:
    found = figures(judged)
    assert found["in_scope_accuracy"] == 3 / 4
    assert found["in_scope_accuracy_decided"] == 2 / 4
    assert found["oos_recall"] == 1 / 2
    assert found["accuracy"] == 3 / 6
    assert found["macro_f1"] == pytest.approx((1 / 2 + 1 / 2 + 1 / 2) / 3)
    assert found["mcc_best"] >= at_threshold(judged, 0.55)["mcc"] > found["mcc"]
    assert 0.6 < best_threshold(judged) <= 0.8
    assert ("b", "a", 1) in confused(judged, 9)


def test_without_texts_out_of_scope_there_is_no_recall(judged: Judged) -> None:
    known = Judged(judged.truth[:4], judged.understood.ordered(np.arange(4)))
    assert math.isnan(figures(known)["oos_recall"])


def test_calibration_error_is_how_far_confidence_is_from_the_truth() -> None:
    right = np.array([True, True, True, False])
    assert calibration_error(np.full(4, 0.75), right) == pytest.approx(0)
    assert calibration_error(np.full(4, 0.95), right) == pytest.approx(0.2)


def test_the_decision_and_the_best_label_are_told_apart() -> None:
    sure = {"intent": {"name": "i1"}, "intent_ranking": [{"name": "i1", "confidence": 0.7}]}
    unsure = {
        "intent": {"name": "nlu_fallback"},
        "intent_ranking": [{"name": "nlu_fallback", "confidence": 0.8}, {"name": "i2", "confidence": 0.4}],
        "out_of_scope": 0.8,
    }
    found = understood([sure, unsure, {"intent": {"name": None}}], {"i1": "a", "i2": "b"})
    assert found.best.tolist() == ["a", "b", ""]
    assert found.confidence.tolist() == [0.7, 0.4, 0.0]
    assert found.in_scope.tolist() == pytest.approx([1.0, 0.2, 0.0])
    assert found.rejected.tolist() == [False, True, True]
