"""Where a message is split, and where it stays whole."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.clauses import LONGEST, ClauseSplitter
from bot.components.parts import PARTS
from tests.components.sample import Components


@pytest.fixture(scope="module")
def splitter(loaded: list[Any]) -> ClauseSplitter:
    assert isinstance(loaded[0], ClauseSplitter)
    return loaded[0]


def split(splitter: ClauseSplitter, text: str) -> list[str]:
    return [text[start:end] for start, end in splitter.split(text)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("cancel my order and show me boots", ["cancel my order", "show me boots"]),
        ("cancel it, then show me boots", ["cancel it", "show me boots"]),
        ("where is my order? also can i return it", ["where is my order?", "can i return it"]),
        ("It broke. I want to return it!", ["It broke.", "I want to return it!"]),
        ("where is it\nshow me boots", ["where is it", "show me boots"]),
        ("ann@example.com, and can i return it", ["ann@example.com", "can i return it"]),
        ("track 1042 pls, ann@example.com", ["track 1042 pls", "ann@example.com"]),
        ("wheres 1058 ann@example.com", ["wheres 1058", "ann@example.com"]),
        ("ann@example.com here, need to return smth", ["ann@example.com here", "need to return smth"]),
        ("nvm show me boots", ["nvm", "show me boots"]),
        ("nah leave it i want to return the boots", ["nah leave it", "i want to return the boots"]),
    ],
)
def test_wishes_are_split(splitter: ClauseSplitter, text: str, clauses: list[str]) -> None:
    assert split(splitter, text) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "i want to return the jacket and the boots",
        "cancel the brown boots but not the olive ones",
        "return the jacket, keep the boots",
        "exchange the jacket for L and leave the boots",
        "do you have jackets and boots in black and white",
        "between 50 and 80",
        "ann@example.com",
        "mail ann@example.com",
        "boots for $49.99",
        "no, the other one",
        "where is my order 1042?!",
        "show me boots and",
        "and",
    ],
)
def test_one_wish_stays_whole(splitter: ClauseSplitter, text: str) -> None:
    (message,) = splitter.process([Message({"text": text})])
    assert message.get(PARTS) is None


def test_a_long_story_comes_in_a_bounded_number_of_parts(splitter: ClauseSplitter) -> None:
    story = "We went to the lake. " * 500
    parts = split(splitter, story)
    assert 2 <= len(parts) <= 12
    assert sum(map(len, parts)) >= 0.95 * LONGEST


def test_an_untrained_splitter_knows_sentences_only(components: Any) -> None:
    splitter = components.create(ClauseSplitter)
    assert split(splitter, "cancel it and show me boots. thanks") == [
        "cancel it and show me boots.",
        "thanks",
    ]


def test_a_language_without_a_table_is_refused(components: Any) -> None:
    with pytest.raises(ValueError, match="no table for the language 'xx'"):
        components.create(ClauseSplitter, language="xx")


@pytest.mark.parametrize(
    ("told", "splits"), [("my card is gone. please help", False), ("my card is gone", True)]
)
def test_where_examples_have_several_clauses_messages_stay_whole(
    components: Components, told: str, splits: bool
) -> None:
    splitter = components.create(ClauseSplitter)
    splitter._resource.name = "told_in_clauses"
    splitter.train(TrainingData([Message.build(f"{told} {n}", "lost_card") for n in range(9)]))
    (message,) = splitter.process([Message({"text": "it is lost. send me a new one"})])
    assert bool(message.get(PARTS)) is splits
