"""What can be told of orders, parcels and refusals from what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from actions.orders.types import DeedView, OrderLine, OrderView, Parcel, Payment, Refusal, Tracking, Why
from actions.shop.models import Address

NOW = datetime(2026, 5, 13, 16, 0, tzinfo=UTC)
LINE = OrderLine(1, "S1", "T1", "Lamp", "lamp", "light", "", "", 3, Decimal(9), 0, None)
PARCEL = Parcel("H1", "UPS", "1Z", "in_transit", NOW, NOW.date(), None, False, False, (1,), ())
TRACKING = Tracking("1042", "shipped", (PARCEL,), None, None, None, late=False, lost=False)
ORDER = OrderView(
    "1042",
    "pending",
    NOW,
    None,
    "standard",
    Decimal(5),
    Payment("P1", "card", "Visa"),
    (LINE,),
    "USD",
    Address("1 Oak Street", "", "Boulder", "CO", "80302", "US"),
)


@pytest.mark.parametrize(
    ("status", "is_open", "is_paid_back"),
    [
        ("pending", True, False),
        ("out_for_delivery", True, False),
        ("delivered", False, False),
        ("cancelled", False, True),
        ("returned", False, True),
    ],
)
def test_how_an_order_is_by_its_status(status: str, is_open: bool, is_paid_back: bool) -> None:
    order = replace(ORDER, status=status)
    assert (order.is_open, order.is_paid_back, order.comes_back) == (is_open, is_paid_back, False)


def test_pieces_that_come_back_are_paid_back_and_no_longer_there() -> None:
    back = DeedView("R-1", "return", "1042", ("Tent",), Decimal(10))
    order = replace(ORDER, status="delivered", items=(replace(LINE, settled=2),), deeds=(back,))
    assert order.comes_back and order.is_paid_back
    assert order.items[0].left == 1


@pytest.mark.parametrize(
    ("status", "allowed", "comes"),
    [
        ("pending", ("delivered",), True),
        ("delivered", ("delivered",), True),
        ("shipped", ("pending", "processing"), False),
        ("cancelled", ("delivered",), False),
        (None, ("delivered",), False),
    ],
)
def test_whether_an_order_comes_to_where_it_can_be_done(
    status: str | None, allowed: tuple[str, ...], comes: bool
) -> None:
    assert Refusal(Why.WRONG_STATUS, "1042", status=status, allowed=allowed).comes_yet is comes


def test_what_is_wrong_with_a_parcel_is_wrong_with_its_lines() -> None:
    late, lost = replace(PARCEL, late=True, lines=(2,)), replace(PARCEL, lost=True, lines=(3, 4))
    tracking = replace(TRACKING, parcels=(PARCEL, late, lost), late=True, lost=True)
    assert (TRACKING.overdue, replace(TRACKING, late=True).overdue, tracking.overdue) == (
        None,
        "late",
        "lost",
    )
    assert tracking.overdue_lines == {2, 3, 4}
    assert TRACKING.is_under_way and not replace(TRACKING, status="delivered").is_under_way
