"""What people did with products, and what was suggested to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.shop.history import History
from actions.shop.models import Behaviour, Return, ReturnItem
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
    history.record_shown("c1", None, {tent: "popular"})
    history.record_shown("c2", ann, {lamp: "goes with your tent"})
    assert history.shown("c1") == {tent: shop.clock.now()}
    assert set(history.shown("c3", ann)) == {lamp} and set(history.shown("c1", ann)) == {tent, lamp}


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
                    reason="changed_mind",
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
