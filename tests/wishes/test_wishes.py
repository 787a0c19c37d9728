"""The written wishes, each said to the running assistant: what it shows must be what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pytest

from tests.support.assistant import Assistant, Shopper
from tests.support.conversations import says
from tests.support.wishes import FILE, Wish, wishes

RIGHT = 0.76
"""Least share of the wishes of which a right product is among the first three: the figure of the README, less some."""
FITTING = 0.83
"""Least share of the products shown that are all that their wish states, the same."""

NOT_THAT = ("utter_found_without", "utter_found_nearest", "utter_found_nothing")
"""Responses that own up to having nothing of the kind."""


@dataclass(frozen=True)
class Answer:
    """What was shown and replied to a wish."""

    wish: Wish
    shown: list[str]
    replies: list[Mapping[str, Any]]


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    found = []
    for wish in wishes():
        shopper = Shopper(assistant)
        shopper.say(wish.text)
        found.append(Answer(wish, [card["product_id"] for card in shopper.cards()], shopper.replies))
    return found


def test_they_are_the_committed_ones() -> None:
    committed = (FILE.parent / "SHA256SUMS").read_text(encoding="utf-8").split()[0]
    assert sha256(FILE.read_bytes()).hexdigest() == committed


def test_a_right_product_is_among_the_first(answers: list[Answer]) -> None:
    possible = [answer for answer in answers if answer.wish.right]
    missed = [answer.wish.text for answer in possible if not answer.wish.is_found_in(answer.shown)]
    assert len(missed) <= (1 - RIGHT) * len(possible), missed


def test_what_is_shown_is_what_was_asked_for(answers: list[Answer]) -> None:
    shown = [(answer.wish, each) for answer in answers if answer.wish.right for each in answer.shown]
    unfit = [(wish.text, each) for wish, each in shown if not wish.is_met_by(each)]
    assert len(unfit) <= (1 - FITTING) * len(shown), unfit


def test_what_nothing_meets_is_said_to_be_so(answers: list[Answer]) -> None:
    taken = [
        answer.wish.text
        for answer in answers
        if not answer.wish.right and not any(says(r, name) for r in answer.replies for name in NOT_THAT)
    ]
    assert taken == []
