"""The recommender: rules kept, variety, reasons that the data bears out, changes taken up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from actions.artefacts import ArtefactError
from actions.recommender import Context, Did, Event, Recommender, Suggestion
from actions.recommender.history import History
from actions.recommender.rules import fit_of_price, fit_of_style
from actions.recommender.shelf import Shelf
from actions.shop.clock import FixedClock

from .checking import check
from .stall import BUY, EVENTS, IDS, ITEMS, NOW, VIEW, did, item, vectors

CLOCK = FixedClock(NOW)
CUSTOMERS = sorted({event.customer for event in EVENTS})


@pytest.fixture(scope="module")
def recommender() -> Recommender:
    return Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)


def ids(suggestions: Iterable[Suggestion]) -> list[str]:
    return [suggestion.product_id for suggestion in suggestions]


def test_a_customer_gets_what_others_like_them_went_on_to(recommender: Recommender) -> None:
    assert ids(recommender.recommend("newcomer"))[0] == "mat-a"


def test_a_session_counts_for_a_stranger(recommender: Recommender) -> None:
    assert ids(recommender.recommend(None, ["shoes-m"]))[0] == "socks-a"
    assert ids(recommender.recommend("nobody we know", ["shoes-m"]))[0] == "socks-a"


def test_a_stranger_gets_something_popular_and_varied(recommender: Recommender) -> None:
    suggestions = recommender.recommend(None, k=4)
    types = {ITEMS[IDS.index(product)].type for product in ids(suggestions)}
    assert len(types) == 4
    assert {suggestion.reason.kind for suggestion in suggestions} <= {"popular", "new"}


@pytest.mark.parametrize("customer", [*CUSTOMERS, None])
def test_never_what_is_owned_returned_out_of_stock_or_shown(
    recommender: Recommender, customer: str | None
) -> None:
    theirs = {
        event.product
        for event in EVENTS
        if event.customer == customer and event.did.value in ("Buy", "Return")
    }
    found = ids(recommender.recommend(customer, ["lamp", "socks-b"], k=20))
    assert len(found) == len(set(found))
    assert not {*theirs, "lamp", "socks-b", "book-c"} & set(found)


def test_the_context_is_met(recommender: Recommender) -> None:
    context = Context(types=("socks", "mat"), price_max=60, exclude=("socks-b",))
    assert set(ids(recommender.recommend(None, k=20, context=context))) <= {"socks-a", "mat-a"}
    assert ids(recommender.recommend("runner0", k=20, context=Context(types=("sleeping mat",))))
    footwear = ids(recommender.recommend("camper0", k=20, context=Context(types=("footwear",))))
    assert set(footwear) <= {"shoes-m", "shoes-w", "shoes-x", "socks-a", "socks-b"}
    assert recommender.recommend(None, context=Context(types=("spaceship",))) == []
    assert recommender.recommend(None, context=Context(price_max=1)) == []


def test_mens_things_are_not_for_somebody_who_buys_womens(recommender: Recommender) -> None:
    scores = {s.product_id: s.score for s in recommender.recommend("woman", k=20)}
    plain = {s.product_id: s.score for s in recommender.recommend(None, ["shoes-w"], k=20)}
    assert scores["shoes-x"] / scores["socks-a"] < 0.6 * plain["shoes-x"] / plain["socks-a"]


def test_k_is_the_most(recommender: Recommender) -> None:
    there = len(recommender.recommend("newcomer", k=20))
    assert 3 < there < 20
    for k in range(6):
        assert len(recommender.recommend("newcomer", k=k)) == min(k, there)


@pytest.mark.parametrize("customer", [*CUSTOMERS, None])
@pytest.mark.parametrize("session", [(), ("tent-a",), ("socks-b", "shoes-x")])
def test_every_reason_is_true(
    recommender: Recommender, customer: str | None, session: tuple[str, ...]
) -> None:
    suggestions = recommender.recommend(customer, session, k=20)
    assert suggestions
    for suggestion in suggestions:
        check(suggestion, customer, session, ITEMS, EVENTS, NOW)


def test_reasons_of_all_kinds_are_given(recommender: Recommender) -> None:
    kinds = {
        suggestion.reason.kind
        for customer in [*CUSTOMERS, None]
        for session in ((), ("tent-a",), ("shoes-m",), ("book-a",))
        for suggestion in recommender.recommend(customer, session, k=20)
    }
    assert kinds == {
        "because_you_bought",
        "often_bought_together",
        "looked_at_together",
        "matches_taste",
        "popular",
        "new",
        "similar_to",
    }


def test_similar_is_of_the_same_category_and_alike(recommender: Recommender) -> None:
    suggestions = recommender.similar("tent-a")
    assert ids(suggestions) == ["tent-b"]
    for suggestion in suggestions:
        assert suggestion.reason.evidence["product_id"] == "tent-a"
        check(suggestion, None, ("tent-a",), ITEMS, EVENTS, NOW)


def test_similar_keeps_to_the_audience(recommender: Recommender) -> None:
    assert ids(recommender.similar("shoes-m")) == ["shoes-x"]


def test_goes_with_is_of_another_type_and_bought_with_it(recommender: Recommender) -> None:
    suggestions = recommender.goes_with("tent-a")
    assert ids(suggestions)[0] == "mat-a"
    assert suggestions[0].reason.kind == "often_bought_together"
    assert suggestions[0].reason.evidence == {"product_id": "tent-a", "count": 6, "lift": 2.9}
    assert "tent-b" not in ids(suggestions)


def test_goes_with_knows_of_types_what_the_very_items_do_not_say(recommender: Recommender) -> None:
    found = {s.product_id: s.reason for s in recommender.goes_with("tent-b")}
    assert found["mat-a"].kind == "types_together"
    assert found["mat-a"].evidence["type"] == "sleeping mat"
    assert not {"book-a", "shoes-m"} & set(found)
    for suggestion in recommender.goes_with("tent-b"):
        check(suggestion, None, ("tent-b",), ITEMS, EVENTS, NOW)


def test_goes_with_keeps_to_what_has_a_reason() -> None:
    """Two orders of tent and book say too little of the two, and nothing of their types."""
    events = [*EVENTS, *(e for n in range(2) for e in did(f"b{n}", ("tent-a", BUY), ("book-a", BUY)))]
    recommender = Recommender.build(ITEMS, events, vectors(), clock=CLOCK)
    assert ids(recommender.goes_with("tent-a")) == ["mat-a", "mat-b"]


def test_what_is_declined_or_owned_anyway_is_not_suggested_again() -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)
    before = {s.product_id: s.score for s in recommender.recommend("newcomer", k=20)}
    recommender.record(
        [Event("newcomer", "socks-a", Did.DECLINE, NOW), Event("newcomer", "lamp", Did.OWN, NOW)]
    )
    after = {s.product_id: s.score for s in recommender.recommend("newcomer", k=20)}
    assert {"socks-a", "lamp"} <= set(before)
    assert not {"socks-a", "lamp"} & set(after)
    assert not any(
        "bought" in s.reason.kind and "lamp" in s.reason.evidence.values()
        for s in recommender.recommend("newcomer", k=20)
    ), "owned is not bought here"


def test_what_the_shop_knows_to_be_owned_is_suggested_only_when_it_is_due() -> None:
    """Of orders that the recommender itself knows nothing of."""
    recommender = Recommender.build(ITEMS, again(30), vectors(), clock=CLOCK)
    owned = Context(owned=("socks-a", "lamp", "no such product"))
    assert {"socks-a", "lamp"} <= set(ids(recommender.recommend("newcomer", k=20)))
    assert not {"socks-a", "lamp"} & set(ids(recommender.recommend("newcomer", k=20, context=owned)))
    assert "lamp" not in ids(recommender.new_arrivals(None, context=owned))
    assert "socks-a" in ids(recommender.recommend("again0", k=20, context=owned)), "it wears out"


def test_what_is_like_something_declined_is_held_back() -> None:
    matrix = np.stack([vectors()[product] for product in IDS])
    declining = History(IDS, did("x", ("socks-a", Did.DECLINE))).past("x")
    fits = np.asarray(fit_of_style(declining, matrix))
    assert fits[IDS.index("socks-b")] < 0.75 < fits[IDS.index("tent-a")]
    assert fit_of_style(History(IDS, did("x", ("socks-a", BUY))).past("x"), matrix) == 1.0


def test_a_gift_is_among_what_suits_and_for_its_audience(recommender: Recommender) -> None:
    context = Context(audience="women's", among=frozenset({"shoes-m", "shoes-w", "socks-a"}))
    assert set(ids(recommender.recommend(None, k=20, context=context))) <= {"shoes-w", "socks-a"}


def promoting(*products: str) -> Recommender:
    """The stall's recommender, with these promoted."""
    items = [replace(each, promoted=each.product_id in products) for each in ITEMS]
    return Recommender.build(items, EVENTS, vectors(), clock=CLOCK)


