"""The written wishes, each said to the running assistant: what it shows must be what was asked for."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.support.assistant import Assistant
from tests.support.wishes import FILE, Answer, asked

RIGHT = 0.78
"""Least share of the wishes of which a right product is among the first three: the figure of the README, less some."""
FITTING = 0.85
"""Least share of the products shown that are all that their wish states, the same."""


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    return asked(assistant)


def test_they_are_the_committed_ones() -> None:
    committed = (FILE.parent / "SHA256SUMS").read_text(encoding="utf-8").split()[0]
    assert sha256(FILE.read_bytes()).hexdigest() == committed


def test_a_right_product_is_among_the_first(answers: list[Answer]) -> None:
    possible = [answer for answer in answers if answer.wish.right]
    missed = [answer.wish.text for answer in possible if not answer.is_right]
    assert len(missed) <= (1 - RIGHT) * len(possible), missed


def test_what_is_shown_is_what_was_asked_for(answers: list[Answer]) -> None:
    shown = [(answer.wish, each) for answer in answers if answer.wish.right for each in answer.shown]
    unfit = [(wish.text, each) for wish, each in shown if not wish.is_met_by(each)]
    assert len(unfit) <= (1 - FITTING) * len(shown), unfit


def test_what_nothing_meets_is_said_to_be_so(answers: list[Answer]) -> None:
    taken = [answer.wish.text for answer in answers if not (answer.wish.right or answer.is_right)]
    assert taken == []
