"""What follows from failing: locks for a conversation and an address, slowness for what was claimed."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from actions.customers.desk import CustomerDesk
from actions.customers.types import Identified, Locked, NotIdentified, Proof
from actions.shop.clock import FixedClock
from actions.shop.models import FailedProof
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder

RIGHT = Proof(email="ann@example.com", order_number="1042")


def guess(number: int = 0) -> Proof:
    """A wrong proof; each number claims somebody else."""
    return Proof(email=f"guess{number}@example.com", order_number=str(5000 + number))


@pytest.fixture
def desk(shop: ShopBuilder) -> CustomerDesk:
    ann = shop.customer(email="ann@example.com")
    shop.order(ann, [(shop.product(), 1)], order_number="1042")
    return CustomerDesk(shop.sessions, shop.policy, shop.clock)


def fail(desk: CustomerDesk, times: int, conversation: str = "c1", address: str | None = None) -> object:
    for number in range(times - 1):
        desk.identify(conversation, guess(number), address)
    return desk.identify(conversation, guess(times), address)


def test_the_fifth_failure_locks_the_conversation(shop: ShopBuilder, desk: CustomerDesk) -> None:
    assert fail(desk, 4) == NotIdentified(remaining=1)
    locked = desk.identify("c1", guess(5))
    assert locked == Locked(shop.clock.now() + timedelta(minutes=30))
    assert desk.identify("c1", RIGHT) == locked
    assert isinstance(desk.identify("c2", RIGHT), Identified), "another conversation is not concerned"


def test_a_lock_can_be_looked_at_without_an_attempt(shop: ShopBuilder, desk: CustomerDesk) -> None:
    assert desk.locked("c1") is None
    locked = fail(desk, 5, address="203.0.113.7")
    assert desk.locked("c1") == locked
    assert desk.locked("c2") is None and desk.locked("c2", "203.0.113.7") == locked
    shop.clock.advance(minutes=30)
    assert desk.locked("c1") is None and desk.locked("c2", "203.0.113.7") is None


def test_attempts_during_the_lock_do_not_prolong_it(shop: ShopBuilder, desk: CustomerDesk) -> None:
    locked = fail(desk, 5)
    shop.clock.advance(minutes=29)
    assert desk.identify("c1", guess()) == locked
    shop.clock.advance(minutes=1)
    assert isinstance(desk.identify("c1", RIGHT), Identified)


def test_a_lock_lasts_however_slowly_it_was_earned(shop: ShopBuilder, desk: CustomerDesk) -> None:
    fail(desk, 4)
    shop.clock.advance(minutes=29)
    assert isinstance(desk.identify("c1", guess()), Locked)
    shop.clock.advance(minutes=20)
    assert isinstance(desk.identify("c1", RIGHT), Locked)


def test_old_failures_are_forgotten(shop: ShopBuilder, desk: CustomerDesk) -> None:
    fail(desk, 4)
    shop.clock.advance(minutes=31)
    assert desk.identify("c1", guess()) == NotIdentified(remaining=4)
    shop.clock.advance(minutes=120)
    desk.identify("c1", guess())
    assert shop.count(FailedProof) == 3, "one failure: of the conversation, an e-mail and an order"


def test_an_address_is_locked_for_every_conversation_of_its(shop: ShopBuilder, desk: CustomerDesk) -> None:
    for conversation in range(5):
        desk.identify(f"c{conversation}", guess(conversation), "203.0.113.7")
    assert isinstance(desk.identify("new", RIGHT, "203.0.113.7"), Locked)
    assert isinstance(desk.identify("new", RIGHT, "203.0.113.8"), Identified)


def test_a_lock_survives_a_restart(shop: ShopBuilder, desk: CustomerDesk) -> None:
    fail(desk, 5, address="203.0.113.7")
    url = shop.sessions.url.render_as_string()
    shop.sessions.close()
    restarted = CustomerDesk(Sessions(url), shop.policy, shop.clock)
    assert isinstance(restarted.identify("c1", RIGHT), Locked)
    assert isinstance(restarted.identify("another", RIGHT, "203.0.113.7"), Locked)


@pytest.mark.parametrize("address", [None, "", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_the_loopback_is_never_locked(desk: CustomerDesk, address: str | None) -> None:
    for conversation in range(20):
        desk.identify(f"c{conversation}", guess(conversation), address)
    assert isinstance(desk.identify("new", RIGHT, address), Identified)


def test_one_client_has_a_whole_ipv6_network(desk: CustomerDesk) -> None:
    for host in range(1, 6):
        desk.identify(f"c{host}", guess(host), f"2001:db8:0:1::{host}")
    assert isinstance(desk.identify("new", RIGHT, "2001:db8:0:1::99"), Locked)
    assert isinstance(desk.identify("new", RIGHT, "2001:db8:0:2::1"), Identified)


def test_an_address_that_is_no_ip_counts_as_it_is(desk: CustomerDesk) -> None:
    for conversation in range(5):
        desk.identify(f"c{conversation}", guess(conversation), "slack:U024BE7LH")
    assert isinstance(desk.identify("new", RIGHT, "slack:U024BE7LH"), Locked)


def test_success_does_not_wipe_out_failures(desk: CustomerDesk) -> None:
    """Or somebody with one order of their own could guess for ever."""
    fail(desk, 4)
    assert isinstance(desk.identify("c1", RIGHT), Identified)
    assert isinstance(desk.identify("c1", guess()), Locked)


@pytest.mark.parametrize("email", ["ann@example.com", "nobody@example.com"])
def test_many_attempts_on_one_person_are_slowed_not_locked(
    desk: CustomerDesk, email: str, caplog: pytest.LogCaptureFixture
) -> None:
    """From ten places, whether or not such a customer exists; and the right proof is slow too, but
    accepted."""
    with caplog.at_level(logging.WARNING):
        delays = [
            answer.delay
            for place in range(14)
            if isinstance(
                answer := desk.identify(
                    f"c{place}", Proof(email=email, order_number=str(7000 + place)), f"198.51.100.{place}"
                ),
                NotIdentified,
            )
        ]
    assert delays == [0.0] * 10 + [0.5, 1.0, 2.0, 4.0]
    assert "slowed" in caplog.text and email not in caplog.text and "7013" not in caplog.text
    right = desk.identify("ann", RIGHT, "192.0.2.1")
    assert isinstance(right, Identified) and right.delay == (8.0 if email == "ann@example.com" else 0.0)


def test_guessing_whose_order_it_is_is_slowed(desk: CustomerDesk) -> None:
    for place in range(10):
        desk.identify(f"c{place}", Proof(email=f"guess{place}@example.com", order_number="1042"))
    answer = desk.identify("new", Proof(email="again@example.com", order_number="1042"))
    assert isinstance(answer, NotIdentified) and answer.delay > 0


def test_guesses_at_once_do_not_get_past_the_count(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    shop.order(shop.customer(email="ann@example.com"), [(shop.product(), 1)], order_number="1042")
    desk = CustomerDesk(any_database, policy, clock)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda n: desk.identify("c1", guess(n), "203.0.113.7"), range(20)))
    assert sum(isinstance(answer, NotIdentified) for answer in answers) == 4
    assert sum(isinstance(answer, Locked) for answer in answers) == 16
