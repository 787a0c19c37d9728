"""Which of an order's lines a shopper means, and what they say of each."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.language import language
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.dealing import dealt_out, without_references
from actions.dialogue.orders.lacking import without_traits
from actions.dialogue.orders.lines import narrowed, without_payments
from actions.dialogue.orders.narrowing import narrowed as narrowed_orders
from actions.dialogue.orders.swapping import of_what_is_had
from actions.orders.types import OrderLine, OrderView

EN = language("en")
STATE = cast(TaskState, SimpleNamespace(context=SimpleNamespace(language=EN)))


def line(number: int, title: str, colour: str = "", size: str = "", **options: str) -> OrderLine:
    price = Decimal("20.00")
    return OrderLine(
        number, f"S{number}", title, title, title.lower(), "", colour, size, 1, price, 0, None, options
    )


ALIKE = {
    "1": line(1, "Brush", "blue", waterproof="yes"),
    "2": line(2, "Brush", "black", waterproof="no"),
    "3": line(3, "Lamp", "blue"),
}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the blue brush and the lamp", ("1", "3")),
        ("the brush that is not waterproof", ("2",)),
        ("the waterproof brush", ("1",)),
        ("the blue brush and the black brush", ("1", "2")),
        ("both brushes", ("1", "2")),
    ],
)
def test_of_alike_items_those_that_are_as_was_said(text: str, keys: tuple[str, ...]) -> None:
    named = [key for key in ALIKE if key != "3" or "lamp" in text]
    assert narrowed(named, ALIKE, text, EN) == keys


def test_how_it_is_paid_names_no_item() -> None:
    camera, voucher = Option("1", ("Camera – SD card",)), Option("2", ("Gift card – $50",))
    assert without_payments("the tablet. Gift card please", [camera], EN).split() == [
        "the",
        "tablet.",
        "please",
    ]
    assert "Gift card" in without_payments("return the Gift card", [camera, voucher], EN)


BOOTS, LAMP = line(1, "Boots", "brown", "8"), line(2, "Headlamp", "black")


def said(text: str, current: Any = None) -> dict[str, str]:
    return dealt_out(Clause(text, "exchange_item", 1.0), [BOOTS, LAMP], current, language("en"))


def test_what_follows_a_name_is_said_of_it() -> None:
    dealt = said("the boots in size 9 and the headlamp in orange")
    assert "9" in dealt["1"] and "orange" not in dealt["1"]
    assert "orange" in dealt["2"] and "9" not in dealt["2"]


def test_what_comes_after_and_belongs_to_the_next() -> None:
    dealt = said("change the boots to a 9 and remove the headlamp")
    assert "remove" not in dealt["1"] and "remove" in dealt["2"]


def test_what_names_nothing_is_said_of_the_item_asked_about_or_of_all() -> None:
    assert said("in black", LAMP) == {"2": "in black"}
    assert set(said("both in black", LAMP)) == {"1", "2"}
    assert set(said("in black")) == {"1", "2"}


def test_what_a_thing_lacks_rules_no_thing_out() -> None:
    speakers = [
        line(1, "Speaker", "blue", **{"water resistance": "yes"}),
        line(2, "Speaker", "blue", **{"water resistance": "no"}),
        line(3, "Garden Hose", "black"),
    ]
    for said in ("the speaker (not water resistant)", "the speaker, without water resistance"):
        kept = without_traits(said, speakers, EN)
        assert "speaker" in kept and "water" not in kept
    for said in ("not the blue one", "the speakers but not the garden hose", "no, the speaker", "not blue"):
        assert without_traits(said, speakers, EN) == said


def order(number: str, *titles: str, status: str = "delivered") -> OrderView:
    items = tuple(line(place, title) for place, title in enumerate(titles, 1))
    return cast(
        OrderView,
        SimpleNamespace(order_number=number, items=items, is_open=status != "delivered", status=status),
    )


ORDERS = [
    order("1", "Boots", "Lamp"),
    order("2", "Tent"),
    order("3", "Boots", status="pending"),
    order("4", "Lamp", "Tent", status="pending"),
]


@pytest.mark.parametrize(
    ("text", "goods", "numbers"),
    [
        ("return the boots", ("boots",), "13"),
        ("change the boots in my pending order", ("boots",), "3"),
        ("the boots and the lamp", ("boots", "lamp"), "1"),
        ("change my pending order", (), "34"),
        ("return something", (), "1234"),
        ("return the kettle", ("kettle",), "1234"),
    ],
)
def test_orders_of_which_a_message_speaks(text: str, goods: tuple[str, ...], numbers: str) -> None:
    named = tuple(
        Entity("product_type", each, text.index(each), text.index(each) + len(each)) for each in goods
    )
    found = narrowed_orders(ORDERS, [Clause(text, "return_item", 1.0, named)], EN)
    assert "".join(each.order_number for each in found) == numbers


@pytest.mark.parametrize(
    ("text", "thing", "had"),
    [
        ("swap the tent for a green one", "tent", "swap the tent "),
        (
            "i need to swap the tent (the blue one) to green",
            "tent",
            "i need to swap the tent (the blue one) ",
        ),
        ("the tent with two poles to one with three", "tent", "the tent with two poles "),
        ("swap the tent", "tent", "swap the tent"),
    ],
)
def test_what_is_had_and_not_what_is_wanted_instead(text: str, thing: str, had: str) -> None:
    start = text.index(thing)
    named = (Entity("product_type", thing, start, start + len(thing)),)
    assert of_what_is_had(Clause(text, "change_order", 1.0, named), EN).text.strip() == had.strip()


def test_a_value_that_looks_like_a_postcode_stays_in_what_is_wanted() -> None:
    codes = (Entity("postcode", "1500", 0, 4), Entity("postcode", "80302", 11, 16))
    left = without_references(Clause("1500, art, 80302", "inform", 1.0, codes), {"1500", "art"})
    assert left.split() == ["1500,", "art,"]
