"""Customers' own sizes: what is sold out in them is left out, and a reason names them only where that is true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from actions.recommender import Context, Item, OwnSize, Recommender, Suggestion
from actions.recommender.shelf import Shelf
from actions.recommender.sizes import OTHER_SIZES, fit_of_size
from actions.shop.clock import FixedClock

from .checking import check
from .stall import BUY, EVENTS, IDS, ITEMS, NOW, VIEW, did, vectors

COMES_IN = {
    "shoes-m": (("8", "9"), ("8",)),
    "shoes-w": (("8", "9"), ("8", "9")),
    "shoes-x": (("8", "9"), ("9",)),
    "socks-a": (("8", "9"), ("9",)),
    "socks-b": (("30",), ("30",)),
}
"""Product → its sizes, and those in stock."""


def in_sizes(item: Item) -> Item:
    sizes, in_stock = COMES_IN.get(item.product_id, ((), ()))
    return replace(item, sizes=sizes, sizes_in_stock=in_stock)


SIZED = [in_sizes(each) for each in ITEMS]
SHELF = Shelf(SIZED, np.stack([vectors()[product] for product in IDS]))
EIGHT = OwnSize("8", "shoes-m")


def ids(suggestions: Iterable[Suggestion]) -> set[str]:
    return {suggestion.product_id for suggestion in suggestions}


def fits(*sizes: OwnSize) -> dict[str, float]:
    found = np.broadcast_to(np.asarray(fit_of_size(SHELF, sizes)), len(IDS))
    return dict(zip(IDS, map(float, found), strict=True))


def test_a_size_tells_of_its_own_type_and_audience() -> None:
    found = fits(EIGHT)
    assert found["shoes-x"] == 0, "a men's shoe, sold out in 8"
    assert found["shoes-m"] == 1
    assert found["shoes-w"] == found["socks-a"] == found["tent-a"] == 1


def test_what_comes_in_other_sizes_alone_is_behind() -> None:
    found = fits(OwnSize("8", type="socks"))
    assert (found["socks-a"], found["socks-b"]) == (0, OTHER_SIZES)
    assert set(fits(OwnSize("8", "no such product"), OwnSize("8")).values()) == {1.0}


def test_of_two_sizes_the_later_counts() -> None:
    nine = OwnSize("9", "shoes-x")
    assert (fits(EIGHT, nine)["shoes-m"], fits(EIGHT, nine)["shoes-x"]) == (0, 1)
    assert (fits(nine, EIGHT)["shoes-m"], fits(nine, EIGHT)["shoes-x"]) == (1, 0)


def test_what_is_sold_out_in_their_size_is_suggested_nowhere() -> None:
    recommender = Recommender.build(SIZED, EVENTS, vectors(), clock=FixedClock(NOW))
    mine = Context(sizes=(EIGHT,))
    assert "shoes-x" in ids(recommender.recommend(None, ["shoes-m"], k=20))
    assert "shoes-x" not in ids(recommender.recommend(None, ["shoes-m"], k=20, context=mine))
    assert ids(recommender.similar("shoes-m")) == {"shoes-x"}
    assert recommender.similar("shoes-m", context=mine) == []
    told = Context(sizes=(OwnSize("8", type="socks"),))
    assert "socks-a" in ids(recommender.goes_with("shoes-m"))
    assert "socks-a" not in ids(recommender.goes_with("shoes-m", context=told))


def test_the_reason_names_the_size_where_it_is_in_stock() -> None:
    """Of somebody who buys running shoes: these are in stock in 8, but not in 9."""
    events = [*EVENTS, *did("fan", ("socks-a", BUY), ("shoes-w", BUY), ("shoes-x", BUY), start=30)]
    alone = {"linear": 0, "transitions": 0, "embedding": 0, "content": 0, "together": 0, "session": 0}
    weights = {**alone, "popularity": 0, "factors": 1.0}
    recommender = Recommender.build(SIZED, events, vectors(), weights, clock=FixedClock(NOW))

    def shoes(*sizes: OwnSize) -> Suggestion:
        found = recommender.recommend("fan", k=20, context=Context(sizes=sizes))
        shown = next(each for each in found if each.product_id == "shoes-m")
        check(shown, "fan", (), SIZED, events, NOW)
        return shown

    assert shoes().reason.kind == "matches_taste"
    assert shoes().reason.evidence["products"] == "shoes-w shoes-x"
    bought = shoes(OwnSize("8", "shoes-x")).reason
    assert bought.kind == "matches_size_and_taste"
    assert (bought.evidence["size"], bought.evidence["product_id"]) == ("8", "shoes-x")
    assert shoes(OwnSize("8", type="running shoes")).reason.kind == "matches_told_size_and_taste"
    assert shoes(OwnSize("9", "shoes-w")).reason.kind == "matches_taste", "a women's nine tells nothing"


def test_new_among_what_somebody_looks_at_often() -> None:
    fresh = replace(ITEMS[0], product_id="tent-c", added=NOW)
    more = [replace(ITEMS[0], product_id=f"tent-{number}") for number in (1, 2)]
    items, meanings = [*ITEMS, fresh, *more], vectors()
    meanings |= dict.fromkeys(("tent-c", "tent-1", "tent-2"), meanings["tent-b"])
    looks = ("tent-a", VIEW), ("tent-a", VIEW), ("tent-b", VIEW), ("tent-1", VIEW)
    events = [
        *EVENTS,
        *did("looker", *looks, start=5),
        *did("before", *looks, start=95),
        *did("seldom", *looks[:3]),
    ]
    recommender = Recommender.build(items, events, meanings, clock=FixedClock(NOW))
    kinds = {}
    for customer in ("looker", "before", "seldom", None):
        (tent,) = (each for each in recommender.new_arrivals(customer) if each.product_id == "tent-c")
        check(tent, customer, (), items, events, NOW)
        kinds[customer] = tent.reason.kind
    assert kinds == {"looker": "new_of_interest", "before": "new", "seldom": "new", None: "new"}
    suggested = {each.product_id: each.reason for each in recommender.recommend("looker", k=20)}
    looked_at = {"count": 3, "products": "tent-1 tent-a tent-b", "within": 90}
    assert suggested["tent-c"].evidence == {"days": 0, "type": "tent", **looked_at}