def test_a_promoted_product_takes_the_last_place_and_says_so(recommender: Recommender) -> None:
    plain = recommender.recommend("newcomer", k=3)
    last = ids(recommender.recommend("newcomer", k=20))[-1]
    assert last not in ids(plain) and not any(each.promoted for each in plain)
    found = promoting(last).recommend("newcomer", k=3)
    assert ids(found) == [*ids(plain)[:2], last]
    assert [each.promoted for each in found] == [False, False, True]
    check(found[-1], "newcomer", (), ITEMS, EVENTS, NOW)


def test_what_would_be_there_anyway_was_not_brought_up(recommender: Recommender) -> None:
    plain = recommender.recommend("newcomer", k=3)
    assert promoting(ids(plain)[0]).recommend("newcomer", k=3) == plain


@pytest.mark.parametrize("product", ["tent-a", "book-c", "lamp"])
def test_promoting_is_no_way_past_the_rules(recommender: Recommender, product: str) -> None:
    """Owned, sold out, and not met by the context."""
    context = Context(exclude=("lamp",))
    plain = recommender.recommend("newcomer", k=4, context=context)
    assert promoting(product).recommend("newcomer", k=4, context=context) == plain


def test_a_short_list_has_no_place_to_give(recommender: Recommender) -> None:
    last = ids(recommender.recommend("newcomer", k=20))[-1]
    assert promoting(last).recommend("newcomer", k=2) == recommender.recommend("newcomer", k=2)


