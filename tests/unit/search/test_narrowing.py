"""The question that narrows a search best."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.search import Filters, Narrowing, ProductDocument
from actions.search.narrowing import narrowing
from actions.search.synonyms import Titles

from .shelf import product

TITLES = Titles(audience=("men's", "women's"), attributes={"1-person": (), "2-person": ("double",)})


def boots(count: int, **changes: object) -> list[ProductDocument]:
    """That many alike, at $100."""
    one = product("boot", "Fell Boot", "hiking boots", ("brown", "9", "100.00", 1))
    return [replace(one, product_id=f"boot-{number}", **changes) for number in range(count)]  # type: ignore[arg-type]


def priced(*prices: int) -> list[ProductDocument]:
    return [product(f"p{price}", "Fell Boot", "hiking boots", ("", "", str(price), 1)) for price in prices]


def test_what_halves_is_asked() -> None:
    found = boots(6, implied=("men's",)) + boots(5, implied=("women's",))
    assert narrowing(found, Filters(), TITLES) == Narrowing("audience", ("men's", "women's"))


def test_what_all_have_or_one_has_is_not_asked() -> None:
    assert narrowing(boots(12, brand="Fell"), Filters(), TITLES) is None
    assert narrowing(boots(30) + boots(1, brand="Nord"), Filters(), TITLES) is None
    assert narrowing([], Filters(), TITLES) is None


def test_what_is_settled_or_was_asked_is_not_asked() -> None:
    found = boots(6, implied=("men's",)) + boots(5, implied=("women's", "men's"))
    assert narrowing(found, Filters(attributes=("men's",)), TITLES) is None
    split = boots(6, implied=("men's",)) + boots(5, implied=("women's",))
    assert narrowing(split, Filters(), TITLES, already=("audience",)) is None


def test_the_kind_is_asked_rather_than_the_brand() -> None:
    found = boots(6, brand="Fell") + boots(6, brand="Nord", type="winter boots")
    question = narrowing(found, Filters(), TITLES)
    assert question == Narrowing("types", ("hiking boots", "winter boots"))


def test_a_kind_that_covers_another_is_no_answer() -> None:
    found = boots(6, type="jacket") + boots(6, type="down jacket")
    assert narrowing(found, Filters(), TITLES) is None


def test_prices_are_round_and_ascending() -> None:
    question = narrowing(priced(*range(20, 320, 20)), Filters(), TITLES)
    assert question is not None
    assert question.field == "price_max"
    assert list(question.values) == sorted(question.values, key=Decimal)
    assert all(Decimal(value) % 5 == 0 for value in question.values)
    assert narrowing(priced(*range(20, 320, 20)), Filters(price_max=Decimal(400)), TITLES) is None


@pytest.mark.parametrize("kinds", [5, 12])
def test_no_more_answers_than_can_be_looked_over(kinds: int) -> None:
    found = [each for kind in range(kinds) for each in boots(3 if kind > 3 else 20, type=f"kind {kind}")]
    question = narrowing(found, Filters(), TITLES)
    assert question is not None
    assert set(question.values) == {f"kind {kind}" for kind in range(4)}
