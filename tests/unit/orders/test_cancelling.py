"""Cancelling: until when, what goes back to where, and once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.cancelling import CancelQuote
from actions.orders.changing import ChangeMade
from actions.orders.desk import OrderDesk
from actions.orders.types import Refusal, Why
from actions.shop.models import AuditEntry, Order, OrderChange, Transaction
from tests.unit.orders.conftest import balance, moved, stock
from tests.unit.shop_builder import ShopBuilder


def pending(shop: ShopBuilder, customer: str, **facts: str) -> str:
    return shop.order(customer, [(shop.product(price="40.00"), 2)], status="pending", delivered=None, **facts)


def test_a_quote_says_what_is_paid_back_and_changes_nothing(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = pending(shop, ann)
    quote = desk.quote_cancel(ann, number)
    assert isinstance(quote, CancelQuote)
    assert (quote.refund, quote.currency) == (Decimal("84.95"), "USD"), "delivery included"
    (back,) = quote.movements
    assert (back.kind, back.payment.label, back.working_days) == ("refund", "Visa ending 4242", (3, 5))
    assert shop.count(Transaction) == 1 and shop.count(OrderChange) == 0


def test_cancelling_pays_back_restocks_and_is_noted(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = pending(shop, ann)
    made = desk.cancel(ann, f"#{number}", conversation="c1", idempotency_key="k")
    assert isinstance(made, ChangeMade) and not made.already
    assert (made.change_number, made.order_number, made.kind) == ("C-100001", number, "cancel_order")
    assert made.quote == desk.cancel(ann, number, idempotency_key="k").quote  # type: ignore[union-attr]
    order = desk.order(ann, number)
    assert order and order.status == "cancelled"
    assert stock(shop, order.items[0].sku) == 7
    assert moved(shop, number) == [("payment", "84.95", "card"), ("refund", "84.95", "card")]
    with shop.sessions.reading() as session:
        audit = session.query(AuditEntry).one()
        assert (audit.action, audit.customer_id, audit.conversation) == ("cancel_order", ann, "c1")
        assert (audit.before["status"], audit.after["status"]) == ("pending", "cancelled")
        assert (audit.before["paid"], audit.after["paid"]) == ("84.95", "0.00")
        assert audit.after["change"] == "C-100001"


def test_a_gift_card_has_its_money_at_once(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = pending(shop, ann, payment="gift_card")
    quote = desk.quote_cancel(ann, number)
    assert isinstance(quote, CancelQuote) and quote.movements[0].working_days == (0, 0)
    assert quote.movements[0].payment.balance == Decimal("25.00")
    desk.cancel(ann, number)
    assert balance(shop, ann) == Decimal("109.95")


@pytest.mark.parametrize("keys", [("k", "k"), (None, None), ("k", "other"), ("k", None)])
def test_cancelling_again_is_the_same_cancellation(
    shop: ShopBuilder, desk: OrderDesk, ann: str, keys: tuple[str | None, str | None]
) -> None:
    number = pending(shop, ann)
    first = desk.cancel(ann, number, idempotency_key=keys[0])
    again = desk.cancel(ann, number, idempotency_key=keys[1])
    assert isinstance(first, ChangeMade) and isinstance(again, ChangeMade)
    assert again.already and again.change_number == first.change_number
    assert shop.count(OrderChange) == shop.count(AuditEntry) == 1 and shop.count(Transaction) == 2


@pytest.mark.parametrize(
    ("status", "instead"),
    [("packed", "track_order"), ("delivered", "return_item"), ("cancelled", "track_order")],
)
def test_too_late_says_what_else_there_is(
    shop: ShopBuilder, desk: OrderDesk, ann: str, status: str, instead: str
) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status=status)
    refusal = desk.cancel(ann, number)
    assert isinstance(refusal, Refusal) and refusal.why is Why.WRONG_STATUS
    assert refusal.status == status and refusal.allowed == ("pending", "processing")
    assert instead in refusal.instead and "cancel_order" not in refusal.instead
    assert shop.count(OrderChange) == 0 and shop.count(Transaction) == 1


def test_somebody_elses_order_and_none_are_the_same(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    theirs = pending(shop, shop.customer("Bob"))
    for number in (theirs, "9999", "' OR 1=1 --"):
        for answer in (desk.quote_cancel(ann, number), desk.cancel(ann, number)):
            assert isinstance(answer, Refusal) and answer.why is Why.UNKNOWN_ORDER
    with shop.sessions.reading() as session:
        assert session.get_one(Order, theirs).status == "pending"


def test_another_policy_asks_for_a_reason_and_keeps_the_shelf(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str
) -> None:
    number = pending(shop, ann)
    for reason in (None, "no_longer_needed"):
        refusal = strict_desk.cancel(ann, number, reason)
        assert isinstance(refusal, Refusal) and refusal.why is Why.UNKNOWN_REASON
        assert refusal.allowed == strict_desk.cancel_reasons() == ("ordered_twice",)
    made = strict_desk.cancel(ann, number, "ordered_twice")
    assert isinstance(made, ChangeMade) and made.quote.reason == "ordered_twice"
    order = strict_desk.order(ann, number)
    assert order and stock(shop, order.items[0].sku) == 5, "nothing is for sale again by itself"
    processing = shop.order(ann, [(shop.product(), 1)], status="processing", delivered=None)
    late = strict_desk.quote_cancel(ann, processing, "ordered_twice")
    assert isinstance(late, Refusal) and late.allowed == ("pending",)
