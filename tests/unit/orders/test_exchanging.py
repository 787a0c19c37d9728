"""Exchanging what was delivered: for what, what it costs, put aside at once, and once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.exchanging import ExchangeableItem, ExchangeMade, ExchangeQuote
from actions.orders.return_types import ReturnMade
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.shop.models import AuditEntry, Return, Transaction, Variant
from tests.unit.orders.conftest import balance, moved, stock
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def boots(shop: ShopBuilder) -> str:
    """Boots in three sizes: -1 as ordered, -2 dearer by 15, -3 sold out."""
    product = shop.product("hiking boots", "footwear", sizes=("8", "9", "10"))
    shop.change(Variant, f"{product}-2", price=Decimal("115.00"), list_price=Decimal("115.00"))
    shop.change(Variant, f"{product}-3", stock=0)
    return product


@pytest.fixture
def number(shop: ShopBuilder, ann: str, boots: str) -> str:
    return shop.order(ann, [(boots, 2), (shop.product("socks"), 1)])


def test_what_can_be_exchanged_and_for_what(desk: OrderDesk, ann: str, number: str) -> None:
    lines = desk.exchangeable(ann, number)
    assert isinstance(lines, tuple)
    boots, socks = lines
    assert isinstance(boots, ExchangeableItem) and boots.item.available == 2
    assert [(c.size, str(c.difference)) for c in boots.variants] == [("9", "15.00")]
    assert isinstance(socks, Refusal) and socks.why is Why.NOT_RETURNABLE


def test_the_new_ones_are_put_aside_and_the_difference_paid(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, boots: str
) -> None:
    quote = desk.quote_exchange(ann, number, {1: Wanted(f"{boots}-2", 1)})
    assert isinstance(quote, ExchangeQuote)
    assert (quote.difference, quote.postage, quote.settled) == (Decimal("15.00"), Decimal("0"), "requested")
    assert shop.count(Return) == 0 and stock(shop, f"{boots}-2") == 5
    made = desk.exchange_items(ann, number, {1: Wanted(f"{boots}-2", 1)}, conversation="c1")
    assert isinstance(made, ExchangeMade)
    assert (made.exchange_number, made.status, made.already) == ("E-100001", "requested", False)
    (line,) = made.quote.items
    assert line.new and (line.new.size, line.quantity, line.difference) == ("9", 1, Decimal("15.00"))
    assert moved(shop, number)[1:] == [("payment", "15.00", "card")]
    assert (stock(shop, f"{boots}-1"), stock(shop, f"{boots}-2")) == (5, 4)
    order = desk.order(ann, number)
    assert order and order.items[0].settled == 1
    with shop.sessions.reading() as session:
        audit = session.query(AuditEntry).one()
        assert audit.action == "exchange_items" and audit.after["exchange"] == "E-100001"


def test_again_is_the_same_exchange_and_the_rest_can_follow(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, boots: str
) -> None:
    one = {1: Wanted(f"{boots}-2", 1)}
    first = desk.exchange_items(ann, number, one, idempotency_key="a")
    again = desk.exchange_items(ann, number, one, idempotency_key="a")
    rest = desk.exchange_items(ann, number, one, idempotency_key="b")
    over = desk.exchange_items(ann, number, one, idempotency_key="c")
    assert isinstance(first, ExchangeMade) and isinstance(again, ExchangeMade)
    assert again.already and again.exchange_number == first.exchange_number
    assert isinstance(rest, ExchangeMade) and not rest.already
    assert isinstance(over, ExchangeMade) and over.already, "no pieces are left for another"
    assert shop.count(Return) == 2 and shop.count(Transaction) == 3 and stock(shop, f"{boots}-2") == 3


def test_one_key_for_deeds_of_different_kinds(desk: OrderDesk, ann: str, number: str, boots: str) -> None:
    exchanged = desk.exchange_items(ann, number, {1: Wanted(f"{boots}-2", 1)}, idempotency_key="turn 7")
    returned = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key="turn 7")
    assert isinstance(exchanged, ExchangeMade) and isinstance(returned, ReturnMade)
    assert not returned.already and returned.return_number != exchanged.exchange_number


def test_what_is_exchanged_cannot_be_returned_too(desk: OrderDesk, ann: str, number: str, boots: str) -> None:
    desk.exchange_items(ann, number, {1: Wanted(f"{boots}-2")})
    refusal = desk.quote_return(ann, number, {1: 1}, "too_small")
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.return_number) == (Why.ALREADY_SETTLED, "E-100001")


def test_a_faulty_one_for_the_same_again(desk: OrderDesk, ann: str, number: str, boots: str) -> None:
    quote = desk.quote_exchange(ann, number, {1: Wanted(f"{boots}-1")})
    assert isinstance(quote, ExchangeQuote) and quote.difference == 0 and quote.movements == ()


WRONG = {
    "sold out": ({1: "-3"}, Why.OUT_OF_STOCK, "return_item"),
    "no such variant": ({1: "-77"}, Why.UNKNOWN_VARIANT, "return_item"),
    "final sale": ({2: "-2"}, Why.NOT_RETURNABLE, "person"),
    "no line": ({5: "-2"}, Why.UNKNOWN_LINE, None),
    "nothing": ({}, Why.NOTHING_CHOSEN, None),
}


@pytest.mark.parametrize(("lines", "why", "instead"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_exchanged(
    shop: ShopBuilder,
    desk: OrderDesk,
    ann: str,
    number: str,
    boots: str,
    lines: dict[int, str],
    why: Why,
    instead: str | None,
) -> None:
    wanted = {line: Wanted(f"{boots}{suffix}") for line, suffix in lines.items()}
    refusal = desk.exchange_items(ann, number, wanted)
    assert isinstance(refusal, Refusal) and refusal.why is why
    assert instead is None or instead in refusal.instead
    assert shop.count(Return) == 0


def test_only_what_was_delivered(shop: ShopBuilder, desk: OrderDesk, ann: str, boots: str) -> None:
    number = shop.order(ann, [(boots, 1)], status="pending", delivered=None)
    refusal = desk.quote_exchange(ann, number, {1: Wanted(f"{boots}-2")})
    assert isinstance(refusal, Refusal) and refusal.why is Why.WRONG_STATUS
    assert "change_order" in refusal.instead


def test_another_policy_waits_takes_postage_and_allows_one(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str
) -> None:
    tent = shop.product("tent", "tents", colours=("green", "grey"))
    number = shop.order(ann, [(tent, 1), (tent, 1)], delivered=1)
    same = strict_desk.quote_exchange(ann, number, {1: Wanted(f"{tent}-1")})
    assert isinstance(same, Refusal) and same.why is Why.SAME_VARIANT
    made = strict_desk.exchange_items(ann, number, {1: Wanted(f"{tent}-2")}, f"{ann}-gift_card")
    assert isinstance(made, ExchangeMade)
    assert (made.quote.settled, made.quote.movements) == ("received", ())
    assert balance(shop, ann) == Decimal("25.00") and shop.count(Transaction) == 1
    assert stock(shop, f"{tent}-2") == 4, "but it is put aside"
    order = strict_desk.order(ann, number)
    assert order and order.possible == ("report_problem",)
    for refusal in (
        strict_desk.return_items(ann, number, {2: 1}, "broken"),
        strict_desk.exchange_items(ann, number, {2: Wanted(f"{tent}-2")}),
    ):
        assert isinstance(refusal, Refusal)
        assert (refusal.why, refusal.return_number) == (Why.ONCE_ONLY, "E-100001")


def test_the_gift_card_has_to_cover_it_even_later(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str
) -> None:
    tent = shop.product("tent", "tents", colours=("green", "grey"))
    shop.change(Variant, f"{tent}-2", price=Decimal("125.01"), list_price=Decimal("125.01"))
    number = shop.order(ann, [(tent, 1)], delivered=1)
    refusal = strict_desk.exchange_items(ann, number, {1: Wanted(f"{tent}-2")}, f"{ann}-gift_card")
    assert isinstance(refusal, Refusal) and refusal.why is Why.BALANCE_TOO_LOW
    assert refusal.needed == Decimal("25.01")


def test_where_a_returns_money_may_go(shop: ShopBuilder, desk: OrderDesk, strict_desk: OrderDesk) -> None:
    ann = shop.customer("Anna")
    number = shop.order(ann, [(shop.product("tent", "tents"), 1)], delivered=1)
    gift_card = f"{ann}-gift_card"
    refusal = desk.quote_return(ann, number, {1: 1}, "faulty", gift_card)
    assert isinstance(refusal, Refusal) and refusal.why is Why.PAYMENT_NOT_ALLOWED
    paypal = strict_desk.quote_return(ann, number, {1: 1}, "broken", f"{ann}-paypal")
    assert isinstance(paypal, Refusal) and {p.kind for p in paypal.payments} == {"card", "gift_card"}
    made = strict_desk.return_items(ann, number, {1: 1}, "broken", gift_card)
    assert isinstance(made, ReturnMade) and made.refund.payment.kind == "gift_card"
    assert balance(shop, ann) == Decimal("122.00"), "97.00 at once, as that policy says"
    refunds = strict_desk.refund_status(ann)
    assert isinstance(refunds, tuple) and refunds[0].status == "refunded" and refunds[0].refunded
    again = strict_desk.return_items(ann, number, {1: 1}, "broken", gift_card)
    assert isinstance(again, ReturnMade) and again.already and balance(shop, ann) == Decimal("122.00")
