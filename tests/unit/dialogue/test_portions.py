"""A message about several orders, one part for each."""

from __future__ import annotations

import re

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.language import language
from actions.dialogue.orders.portions import portions

EN = language("en")


def said(text: str) -> list[str]:
    numbers = [Entity("order_number", m[0], m.start(), m.end()) for m in re.finditer(r"\d{4}", text)]
    parts = portions(Clause(text, "return_item", 0.9, tuple(numbers)), EN, "return_item")
    for part in parts:
        (number,) = part.entities
        assert part.text[number.start : number.end] == number.value, "entities stand where they are said"
        assert (part.intent, part.confidence) == ("return_item", 1.0)
    return [part.text for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("return the boots from 1042", ["return the boots from 1042"]),
        ("track 1058 and 1077", ["track 1058", "track 1077"]),
        (
            "return 1042, 1043 and 1017 please",
            ["return 1042 please", "return 1043 please", "return 1017 please"],
        ),
        (
            "return the boots from 1042 and the lamp from 1077",
            ["return the boots from 1042", "the lamp from 1077"],
        ),
        (
            "the boots from 1042 and the socks and the fleece from 1043",
            ["the boots from 1042", "the socks and the fleece from 1043"],
        ),
        (
            "from 1042 the boots and the jacket and from 1043 the fleece",
            ["from 1042 the boots and the jacket", "from 1043 the fleece"],
        ),
        (
            "the boots from 1042 and the fleece from 1043, both too small",
            ["the boots from 1042, both too small", "the fleece from 1043, both too small"],
        ),
        ("where is my parcel", []),
    ],
)
def test_each_order_gets_what_is_said_of_it(text: str, parts: list[str]) -> None:
    assert said(text) == parts
