"""Which fact answers an open question; with the demo shop's questions and the real encoder."""

from __future__ import annotations

import pytest

from actions.encoder import SentenceEncoder
from actions.search import Fact, Facts, read_questions
from actions.settings import ROOT

POLES = "Fold in three like a tent pole and vanish into a pack. Carbon is strong along and weak across."


@pytest.fixture(scope="module")
def facts() -> Facts:
    encoder = SentenceEncoder.load(ROOT / "models" / "encoder")
    return Facts(read_questions(ROOT / "data"), encoder, {})


def nearest(facts: Facts, question: str) -> Fact | None:
    specs, features = ("packed_cm", "weight_g"), ("foldable", "packable")
    return facts.nearest(question, "Reed Carbon Trekking Poles", specs, features, POLES)


@pytest.mark.parametrize(
    ("question", "kind", "name"),
    [
        ("how short do they fold", "spec", "packed_cm"),
        ("what do they weigh", "spec", "weight_g"),
        ("is it foldable", "feature", "foldable"),
        ("is carbon weak", "sentence", "Carbon is strong along and weak across."),
        ("do people like them", "figure", "rating"),
    ],
)
def test_the_fact_that_is_asked_for_answers(facts: Facts, question: str, kind: str, name: str) -> None:
    found = nearest(facts, question)
    assert found is not None and found.stated
    assert (found.kind, found.name) == (kind, name)


def test_what_is_certainly_asked_for_and_not_stated_is_told_apart(facts: Facts) -> None:
    found = nearest(facts, "can it go in the dishwasher")
    assert found is not None
    assert (found.name, found.stated) == ("dishwasher-safe", False)


def test_what_is_written_nowhere_has_no_fact(facts: Facts) -> None:
    assert nearest(facts, "does the queen have a pair") is None


def test_a_shop_without_questions_still_has_its_descriptions(facts: Facts) -> None:
    encoder = SentenceEncoder.load(ROOT / "models" / "encoder")
    found = nearest(Facts({}, encoder, {}), "is carbon weak")
    assert found is not None
    assert found.kind == "sentence"
