"""Sentences made of what the shop's data hold: whole, also where a list is empty or a number is none."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from actions.dialogue.context import Context
from actions.dialogue.formats import Formats
from actions.dialogue.language import language
from actions.dialogue.orders.refusals import refused
from actions.dialogue.orders.settling import after_parcel
from actions.dialogue.phrases import Phrases
from actions.dialogue.products.facts import counted, spec, stock_sentence
from actions.dialogue.products.stock import say_not_in
from actions.orders.types import Refusal, VariantChoice, Why
from actions.settings import ROOT
from actions.shop.catalogue import ProductView, VariantView
from actions.shop.clock import SystemClock

PHRASES = Phrases.load(ROOT / "domain.yml")
FORMATS = Formats("en_US", ZoneInfo("America/Denver"), "USD", "US", SystemClock())


class Said:
    """What of a context is used; keeps what is said."""

    phrases, formats, language = PHRASES, FORMATS, language("en")

    def __init__(self) -> None:
        self.said: list[str] = []

    def text(self, name: str, **values: Any) -> str:
        return PHRASES.text(name, **values)

    def say(self, name: str, **values: Any) -> None:
        self.said.append(self.text(name, **values))


def context() -> Context:
    return cast(Context, Said())


def product(*variants: tuple[str, str, int]) -> ProductView:
    views = [
        cast(VariantView, SimpleNamespace(colour=colour, size=size, stock=stock))
        for colour, size, stock in variants
    ]
    there = [view for view in views if view.stock]
    stock = sum(view.stock for view in views)
    return cast(ProductView, SimpleNamespace(title="Lamp", variants=views, in_stock=there, stock=stock))


@pytest.mark.parametrize(
    ("variants", "sentence"),
    [
        ([("", "", 90)], "Right now: in stock."),
        ([("", "", 2)], "Right now: only 2 left."),
        ([("", "", 0)], "Right now: sold out."),
        ([("red", "", 9), ("blue", "", 0)], "In stock: red."),
        ([("red", "M", 9), ("red", "L", 1)], "In stock: sizes M, L; in red."),
    ],
)
def test_what_is_in_stock_is_said_once(variants: list[tuple[str, str, int]], sentence: str) -> None:
    assert stock_sentence(product(*variants), context()) == sentence


def test_a_product_of_one_kind_comes_in_no_other() -> None:
    one = Said()
    say_not_in("blue", product(("", "", 9)), cast(Context, one))
    say_not_in("blue", product(("red", "", 9)), cast(Context, one))
    assert one.said == [
        "Lamp doesn't come in blue; there's only the one kind of it.",
        "Lamp isn't in stock in blue. What there is: red.",
    ]


VARIANT = VariantChoice("S1", "red", "M", {}, Decimal("10.00"), 3, Decimal(0))


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (
            Refusal(Why.UNKNOWN_VARIANT, title="Lamp"),
            "“Lamp” doesn't come like that. There's no other kind of it right now.",
        ),
        (
            Refusal(Why.UNKNOWN_VARIANT, title="Lamp", variants=(VARIANT,)),
            "“Lamp” doesn't come like that. It comes as: red, M.",
        ),
        (
            Refusal(Why.OUT_OF_STOCK, title="Lamp", available=0, variants=(VARIANT,)),
            "That “Lamp” is sold out. It comes as: red, M.",
        ),
        (
            Refusal(Why.OUT_OF_STOCK, title="Lamp", available=1),
            "We have only 1 of that “Lamp” left. There's no other kind of it right now.",
        ),
        (
            Refusal(Why.UNKNOWN_PAYMENT),
            "I don't see that payment method among yours. You have no other with us that would work.",
        ),
        (
            Refusal(Why.INCOMPLETE_ADDRESS, allowed=("city", "state")),
            "That address isn't complete. Still missing: the city and the state.",
        ),
    ],
)
def test_a_refusal_is_a_whole_sentence(refusal: Refusal, sentence: str) -> None:
    assert refused(refusal, context()) == sentence


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("pitching_min", 1, ("pitching time", "1 minute")),
        ("pitching_min", 8, ("pitching time", "8 minutes")),
        ("packed_size_cm", "45 x 15", ("packed size", "45 x 15 cm")),
        ("packed_size_cm", "77 across", ("packed size", "77 cm across")),
        ("valve", "EN 417 screw", ("valve", "EN 417 screw")),
    ],
)
def test_a_specification_has_its_unit(name: str, value: object, said: tuple[str, str]) -> None:
    assert spec(name, value, context()) == said


def test_one_is_said_in_another_way_than_many() -> None:
    assert counted("utter_rating", 1, context()) == "utter_rating_one"
    assert counted("utter_rating", 21, context()) == "utter_rating"


@pytest.mark.parametrize(
    ("kind", "several"),
    [
        ("tent", "tents"),
        ("hiking boots", "hiking boots"),
        ("compass", "compasses"),
        ("pocket knife", "pocket knives"),
        ("power bank", "power banks"),
        ("food", "food"),
    ],
)
def test_several_of_a_kind(kind: str, several: str) -> None:
    assert language("en").several(kind) == several


def test_when_a_refund_comes() -> None:
    assert after_parcel((3, 5), context()) == "3–5 working days after the parcel has reached us"
    assert after_parcel((0, 0), context()) == "as soon as the parcel has reached us and is checked in"


def test_an_empty_field_leaves_no_gap() -> None:
    said = PHRASES.text("utter_question_confirmed_problem", remedy="send it again", money="")
    assert "  " not in said and said.endswith("again. Shall I do that?")
