"""Other variants of the same product in an order that is not sent yet: stock, prices, money, all or nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.changing import ChangeMade
from actions.orders.desk import OrderDesk
from actions.orders.swapping import ItemsQuote, Wanted
from actions.orders.types import Refusal, Why
from actions.shop.models import OrderItem, Transaction, Variant
from tests.unit.orders.conftest import balance, moved, stock
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def jacket(shop: ShopBuilder) -> str:
    """A jacket in five looks: -1 blue M at 100 (as ordered), -2 blue L at 100, -3 black M at 120, -4 black L at
    90, -5 sold out."""
    product = shop.product(colours=("blue", "black", "red"), sizes=("M", "L"))
    shop.change(Variant, f"{product}-3", price=Decimal("120.00"), list_price=Decimal("120.00"))
    shop.change(Variant, f"{product}-4", price=Decimal("90.00"), list_price=Decimal("120.00"))
    shop.change(Variant, f"{product}-5", stock=0)
    return product


@pytest.fixture
def number(shop: ShopBuilder, ann: str, jacket: str) -> str:
    return shop.order(ann, [(jacket, 1), (jacket, 3)], status="pending", delivered=None)


def items(desk: OrderDesk, ann: str, number: str) -> list[tuple[int, str, int, str]]:
    order = desk.order(ann, number)
    assert order
    return [(item.line, item.sku[-1], item.quantity, str(item.unit_price)) for item in order.items]


def test_what_there_is_to_choose_from(shop: ShopBuilder, desk: OrderDesk, ann: str, number: str) -> None:
    choices = desk.variants(ann, number, 1)
    assert isinstance(choices, tuple)
    assert [(c.sku[-1], c.colour, c.size, str(c.difference)) for c in choices] == [
        ("2", "blue", "L", "0.00"),
        ("3", "black", "M", "20.00"),
        ("4", "black", "L", "-10.00"),
        ("6", "red", "L", "0.00"),
    ]
    unknown = desk.variants(ann, number, 7)
    assert isinstance(unknown, Refusal) and unknown.allowed == ("1", "2")


def test_a_dearer_one_is_paid_for(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    quote = desk.quote_change_items(ann, number, {1: Wanted(f"{jacket}-3")})
    assert isinstance(quote, ItemsQuote)
    assert (quote.difference, quote.payment.kind, quote.final) == (Decimal("20.00"), "card", False)
    assert quote.items[0].new and quote.items[0].new.colour == "black"
    assert shop.count(Transaction) == 1 and stock(shop, f"{jacket}-3") == 5
    made = desk.change_items(ann, number, {1: Wanted(f"{jacket}-3")})
    assert isinstance(made, ChangeMade) and made.quote == quote
    assert items(desk, ann, number) == [(1, "3", 1, "120.00"), (2, "1", 3, "100.00")]
    assert moved(shop, number)[1:] == [("payment", "20.00", "card")]
    assert (stock(shop, f"{jacket}-1"), stock(shop, f"{jacket}-3")) == (6, 4)


def test_cheaper_and_dearer_together_are_one_difference(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    lines = {1: Wanted(f"{jacket}-3"), 2: Wanted(f"{jacket}-4")}
    made = desk.change_items(ann, number, lines)
    assert isinstance(made, ChangeMade) and made.quote.difference == Decimal("-10.00")
    assert moved(shop, number)[1:] == [("refund", "10.00", "card")]
    assert (stock(shop, f"{jacket}-4"), stock(shop, f"{jacket}-1")) == (2, 9)


def test_some_pieces_of_a_line_become_a_line_of_their_own(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    once = {2: Wanted(f"{jacket}-2", 1)}
    desk.change_items(ann, number, once, idempotency_key="a")
    assert items(desk, ann, number) == [
        (1, "1", 1, "100.00"),
        (2, "1", 2, "100.00"),
        (3, "2", 1, "100.00"),
    ]
    again = desk.change_items(ann, number, once, idempotency_key="a")
    assert isinstance(again, ChangeMade) and again.already
    desk.change_items(ann, number, once, idempotency_key="b")
    assert items(desk, ann, number)[1] == (2, "1", 1, "100.00"), "another wish for one more"


def test_pieces_can_be_taken_out_but_not_all(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    made = desk.change_items(ann, number, {1: Wanted(None), 2: Wanted(None, 2)})
    assert isinstance(made, ChangeMade) and made.quote.difference == Decimal("-300.00")
    assert items(desk, ann, number) == [(2, "1", 1, "100.00")]
    assert stock(shop, f"{jacket}-1") == 8 and moved(shop, number)[1:] == [("refund", "300.00", "card")]
    refusal = desk.change_items(ann, number, {2: Wanted(None)})
    assert isinstance(refusal, Refusal) and refusal.why is Why.NOTHING_LEFT
    assert refusal.instead == ("cancel_order",)


WRONG = {
    "no line": ({9: Wanted("-2")}, Why.UNKNOWN_LINE),
    "nothing": ({}, Why.NOTHING_CHOSEN),
    "no such variant": ({1: Wanted("-99")}, Why.UNKNOWN_VARIANT),
    "another product": ({1: Wanted("other")}, Why.UNKNOWN_VARIANT),
    "the same": ({1: Wanted("-1")}, Why.SAME_VARIANT),
    "sold out": ({1: Wanted("-5")}, Why.OUT_OF_STOCK),
    "no pieces": ({1: Wanted("-2", 0)}, Why.BAD_QUANTITY),
    "less than none": ({1: Wanted("-2", -3)}, Why.BAD_QUANTITY),
    "more than there are": ({1: Wanted("-2", 2)}, Why.BAD_QUANTITY),
    "one good, one not": ({1: Wanted("-2"), 2: Wanted("-5")}, Why.OUT_OF_STOCK),
}


@pytest.mark.parametrize(("lines", "why"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_changes_nothing(
    shop: ShopBuilder,
    desk: OrderDesk,
    ann: str,
    number: str,
    jacket: str,
    lines: dict[int, Wanted],
    why: Why,
) -> None:
    other = f"{shop.product('tent')}-1"
    named = {
        line: Wanted(other if wanted.sku == "other" else f"{jacket}{wanted.sku}", wanted.quantity)
        for line, wanted in lines.items()
    }
    refusal = desk.change_items(ann, number, named)
    assert isinstance(refusal, Refusal) and refusal.why is why
    if why in (Why.UNKNOWN_VARIANT, Why.SAME_VARIANT, Why.OUT_OF_STOCK):
        assert refusal.variants and all(choice.stock > 0 for choice in refusal.variants)
    assert items(desk, ann, number) == [(1, "1", 1, "100.00"), (2, "1", 3, "100.00")]
    assert shop.count(Transaction) == 1


def test_two_lines_cannot_share_the_last_piece(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    shop.change(Variant, f"{jacket}-2", stock=3)
    refusal = desk.change_items(ann, number, {1: Wanted(f"{jacket}-2"), 2: Wanted(f"{jacket}-2")})
    assert isinstance(refusal, Refusal) and (refusal.why, refusal.available) == (Why.OUT_OF_STOCK, 2)
    assert isinstance(desk.change_items(ann, number, {2: Wanted(f"{jacket}-2")}), ChangeMade)
    assert stock(shop, f"{jacket}-2") == 0


def test_only_the_method_it_was_paid_with(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    refusal = desk.change_items(ann, number, {1: Wanted(f"{jacket}-3")}, f"{ann}-paypal")
    assert isinstance(refusal, Refusal) and refusal.why is Why.PAYMENT_NOT_ALLOWED
    assert [payment.kind for payment in refusal.payments] == ["card"]


def test_another_policy_settles_by_any_method_once_and_for_all(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    lines = {1: Wanted(f"{jacket}-3")}
    gift_card = f"{ann}-gift_card"
    out = strict_desk.change_items(ann, number, {1: Wanted(None)})
    assert isinstance(out, Refusal) and out.why is Why.NO_TAKING_OUT
    made = strict_desk.change_items(ann, number, lines, gift_card)
    assert isinstance(made, ChangeMade) and made.quote.final
    assert balance(shop, ann) == Decimal("5.00") and moved(shop, number)[1:] == [
        ("payment", "20.00", "gift_card")
    ]
    assert stock(shop, f"{jacket}-1") == 5, "this shop puts nothing back by itself"
    order = strict_desk.order(ann, number)
    assert order and order.possible == ()
    for late in (
        strict_desk.change_items(ann, number, {2: Wanted(f"{jacket}-2")}),
        strict_desk.quote_cancel(ann, number, "ordered_twice"),
    ):
        assert isinstance(late, Refusal) and late.why is Why.FINAL_CHANGE
    again = strict_desk.change_items(ann, number, lines, gift_card)
    assert isinstance(again, ChangeMade) and again.already


def test_a_gift_card_that_cannot_pay_the_difference(
    shop: ShopBuilder, strict_desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    refusal = strict_desk.change_items(ann, number, {2: Wanted(f"{jacket}-3")}, f"{ann}-gift_card")
    assert isinstance(refusal, Refusal) and refusal.why is Why.BALANCE_TOO_LOW
    assert (refusal.balance, refusal.needed) == (Decimal("25.00"), Decimal("60.00"))
    assert stock(shop, f"{jacket}-3") == 5 and balance(shop, ann) == Decimal("25.00")


def test_cancelling_after_a_change_pays_back_what_was_paid(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    desk.change_items(ann, number, {1: Wanted(f"{jacket}-4")})
    made = desk.cancel(ann, number)
    assert isinstance(made, ChangeMade) and made.quote.refund == Decimal("394.95")
    assert moved(shop, number) == [
        ("payment", "404.95", "card"),
        ("refund", "10.00", "card"),
        ("refund", "394.95", "card"),
    ]
    assert stock(shop, f"{jacket}-4") == 5


def test_what_was_paid_for_it_counts_not_todays_price(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str, jacket: str
) -> None:
    shop.change(OrderItem, (number, 1), unit_price=Decimal("64.00"))
    quote = desk.quote_change_items(ann, number, {1: Wanted(f"{jacket}-2")})
    assert isinstance(quote, ItemsQuote) and quote.difference == Decimal("36.00")
