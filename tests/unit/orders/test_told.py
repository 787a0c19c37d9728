"""Only what was told is done: a quote that no longer holds is refused, and what nobody agreed to doesn't matter."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from actions.orders.changing import ChangeMade, terms
from actions.orders.desk import OrderDesk
from actions.orders.exchanging import ExchangeMade
from actions.orders.problem_types import ProblemMade
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.shop.models import AuditEntry, OrderItem, PaymentMethod, Return, Variant
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def coat(shop: ShopBuilder) -> str:
    return shop.product("tent", "tents", sizes=("M", "L"))


def refused(answer: Any) -> bool:
    return isinstance(answer, Refusal) and answer.why is Why.CHANGED_SINCE


def test_another_price_is_asked_anew(shop: ShopBuilder, desk: OrderDesk, ann: str, coat: str) -> None:
    pending = shop.order(ann, [(coat, 1)], status="pending", delivered=None)
    arrived = shop.order(ann, [(coat, 1)], delivered=1)
    wanted = {1: Wanted(f"{coat}-2")}
    swap, exchange = (
        terms(desk.quote_change_items(ann, pending, wanted)),
        terms(desk.quote_exchange(ann, arrived, wanted)),
    )
    shop.change(Variant, f"{coat}-2", price=Decimal("100.01"), list_price=Decimal("100.01"))
    assert refused(desk.change_items(ann, pending, wanted, told=swap))
    assert refused(desk.exchange_items(ann, arrived, wanted, told=exchange))
    assert shop.count(AuditEntry) == 0
    again = terms(desk.quote_change_items(ann, pending, wanted))
    assert isinstance(desk.change_items(ann, pending, wanted, told=again), ChangeMade)
    assert isinstance(desk.change_items(ann, pending, wanted, told=again), ChangeMade), "done already"


def test_what_was_paid_and_what_is_paid_back(shop: ShopBuilder, desk: OrderDesk, ann: str, coat: str) -> None:
    number = shop.order(ann, [(coat, 1)], delivered=1)
    back = terms(desk.quote_return(ann, number, {1: 1}, "faulty"))
    damaged = terms(desk.quote_problem(ann, number, "damaged", {1: 1}, "torn"))
    shop.change(OrderItem, (number, 1), unit_price=Decimal("64.00"))
    assert refused(desk.return_items(ann, number, {1: 1}, "faulty", told=back))
    assert refused(desk.report_problem(ann, number, "damaged", {1: 1}, "torn", "refund", told=damaged))
    assert refused(desk.return_items(ann, number, {1: 1}, "too_small", told=back)), "and another reason"


def test_what_nobody_agreed_to_may_change(shop: ShopBuilder, desk: OrderDesk, ann: str, coat: str) -> None:
    pending = shop.order(ann, [(coat, 1)], status="pending", delivered=None, payment="gift_card")
    arrived = shop.order(ann, [(coat, 2)], delivered=1)
    wanted = {1: Wanted(f"{coat}-2", 1)}
    cancel = terms(desk.quote_cancel(ann, pending))
    exchange = terms(desk.quote_exchange(ann, arrived, wanted))
    damaged = terms(desk.quote_problem(ann, arrived, "damaged", {1: 1}, "torn"))
    shop.change(Variant, f"{coat}-2", stock=3)
    shop.change(PaymentMethod, f"{ann}-gift_card", balance=Decimal("1.00"))
    assert isinstance(desk.exchange_items(ann, arrived, wanted, told=exchange), ExchangeMade)
    assert isinstance(
        desk.report_problem(ann, arrived, "damaged", {1: 1}, "torn", "replacement", told=damaged), ProblemMade
    )
    assert isinstance(desk.cancel(ann, pending, told=cancel), ChangeMade)


def test_the_same_wish_quoted_anew_is_a_further_one(
    shop: ShopBuilder, desk: OrderDesk, ann: str, coat: str
) -> None:
    number = shop.order(ann, [(coat, 3)], delivered=1)

    def send_back(told: str) -> Any:
        return desk.return_items(ann, number, {1: 1}, "faulty", idempotency_key=told, told=told)

    monday = terms(desk.quote_return(ann, number, {1: 1}, "faulty"))
    first, again = send_back(monday), send_back(monday)
    assert (first.already, again.already) == (False, True)
    tuesday = terms(desk.quote_return(ann, number, {1: 1}, "faulty"))
    further, late = send_back(tuesday), send_back(monday)
    assert not further.already and further.return_number != first.return_number
    assert late.already and late.return_number == first.return_number
    assert shop.count(Return) == 2
