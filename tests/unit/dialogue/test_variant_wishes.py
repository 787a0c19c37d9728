"""Which variant a shopper means, read out of their words and what the product comes in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.dialogue.language import language
from actions.dialogue.products.variant_wishes import Wish, decided, fitting, read_wish
from actions.orders.types import OrderLine, VariantChoice

EN = language("en")
PRICE = Decimal("20.00")


def line(colour: str = "", size: str = "", **options: str) -> OrderLine:
    return OrderLine(1, "MINE", "T1", "Thing", "thing", "", colour, size, 1, PRICE, 0, None, options)


def choice(sku: str, colour: str = "", size: str = "", price: str = "20.00", **options: str) -> VariantChoice:
    return VariantChoice(sku, colour, size, options, Decimal(price), 3, Decimal(price) - PRICE)


def meant(text: str, now: OrderLine, choices: list[VariantChoice]) -> str | None:
    """The variant that a text decides for, if it does."""
    wish = read_wish(text, now.traits, [each.traits for each in choices], EN)
    found = fitting(wish, now, choices, EN) if wish else []
    variant = decided(wish, now, found)
    return variant.sku if variant else None


SHIRT = line("blue", "M")
SHIRTS = [
    choice("blue S", "blue", "S"),
    choice("blue L", "blue", "L", "22.00"),
    choice("black M", "black", "M"),
    choice("black L", "black", "L", "24.00"),
    choice("red M", "red", "M", "15.00"),
    choice("red XL", "red", "XL"),
]


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("the same in black", "black M"),
        ("in black please", "black M"),
        ("size L", "blue L"),
        ("a large one", "blue L"),
        ("one size up", "blue L"),
        ("a smaller one", "blue S"),
        ("the biggest you have", "red XL"),
        ("black in L", "black L"),
        ("a black one instead of the blue", "black M"),
        ("from blue to red", "red M"),
        ("in black, sorry, red", "red M"),
        ("XL. no wait, L", "blue L"),
        ("no, L. sorry, S", "blue S"),
        ("an L, anything but the black", "blue L"),
        ("the blue shirt for a red one", "red M"),
        ("the cheapest", "red M"),
        ("the most expensive", "black L"),
        ("something cheaper", "red M"),
        ("another colour but not red", "black M"),
        ("M in green", None),
        ("another size", None),
        ("yes please", None),
        ("no, thanks", None),
        ("i'm not sure it's mine", None),
    ],
)
def test_colours_and_sizes(text: str, sku: str | None) -> None:
    assert meant(text, SHIRT, SHIRTS) == sku


LAMP = line("white", brightness="medium", **{"power source": "USB"}, dimmable="yes")
LAMPS = [
    choice("low battery", "silver", brightness="low", **{"power source": "battery"}, dimmable="no"),
    choice("low AC", "white", brightness="low", **{"power source": "AC adapter"}, dimmable="yes"),
    choice("high USB", "black", brightness="high", **{"power source": "USB"}, dimmable="no"),
]


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("a less bright one with a battery", "low battery"),
        ("less bright, ac", "low AC"),
        ("a brighter one", "high USB"),
        ("dimmable, with ac", "low AC"),
        ("not dimmable, battery", "low battery"),
        ("a less bright one", None),
    ],
)
def test_whatever_else_tells_variants_apart(text: str, sku: str | None) -> None:
    assert meant(text, LAMP, LAMPS) == sku


def test_measures_compare_across_units() -> None:
    bottle = line("red", capacity="750 ml")
    bottles = [choice("half", "red", capacity="500 ml"), choice("litre", "red", capacity="1 L")]
    assert meant("a bigger one", bottle, bottles) == "litre"
    assert meant("less capacity", bottle, bottles) == "half"


def test_what_is_said_later_changes_what_was_said_before() -> None:
    first = Wish(wanted={"colour": ["black"]}, compared={"size": 1})
    assert first.then(Wish(wanted={"size": ["M"]})) == Wish(wanted={"colour": ["black"], "size": ["M"]})
    assert first.then(Wish(wanted={"colour": ["red"]})).wanted == {"colour": ["red"]}


def test_otherwise_the_same_takes_nothing_else() -> None:
    assert meant("the same in red", line("blue", "L"), SHIRTS) is None


@pytest.mark.parametrize(
    "text",
    ["green, 20 hours, without water resistance", "a green one, no water resistance", "not water resistant"],
)
def test_what_has_two_words_and_is_lacking(text: str) -> None:
    now = line("blue", life="20 hours", **{"water resistance": "yes"})
    there = [{**now.traits, "colour": "green", "water resistance": has} for has in ("yes", "no")]
    assert read_wish(text, now.traits, there, EN).wanted["water resistance"] == ["no"]