@pytest.mark.parametrize("did_so", [Did.BUY, Did.OWN, Did.RETURN, Did.DECLINE])
def test_what_is_owned_or_was_sent_back_is_no_new_arrival(did_so: Did) -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)
    assert ids(recommender.new_arrivals("newcomer")) == ["lamp"]
    recommender.record([Event("newcomer", "lamp", did_so, NOW)])
    assert recommender.new_arrivals("newcomer") == []
    assert ids(recommender.new_arrivals("camper0")) == ["lamp"]


def test_what_has_no_type_is_new_in_the_shop() -> None:
    bare = [replace(each, type="") for each in ITEMS]
    (lamp,) = Recommender.build(bare, EVENTS, vectors(), clock=CLOCK).new_arrivals()
    assert (lamp.reason.kind, lamp.reason.evidence) == ("arrived", {"days": 10})


def test_products_without_a_type_go_together_and_are_no_seconds_of_each_other() -> None:
    """Nothing is known of their types, so none is held back for another's sake."""
    bare = [replace(each, type="", category="") for each in ITEMS]
    recommender = Recommender.build(bare, EVENTS, vectors(), clock=CLOCK)
    assert ids(recommender.goes_with("tent-a")) == ["mat-a"]
    for customer in CUSTOMERS:
        for suggestion in recommender.recommend(customer, k=20):
            assert all(str(fact) for fact in suggestion.reason.evidence.values())


