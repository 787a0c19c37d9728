"""Which of a product's variants is meant for the cart."""

from __future__ import annotations

import pytest

from actions.dialogue.cart_questions import fitting, open_trait
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
    assert open_trait(bottle, {"colour": "red"}) == "capacity"
    assert open_trait(bottle, {"colour": "red", "capacity": "1 l"}) == "lid"
    assert open_trait(bottle, {"colour": "red", "capacity": "1 l", "lid": "no"}) is None


def test_what_was_said_of_options_holds(bottle: ProductView) -> None:
    (one,) = fitting(bottle, {"colour": "rust red", "capacity": "1 L", "lid": "no"})
    assert one.traits == {"colour": "rust red", "capacity": "1 l", "lid": "no"}
    assert not fitting(bottle, {"capacity": "2 l"})
    assert len(fitting(bottle, {"capacity": "1 l"})) == 4
