"""Paying by another method: all of it moves, gift cards have to cover it, nothing is paid twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.orders.changing import ChangeMade
from actions.orders.desk import OrderDesk
from actions.orders.repaying import PaymentQuote
from actions.orders.types import Refusal, Why
from actions.shop.models import Order, Transaction
from tests.unit.orders.conftest import balance, moved
from tests.unit.shop_builder import ShopBuilder


def cheap(shop: ShopBuilder, ann: str, price: str = "10.00", payment: str = "card") -> str:
    """A pending order of `price` and 4.95 for delivery."""
    goods = [(shop.product(price=price), 1)]
    return shop.order(ann, goods, status="pending", delivered=None, payment=payment)


def test_the_new_method_pays_and_the_old_one_is_paid_back(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = cheap(shop, ann)
    quote = desk.quote_change_payment(ann, number, f"{ann}-paypal")
    assert isinstance(quote, PaymentQuote)
    assert (quote.before.kind, quote.after.kind, quote.amount) == ("card", "paypal", Decimal("14.95"))
    made = desk.change_payment(ann, number, f"{ann}-paypal")
    assert isinstance(made, ChangeMade) and made.quote == quote
    assert moved(shop, number)[1:] == [("payment", "14.95", "paypal"), ("refund", "14.95", "card")]
    with shop.sessions.reading() as session:
        assert session.get_one(Order, number).payment_id == f"{ann}-paypal"


def test_gift_cards_pay_and_get_back_at_once(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = cheap(shop, ann)
    assert isinstance(desk.change_payment(ann, number, f"{ann}-gift_card"), ChangeMade)
    assert balance(shop, ann) == Decimal("10.05")
    assert isinstance(desk.change_payment(ann, number, f"{ann}-card"), ChangeMade)
    assert balance(shop, ann) == Decimal("25.00")


def test_a_gift_card_that_holds_too_little_pays_nothing(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = cheap(shop, ann, price="20.06")
    refusal = desk.change_payment(ann, number, f"{ann}-gift_card")
    assert isinstance(refusal, Refusal) and refusal.why is Why.BALANCE_TOO_LOW
    assert (refusal.balance, refusal.needed) == (Decimal("25.00"), Decimal("25.01"))
    assert [payment.kind for payment in refusal.payments] == ["card", "paypal"]
    assert balance(shop, ann) == Decimal("25.00") and shop.count(Transaction) == 1
    enough = cheap(shop, ann, price="20.05")
    assert isinstance(desk.change_payment(ann, enough, f"{ann}-gift_card"), ChangeMade)
    assert balance(shop, ann) == Decimal("0.00")


def test_the_same_method_and_other_peoples(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number, bob = cheap(shop, ann), shop.customer("Bob")
    same = desk.change_payment(ann, number, f"{ann}-card")
    assert isinstance(same, Refusal) and same.why is Why.SAME_PAYMENT
    assert {payment.kind for payment in same.payments} == {"paypal", "gift_card"}
    for payment in (f"{bob}-card", "nothing"):
        refusal = desk.change_payment(ann, number, payment)
        assert isinstance(refusal, Refusal) and refusal.why is Why.UNKNOWN_PAYMENT
        assert all(known.payment_id.startswith(ann) for known in refusal.payments)


@pytest.mark.parametrize("status", ["packed", "delivered"])
def test_not_once_it_is_packed(shop: ShopBuilder, desk: OrderDesk, ann: str, status: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status=status)
    refusal = desk.change_payment(ann, number, f"{ann}-paypal")
    assert isinstance(refusal, Refusal) and refusal.why is Why.WRONG_STATUS
