"""Returning: what the policy allows, what it costs, and that it happens once."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.return_types import ReturnableItem, ReturnMade, ReturnQuote
from actions.orders.types import Refusal, Why
from actions.shop.models import AuditEntry, Order, OrderItem, Return, ReturnStatus
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> OrderDesk:
    return OrderDesk(shop.sessions, shop.policy, shop.clock)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    return shop.customer()


def test_every_line_is_judged_by_its_own_rules(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    jacket = shop.product("jacket", "clothing")
    boots = shop.product("hiking boots", "footwear")
    lamp = shop.product("headlamp", "lighting")
    socks = shop.product("socks", "clothing")
    number = shop.order(ann, [(jacket, 1), (boots, 1), (lamp, 1), (socks, 1)], delivered=20)

    judged = desk.returnable(ann, number)

    assert isinstance(judged, tuple)
    jacket_line, boots_line, lamp_line, socks_line = judged
    assert isinstance(jacket_line, ReturnableItem) and isinstance(boots_line, ReturnableItem)
    assert jacket_line.available == 1
    assert jacket_line.until and jacket_line.until.date() == (shop.clock.now() + timedelta(days=10)).date()
    assert boots_line.until and boots_line.until - jacket_line.until == timedelta(days=30)
    assert isinstance(lamp_line, Refusal) and lamp_line.why is Why.PAST_WINDOW
    assert lamp_line.window_days == 14 and "warranty" in lamp_line.instead
    assert isinstance(socks_line, Refusal) and socks_line.why is Why.NOT_RETURNABLE
    assert socks_line.because == "hygiene" and socks_line.title


@pytest.mark.parametrize(("days", "allowed"), [(29.9, True), (30, True), (31, False)])
def test_the_window_ends_with_its_last_day(
    shop: ShopBuilder, desk: OrderDesk, ann: str, days: float, allowed: bool
) -> None:
    number = shop.order(ann, [(shop.product(), 1)], delivered=days)
    judged = desk.returnable(ann, number)
    assert isinstance(judged, tuple)
    assert isinstance(judged[0], ReturnableItem) == allowed


@pytest.mark.parametrize(
    ("status", "instead"),
    [("processing", "cancel_order"), ("shipped", "track_order"), ("cancelled", "track_order")],
)
def test_only_what_was_delivered_goes_back(
    shop: ShopBuilder, desk: OrderDesk, ann: str, status: str, instead: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status=status, delivered=None)
    refusal = desk.returnable(ann, number)
    assert isinstance(refusal, Refusal) and refusal.why is Why.WRONG_STATUS
    assert refusal.status == status and refusal.allowed == ("delivered",) and instead in refusal.instead
    assert desk.return_items(ann, number, {1: 1}, "too_small") == refusal
    assert shop.count(Return) == 0


def test_a_parcel_still_on_its_way_is_not_returned_yet(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1), (shop.product(), 1)])
    shop.parcel(number, expected=1, lines=[2])
    judged = desk.returnable(ann, number)
    assert isinstance(judged, tuple) and isinstance(judged[0], ReturnableItem)
    assert isinstance(judged[1], Refusal) and judged[1].why is Why.NOT_DELIVERED


def test_a_quote_says_the_money_exactly_and_changes_nothing(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(price="19.99"), 3)])

    own = desk.quote_return(ann, number, {1: 3}, "too_small")
    faulty = desk.quote_return(ann, number, {1: 3}, "faulty")

    assert isinstance(own, ReturnQuote) and isinstance(faulty, ReturnQuote)
    assert (own.refund.goods, own.refund.postage, own.refund.amount) == (
        Decimal("59.97"),
        Decimal("5.95"),
        Decimal("54.02"),
    )
    assert (faulty.refund.postage, faulty.refund.amount) == (Decimal(0), Decimal("59.97"))
    assert own.refund.payment.label == "Visa ending 4242"
    assert (own.refund.working_days, own.refund.starts, own.refund.currency) == ((3, 5), "received", "USD")
    assert own.lines == {1: 3} and own.items[0].amount == Decimal("59.97")
    assert shop.count(Return) == shop.count(AuditEntry) == 0


def test_a_refund_is_never_negative(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(price="3.50"), 1)])
    quote = desk.quote_return(ann, number, {1: 1}, "too_small")
    assert isinstance(quote, ReturnQuote)
    assert quote.refund.amount == 0


def test_a_quote_names_what_cannot_go_back_and_keeps_the_rest(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1), (shop.product("socks"), 1)])
    quote = desk.quote_return(ann, number, {1: 1, 2: 1, 7: 1}, "too_small")
    assert isinstance(quote, ReturnQuote)
    assert quote.lines == {1: 1}
    assert [refusal.why for refusal in quote.refused] == [Why.NOT_RETURNABLE, Why.UNKNOWN_LINE]


@pytest.mark.parametrize("pieces", [0, -3, 3])
def test_impossible_quantities(shop: ShopBuilder, desk: OrderDesk, ann: str, pieces: int) -> None:
    number = shop.order(ann, [(shop.product(), 2)])
    refusal = desk.return_items(ann, number, {1: pieces}, "too_small")
    assert isinstance(refusal, Refusal) and refusal.why is Why.BAD_QUANTITY and refusal.available == 2
    assert shop.count(Return) == 0


def test_nothing_chosen_unknown_reason_unknown_line(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    nothing = desk.quote_return(ann, number, {}, "too_small")
    reason = desk.quote_return(ann, number, {1: 1}, "boredom")
    line = desk.quote_return(ann, number, {4: 1}, "too_small")
    assert isinstance(nothing, Refusal) and nothing.why is Why.NOTHING_CHOSEN
    assert isinstance(reason, Refusal) and reason.why is Why.UNKNOWN_REASON
    assert reason.allowed == desk.return_reasons()
    assert isinstance(line, Refusal) and line.why is Why.UNKNOWN_LINE and line.allowed == ("1",)


def test_other_peoples_orders_do_not_exist(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(shop.customer("Bob"), [(shop.product(), 1)])
    answers = [
        (
            desk.returnable(ann, asked),
            desk.quote_return(ann, asked, {1: 1}, "too_small"),
            desk.return_items(ann, asked, {1: 1}, "too_small"),
            desk.refund_status(ann, asked),
        )
        for asked in (number, "9999")
    ]
    for theirs, none in zip(*answers, strict=True):
        assert isinstance(theirs, Refusal) and isinstance(none, Refusal)
        assert theirs.why is none.why is Why.UNKNOWN_ORDER
    assert shop.count(Return) == 0


def test_a_return_is_written_with_its_audit(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 2), (shop.product(), 1)])

    made = desk.return_items(
        ann, f" #{number} ", {1: 1, 2: 1}, "faulty", conversation="c1", idempotency_key="k"
    )

    assert isinstance(made, ReturnMade) and not made.already
    assert made.return_number == "R-100001" and made.status == "requested" and made.order_number == number
    with shop.sessions.reading() as session:
        row = session.get_one(Return, 1)
        assert {item.line: item.quantity for item in row.items} == {1: 1, 2: 1}
        assert (row.items[0].reason, row.goods, row.refund) == (
            "faulty",
            Decimal("200.00"),
            Decimal("200.00"),
        )
        audit = session.get_one(AuditEntry, 1)
        assert (audit.action, audit.customer_id, audit.conversation) == ("return_items", ann, "c1")
        assert audit.subject == f"order {number}" and audit.before == {"returns": []}
        assert audit.after["return"] == "R-100001" and audit.after["refund"] == "200.00"


@pytest.mark.parametrize("keys", [("k", "k"), (None, None), ("k", None), ("k", "other")])
def test_the_same_request_again_is_the_same_return(
    shop: ShopBuilder, desk: OrderDesk, ann: str, keys: tuple[str | None, str | None]
) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    first = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key=keys[0])
    again = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key=keys[1])
    assert isinstance(first, ReturnMade) and isinstance(again, ReturnMade)
    assert (first.already, again.already) == (False, True)
    assert again.return_number == first.return_number and again.refund == first.refund
    assert shop.count(Return) == shop.count(AuditEntry) == 1


def test_the_rest_of_a_line_can_follow_later(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 3)])
    first = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key="monday")
    second = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key="tuesday")
    too_many = desk.return_items(ann, number, {1: 2}, "too_small")
    assert isinstance(first, ReturnMade) and isinstance(second, ReturnMade)
    assert first.return_number != second.return_number
    assert isinstance(too_many, Refusal) and (too_many.why, too_many.available) == (Why.BAD_QUANTITY, 1)
    order = desk.order(ann, number)
    assert order and order.items[0].settled == 2


def test_what_is_returned_already_says_with_which_number(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1), (shop.product(), 1)])
    made = desk.return_items(ann, number, {1: 1}, "too_small")
    assert isinstance(made, ReturnMade)
    judged = desk.returnable(ann, number)
    assert (
        isinstance(judged, tuple) and isinstance(judged[0], Refusal) and isinstance(judged[1], ReturnableItem)
    )
    assert (judged[0].why, judged[0].return_number) == (Why.ALREADY_SETTLED, made.return_number)


def test_all_or_nothing(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(
        ann, [(shop.product(), 1), (shop.product("socks"), 1), (shop.product("headlamp"), 1)], delivered=20
    )
    one = desk.return_items(ann, number, {1: 1, 2: 1}, "too_small")
    several = desk.return_items(ann, number, {1: 1, 2: 1, 3: 1}, "too_small")
    assert isinstance(one, Refusal) and one.why is Why.NOT_RETURNABLE and one.line == 2
    assert isinstance(several, Refusal) and several.why is Why.NOTHING_POSSIBLE
    assert [refusal.line for refusal in several.lines] == [2, 3]
    assert shop.count(Return) == 0


def test_a_return_that_was_called_off_leaves_its_pieces(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    first = desk.return_items(ann, number, {1: 1}, "too_small")
    shop.change(Return, 1, status=ReturnStatus.CANCELLED)
    second = desk.return_items(ann, number, {1: 1}, "too_small")
    assert isinstance(first, ReturnMade) and isinstance(second, ReturnMade)
    assert not second.already and second.return_number != first.return_number


def test_an_order_that_left_the_status_keeps_its_returns_but_takes_no_more(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1), (shop.product(), 1)])
    desk.return_items(ann, number, {1: 1}, "too_small")
    shop.change(Order, number, status="returned")
    judged = desk.returnable(ann, number)
    assert isinstance(judged, tuple)
    assert [refusal.why for refusal in judged if isinstance(refusal, Refusal)] == [
        Why.ALREADY_SETTLED,
        Why.WRONG_STATUS,
    ]


def test_the_price_paid_counts_not_todays(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(price="80.00"), 1)])
    shop.change(OrderItem, (number, 1), unit_price=Decimal("64.00"))
    quote = desk.quote_return(ann, number, {1: 1}, "faulty")
    assert isinstance(quote, ReturnQuote) and quote.refund.amount == Decimal("64.00")


def test_how_far_a_refund_has_come(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    none = desk.refund_status(ann, number)
    assert isinstance(none, Refusal) and none.why is Why.NO_RETURN
    desk.return_items(ann, number, {1: 1}, "too_small")

    requested = desk.refund_status(ann)
    shop.change(Return, 1, status=ReturnStatus.RECEIVED, received=shop.clock.now())
    received = desk.refund_status(ann, number)
    shop.change(Return, 1, status=ReturnStatus.REFUNDED, refunded=shop.clock.now())
    refunded = desk.refund_status(ann, number)

    assert isinstance(requested, tuple) and isinstance(received, tuple) and isinstance(refunded, tuple)
    assert (requested[0].status, requested[0].amount, requested[0].expected) == (
        "requested",
        Decimal("94.05"),
        None,
    )
    assert received[0].expected is not None
    assert received[0].expected.earliest.isoformat() == "2026-05-18", "three working days after a Wednesday"
    assert received[0].expected.latest.isoformat() == "2026-05-20"
    assert refunded[0].expected is None and refunded[0].refunded
