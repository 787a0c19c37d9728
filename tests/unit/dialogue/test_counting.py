"""How many pieces a message speaks of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many_of
from actions.dialogue.language import language

CONTEXT = cast(Context, SimpleNamespace(language=language("en")))
NAMES = ("Trailhead Mushroom Risotto, 200 g", "trail meal")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 mushroom risottos in the cart", 2),
        ("two risottos then", 2),
        ("make the risotto 5", 5),
        ("ok change the risotto to 3", 3),
        ("the risotto, 4 days from now", None),
        ("the risotto 3", None),
        ("risotto 200 g", None),
        ("2 soups and the risotto", None),
    ],
)
def test_a_number_counts_what_it_stands_by(text: str, number: int | None) -> None:
    assert how_many_of(NAMES, Clause(text, "add_to_cart", 1.0), CONTEXT) == number


def test_what_is_said_of_its_traits_counts_nothing() -> None:
    said = Clause("make the tent 4 person", "refine_search", 1.0, (Entity("attribute", "4-person", 14, 22),))
    assert how_many_of(("Low Tent",), said, CONTEXT) is None
