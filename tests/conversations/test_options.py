"""Variants that differ by neither colour nor size: which one is asked for, and told apart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.support.assistant import Assistant, Shopper

BOTTLE = "T1001"
"""Sold in several sizes; here in as many capacities."""


@pytest.fixture
def bottle(assistant: Assistant) -> Iterator[dict[str, str]]:
    """Capacity → SKU of what is otherwise one product; the assistant has it as an option."""
    assistant.restore()
    with closing(sqlite3.connect(assistant.database, timeout=20)) as connection, connection:
        connection.execute(
            "update variants set stock = 0, colour = '', size = '' where product_id = :id", {"id": BOTTLE}
        )
        rows = connection.execute(
            "select sku from variants where product_id = :id order by position limit 2", {"id": BOTTLE}
        ).fetchall()
        skus = dict(zip(("750 ml", "1 l"), (sku for (sku,) in rows), strict=True))
        for capacity, sku in skus.items():
            connection.execute(
                "update variants set stock = 9, options = :options where sku = :sku",
                {"options": json.dumps({"capacity": capacity}), "sku": sku},
            )
    yield skus
    assistant.restore()


@pytest.mark.parametrize("answer", ["1 l", "the 1 l one please", "the second one"])
def test_the_option_is_asked_for(assistant: Assistant, bottle: dict[str, str], answer: str) -> None:
    (title,) = assistant.query("select title from products where product_id = :id", id=BOTTLE)[0]
    shopper = Shopper(assistant)
    shopper.say(f"do you have the {title}?")
    shopper.say("put it in my cart")
    assert "which capacity" in shopper.text, shopper.text
    assert {"750 ml", "1 l"} <= shopper.buttons().keys()
    shopper.say(answer)
    assert "1 l" in shopper.text
    assert assistant.query("select sku from cart_items") == [(bottle["1 l"],)]


def test_what_is_said_at_once_is_not_asked_for(assistant: Assistant, bottle: dict[str, str]) -> None:
    (title,) = assistant.query("select title from products where product_id = :id", id=BOTTLE)[0]
    shopper = Shopper(assistant)
    shopper.say(f"do you have the {title}?")
    shopper.say("put the 750 ml one in my cart")
    assert assistant.query("select sku from cart_items") == [(bottle["750 ml"],)]
    shopper.say("what is in my cart?")
    assert "750 ml" in shopper.text
