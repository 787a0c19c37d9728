"""The same code under a stricter policy does as that one says: no rule is in Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.return_types import ReturnableItem, ReturnMade, ReturnQuote
from actions.orders.types import Days, Refusal, Tracking, Why
from actions.shop.policy import Policy
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def strict() -> Policy:
    return Policy.load(Path(__file__).with_name("strict_policy.yml"))


@pytest.fixture
def desk(shop: ShopBuilder, strict: Policy) -> OrderDesk:
    return OrderDesk(shop.sessions, strict, shop.clock)


def test_its_windows_and_its_never(shop: ShopBuilder, desk: OrderDesk) -> None:
    tent, boots = shop.product("tent", "tents"), shop.product("hiking boots", "footwear")
    card, jacket = shop.product("gift card", "gifts"), shop.product("jacket", "clothing")
    ann = shop.customer()
    number = shop.order(ann, [(tent, 1), (boots, 1), (card, 1), (jacket, 1)], delivered=5)
    judged = desk.returnable(ann, number)
    assert isinstance(judged, tuple)
    tent_line, boots_line, card_line, jacket_line = judged
    assert isinstance(tent_line, ReturnableItem) and tent_line.until
    assert tent_line.until.date() == date(2026, 5, 15)
    assert isinstance(boots_line, Refusal) and (boots_line.why, boots_line.window_days) == (
        Why.PAST_WINDOW,
        3,
    )
    assert boots_line.instead == ("person",)
    assert isinstance(card_line, ReturnableItem) and card_line.until is None
    assert isinstance(jacket_line, Refusal) and jacket_line.because == "worn_next_to_skin"


@pytest.mark.parametrize(("reason", "amount"), [("broken", "97.00"), ("disliked", "87.50")])
def test_its_fees_and_refund_times(shop: ShopBuilder, desk: OrderDesk, reason: str, amount: str) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(shop.product("tent", "tents"), 1)])
    quote = desk.quote_return(ann, number, {1: 1}, reason)
    assert isinstance(quote, ReturnQuote)
    assert (quote.refund.amount, quote.refund.currency) == (Decimal(amount), "EUR")
    assert (quote.refund.working_days, quote.refund.starts) == ((10, 20), "requested")


def test_its_reasons_and_statuses(shop: ShopBuilder, desk: OrderDesk) -> None:
    ann = shop.customer()
    tent = shop.product("tent", "tents")
    number = shop.order(ann, [(tent, 1)], status="out_for_delivery")
    pending = shop.order(ann, [(tent, 1)], status="pending", delivered=None)
    assert desk.return_reasons() == ("broken", "disliked")
    unknown = desk.quote_return(ann, number, {1: 1}, "too_small")
    assert isinstance(unknown, Refusal) and unknown.why is Why.UNKNOWN_REASON
    assert isinstance(desk.return_items(ann, number, {1: 1}, "broken"), ReturnMade)
    too_early = desk.returnable(ann, pending)
    assert isinstance(too_early, Refusal) and too_early.why is Why.WRONG_STATUS
    assert too_early.instead == ("cancel_order", "change_order"), "all that this shop changes itself"


def test_its_refund_counts_from_the_request(shop: ShopBuilder, desk: OrderDesk) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(shop.product("tent", "tents"), 1)], payment="paypal")
    desk.return_items(ann, number, {1: 1}, "broken")
    refunds = desk.refund_status(ann)
    assert isinstance(refunds, tuple)
    assert refunds[0].expected == Days(date(2026, 6, 1), date(2026, 6, 1)), "five Mondays and Wednesdays on"


def test_its_delivery_and_its_patience(shop: ShopBuilder, desk: OrderDesk) -> None:
    ann = shop.customer()
    pending = shop.order(
        ann, [(shop.product(), 1)], status="pending", delivered=None, placed=shop.clock.now()
    )
    sent = shop.order(ann, [(shop.product(), 1)], status="shipped", delivered=None)
    shop.parcel(sent, expected=2, news=-8)
    waiting, silent = desk.track(ann, pending), desk.track(ann, sent)
    assert isinstance(waiting, Tracking) and isinstance(silent, Tracking)
    assert waiting.expected == Days(date(2026, 5, 25), date(2026, 5, 25)), (
        "taken up on Monday, packed and sent on Wednesday, there on Monday"
    )
    assert silent.lost and not silent.late