def test_new_arrivals_are_new(recommender: Recommender) -> None:
    suggestions = recommender.new_arrivals()
    assert ids(suggestions) == ["lamp"]
    assert suggestions[0].reason.kind == "new"
    assert suggestions[0].reason.evidence == {"type": "lamp", "days": 10}


def test_unknown_products_get_nothing(recommender: Recommender) -> None:
    assert recommender.similar("no such product") == []
    assert recommender.goes_with("no such product") == []
    assert recommender.recommend(None, ["no such product"]) == recommender.recommend(None)


def test_what_is_done_counts_at_once() -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)
    assert "mat-a" in ids(recommender.recommend("newcomer", k=20))
    recommender.record(did("newcomer", ("mat-a", BUY), start=0))
    assert "mat-a" not in ids(recommender.recommend("newcomer", k=20))


def test_deeds_are_kept_in_their_order() -> None:
    """Recorded one by one, in any order, they are the same as known from the start."""
    known = History(IDS, EVENTS)
    recorded = History(IDS, ())
    for event in reversed(EVENTS):
        recorded = recorded.recorded([event])
    assert sorted(recorded.customers) == sorted(known.customers)
    assert recorded.now == known.now
    for customer in CUSTOMERS:
        assert recorded.deeds(customer) == known.deeds(customer)
    assert known.without("woman").deeds("woman") == []
    assert known.over(["tent-a"]).deeds("camper0") == [
        deed for deed in known.deeds("camper0") if deed[0] == 0
    ]


def test_an_older_artefact_is_refused(recommender: Recommender, tmp_path: Path) -> None:
    recommender.save(tmp_path / "recommender")
    path = tmp_path / "recommender" / "models.npz"
    with np.load(path) as stored:
        kept = {name: stored[name] for name in stored.files if not name.startswith("content.")}
    np.savez(path, **kept)
    with pytest.raises(ArtefactError, match=r"lacks 'content'.*make train"):
        Recommender.load(tmp_path / "recommender")


def test_who_is_forgotten_is_a_stranger() -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)
    recommender.forget("newcomer")
    assert recommender.recommend("newcomer") == recommender.recommend(None)
    recommender.forget("nobody")


def test_changed_products_are_taken_up() -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=CLOCK)
    fresh = item("tent-new", "tent", "Camp", added=1, category="outdoors")
    sold_out = replace(ITEMS[IDS.index("mat-a")], in_stock=False)
    kept = [each for each in ITEMS if each.product_id not in ("tent-b", "mat-a")]
    recommender.update([*kept, sold_out, fresh], {"tent-new": vectors()["tent-b"]})
    assert ids(recommender.similar("tent-a")) == ["tent-new"], "new by its content, the gone one left out"
    assert "mat-a" not in ids(recommender.recommend("newcomer", k=20))
    recommender.record(did("newcomer", ("tent-new", VIEW), start=0))
    assert recommender.recommend("newcomer", ["tent-new"], k=20)
    with pytest.raises(KeyError):
        recommender.update([*ITEMS, item("unseen", "tent", "Camp")], {})


def test_a_shop_without_customers_suggests_by_ratings_and_news() -> None:
    recommender = Recommender.build(ITEMS, [], vectors(), clock=CLOCK)
    suggestions = recommender.recommend(None, k=5)
    assert len(suggestions) == 5
    assert {s.reason.kind for s in suggestions} == {"rated"}
    for suggestion in suggestions:
        check(suggestion, None, (), ITEMS, [], NOW)


