"""A customer's own address: changed once, noted, and refused where it is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.customers.addresses import AddressChanged, AddressRefused
from actions.customers.desk import CustomerDesk
from actions.shop.models import Address, AuditEntry, Order
from tests.unit.shop_builder import ShopBuilder

ELM = Address("9 Elm Street", "Suite 3", "Provo", "UT", "84601", "US")


@pytest.fixture
def desk(shop: ShopBuilder) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock)


def test_it_is_changed_and_noted_and_orders_stay(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(shop.product(), 1)], status="pending", delivered=None)
    quote = desk.quote_change_address(ann, ELM)
    assert isinstance(quote, AddressChanged) and quote.before.city == "Boulder" and not quote.already
    assert shop.count(AuditEntry) == 0
    first = desk.change_address(ann, ELM, conversation="c1")
    again = desk.change_address(ann, ELM)
    assert isinstance(first, AddressChanged) and isinstance(again, AddressChanged)
    assert (first.already, again.already) == (False, True)
    profile = desk.profile(ann)
    assert profile and profile.address == ELM
    with shop.sessions.reading() as session:
        assert session.get_one(Order, number).city == "Boulder"
        audit = session.query(AuditEntry).one()
        assert (audit.action, audit.before["city"], audit.after["city"]) == (
            "update_profile",
            "Boulder",
            "Provo",
        )


@pytest.mark.parametrize(
    ("wrong", "missing"),
    [({"postcode": ""}, ("postcode",)), ({"country": " "}, ("country",)), ({"postcode": "12"}, ())],
)
def test_what_is_no_address_is_refused(
    shop: ShopBuilder, desk: CustomerDesk, wrong: dict[str, str], missing: tuple[str, ...]
) -> None:
    ann = shop.customer()
    for ask in (desk.quote_change_address, desk.change_address):
        assert ask(ann, replace(ELM, **wrong)) == AddressRefused(missing)
    assert shop.count(AuditEntry) == 0


def test_nobody_has_no_address(desk: CustomerDesk) -> None:
    assert desk.quote_change_address("C9999", ELM) is None and desk.change_address("C9999", ELM) is None
