"""The queue for a person, and what it honestly promises."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from actions.handoff.desk import HandoffDesk
from actions.shop.clock import FixedClock
from actions.shop.models import Handoff
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> HandoffDesk:
    return HandoffDesk(shop.sessions, shop.policy, shop.clock)


def test_a_request_is_a_row_in_the_queue(shop: ShopBuilder, desk: HandoffDesk) -> None:
    ann = shop.customer()
    ticket = desk.request("c1", "ask_human", "Wants to return a jacket from 1042.", ann)
    assert (ticket.number, ticket.position, ticket.already) == ("H-100001", 1, False)
    with shop.sessions.reading() as session:
        row = session.get_one(Handoff, 1)
        assert (row.conversation, row.customer_id, row.reason) == ("c1", ann, "ask_human")
        assert row.summary.startswith("Wants") and row.created == shop.clock.now()


def test_asking_again_keeps_the_place(shop: ShopBuilder, desk: HandoffDesk) -> None:
    first, second = desk.request("c1", "ask_human", "…"), desk.request("c2", "complain", "…")
    again = desk.request("c2", "ask_human", "still here")
    assert (first.position, second.position, again.position) == (1, 2, 2)
    assert again.already and again.number == second.number and shop.count(Handoff) == 2
    assert desk.waiting("c2") == again and desk.waiting("c3") is None


def test_the_queue_moves_up_and_a_served_conversation_may_ask_anew(
    shop: ShopBuilder, desk: HandoffDesk
) -> None:
    desk.request("c1", "ask_human", "…")
    desk.request("c2", "ask_human", "…")
    assert desk.close("H-100001") == "waiting"
    waiting = desk.waiting("c2")
    anew = desk.request("c1", "ask_human", "…")
    assert waiting and waiting.position == 1 and desk.waiting("c1") == desk.request("c1", "", "")
    assert (anew.number, anew.position, anew.already) == ("H-100003", 2, False)


def test_what_a_person_has_taken_waits_no_more(shop: ShopBuilder, desk: HandoffDesk) -> None:
    desk.request("c1", "ask_human", "…")
    desk.request("c2", "ask_human", "…")
    assert desk.take("H-100001") == "waiting"
    behind = desk.waiting("c2")
    assert desk.waiting("c1") is None and behind and behind.position == 1
    assert desk.take("H-100001") == "taken" and desk.close("H-100001") == "taken"
    assert desk.take("H-100001") == desk.close("H-100001") == "closed"
    assert desk.take("H-100009") is desk.close("H-100009") is None


def test_a_guest_who_proves_who_they_are_can_be_written_to(shop: ShopBuilder, desk: HandoffDesk) -> None:
    ann = shop.customer()
    assert not desk.request("c1", "ask_human", "…").known
    assert desk.request("c1", "ask_human", "…", ann).known
    again = desk.request("c1", "ask_human", "…")
    assert again.known and again.already


@pytest.mark.parametrize(
    ("moment", "open_now", "opens", "answer_by"),
    [
        ("2026-05-13T16:00", True, "2026-05-13T10:00", date(2026, 5, 14)),  # Wednesday, 10:00 in Denver
        ("2026-05-13T13:59", False, "2026-05-13T08:00", date(2026, 5, 14)),  # a minute before eight
        ("2026-05-13T14:00", True, "2026-05-13T08:00", date(2026, 5, 14)),
        ("2026-05-14T00:00", False, "2026-05-14T08:00", date(2026, 5, 15)),  # six in the evening: closed
        ("2026-05-16T18:00", False, "2026-05-18T08:00", date(2026, 5, 19)),  # Saturday noon
        ("2026-05-15T20:00", True, "2026-05-15T14:00", date(2026, 5, 18)),  # Friday afternoon
        ("2026-11-02T14:30", False, "2026-11-02T08:00", date(2026, 11, 3)),  # winter: half past seven
    ],
)
def test_what_is_promised_follows_the_service_hours(
    shop: ShopBuilder, desk: HandoffDesk, moment: str, open_now: bool, opens: str, answer_by: date
) -> None:
    shop.clock.moment = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    ticket = desk.request("c1", "ask_human", "…")
    assert ticket.open_now == open_now
    assert f"{ticket.opens:%Y-%m-%dT%H:%M}" == opens
    assert ticket.answer_by == answer_by


def test_asking_at_once_is_one_place(any_database: Sessions, clock: FixedClock, policy: Policy) -> None:
    desk = HandoffDesk(any_database, policy, clock)
    with ThreadPoolExecutor(10) as pool:
        tickets = list(pool.map(lambda n: desk.request(f"c{n % 2}", "ask_human", "…"), range(10)))
    assert {ticket.number for ticket in tickets} == {"H-100001", "H-100002"}
    assert sum(not ticket.already for ticket in tickets) == 2
