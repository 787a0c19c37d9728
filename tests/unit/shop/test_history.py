"""What people did with products, and what was suggested to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.exchanging import ExchangeMade
from actions.orders.swapping import Wanted
from actions.recommender import Did
from actions.recommender.catalogue import events
from actions.shop.history import Bought, History, Suggested
from actions.shop.models import Behaviour, Consent, Return, ReturnItem, SuggestionShown
from actions.shop.outcomes import CREDITED, Outcome
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def history(shop: ShopBuilder) -> History:
    return History(shop.sessions, shop.clock)


def test_interactions_are_remembered_in_their_order(shop: ShopBuilder, history: History) -> None:
    ann, bob, tent, lamp = (
        shop.customer(),
        shop.customer("Bob"),
        shop.product("tent"),
        shop.product("headlamp"),
    )
    history.record("c1", ann, [tent], Behaviour.BROWSE)
    shop.clock.advance(minutes=1)
    history.record("c1", ann, [lamp], Behaviour.ADD_TO_CART)
    history.record("c2", bob, [tent], Behaviour.BROWSE)
    history.record("c3", None, [tent, lamp], Behaviour.BROWSE)
    assert [(seen.product_id, seen.behaviour) for seen in history.interactions(ann)] == [
        (tent, Behaviour.BROWSE),
        (lamp, Behaviour.ADD_TO_CART),
    ]
    assert [seen.customer_id for seen in history.interactions()] == [ann, ann, bob], "strangers are left out"


def test_orders_tell_what_goes_together_and_what_is_owned(shop: ShopBuilder, history: History) -> None:
    ann, tent, lamp = shop.customer(), shop.product("tent"), shop.product("headlamp")
    shop.order(ann, [(tent, 1), (lamp, 2)], delivered=30)
    shop.order(ann, [(lamp, 1)], delivered=3)
    shop.order(ann, [(shop.product(), 1)], status="cancelled", delivered=None)
    assert history.baskets() == [(tent, lamp), (lamp,)]
    assert history.ordered(ann) == {tent: shop.ago(34), lamp: shop.ago(7)}
    assert history.ordered("C9999") == {}


def test_what_was_shown_is_known_in_the_conversation_and_to_the_customer(
    shop: ShopBuilder, history: History
) -> None:
    ann, tent, lamp = shop.customer(), shop.product("tent"), shop.product("headlamp")
    history.record_shown("c1", None, [Suggested(tent, "popular", {"count": 7})])
    history.record_shown("c2", ann, [Suggested(lamp, "often_bought_together", {"product_id": tent})])
    assert history.shown("c1") == {tent: shop.clock.now()}
    assert set(history.shown("c3", ann)) == {lamp} and set(history.shown("c1", ann)) == {tent, lamp}


def test_what_came_of_suggestions_is_remembered(shop: ShopBuilder, history: History) -> None:
    ann, tent, lamp, mat = shop.customer(), *(shop.product(name) for name in ("tent", "lamp", "mat"))
    popular = [Suggested(product, "popular", {"count": 7}) for product in (tent, lamp, mat)]
    history.record_shown("c1", ann, popular)
    history.record_shown("c2", None, popular[:1])
    history.record_shown("c3", None, [Suggested(mat, "new", {"days": 3})])
    shop.clock.advance(minutes=1)
    history.record("c1", ann, [tent], Behaviour.BROWSE)
    history.record("elsewhere", ann, [tent, lamp], Behaviour.BUY)
    history.record("c3", None, [mat], Behaviour.RATE)
    assert history.outcomes() == {("popular", False): Outcome(4, 1, 2), ("new", False): Outcome(1, 0, 0)}
    with shop.sessions.reading() as session:
        first = session.query(SuggestionShown).filter_by(conversation="c1", product_id=tent).one()
        assert (first.evidence, first.clicked, first.bought) == (
            {"count": 7},
            shop.clock.now(),
            shop.clock.now(),
        )
    clicked = shop.clock.now()
    shop.clock.advance(minutes=1)
    history.record("c1", ann, [tent], Behaviour.BROWSE)
    with shop.sessions.reading() as session:
        again = session.query(SuggestionShown).filter_by(conversation="c1", product_id=tent).one()
        assert again.clicked == clicked, "the first time counts"


def test_what_was_tried_is_told_apart(shop: ShopBuilder, history: History) -> None:
    tent, lamp = shop.product("tent"), shop.product("headlamp")
    shown = [Suggested(tent, "popular", {}), Suggested(lamp, "popular", {}, explored=True)]
    history.record_shown("c1", None, shown)
    history.record("c1", None, [lamp], Behaviour.BROWSE)
    assert history.outcomes() == {("popular", False): Outcome(1, 0, 0), ("popular", True): Outcome(1, 1, 0)}


def test_what_is_done_long_after_is_not_credited_to_a_suggestion(shop: ShopBuilder, history: History) -> None:
    ann, tent = shop.customer(), shop.product("tent")
    history.record_shown("c1", ann, [Suggested(tent, "popular", {})])
    shop.clock.advance(days=CREDITED.days + 1)
    history.record("c1", ann, [tent], Behaviour.BUY)
    assert history.outcomes() == {("popular", False): Outcome(1, 0, 0)}


def test_orders_are_credited_to_the_suggestions_before_them(shop: ShopBuilder, history: History) -> None:
    ann, bob, tent, lamp, mat = (
        shop.customer(),
        shop.customer("Bob"),
        *(shop.product(name) for name in ("tent", "lamp", "mat")),
    )
    shop.order(ann, [(lamp, 1)], delivered=3)
    history.record_shown("c1", ann, [Suggested(product, "popular", {}) for product in (tent, lamp, mat)])
    history.record_shown("c2", bob, [Suggested(tent, "new", {})])
    history.record_shown("c3", None, [Suggested(tent, "similar_to", {})])
    shop.clock.advance(days=7)
    shop.order(ann, [(mat, 1)], status="cancelled", delivered=None)
    shop.order(ann, [(tent, 1)], status="processing", delivered=None)
    history.credit_orders()
    history.credit_orders()
    assert history.outcomes() == {
        ("popular", False): Outcome(3, 0, 1),
        ("new", False): Outcome(1, 0, 0),
        ("similar_to", False): Outcome(1, 0, 0),
    }


def test_an_order_long_after_is_not_credited(shop: ShopBuilder, history: History) -> None:
    ann, tent = shop.customer(), shop.product("tent")
    history.record_shown("c1", ann, [Suggested(tent, "popular", {})])
    shop.clock.advance(days=CREDITED.days + 7)
    shop.order(ann, [(tent, 1)], status="processing", delivered=None)
    history.credit_orders()
    assert history.outcomes() == {("popular", False): Outcome(1, 0, 0)}


def test_what_was_sent_back_is_known(shop: ShopBuilder, history: History) -> None:
    ann, tent, lamp = shop.customer(), shop.product("tent"), shop.product("headlamp")
    shop.order(ann, [(tent, 1)], status="returned", delivered=30)
    kept = shop.order(ann, [(tent, 1), (lamp, 1)], delivered=3)
    assert history.returned() == [(ann, tent, shop.ago(34))]
    with shop.sessions.writing() as session:
        for key, status in enumerate(("requested", "cancelled"), 1):
            item = ReturnItem(
                line=2 if status == "requested" else 1, order_number=kept, quantity=1, amount=Decimal(1)
            )
            session.add(
                Return(
                    id=key,
                    return_number=f"R-{key}",
                    order_number=kept,
                    status=status,
                    goods=Decimal(1),
                    postage=Decimal(0),
                    refund=Decimal(1),
                    payment_id=f"{ann}-card",
                    created=shop.clock.now(),
                    items=[item],
                )
            )
    assert history.returned() == [(ann, tent, shop.ago(34)), (ann, lamp, shop.clock.now())]


def test_what_was_bought_in_a_cancelled_order_was_not_bought(shop: ShopBuilder, history: History) -> None:
    ann, tent, lamp = shop.customer(), shop.product("tent"), shop.product("headlamp")
    shop.order(ann, [(tent, 1), (lamp, 1)], status="cancelled", delivered=None)
    shop.order(ann, [(lamp, 1)])
    history.record("c", ann, [tent, lamp], Behaviour.BUY)
    history.record("c", ann, [tent], Behaviour.BROWSE)
    assert history.called_off() == {(ann, tent)}
    assert [(e.product, e.did) for e in events(history, ann)] == [(lamp, Did.BUY), (tent, Did.VIEW)]


def test_what_is_exchanged_for_another_size_was_not_sent_back(shop: ShopBuilder, history: History) -> None:
    ann, boots = shop.customer(), shop.product("hiking boots", sizes=("8", "9"))
    number = shop.order(ann, [(boots, 1)])
    desk = OrderDesk(shop.sessions, shop.policy, shop.clock)
    assert isinstance(desk.exchange_items(ann, number, {1: Wanted(f"{boots}-2")}), ExchangeMade)
    assert history.returned() == []
    assert history.bought(ann) == [Bought(boots, "9", number)]


def test_what_was_looked_at_comes_back_latest_first(shop: ShopBuilder, history: History) -> None:
    ann, tent, lamp, mug = (
        shop.customer(),
        shop.product("tent"),
        shop.product("headlamp"),
        shop.product("mug"),
    )
    history.record("c1", ann, [tent], Behaviour.BROWSE)
    shop.clock.advance(days=1)
    history.record("c2", ann, [lamp], Behaviour.ADD_TO_CART)
    history.record("c2", ann, [mug], Behaviour.DECLINE)
    history.record("c3", None, [mug], Behaviour.BROWSE)
    assert [seen.product_id for seen in history.looked_at("c2", ann)] == [lamp, tent]
    assert [seen.product_id for seen in history.looked_at("c3")] == [mug]


def test_what_is_not_wanted_stays_unwanted_for_a_customer_everywhere(
    shop: ShopBuilder, history: History
) -> None:
    ann, tent, lamp = shop.customer(), shop.product("tent"), shop.product("headlamp")
    history.record("c1", ann, [tent], Behaviour.DECLINE)
    history.record("c1", ann, [lamp], Behaviour.OWN)
    assert history.unwanted("c2", ann) == [tent, lamp]
    assert history.unwanted("c2") == []
    history.record("c2", None, [tent], Behaviour.DECLINE)
    assert history.unwanted("c2") == [tent], "a stranger's holds for the conversation"


def test_a_suggestion_can_be_explained_as_it_was_made(shop: ShopBuilder, history: History) -> None:
    tent = shop.product("tent")
    history.record_shown("c1", None, [Suggested(tent, "popular", {"count": 3, "days": 90})])
    history.record_shown("c1", None, [Suggested(tent, "new", {"days": 2, "type": "tent"})])
    assert history.reasons("c1", [tent, "T9999"]) == {
        tent: Suggested(tent, "new", {"days": 2, "type": "tent"})
    }
    assert history.reasons("c2", [tent]) == {}


def test_who_forbids_it_is_not_learned_from(shop: ShopBuilder, history: History) -> None:
    ann, bob, tent = shop.customer(), shop.customer("Bob"), shop.product("tent")
    for customer in (ann, bob):
        history.record("c", customer, [tent], Behaviour.BROWSE)
        shop.order(customer, [(tent, 1)], status="returned", delivered=30)
    with shop.sessions.writing() as session:
        session.add(Consent(customer_id=ann, purpose="suggestions", given=False, changed=shop.clock.now()))
        session.add(Consent(customer_id=bob, purpose="newsletter", given=False, changed=shop.clock.now()))
    assert {seen.customer_id for seen in history.interactions()} == {bob}
    assert {customer for customer, _, _ in history.returned()} == {bob}
    assert history.interactions(ann), "asked about one customer, it answers"
