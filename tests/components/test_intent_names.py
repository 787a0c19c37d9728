"""Intents' names as examples."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intent_names import IntentNameExamples, in_words


@pytest.mark.parametrize(
    "name",
    ["check_deposit_status", "CHECK_DEPOSIT_STATUS", "checkDepositStatus", "faq/check-deposit status?"],
)
def test_names_are_read_as_words(name: str) -> None:
    assert in_words(name).endswith("check deposit status")


def test_every_intent_but_out_of_scope_gets_its_name() -> None:
    examples = [
        ("where is it", "track_order"),
        ("who won", "nlu_fallback"),
        ("hi", "greet"),
        ("hey", "greet"),
    ]
    data = TrainingData([Message.build(text, intent) for text, intent in examples])
    found = IntentNameExamples().process_training_data(data).intent_examples
    assert [(m.get("text"), m.get("intent")) for m in found] == [
        *examples,
        ("greet", "greet"),
        ("track order", "track_order"),
    ]
    assert len(data.intent_examples) == len(examples)
