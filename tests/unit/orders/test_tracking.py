"""Finding orders and telling where they are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.types import Days, Refusal, Tracking, Why
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> OrderDesk:
    return OrderDesk(shop.sessions, shop.policy, shop.clock)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    return shop.customer()


def tracked(desk: OrderDesk, customer: str, number: str) -> Tracking:
    answer = desk.track(customer, number)
    assert isinstance(answer, Tracking)
    return answer


def test_orders_come_latest_first(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    old = shop.order(ann, [(shop.product(), 1)], delivered=90)
    new = shop.order(ann, [(shop.product(price="12.50"), 2)], delivered=3)
    shop.order(shop.customer("Bob"), [(shop.product(), 1)])
    found = desk.find(ann)
    assert [order.order_number for order in found] == [new, old]
    assert [order.order_number for order in desk.find(ann, limit=1)] == [new]
    assert (found[0].subtotal, found[0].total) == (Decimal("25.00"), Decimal("29.95"))
    assert found[0].payment.label == "Visa ending 4242" and found[0].items[0].type == "jacket"


@pytest.mark.parametrize("written", ["1042", " #1042", "# 1042", "１０４２"])
def test_an_order_number_is_found_however_it_is_written(
    shop: ShopBuilder, desk: OrderDesk, ann: str, written: str
) -> None:
    shop.order(ann, [(shop.product(), 1)], order_number="1042")
    order = desk.order(ann, written)
    assert order and order.order_number == "1042"


@pytest.mark.parametrize("asked", ["", "1'; DROP TABLE orders; --", "nonsense", "9" * 1000])
def test_nonsense_is_an_unknown_order(shop: ShopBuilder, desk: OrderDesk, ann: str, asked: str) -> None:
    shop.order(ann, [(shop.product(), 1)])
    assert desk.order(ann, asked) is None
    refusal = desk.track(ann, asked)
    assert isinstance(refusal, Refusal) and refusal.why is Why.UNKNOWN_ORDER


def test_other_peoples_orders_are_invisible(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(shop.customer("Bob"), [(shop.product(), 1)])
    assert desk.order(ann, number) is None and desk.find(ann) == []
    assert desk.track(ann, number) == Refusal(Why.UNKNOWN_ORDER, number)


def test_a_delivered_order_has_arrived(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], delivered=5)
    tracking = tracked(desk, ann, number)
    assert tracking.delivered == shop.ago(5)
    assert (tracking.expected, tracking.late, tracking.lost) == (None, False, False)


def test_a_parcel_on_its_way(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(number, expected=2)
    tracking = tracked(desk, ann, number)
    assert tracking.expected == Days(date(2026, 5, 15), date(2026, 5, 15))
    assert tracking.last and tracking.last.place == "Denver, CO" and tracking.last.time == shop.ago(1)
    assert (tracking.delivered, tracking.late, tracking.lost) == (None, False, False)
    assert tracking.parcels[0].lines == (1,) and tracking.parcels[0].carrier == "UPS"


def test_a_parcel_is_late_the_day_after_it_was_expected(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    due = shop.order(ann, [(shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(due, expected=-0.3)
    late = shop.order(ann, [(shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(late, expected=-1)
    assert not tracked(desk, ann, due).late
    assert tracked(desk, ann, late).late


def test_a_parcel_that_the_carrier_lost(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(number, expected=-6, status="lost")
    assert tracked(desk, ann, number).lost


def test_two_parcels_are_told_apart(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1), (shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(number, expected=1, lines=[1], news=-2)
    shop.parcel(number, expected=4, lines=[2], news=-1)
    tracking = tracked(desk, ann, number)
    assert [parcel.lines for parcel in tracking.parcels] == [(1,), (2,)]
    assert tracking.expected == Days(date(2026, 5, 14), date(2026, 5, 17))
    assert tracking.last and tracking.last.time == shop.ago(1)


@pytest.mark.parametrize(
    ("placed", "earliest", "latest"),
    [
        (datetime(2026, 5, 13, 15, 0, tzinfo=UTC), date(2026, 5, 18), date(2026, 5, 20)),
        (datetime(2026, 5, 12, 21, 0, tzinfo=UTC), date(2026, 5, 18), date(2026, 5, 20)),
    ],
)
def test_what_is_not_sent_yet_counts_from_its_dispatch(
    shop: ShopBuilder, desk: OrderDesk, ann: str, placed: datetime, earliest: date, latest: date
) -> None:
    """Paid before two on Wednesday, or after two on Tuesday: sent on Wednesday, three to five working
    days."""
    number = shop.order(ann, [(shop.product(), 1)], status="pending", delivered=None, placed=placed)
    assert tracked(desk, ann, number).expected == Days(earliest, latest)


def test_what_the_cut_off_missed_goes_the_next_working_day(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    shop.clock.moment = datetime(2026, 5, 15, 20, 0, tzinfo=UTC)  # Friday, two in the afternoon in Denver
    number = shop.order(
        ann,
        [(shop.product(), 1)],
        status="pending",
        delivered=None,
        placed=shop.clock.now(),
        delivery="express",
    )
    assert tracked(desk, ann, number).expected == Days(date(2026, 5, 19), date(2026, 5, 20))


def test_a_cancelled_order_is_not_expected(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status="cancelled", delivered=None)
    tracking = tracked(desk, ann, number)
    assert (tracking.status, tracking.expected, tracking.last) == ("cancelled", None, None)


def test_an_option_that_does_not_go_there_promises_nothing(shop: ShopBuilder, desk: OrderDesk) -> None:
    bob = shop.customer("Bob", country="NO")
    number = shop.order(bob, [(shop.product(), 1)], status="pending", delivered=None)
    assert tracked(desk, bob, number).expected is None
