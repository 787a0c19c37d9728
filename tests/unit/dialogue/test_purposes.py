"""What things are wanted for: told by words or by meaning, and which kinds serve it."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.dialogue.language import language
from actions.dialogue.suggesting.purposes import Purpose, Purposes, read_purposes
from actions.encoder import SentenceEncoder
from actions.settings import ROOT
from tests.unit.demo_files import PRODUCTS

KNOWN = {
    "camping": Purpose(("camping", "a night in the tent"), ("tent", "rain jacket"), ("lantern", "mug"), ""),
    "coffee": Purpose(("coffee",), ("stove",), ("gift set", "mug"), "coffee"),
    "anybody": Purpose(gifts=("mug", "beanie")),
}


@pytest.fixture
def purposes(encoder: SentenceEncoder) -> Purposes:
    return Purposes(KNOWN, language("en"), encoder, {})


def test_all_that_are_named_are_told_in_the_order_in_which_they_are_said(purposes: Purposes) -> None:
    assert purposes.told("she loves coffee and camping") == ("coffee", "camping")


def test_where_none_is_named_the_nearest_is_told_if_it_is_near(purposes: Purposes) -> None:
    assert purposes.told("we spend the night in tents") == ("camping",)
    assert purposes.told("where is my order") == ()


def test_what_ranks_high_for_most_comes_first_and_what_pleases_anybody_last(purposes: Purposes) -> None:
    assert purposes.kinds(("coffee", "camping"), gift=True) == ("gift set", "mug", "lantern", "beanie")
    assert purposes.kinds(("camping",), gift=False) == ("tent", "rain jacket")


def test_a_type_serves_what_a_kind_of_it_is_for(purposes: Purposes) -> None:
    assert purposes.served("jacket", ("coffee", "camping"), gift=False) == ["camping"]


def test_a_shop_without_purposes_has_none(tmp_path: Path, encoder: SentenceEncoder) -> None:
    none = Purposes(read_purposes(tmp_path), language("en"), encoder, {})
    assert none.told("camping") == ()


def test_every_kind_of_the_demo_shop_is_one_that_it_sells() -> None:
    sold = {row["type"] for row in PRODUCTS} | {"rain jacket"}
    named = read_purposes(ROOT / "data").values()
    assert {kind for purpose in named for kind in (*purpose.kinds, *purpose.gifts)} <= sold
