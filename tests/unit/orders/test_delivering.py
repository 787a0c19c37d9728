"""Delivery options: who is reached, what it costs, when it comes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.orders.delivering import DeliveryOffer
from actions.orders.desk import OrderDesk
from actions.orders.types import Days, Refusal, Why
from actions.shop.models import Address
from tests.unit.shop_builder import ShopBuilder

BOULDER = Address("1 Pearl Street", "", "Boulder", "CO", "80302", "US")


def named(answer: tuple[DeliveryOffer, ...] | Refusal) -> dict[str, DeliveryOffer]:
    assert isinstance(answer, tuple)
    return {offer.option: offer for offer in answer}


def test_a_basket_to_an_address(shop: ShopBuilder, desk: OrderDesk) -> None:
    basket = {f"{shop.product(price='30.00')}-1": 2, "there-is-none": 4, f"{shop.product()}-1": -3}
    offers = named(desk.delivery_options(BOULDER, basket))
    assert list(offers) == ["standard", "express", "pickup"]
    standard = offers["standard"]
    assert (standard.cost, standard.currency) == (Decimal("4.95"), "USD")
    assert (standard.free_over, standard.missing) == (Decimal("75.00"), Decimal("15.00"))
    assert standard.arrives == Days(date(2026, 5, 18), date(2026, 5, 20)), "sent on Wednesday"
    assert offers["express"].arrives == Days(date(2026, 5, 14), date(2026, 5, 15))
    assert offers["express"].missing is None and standard.carriers == ("UPS", "USPS", "FedEx")


def test_free_from_a_value_on(shop: ShopBuilder, desk: OrderDesk) -> None:
    offers = named(desk.delivery_options(BOULDER, {f"{shop.product(price='25.00')}-1": 3}))
    assert (offers["standard"].cost, offers["standard"].missing) == (Decimal(0), None)
    assert offers["express"].cost == Decimal("12.95")


@pytest.mark.parametrize(("hours", "first"), [(3.9, date(2026, 5, 18)), (4, date(2026, 5, 19))])
def test_the_cut_off(shop: ShopBuilder, desk: OrderDesk, hours: float, first: date) -> None:
    shop.clock.advance(hours=hours)
    assert named(desk.delivery_options("US"))["standard"].arrives.earliest == first


def test_a_country_is_enough_to_ask(desk: OrderDesk) -> None:
    norway = named(desk.delivery_options("NO"))
    assert list(norway) == ["international"] and norway["international"].cost == Decimal("24.95")
    nowhere = desk.delivery_options("AQ")
    assert isinstance(nowhere, Refusal)
    assert nowhere.why is Why.NOT_DELIVERED_THERE and nowhere.instead == ("person",)


@pytest.mark.parametrize("street", ["PO Box 9", "P.O. Box 9", "p. o.  BOX 9", "Post Office Box 9"])
def test_a_post_office_box(desk: OrderDesk, street: str) -> None:
    offers = named(desk.delivery_options(Address(street, "", "Boulder", "CO", "80302", "US")))
    assert {name: offer.carriers for name, offer in offers.items()} == {"standard": ("USPS",)}
    campo = named(desk.delivery_options(Address("9 Campo Box Lane", "", "Boulder", "CO", "80302", "US")))
    assert "express" in campo


def test_each_warehouse_sends_what_it_keeps(shop: ShopBuilder, strict_desk: OrderDesk) -> None:
    """Wednesday evening in Berlin, past the one's cut-off; not yet past the other's, in Denver."""
    lamp, tent = shop.product("lamp", "lighting"), shop.product("tent", "tents")
    near = named(strict_desk.delivery_options("US", {f"{lamp}-1": 1}))["standard"].arrives
    far = named(strict_desk.delivery_options("US", {f"{tent}-1": 1}))["standard"].arrives
    both = named(strict_desk.delivery_options("US", {f"{tent}-1": 1, f"{lamp}-1": 1}))["standard"].arrives
    assert near == Days(date(2026, 5, 25), date(2026, 5, 25)), "taken up Mon 18, sent Wed 20, there Mon 25"
    assert far == Days(date(2026, 5, 27), date(2026, 5, 27)), "taken up Wed 13, sent Mon 25, there Wed 27"
    assert both == Days(near.earliest, far.latest)
