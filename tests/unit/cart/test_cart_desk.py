"""Carts: whose they are, what they cost now, and the way to the checkout."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.cart import Added, CartDesk, Checkout, NotAdded, Owner
from actions.shop.models import CartItem, Variant
from tests.unit.shop_builder import ShopBuilder

STRANGER = Owner("c1")


@pytest.fixture
def carts(shop: ShopBuilder) -> CartDesk:
    return CartDesk(
        shop.sessions, shop.policy, shop.clock, "US", Checkout("https://shop.example/cart/{items}")
    )


def test_pieces_add_up_and_are_priced_as_of_today(shop: ShopBuilder, carts: CartDesk) -> None:
    socks = shop.product("socks", price="15.50")
    carts.add(STRANGER, f"{socks}-1")
    added = carts.add(STRANGER, f"{socks}-1", 2)
    assert isinstance(added, Added) and added.line.quantity == 3
    shop.change(Variant, f"{socks}-1", price=Decimal("12.00"))
    cart = carts.view(STRANGER)
    assert (cart.pieces, cart.goods) == (3, Decimal("36.00"))


def test_a_number_in_all_takes_the_place_of_the_old_one(shop: ShopBuilder, carts: CartDesk) -> None:
    socks = shop.product("socks")
    carts.add(STRANGER, f"{socks}-1", 4)
    changed = carts.change(STRANGER, f"{socks}-1", 2)
    assert isinstance(changed, Added) and changed.line.quantity == 2


def test_variants_of_other_options_are_lines_of_their_own(shop: ShopBuilder, carts: CartDesk) -> None:
    bottle = shop.product("bottle", sizes=("",), options=({"capacity": "0.5 l"}, {"capacity": "1 l"}))
    carts.add(STRANGER, f"{bottle}-1")
    carts.add(STRANGER, f"{bottle}-2")
    assert [line.options for line in carts.view(STRANGER).lines] == [
        {"capacity": "0.5 l"},
        {"capacity": "1 l"},
    ]


def test_what_is_too_old_is_swept_from_all_carts(shop: ShopBuilder, carts: CartDesk) -> None:
    socks = shop.product("socks")
    carts.add(STRANGER, f"{socks}-1")
    shop.clock.advance(days=shop.policy.cart.kept_days + 1)
    carts.add(Owner("c2"), f"{socks}-1")
    with shop.sessions.reading() as session:
        assert session.query(CartItem).count() == 2, "whoever fills a cart touches nobody else's"
    carts.sweep()
    with shop.sessions.reading() as session:
        assert [item.conversation for item in session.query(CartItem)] == ["c2"]


def test_more_than_there_are_changes_nothing(shop: ShopBuilder, carts: CartDesk) -> None:
    tent = shop.product("tent", stock=3)
    carts.add(STRANGER, f"{tent}-1", 2)
    assert carts.add(STRANGER, f"{tent}-1", 2) == NotAdded(stock=3, in_cart=2)
    assert carts.add(STRANGER, "unknown") == NotAdded(stock=0, in_cart=0)
    assert carts.change(STRANGER, f"{tent}-1", 0) == NotAdded(stock=3, in_cart=2)
    assert carts.view(STRANGER).pieces == 2


def test_delivery_is_the_policys(shop: ShopBuilder, carts: CartDesk) -> None:
    socks, tent = shop.product("socks", price="15.00"), shop.product("tent", price="75.00")
    carts.add(STRANGER, f"{socks}-1")
    cart = carts.view(STRANGER)
    assert (cart.delivery, cart.missing, cart.total) == (Decimal("4.95"), Decimal("60.00"), Decimal("19.95"))
    carts.remove(STRANGER, [f"{socks}-1"])
    carts.add(STRANGER, f"{tent}-1")
    cart = carts.view(STRANGER)
    assert (cart.delivery, cart.missing, cart.total) == (Decimal(0), None, Decimal("75.00"))


def test_delivery_goes_where_the_customer_lives(shop: ShopBuilder, carts: CartDesk) -> None:
    socks = shop.product("socks", price="15.00")
    canadian, far = shop.customer(country="CA"), shop.customer(country="AQ")
    carts.add(Owner("c2", canadian), f"{socks}-1")
    carts.add(Owner("c3", far), f"{socks}-1")
    assert carts.view(Owner("c2", canadian)).delivery == Decimal("14.95")
    cart = carts.view(Owner("c3", far))
    assert cart.delivery is None and cart.total == Decimal("15.00")


def test_signing_in_joins_the_carts(shop: ShopBuilder, carts: CartDesk) -> None:
    ann, socks, tent = shop.customer(), shop.product("socks"), shop.product("tent")
    carts.add(Owner("yesterday", ann), f"{socks}-1")
    carts.add(STRANGER, f"{socks}-1", 2)
    carts.add(STRANGER, f"{tent}-1")
    cart = carts.view(Owner("c1", ann))
    assert {line.product_id: line.quantity for line in cart.lines} == {socks: 3, tent: 1}
    assert not carts.view(STRANGER), "once signed in, nobody else in the conversation sees it"
    assert carts.view(Owner("tomorrow", ann)) == cart


def test_carts_of_others_stay_theirs(shop: ShopBuilder, carts: CartDesk) -> None:
    socks = shop.product("socks")
    carts.add(STRANGER, f"{socks}-1")
    carts.remove(Owner("c2"), [f"{socks}-1"])
    assert carts.view(STRANGER) and not carts.view(Owner("c2"))


def test_what_sold_out_meanwhile_is_shown_and_not_charged(shop: ShopBuilder, carts: CartDesk) -> None:
    socks, tent = shop.product("socks", price="10.00"), shop.product("tent", price="100.00")
    carts.add(STRANGER, f"{socks}-1", 3)
    carts.add(STRANGER, f"{tent}-1")
    shop.change(Variant, f"{tent}-1", stock=0)
    shop.change(Variant, f"{socks}-1", stock=2)
    cart = carts.view(STRANGER)
    assert [line.short for line in cart.lines] == [True, True]
    assert cart.goods == Decimal("20.00")
    assert carts.checkout_link(cart) == f"https://shop.example/cart/{socks}-1:2"


def test_what_nobody_touched_is_gone_after_the_policys_days(shop: ShopBuilder, carts: CartDesk) -> None:
    socks, tent = shop.product("socks"), shop.product("tent")
    carts.add(STRANGER, f"{socks}-1")
    shop.clock.advance(days=20)
    carts.add(STRANGER, f"{tent}-1")
    shop.clock.advance(days=10)
    assert [line.product_id for line in carts.view(STRANGER).lines] == [tent]
    carts.add(STRANGER, f"{tent}-1")
    assert shop.count(CartItem) == 1


@pytest.mark.parametrize(
    ("checkout", "link"),
    [
        (Checkout("/shop/checkout?items={items}"), "/shop/checkout?items={0}:2,{1}:1"),
        (
            Checkout("/?{items}", "add-to-cart={sku}&quantity={quantity}", "&"),
            "/?add-to-cart={0}&quantity=2&add-to-cart={1}&quantity=1",
        ),
        (Checkout(""), None),
    ],
)
def test_the_link_is_of_the_shops_own_form(
    shop: ShopBuilder, carts: CartDesk, checkout: Checkout, link: str | None
) -> None:
    socks, tent = f"{shop.product('socks')}-1", f"{shop.product('tent')}-1"
    carts.add(STRANGER, socks, 2)
    carts.add(STRANGER, tent)
    lines = carts.view(STRANGER).lines
    assert checkout.link(lines) == (link.format(socks, tent) if link else None)
    assert checkout.link(()) is None
