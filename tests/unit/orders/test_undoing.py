"""Undoing: a return is called off, a change changed back, once; what is gone for good stays done."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.changing import ChangeMade, terms
from actions.orders.desk import OrderDesk
from actions.orders.exchanging import ExchangeMade
from actions.orders.return_types import ReturnMade
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.orders.undoing import UndoMade, UndoQuote
from actions.shop.models import Address, AuditEntry, Order, OrderChange, Return, Variant
from tests.unit.orders.conftest import moved, stock
from tests.unit.shop_builder import ShopBuilder

ELSEWHERE = Address("1 Elm St", "", "Boulder", "CO", "80302", "US")


def returned(shop: ShopBuilder, desk: OrderDesk, ann: str) -> ReturnMade:
    number = shop.order(ann, [(shop.product(price="40.00"), 1), (shop.product(price="9.00"), 1)])
    made = desk.return_items(ann, number, {1: 1}, "too_small")
    assert isinstance(made, ReturnMade)
    return made


def pending(shop: ShopBuilder, ann: str) -> str:
    goods = [(shop.product(price="40.00"), 1), (shop.product(price="9.00"), 2)]
    return shop.order(ann, goods, status="pending", delivered=None)


def dearer_size(shop: ShopBuilder) -> str:
    """A product at 40.00 (its variant `-1`), and at 55.00 in another size (`-2`)."""
    product = shop.product(price="40.00", list_price="60.00", sizes=("M", "L"))
    with shop.sessions.writing() as session:
        session.get_one(Variant, f"{product}-2").price = Decimal("55.00")
    return product


def undone(desk: OrderDesk, ann: str, number: str, deed: str | None = None) -> UndoQuote:
    """The deed, told, and undone as it was told."""
    quote = desk.quote_undo(ann, number, deed)
    assert isinstance(quote, UndoQuote), quote
    made = desk.undo(ann, number, deed, conversation="c1", told=terms(quote))
    assert made == UndoMade(quote, already=False)
    return quote


def test_a_return_is_called_off_once_and_can_be_made_again(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    made = returned(shop, desk, ann)
    quote = undone(desk, ann, made.order_number, made.return_number)
    assert (quote.kind, len(quote.goods), quote.movements) == ("return_item", 1, ())
    again = desk.undo(ann, made.order_number, made.return_number)
    assert isinstance(again, UndoMade) and again.already
    order = desk.order(ann, made.order_number)
    assert order and order.items[0].settled == 0
    anew = desk.return_items(ann, made.order_number, {1: 1}, "too_small")
    assert isinstance(anew, ReturnMade) and anew.return_number != made.return_number
    with shop.sessions.reading() as session:
        notes = [entry for entry in session.query(AuditEntry) if entry.action == "undo_return_item"]
        assert [(e.before, e.after, e.conversation) for e in notes] == [
            ({made.return_number: "requested"}, {made.return_number: "cancelled"}, "c1")
        ]


@pytest.mark.parametrize("fact", [{"status": "received"}, {"refunded": True}])
def test_a_return_that_has_arrived_or_was_paid_stays(
    shop: ShopBuilder, desk: OrderDesk, ann: str, fact: dict[str, object]
) -> None:
    made = returned(shop, desk, ann)
    with shop.sessions.writing() as session:
        row = session.query(Return).one()
        row.status = str(fact.get("status", row.status))
        row.refunded = shop.clock.now() if "refunded" in fact else None
    refusal = desk.undo(ann, made.order_number, made.return_number)
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.because) == (Why.NOT_UNDONE, "received")


def test_a_policy_that_says_nothing_of_it_keeps_returns(
    shop: ShopBuilder, desk: OrderDesk, strict_desk: OrderDesk, ann: str
) -> None:
    made = returned(shop, desk, ann)
    refusal = strict_desk.undo(ann, made.order_number, made.return_number)
    assert isinstance(refusal, Refusal) and refusal.because == "kept"
    with shop.sessions.reading() as session:
        assert session.query(Return).one().status == "requested"


def test_an_exchange_is_called_off_with_its_money_and_stock(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    product = dearer_size(shop)
    number, new = shop.order(ann, [(product, 1)]), f"{product}-2"
    left = stock(shop, new)
    made = desk.exchange_items(ann, number, {1: Wanted(new)})
    assert isinstance(made, ExchangeMade) and stock(shop, new) == left - 1
    quote = undone(desk, ann, number)
    assert quote.kind == "exchange_item" and stock(shop, new) == left
    assert moved(shop, number)[-2:] == [("payment", "15.00", "card"), ("refund", "15.00", "card")]


def test_an_address_is_changed_back_once(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = pending(shop, ann)
    before = desk.order(ann, number)
    made = desk.change_address(ann, number, ELSEWHERE)
    assert isinstance(made, ChangeMade) and before
    undone(desk, ann, number, made.change_number)
    again = desk.undo(ann, number, made.change_number)
    assert isinstance(again, UndoMade) and again.already
    assert desk.order(ann, number) == before
    with shop.sessions.reading() as session:
        assert session.query(OrderChange).count() == 2
        last = session.query(AuditEntry).order_by(AuditEntry.id.desc()).first()
        assert last and last.after["undoes"] == made.change_number


def test_a_payment_is_changed_back(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = pending(shop, ann)
    other = next(m for m in desk.payment_methods(ann) if m.kind == "paypal")
    assert isinstance(desk.change_payment(ann, number, other.payment_id), ChangeMade)
    undone(desk, ann, number)
    order = desk.order(ann, number)
    assert order and order.payment.kind == "card"


def test_items_are_changed_back_at_what_they_cost(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    product = dearer_size(shop)
    number = shop.order(ann, [(product, 1)], status="pending", delivered=None)
    assert isinstance(desk.change_items(ann, number, {1: Wanted(f"{product}-2")}), ChangeMade)
    quote = undone(desk, ann, number)
    assert [(m.kind, m.amount) for m in quote.movements] == [("refund", Decimal("15.00"))]
    order = desk.order(ann, number)
    assert order and order.items[0].sku == f"{product}-1"


def test_what_was_changed_again_since_is_not_changed_back(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = pending(shop, ann)
    first = desk.change_address(ann, number, ELSEWHERE)
    desk.change_address(ann, number, Address("2 Elm St", "", "Boulder", "CO", "80302", "US"))
    assert isinstance(first, ChangeMade)
    refusal = desk.undo(ann, number, first.change_number)
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.because) == (Why.NOT_UNDONE, "changed_since")


def test_a_cancellation_and_what_was_taken_out_stay(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    cancelled, lighter = pending(shop, ann), pending(shop, ann)
    desk.cancel(ann, cancelled)
    desk.change_items(ann, lighter, {1: Wanted(None)})
    found = [desk.undo(ann, number) for number in (cancelled, lighter)]
    assert [each.because for each in found if isinstance(each, Refusal)] == [
        "cancelled_for_good",
        "taken_out",
    ]
    with shop.sessions.reading() as session:
        assert session.get_one(Order, cancelled).status == "cancelled"


def test_nothing_done_and_other_peoples_orders(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = pending(shop, ann)
    stranger = shop.customer()
    assert desk.undo(ann, number) == Refusal(Why.NOTHING_DONE, number)
    assert desk.undo(ann, number, "C-999999") == Refusal(Why.NOTHING_DONE, number)
    desk.change_address(ann, number, ELSEWHERE)
    assert desk.undo(stranger, number) == Refusal(Why.UNKNOWN_ORDER, number)
