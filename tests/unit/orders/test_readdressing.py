"""Another address or delivery option: what reaches where, and what it costs more or less."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.orders.changing import ChangeMade
from actions.orders.desk import OrderDesk
from actions.orders.readdressing import AddressQuote
from actions.orders.types import Refusal, Why
from actions.shop.models import Address, Customer, Order
from tests.unit.orders.conftest import balance, moved
from tests.unit.shop_builder import ShopBuilder

ELM = Address("9 Elm Street", "Suite 3", "Provo", "UT", "84601", "US")
OSLO = Address("Storgata 1", "", "Oslo", "", "0155", "NO")
TORONTO = Address("1 King Street", "", "Toronto", "ON", "M5H 1A1", "CA")


@pytest.fixture
def number(shop: ShopBuilder, ann: str) -> str:
    return shop.order(ann, [(shop.product(price="40.00"), 1)], status="processing", delivered=None)


def test_the_order_goes_there_and_the_customer_stays(
    shop: ShopBuilder, desk: OrderDesk, ann: str, number: str
) -> None:
    quote = desk.quote_change_address(ann, number, ELM)
    assert isinstance(quote, AddressQuote)
    assert quote.before.city == "Boulder" and quote.after == ELM
    assert quote.movements == () and quote.cost_before == quote.cost_after == Decimal("4.95")
    made = desk.change_address(ann, number, ELM, conversation="c1")
    assert isinstance(made, ChangeMade) and made.quote == quote
    order = desk.order(ann, number)
    assert order and order.address == ELM
    with shop.sessions.reading() as session:
        assert session.get_one(Customer, ann).city == "Boulder"
    assert moved(shop, number) == [("payment", "44.95", "card")]


def test_another_country_has_its_own_rate(shop: ShopBuilder, desk: OrderDesk, ann: str, number: str) -> None:
    made = desk.change_address(ann, number, TORONTO)
    assert isinstance(made, ChangeMade)
    assert (made.quote.cost_before, made.quote.cost_after) == (Decimal("4.95"), Decimal("14.95"))
    assert moved(shop, number)[1:] == [("payment", "10.00", "card")]
    back = desk.change_address(ann, number, ELM)
    assert isinstance(back, ChangeMade)
    assert moved(shop, number)[2:] == [("refund", "10.00", "card")], "and back again"


def test_another_option_is_another_cost(shop: ShopBuilder, desk: OrderDesk, ann: str, number: str) -> None:
    home = desk.order(ann, number)
    assert home
    made = desk.change_address(ann, number, home.address, "express")
    assert isinstance(made, ChangeMade) and made.quote.delivery == "express"
    assert moved(shop, number)[1:] == [("payment", "8.00", "card")]
    refusal = desk.quote_change_address(ann, number, home.address, "drone")
    assert isinstance(refusal, Refusal) and refusal.why is Why.UNKNOWN_OPTION and "express" in refusal.allowed


def test_where_the_option_does_not_go_others_are_named(desk: OrderDesk, ann: str, number: str) -> None:
    refusal = desk.change_address(ann, number, OSLO)
    assert isinstance(refusal, Refusal) and refusal.why is Why.NOT_DELIVERED_THERE
    assert refusal.allowed == ("international",)
    assert isinstance(desk.change_address(ann, number, OSLO, "international"), ChangeMade)
    nowhere = desk.change_address(ann, number, replace(OSLO, country="AQ"))
    assert isinstance(nowhere, Refusal) and nowhere.allowed == () and nowhere.instead == ("person",)


@pytest.mark.parametrize(
    ("wrong", "why", "lacking"),
    [
        ({"postcode": " "}, Why.INCOMPLETE_ADDRESS, ("postcode",)),
        ({"street": "", "state": ""}, Why.INCOMPLETE_ADDRESS, ("street", "state")),
        ({"country": ""}, Why.INCOMPLETE_ADDRESS, ("country",)),
        ({"postcode": "8460"}, Why.BAD_POSTCODE, ()),
        ({"postcode": "'; DROP TABLE orders"}, Why.BAD_POSTCODE, ()),
    ],
)
def test_an_address_has_to_be_one(
    shop: ShopBuilder,
    desk: OrderDesk,
    ann: str,
    number: str,
    wrong: dict[str, str],
    why: Why,
    lacking: tuple[str, ...],
) -> None:
    refusal = desk.change_address(ann, number, replace(ELM, **wrong))
    assert isinstance(refusal, Refusal) and (refusal.why, refusal.allowed) == (why, lacking)
    assert refusal.order_number == number
    with shop.sessions.reading() as session:
        assert session.get_one(Order, number).city == "Boulder"


def test_a_post_office_box_takes_what_reaches_it(desk: OrderDesk, ann: str, number: str) -> None:
    box = replace(ELM, street="P.O. Box 12")
    assert isinstance(desk.quote_change_address(ann, number, box), AddressQuote)
    refusal = desk.quote_change_address(ann, number, box, "express")
    assert isinstance(refusal, Refusal) and refusal.why is Why.NOT_DELIVERED_THERE
    assert refusal.allowed == ("standard",)


def test_one_key_for_changes_of_different_kinds(desk: OrderDesk, ann: str, number: str) -> None:
    first = desk.change_address(ann, number, ELM, idempotency_key="turn 7")
    second = desk.change_payment(ann, number, f"{ann}-paypal", idempotency_key="turn 7")
    assert isinstance(first, ChangeMade) and isinstance(second, ChangeMade)
    assert not second.already and second.kind == "change_payment"


def test_nothing_to_change_and_the_same_again(desk: OrderDesk, ann: str, number: str) -> None:
    order = desk.order(ann, number)
    assert order
    refusal = desk.change_address(ann, number, order.address)
    assert isinstance(refusal, Refusal) and refusal.why is Why.SAME_ADDRESS
    first, again = (desk.change_address(ann, number, ELM, idempotency_key=key) for key in "ab")
    assert isinstance(first, ChangeMade) and isinstance(again, ChangeMade)
    assert again.already and again.change_number == first.change_number


@pytest.mark.parametrize(
    ("street", "street_2", "same"),
    [
        ("9 Elm Street, Suite 3", "", True),
        ("9 elm street", "SUITE 3", True),
        ("9 Elm Street", "", False),
        ("9 Elm Street", "Suite 4", False),
    ],
)
def test_an_address_is_the_same_however_its_lines_are_divided(street: str, street_2: str, same: bool) -> None:
    assert ELM.is_same_as(replace(ELM, street=street, street_2=street_2)) is same


def test_a_gift_card_has_to_cover_what_delivery_costs_more(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = shop.order(
        ann, [(shop.product(price="40.00"), 1)], status="pending", delivered=None, payment="gift_card"
    )
    made = desk.change_address(ann, number, TORONTO)
    assert isinstance(made, ChangeMade) and balance(shop, ann) == Decimal("15.00")
    refusal = desk.change_address(ann, number, OSLO, "international")
    assert isinstance(refusal, ChangeMade) and balance(shop, ann) == Decimal("5.00")
    home = desk.change_address(ann, number, ELM, "express")
    assert isinstance(home, ChangeMade) and balance(shop, ann) == Decimal("17.00")


def test_a_shop_that_leaves_addresses_to_people_says_so(
    strict_desk: OrderDesk, ann: str, number: str
) -> None:
    refusal = strict_desk.change_address(ann, number, ELM)
    assert isinstance(refusal, Refusal)
    assert refusal.why is Why.NOT_OFFERED and refusal.instead == ("person",)
