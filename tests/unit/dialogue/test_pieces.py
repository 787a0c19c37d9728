"""How many pieces of a line a message speaks of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.dialogue.language import language
from actions.dialogue.orders.pieces import pieces_said
from actions.orders.types import OrderLine

EN = language("en")


def line(title: str, pieces: int, size: str = "") -> OrderLine:
    price = Decimal("20.00")
    return OrderLine(1, "S1", title, title, title.lower(), "", "", size, pieces, price, 0, None, {})


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("just one of them", 1),
        ("only 2", 2),
        ("make that two", 2),
        ("2 instead of 3", 2),
        ("one jerky not three", 1),
        ("from 3 to 2", 2),
        ("change the amount of jerky to 1", 1),
        ("change the jerky to 44", None),
        ("the jerky only 1", 1),
        ("jerky 2", 2),
        ("jerkys 4 please", 4),
        ("two packs", 2),
        ("the jerky in 150 g", None),
        ("not the jerky", None),
        ("a jerky", None),
    ],
)
def test_how_many_pieces_there_shall_be(text: str, pieces: int | None) -> None:
    assert pieces_said(text, line("Mushroom Jerky", 3), [{"size": "150 g"}], EN) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("make it 2", None),
        ("the bottle 2 l", None),
        ("the 2-person tent bottle in 2 litres", None),
        ("2 instead of 1", 2),
        ("two bottles", 2),
    ],
)
def test_what_a_variant_is_called_by_counts_no_pieces(text: str, pieces: int | None) -> None:
    assert pieces_said(text, line("Steel Bottle", 1), [{"size": "1 L"}, {"size": "2 L"}], EN) == pieces
