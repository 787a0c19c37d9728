"""Problems: believed as the policy says, and put right as it says, once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.problem_types import ProblemMade, ProblemQuote
from actions.orders.types import Refusal, Why
from actions.shop.models import AuditEntry, OrderItem, Problem, Variant
from tests.unit.orders.conftest import moved, stock
from tests.unit.shop_builder import ShopBuilder


def shipped(shop: ShopBuilder, ann: str, expected: float = 2, **facts: object) -> str:
    number = shop.order(ann, [(shop.product(), 2)], status="shipped", delivered=None)
    shop.parcel(number, expected=expected, **facts)  # type: ignore[arg-type]
    return number


def remedies(quote: ProblemQuote | Refusal) -> list[tuple[str, str]]:
    assert isinstance(quote, ProblemQuote)
    return [(str(offer.remedy), str(offer.refund)) for offer in quote.offers]


def test_something_damaged_is_sent_again_or_paid_back(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(price="60.00"), 2)])
    quote = desk.quote_problem(ann, number, "damaged", {1: 1}, "the seam is torn")
    assert remedies(quote) == [("replacement", "0"), ("refund", "60.00")]
    assert shop.count(Problem) == 0
    made = desk.report_problem(
        ann, number, "damaged", {1: 1}, "the seam is torn", "refund", conversation="c1"
    )
    assert isinstance(made, ProblemMade)
    assert (made.problem_number, made.remedy, made.refund) == ("P-100001", "refund", Decimal("60.00"))
    assert moved(shop, number)[1:] == [("refund", "60.00", "card")]
    with shop.sessions.reading() as session:
        assert session.query(Problem).one().evidence == "the seam is torn"
        assert session.query(AuditEntry).one().after["remedy"] == "refund"


def test_a_replacement_comes_off_the_shelf_and_is_offered_while_there_is_one(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(), 2)])
    order = desk.order(ann, number)
    assert order
    sku = order.items[0].sku
    shop.change(Variant, sku, stock=1)
    assert remedies(desk.quote_problem(ann, number, "wrong", {1: 2}, "two left boots")) == [
        ("refund", "200.00")
    ]
    made = desk.report_problem(ann, number, "wrong", {1: 1}, "a left boot", "replacement")
    assert isinstance(made, ProblemMade) and stock(shop, sku) == 0
    assert moved(shop, number)[1:] == []


def test_reported_again_is_the_same_report_and_settled_once(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(price="50.00"), 2)])
    first = desk.report_problem(ann, number, "damaged", {1: 1}, "torn", "refund", idempotency_key="a")
    again = desk.report_problem(ann, number, "damaged", {1: 1}, "torn", "refund", idempotency_key="b")
    assert isinstance(first, ProblemMade) and isinstance(again, ProblemMade)
    assert again.already and again.problem_number == first.problem_number
    more = desk.report_problem(ann, number, "missing", {1: 1}, "not there", "refund")
    assert isinstance(more, Refusal) and more.why is Why.ALREADY_SETTLED
    assert (more.return_number, more.because) == ("P-100001", "paid_back")
    back = desk.quote_return(ann, number, {1: 2}, "faulty")
    assert isinstance(back, Refusal) and (back.why, back.available) == (Why.BAD_QUANTITY, 1)
    assert shop.count(Problem) == 1 and len(moved(shop, number)) == 2


def test_what_went_back_is_told_with_its_return(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    desk.return_items(ann, number, {1: 1}, "too_small")
    late = desk.quote_problem(ann, number, "damaged", {1: 1}, "torn")
    assert isinstance(late, Refusal) and (late.why, late.return_number) == (Why.ALREADY_SETTLED, "R-100001")


def test_what_has_to_be_described_and_what_a_person_decides(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(ann, [(shop.product(price="300.01"), 1)])
    silent = desk.report_problem(ann, number, "damaged", {1: 1}, "  ", "refund")
    assert isinstance(silent, Refusal) and silent.why is Why.EVIDENCE_NEEDED
    dear = desk.quote_problem(ann, number, "damaged", {1: 1}, "snapped")
    assert isinstance(dear, ProblemQuote) and dear.offers == () and dear.otherwise == ("warranty", "person")
    refused = desk.report_problem(ann, number, "damaged", {1: 1}, "snapped", "refund")
    assert isinstance(refused, Refusal) and refused.why is Why.UNKNOWN_REMEDY
    noted = desk.report_problem(ann, number, "damaged", {1: 1}, "snapped")
    assert isinstance(noted, ProblemMade) and (noted.remedy, noted.refund) == ("", Decimal(0))


def test_a_lost_parcel_is_one_that_the_tracking_has_lost(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    moving, gone = shipped(shop, ann), shipped(shop, ann, status="lost")
    early = desk.quote_problem(ann, moving, "lost", {1: 2})
    assert isinstance(early, Refusal) and (early.why, early.status) == (Why.NOT_SHOWN, "lost")
    assert early.expected and early.instead == ("track_order", "person")
    assert remedies(desk.quote_problem(ann, gone, "lost", {1: 2})) == [
        ("replacement", "0"),
        ("refund", "200.00"),
    ]


def test_a_late_parcel(shop: ShopBuilder, desk: OrderDesk, strict_desk: OrderDesk, ann: str) -> None:
    punctual, late = shipped(shop, ann), shipped(shop, ann, expected=-2)
    assert isinstance(desk.quote_problem(ann, punctual, "late", {1: 2}), Refusal)
    quote = desk.quote_problem(ann, late, "late", {1: 2})
    assert isinstance(quote, ProblemQuote) and quote.offers == () and "track_order" in quote.otherwise
    assert remedies(strict_desk.quote_problem(ann, late, "late", {1: 2})) == [("refund_delivery", "4.95")]
    made = strict_desk.report_problem(ann, late, "late", {1: 2}, remedy="refund_delivery")
    assert isinstance(made, ProblemMade) and moved(shop, late)[1:] == [("refund", "4.95", "card")]


@pytest.mark.parametrize(("days", "open"), [(1, True), (3, False)])
def test_another_policys_days_and_limit(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str, days: float, open: bool
) -> None:
    number = shop.order(ann, [(shop.product(price="50.00"), 2)], delivered=days)
    answer = strict_desk.quote_problem(ann, number, "damaged", {1: 1})
    if open:
        assert remedies(answer) == [("refund", "50.00")]
        both = strict_desk.quote_problem(ann, number, "damaged", {1: 2})
        assert isinstance(both, ProblemQuote) and both.offers == (), "above its limit"
    else:
        assert isinstance(answer, Refusal) and answer.why is Why.PAST_WINDOW


def in_parts(shop: ShopBuilder, ann: str, expected: float) -> str:
    """An order whose first line has been delivered, and whose second is under way."""
    number = shop.order(ann, [(shop.product(), 1), (shop.product(), 1)], status="shipped")
    shop.parcel(number, expected=expected, lines=(2,))
    return number


def test_of_an_order_in_parts_what_came_is_judged_by_itself(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = in_parts(shop, ann, expected=2)
    order = desk.order(ann, number)
    assert order and {"return_item", "exchange_item", "report_problem"} <= {*order.possible}
    torn = {line: desk.quote_problem(ann, number, "damaged", {line: 1}, "torn") for line in (1, 2)}
    assert isinstance(torn[1], ProblemQuote) and torn[1].offers
    assert isinstance(torn[2], Refusal) and (torn[2].why, torn[2].status) == (Why.WRONG_STATUS, "shipped")
    back = {line: desk.quote_return(ann, number, {line: 1}, "too_small") for line in (1, 2)}
    assert not isinstance(back[1], Refusal)
    assert isinstance(back[2], Refusal) and back[2].why is Why.WRONG_STATUS


def test_of_an_order_in_parts_what_is_late_is_late(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = in_parts(shop, ann, expected=-2)
    assert isinstance(desk.quote_problem(ann, number, "late", {2: 1}), ProblemQuote)
    come = desk.quote_problem(ann, number, "lost", {1: 1})
    assert isinstance(come, Refusal)
    assert (come.why, come.because, come.status) == (Why.WRONG_STATUS, "says_delivered", "delivered")


@pytest.mark.parametrize(("days", "judged"), [(29, "settled"), (40, "by a person"), (731, "refused")])
def test_past_the_window_a_person_decides_while_the_warranty_lasts(
    shop: ShopBuilder, desk: OrderDesk, ann: str, days: float, judged: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1)], delivered=days)
    answer = desk.quote_problem(ann, number, "damaged", {1: 1}, "the seam is torn")
    if isinstance(answer, Refusal):
        assert (judged, answer.why) == ("refused", Why.PAST_WINDOW)
    else:
        assert judged == ("settled" if answer.offers else "by a person")


def test_what_is_no_problem_of_this_order(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    theirs = shop.order(shop.customer("Bob"), [(shop.product(), 1)])
    asked = {
        Why.UNKNOWN_PROBLEM: desk.report_problem(ann, number, "ugly", {1: 1}, "x"),
        Why.WRONG_STATUS: desk.report_problem(ann, number, "lost", {1: 1}, "x"),
        Why.NOTHING_CHOSEN: desk.report_problem(ann, number, "damaged", {}, "x"),
        Why.UNKNOWN_LINE: desk.report_problem(ann, number, "damaged", {4: 1}, "x"),
        Why.BAD_QUANTITY: desk.report_problem(ann, number, "damaged", {1: -3}, "x"),
        Why.UNKNOWN_ORDER: desk.report_problem(ann, theirs, "damaged", {1: 1}, "x", "refund"),
    }
    for why, answer in asked.items():
        assert isinstance(answer, Refusal) and answer.why is why
    delivered_but_not_there = asked[Why.WRONG_STATUS]
    assert isinstance(delivered_but_not_there, Refusal) and "person" in delivered_but_not_there.instead
    assert shop.count(Problem) == 0


def test_the_refund_is_what_was_paid(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)])
    shop.change(OrderItem, (number, 1), unit_price=Decimal("64.00"))
    assert ("refund", "64.00") in remedies(desk.quote_problem(ann, number, "damaged", {1: 1}, "torn"))
