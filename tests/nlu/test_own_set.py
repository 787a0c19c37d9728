"""The project's own test set: as it was committed, unlike the training examples, and understood as well as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from actions.encoder import SentenceEncoder
from actions.settings import settings
from bench.nlu import examples
from bench.understanding.own_set import OwnSet, committed_figures, committed_hashes, entity_f1, hashes, named

NEAR = 0.9
"""The cosine to a training example from which on a test text is too like it."""
POINT = 0.01


def test_it_is_the_committed_one() -> None:
    assert hashes() == committed_hashes()


def test_no_text_is_nearly_a_training_example(own: OwnSet) -> None:
    encoder = SentenceEncoder.load(settings().models_folder / "encoder")
    known = examples()
    cosines = encoder.encode(own.all_texts) @ encoder.encode(known.texts).T
    nearest = cosines.argmax(axis=1)
    near = [
        f"{own.all_texts[row]!r} ~ {known.texts[nearest[row]]!r}"
        for row in np.flatnonzero(cosines.max(axis=1) > NEAR)
    ]
    assert not near, "drop from the test set (never from this test): " + "; ".join(near)


def test_every_intent_is_in_it(own: OwnSet) -> None:
    assert set(own.intents) == set(examples().labels)


def test_every_entity_stands_where_it_says(own: OwnSet) -> None:
    for text, entities in zip(own.entity_texts, own.entities, strict=True):
        for entity in entities:
            assert text[entity["start"] : entity["end"]].strip() != ""


@pytest.mark.parametrize("figure", committed_figures())
def test_a_figure_has_not_fallen_by_a_point(
    own: OwnSet, parsed: list[Mapping[str, Any]], figure: str
) -> None:
    assert own.figures(parsed)[figure] >= committed_figures()[figure] - POINT


def test_entities_are_counted_one_by_one() -> None:
    red = {"entity": "colour", "start": 0, "end": 3, "value": "red"}
    blue = {**red, "value": "blue"}
    places = ("entity", "start", "end")
    values = ("entity", "value", "role")
    assert entity_f1([[red]], [[red]], values) == 1
    assert entity_f1([[red]], [[blue]], places) == 1
    assert entity_f1([[red]], [[blue]], values) == 0
    assert entity_f1([[red], []], [[red], [red]], values) == pytest.approx(2 / 3)
    assert entity_f1([[red, red]], [[red]], values) == pytest.approx(2 / 3)
    assert entity_f1([[red]], [[{**red, "role": "not"}]], values) == 0


def test_values_are_compared_by_what_they_mean() -> None:
    ann, price = {"entity": "person_name", "value": "ann"}, {"entity": "price_max", "value": "75.50"}
    values = ("entity", "value", "role")
    assert entity_f1([[ann, price]], [[{**ann, "value": "Ann"}, {**price, "value": 75.5}]], values) == 1
    assert entity_f1([[{**ann, "value": "00100"}]], [[{**ann, "value": "100"}]], values) == 0


def test_a_name_of_several_products_is_one_naming() -> None:
    first = {"entity": "product", "start": 0, "end": 5, "value": "Hobby", "id": "T1"}
    other = {**first, "start": 9, "end": 14}
    assert len(named([first, {**first, "id": "T2"}, other])) == 2
    assert len(named([first, {**first, "role": "not"}])) == 2
