"""Which of the things that a customer has ordered a message names."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.language import language
from actions.dialogue.orders.own_lines import as_things, month_named, of_month, own_lines, own_orders
from actions.orders.types import OrderLine, OrderView
from actions.search import Filters


def order(number: str, month: int, *things: tuple[str, str, str]) -> OrderView:
    items = tuple(
        OrderLine(n, f"S{n}", title, title, kind, "", colour, "", 1, Decimal("20.00"), 0, None)
        for n, (title, kind, colour) in enumerate(things, 1)
    )
    return cast(
        OrderView,
        SimpleNamespace(order_number=number, placed=datetime(2026, month, 9, 18, tzinfo=UTC), items=items),
    )


ORDERS = [
    order("3", 11, ("Winter Air Mat", "sleeping mat", "orange")),
    order("2", 9, ("Brook Squeeze Water Filter", "water filter", "blue"), ("Rain Jacket", "jacket", "red")),
    order("1", 3, ("Recycled Air Mat", "sleeping mat", "green"), ("Long Down Coat", "jacket", "black")),
]


class Shop:
    """What of a context is used: a customer with three orders, and a search that knows kinds."""

    language = language("en")
    formats = SimpleNamespace(locale="en_US", zone=ZoneInfo("America/Denver"))

    def __init__(self, customer: str | None = "C1") -> None:
        self.customer = customer
        self.services = SimpleNamespace(
            orders=SimpleNamespace(find=lambda *_, **__: ORDERS), search=SimpleNamespace(search=self.search)
        )

    def once(self, key: Any, ask: Any) -> Any:
        return ask()

    def search(self, text: str, filters: Filters, k: int) -> list[Any]:
        lines = [line for each in ORDERS for line in each.items]
        return [SimpleNamespace(product_id=line.product_id) for line in lines if line.type in filters.types]


def clause(text: str, **named: str) -> Clause:
    entities = []
    for kind, words in named.items():
        said, _, value = words.partition("=")
        start = text.index(said)
        entities.append(Entity(kind, value or said, start, start + len(said)))
    return Clause(text, "inform", 1.0, tuple(entities))


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        (clause("the mat", product_type="mat=sleeping mat"), ["Winter Air Mat", "Recycled Air Mat"]),
        (clause("the green mat", product_type="mat=sleeping mat", colour="green"), ["Recycled Air Mat"]),
        (clause("the mat of november", product_type="mat=sleeping mat"), ["Winter Air Mat"]),
        (clause("my coat", product_type="coat=jacket"), ["Long Down Coat"]),
        (clause("when will the filter get here"), ["Brook Squeeze Water Filter"]),
        (clause("my kayak"), []),
        (clause("where is my order"), []),
    ],
)
def test_the_lines_that_are_named(said: Clause, titles: list[str]) -> None:
    assert [own.line.title for own in own_lines(said, cast(Context, Shop()))] == titles


def test_nobody_known_has_none() -> None:
    said = clause("the mat", product_type="mat=sleeping mat")
    assert own_orders(said, cast(Context, Shop())) != []
    assert own_lines(said, cast(Context, Shop(None))) == []


@pytest.mark.parametrize(
    ("text", "month"), [("the november one", 11), ("last xmas", 12), ("in oct", 10), ("may i see it", None)]
)
def test_the_month_that_is_named(text: str, month: int | None) -> None:
    assert month_named(text, cast(Context, Shop())) == month


def test_orders_of_a_month() -> None:
    assert [o.order_number for o in of_month(clause("the march one"), ORDERS, cast(Context, Shop()))] == ["1"]
    assert of_month(clause("that one"), ORDERS, cast(Context, Shop())) == []


def test_what_names_goods_is_called_a_thing() -> None:
    shop = cast(Context, Shop())
    assert as_things(clause("did my mat come", product_type="mat=sleeping mat"), shop) == "did my thing come"
    assert as_things(clause("when will the filter get here"), shop).startswith("when will the thing")
