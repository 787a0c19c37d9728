"""Which of a product's variants is meant for the cart."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from actions.dialogue.cart.goods import each_variant
from actions.dialogue.cart.variants import ANY, Allowed, fitting, open_trait, read_said
from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.language import language
from actions.shop.catalogue import Catalogue, ProductView
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def bottle(shop: ShopBuilder) -> ProductView:
    """Comes in two colours, each in two capacities, with and without a lid."""
    options = [{"capacity": each, "lid": lid} for each in ("0.5 l", "1 l") for lid in ("yes", "no")]
    made = shop.product("bottle", colours=("blue", "rust red"), sizes=("",), options=options)
    return Catalogue(shop.sessions).products([made])[0]


def test_everything_in_which_they_differ_is_asked_for(bottle: ProductView) -> None:
    assert open_trait(bottle, {}) == "colour"
    assert open_trait(bottle, {"colour": ["rust red"]}) == "capacity"
    assert open_trait(bottle, {"colour": ["rust red"], "capacity": ["1 l"]}) == "lid"
    assert open_trait(bottle, {"colour": ["rust red"], "capacity": ["1 l"], "lid": ["no"]}) is None


def test_what_is_not_there_is_asked_even_where_one_is_left(bottle: ProductView) -> None:
    said = {"colour": ["blue"], "lid": ["no"]}
    assert open_trait(bottle, {**said, "capacity": []}) == "capacity"
    assert open_trait(bottle, {**said, "capacity": ["1 l"]}) is None


def test_what_was_said_of_options_holds(bottle: ProductView) -> None:
    (one,) = fitting(bottle, {"colour": ["rust red"], "capacity": ["1 l"], "lid": ["no"]})
    assert one.traits == {"colour": "rust red", "capacity": "1 l", "lid": "no"}
    assert not fitting(bottle, {"capacity": ["2 l"]})
    assert len(fitting(bottle, {"capacity": ["1 l"]})) == 4
    assert len(fitting(bottle, {"colour": ["blue", "rust red"], "capacity": ["1 l"]})) == 4


CONTEXT = cast(Context, SimpleNamespace(language=language("en"), turn=SimpleNamespace(said_last=[])))
SURE = 0.75
"""Least share at which nothing but an answer is meant."""


@pytest.fixture
def socks(shop: ShopBuilder) -> ProductView:
    """Come in three colours and in sizes of letters."""
    made = shop.product(
        "socks", colours=("black", "white", "rust red"), sizes=("S", "M", "L"), title="Ghost Socks"
    )
    return Catalogue(shop.sessions).products([made])[0]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("L of course", {"size": ["L"]}),
        ("small please", {"size": ["S"]}),
        ("make it an M then", {"size": ["M"]}),
        ("in medium, black if poss", {"size": ["M"], "colour": ["black"]}),
        ("the red ones", {"colour": ["rust red"]}),
        ("anything but black", {"colour": ["white", "rust red"]}),
        ("the biggest", {"size": ["L"]}),
        ("smallest one pls", {"size": ["S"]}),
        ("whatever colour", {"colour": [ANY]}),
        ("you choose", {"size": [ANY]}),
        ("either", {"size": [ANY]}),
        ("don't mind", {"size": [ANY]}),
    ],
)
def test_what_is_nothing_but_an_answer(text: str, allowed: Allowed, socks: ProductView) -> None:
    said = read_said(Clause(text, "inform", 1.0), socks, {}, CONTEXT, asked="size")
    assert said.allowed == allowed
    assert said.coverage >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "whats in my cart",
        "what's the total now",
        "it's for my son's birthday",
        "how's delivery to france",
        "are you sure its empty",
        "let's see the lamps",
    ],
)
def test_a_contraction_or_possessive_is_no_size(text: str, socks: ProductView) -> None:
    assert read_said(Clause(text, "inform", 1.0), socks, {}, CONTEXT, asked="size").allowed == {}


def test_the_more_else_is_said_the_less_is_it_an_answer(socks: ProductView) -> None:
    text = "do black jackets ship to france in large boxes"
    said = read_said(Clause(text, "ask_faq", 1.0), socks, {}, CONTEXT, asked="size")
    assert said.coverage < SURE
    assert "jackets" in said.beside


def test_what_it_does_not_come_in_is_told(socks: ProductView) -> None:
    green = Clause("in green", "inform", 1.0, (Entity("colour", "green", 3, 8),))
    said = read_said(green, socks, {}, CONTEXT, asked="colour")
    assert said.missing == ("green",)
    assert said.allowed == {}


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("one black one white, size M", [(1, "black", "M"), (1, "white", "M")]),
        ("2 in white and one in red", [(2, "white", None), (1, "rust red", None)]),
        ("one of each colour", [(1, "black", None), (1, "white", None), (1, "rust red", None)]),
        ("a black and a white pair", [(1, "black", None), (1, "white", None)]),
        ("black or white", []),
        ("the black ones", []),
    ],
)
def test_several_variants_of_one_thing(
    text: str, each: list[tuple[int, str, str | None]], socks: ProductView
) -> None:
    found = each_variant(Clause(text, "add_to_cart", 1.0), socks, CONTEXT)
    assert [(n, said["colour"][0], said.get("size", [None])[0]) for n, said in found] == each
