"""Reading the shop's products."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.shop.catalogue import Catalogue
from actions.shop.models import Product, Variant
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def catalogue(shop: ShopBuilder) -> Catalogue:
    return Catalogue(shop.sessions)


def test_a_product_with_all_that_a_card_needs(shop: ShopBuilder, catalogue: Catalogue) -> None:
    boots = shop.product(
        "hiking boots",
        "footwear",
        price="120.00",
        colours=("brown", "grey"),
        sizes=("8", "9"),
        features=["waterproof"],
        specs={"weight_g": 480},
    )
    shop.change(Variant, f"{boots}-1", stock=0)
    shop.change(Variant, f"{boots}-2", price=Decimal("110.00"))
    shop.change(Variant, f"{boots}-4", price=Decimal("99.00"), stock=0)
    (view,) = catalogue.products([boots])
    assert (view.type, view.features, view.specs) == ("hiking boots", ("waterproof",), {"weight_g": 480})
    assert (view.colours, view.sizes) == (("brown", "grey"), ("8", "9"))
    assert [variant.sku[-1] for variant in view.in_stock] == ["2", "3"] and view.stock == 10
    assert (view.price_from, view.price_to) == (Decimal("110.00"), Decimal("120.00"))
    assert view.on_offer


def test_a_sold_out_product_still_has_its_prices(shop: ShopBuilder, catalogue: Catalogue) -> None:
    lamp = shop.product("headlamp", price="39.95", stock=0)
    (view,) = catalogue.products([lamp])
    assert view.in_stock == () and not view.on_offer
    assert view.price_from == view.price_to == Decimal("39.95")


def test_products_come_as_asked_for(shop: ShopBuilder, catalogue: Catalogue) -> None:
    first, second, third = (shop.product() for _ in range(3))
    assert [p.product_id for p in catalogue.products([third, "T9999", first, third])] == [third, first]
    assert [p.product_id for p in catalogue.products()] == [first, second, third]
    assert catalogue.products([]) == []


def test_what_has_no_variant_cannot_be_bought(shop: ShopBuilder, catalogue: Catalogue) -> None:
    shop.product(colours=())
    assert catalogue.products() == []


def test_variants_keep_the_shops_order(shop: ShopBuilder, catalogue: Catalogue) -> None:
    boots = shop.product(sizes=("9", "10", "8.5"))
    assert [variant.size for variant in catalogue.variants(boots)] == ["9", "10", "8.5"]
    assert catalogue.variants("T9999") == []


def test_by_type_and_offers(shop: ShopBuilder, catalogue: Catalogue) -> None:
    tent = shop.product("tent", added=shop.ago(2))
    small = shop.product("stove", price="90.00", list_price="100.00", added=shop.ago(50))
    large = shop.product("stove", price="40.00", list_price="80.00", added=shop.ago(1))
    shop.product("stove", price="1.00", list_price="80.00", stock=0, added=shop.ago(50))
    assert [p.product_id for p in catalogue.by_type("tent")] == [tent]
    assert [p.product_id for p in catalogue.on_offer()] == [large, small]


def test_the_stamp_changes_with_everything_that_shows(shop: ShopBuilder, catalogue: Catalogue) -> None:
    stamps = [catalogue.version()]
    assert catalogue.version() == stamps[0]
    boots = shop.product()
    stamps.append(catalogue.version())
    shop.change(Variant, f"{boots}-1", stock=4)
    stamps.append(catalogue.version())
    shop.change(Variant, f"{boots}-1", price=Decimal("99.00"))
    stamps.append(catalogue.version())
    shop.change(Product, boots, title="Other Boots")
    stamps.append(catalogue.version())
    assert len(set(stamps)) == len(stamps)
    assert catalogue.version() == stamps[-1]