def test_what_was_wanted_long_ago_is_not_popular_now() -> None:
    recommender = Recommender.build(ITEMS, EVENTS, vectors(), clock=FixedClock(NOW + timedelta(days=75)))
    reasons = {s.reason.kind: s.reason.evidence for s in recommender.recommend(None, k=20)}
    assert reasons.keys() == {"popular"}, "the runners were here 89 days ago at the longest, the campers 100"
    still = [s.product_id for s in recommender.recommend(None, k=20)]
    assert set(still) == {"shoes-m", "socks-a"}
    later = Recommender.build(ITEMS, EVENTS, vectors(), clock=FixedClock(NOW + timedelta(days=200)))
    assert {s.reason.kind for s in later.recommend(None, k=20)} == {"rated"}


def test_a_shop_without_products_suggests_nothing() -> None:
    recommender = Recommender.build([], EVENTS, {}, clock=CLOCK)
    assert recommender.recommend("camper0", ["tent-a"]) == []
    assert recommender.new_arrivals() == []


def test_saved_and_loaded_it_suggests_the_same(recommender: Recommender, tmp_path: Path) -> None:
    recommender.save(tmp_path / "recommender")
    loaded = Recommender.load(tmp_path / "recommender", clock=CLOCK)
    for customer in ("newcomer", "runner0", None):
        assert loaded.recommend(customer, ["tent-b"], k=20) == recommender.recommend(
            customer, ["tent-b"], k=20
        )
    assert loaded.goes_with("tent-a") == recommender.goes_with("tent-a")


@pytest.mark.parametrize("name", ["items.jsonl", "events.npz", "models.npz"])
def test_a_broken_folder_is_refused(recommender: Recommender, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "recommender"
    recommender.save(folder)
    (folder / name).write_bytes((folder / name).read_bytes()[:200])
    with pytest.raises(ArtefactError, match="make train"):
        Recommender.load(folder)
    (folder / name).unlink()
    with pytest.raises(ArtefactError, match="make train"):
        Recommender.load(folder)


def again(days: float) -> list[Event]:
    """Four customers who bought a pair of socks twice, so many days apart, and one who did so once."""
    start = 40 + days
    once = [event for n in range(4) for event in did(f"again{n}", ("socks-a", BUY), start=start)]
    twice = [event for n in range(4) for event in did(f"again{n}", ("socks-a", BUY), start=start - days)]
    return [*EVENTS, *once, *twice]


def test_what_is_bought_again_and_again_is_suggested_when_it_is_due() -> None:
    recommender = Recommender.build(ITEMS, again(30), vectors(), clock=CLOCK)
    found = recommender.recommend("again0", k=20)
    assert "socks-a" in ids(found), "more than half of the 30 days that a pair lasts are over"
    check(next(s for s in found if s.product_id == "socks-a"), "again0", (), ITEMS, again(30), NOW)
    recommender.record(did("again0", ("socks-a", BUY), start=1))
    assert "socks-a" not in ids(recommender.recommend("again0", k=20))
    assert "tent-a" not in ids(recommender.recommend("camper0", k=20)), "nobody needs another one"


def test_an_order_in_two_parts_is_not_buying_again() -> None:
    recommender = Recommender.build(ITEMS, again(2), vectors(), clock=CLOCK)
    assert "socks-a" not in ids(recommender.recommend("again0", k=20))


def test_a_price_band_is_kept_among_each_types_prices() -> None:
    """Who buys the cheaper of two is shown the cheaper of two others before the dearer, all else being equal."""
    pairs = [("tent-a", "tent-b"), ("mat-a", "mat-b"), ("socks-a", "socks-b"), ("shoes-m", "shoes-x")]
    shelf = Shelf(ITEMS, np.stack([vectors()[product] for product in IDS]))
    for place in (0, 1):
        wanted = [pair[place] for pair in pairs[:3]]
        history = History(IDS, did("somebody", *((product, BUY) for product in wanted)))
        fits = fit_of_price(shelf, history.past("somebody"))
        assert isinstance(fits, np.ndarray)
        inside, outside = pairs[3][place], pairs[3][1 - place]
        assert fits[IDS.index(inside)] > fits[IDS.index(outside)]
    assert fit_of_price(shelf, History(IDS, did("new", ("tent-a", BUY))).past("new")) == 1.0
