"""Questions asked in the middle of something are answered in its light (`within.csv`: form, question, topics); what
none covers is not answered because of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from actions.dialogue.language import language
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex
from actions.faq.topics import read_topics

DATA = Path(__file__).parents[3] / "data" / "faq"
WORDS = language("en")
UNCOVERED = (
    "who designed your logo",
    "how deep is the snow in the rockies",
    "do you have wifi in the shop",
    "can i tip the driver",
    "what music do you play in the shops",
    "do you sell fishing licences",
    "whats the name of your ceo",
    "do you fix phones",
    "can i get my eyes tested",
    "are you on instagram",
)


@pytest.fixture(scope="module")
def index(encoder: SentenceEncoder) -> FaqIndex:
    return FaqIndex.build(read_topics(DATA), encoder)


def test_most_are_answered_rightly_and_more_than_without(index: FaqIndex) -> None:
    with Path(__file__).with_name("within.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["form"], row["question"], row["topics"].split()) for row in csv.DictReader(file)]
    alone = within = 0
    for form, question, topics in rows:
        plain = index.answer(question, expected=True)
        found = index.answer_within(question, WORDS.theme(form), expected=True)
        alone += plain is not None and plain.topic in topics
        within += found is not None and found.topic in topics
    assert within >= 0.75 * len(rows), f"{within} of {len(rows)}"
    assert within > 1.4 * alone, f"{within} with the theme, {alone} without"


@pytest.mark.parametrize("question", UNCOVERED)
def test_what_no_answer_covers_is_not_answered(question: str, index: FaqIndex) -> None:
    assert index.answer_within(question, WORDS.theme("return_form")) is None


def test_what_is_covered_by_itself_is_answered_so(index: FaqIndex) -> None:
    found = index.answer_within("do you price match", WORDS.theme("return_form"))
    assert found is not None
    assert found.topic == "price-match"
