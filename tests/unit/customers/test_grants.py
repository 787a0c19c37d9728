"""What a conversation may speak for, and until when."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from actions.customers.desk import CustomerDesk
from actions.customers.types import Identified, NotIdentified, Proof
from actions.orders.desk import OrderDesk
from actions.shop.models import AuditEntry, Grant
from actions.shop.policy import Policy
from tests.unit.shop_builder import ShopBuilder

ANN = Proof(email="ann@example.com", order_number="1042")


@pytest.fixture
def desk(shop: ShopBuilder) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    ann = shop.customer(email="ann@example.com")
    shop.order(ann, [(shop.product(), 1)], order_number="1042")
    return ann


@pytest.fixture
def bob(shop: ShopBuilder) -> str:
    bob = shop.customer("Bob", email="bob@example.com")
    shop.order(bob, [(shop.product(), 1)], order_number="1050")
    return bob


def test_nobody_without_proof(desk: CustomerDesk, ann: str) -> None:
    assert desk.who("c1") is None and desk.who("c1", "1042") is None


def test_a_grant_is_its_conversations_own(desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", ANN)
    assert desk.who("c1") == ann and desk.who("c2") is None


def test_a_grant_reaches_the_customers_orders_only(desk: CustomerDesk, ann: str, bob: str) -> None:
    desk.identify("c1", ANN)
    assert desk.who("c1", "#1042") == ann
    assert desk.who("c1", "1050") is None and desk.who("c1", "9999") is None


def test_a_grant_expires(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    answer = desk.identify("c1", ANN)
    assert isinstance(answer, Identified) and answer.expires == shop.clock.now() + timedelta(minutes=60)
    shop.clock.advance(minutes=59.9)
    assert desk.who("c1") == ann
    shop.clock.advance(minutes=0.2)
    assert desk.who("c1") is None


def test_signing_out_ends_it(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", ANN)
    desk.forget("c1")
    assert desk.who("c1") is None
    assert shop.count(Grant) == 1, "what was proved stays on record"


def test_a_proof_replaces_the_one_before(desk: CustomerDesk, ann: str, bob: str) -> None:
    desk.identify("c1", ANN)
    desk.identify("c1", Proof(email="bob@example.com", order_number="1050"))
    assert desk.who("c1") == bob and desk.who("c1", "1042") is None


def test_a_failed_proof_takes_nothing_away(desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", ANN)
    desk.identify("c1", Proof(email="bob@example.com", order_number="9999"))
    assert desk.who("c1") == ann


def test_a_signed_claim_signs_in_until_it_expires(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, bob: str
) -> None:
    desk.identify("c1", ANN)
    expires = shop.clock.now() + timedelta(minutes=10)
    assert desk.sign_in("c1", bob, expires) == Identified(bob, expires)
    assert desk.sign_in("c1", bob, expires) == Identified(bob, expires)
    assert desk.who("c1") == bob
    assert shop.count(Grant) == 2, "the same claim again writes nothing"
    shop.clock.advance(minutes=11)
    assert desk.who("c1") is None


def test_a_claim_for_nobody_or_out_of_date_is_none(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    later = shop.clock.now() + timedelta(minutes=10)
    assert desk.sign_in("c1", "C9999", later) == NotIdentified()
    assert desk.sign_in("c1", ann, shop.clock.now()) == NotIdentified()
    assert desk.who("c1") is None


def test_the_policy_says_how_strong_a_proof_an_action_needs(shop: ShopBuilder) -> None:
    strict = Policy.load(Path(__file__).parent.parent / "orders" / "strict_policy.yml")
    desk = CustomerDesk(shop.sessions, strict, shop.clock)
    ann = shop.customer()
    desk.identify("c1", Proof(person_name="Ann Becker", postcode="80302"))
    assert desk.who("c1", action="track_order") == ann
    assert desk.who("c1", action="return_item") is None
    desk.sign_in("c1", ann, shop.clock.now() + timedelta(minutes=10))
    assert desk.who("c1", action="return_item") == ann


def test_a_change_names_the_proof_it_rests_on(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", ANN)
    OrderDesk(shop.sessions, shop.policy, shop.clock).return_items(
        ann, "1042", {1: 1}, "too_small", conversation="c1"
    )
    with shop.sessions.reading() as session:
        assert session.get_one(AuditEntry, 1).grant_id == session.get_one(Grant, 1).id
