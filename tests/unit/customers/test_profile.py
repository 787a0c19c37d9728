"""What the shop knows about a customer."""

from __future__ import annotations

import pytest

from actions.customers.desk import CustomerDesk
from actions.orders.desk import OrderDesk
from actions.shop.history import History, Suggested
from actions.shop.models import Behaviour, Interaction
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock)


def seen(shop: ShopBuilder, customer: str, product: str, behaviour: Behaviour) -> None:
    with shop.sessions.writing() as session:
        session.add(
            Interaction(customer_id=customer, product_id=product, behaviour=behaviour, time=shop.clock.now())
        )


def test_an_unknown_customer_has_none(desk: CustomerDesk) -> None:
    assert desk.profile("C9999") is None


def test_a_profile(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer(email="ann@example.com")
    boots = shop.product("hiking boots", "footwear", brand="Brackenfell", sizes=("8",), colours=("brown",))
    tent = shop.product("tent", "tents", brand="Nightjar", sizes=("",), colours=("green",))
    shop.order(ann, [(boots, 1), (tent, 1)])
    for behaviour in (Behaviour.BROWSE, Behaviour.BROWSE, Behaviour.BROWSE):
        seen(shop, ann, tent, behaviour)
    seen(shop, ann, boots, Behaviour.BUY)
    seen(shop, shop.customer("Bob"), shop.product("stove"), Behaviour.BUY)

    profile = desk.profile(ann)

    assert profile
    assert (profile.first_name, profile.email, profile.address.city) == ("Ann", "ann@example.com", "Boulder")
    assert "Visa ending 4242" in profile.payment_labels
    assert (profile.order_count, profile.return_count) == (1, 0)
    assert profile.favourite_types == ("hiking boots", "tent"), "bought once says more than seen three times"
    assert profile.favourite_brands == ("Brackenfell", "Nightjar")
    assert profile.favourite_colours == ("brown", "green")
    assert profile.sizes == {"hiking boots": "8"}
    assert profile.personal_suggestions
    assert profile.price_band == (100.0, 100.0)
    assert (profile.looked_at, profile.turned_down, profile.suggested) == (1, 0, 0)
    seen(shop, ann, boots, Behaviour.DECLINE)
    History(shop.sessions, shop.clock).record_shown("c", ann, [Suggested(tent, "popular", {})] * 2)
    again = desk.profile(ann)
    assert again and (again.looked_at, again.turned_down, again.suggested) == (1, 1, 1)


def test_what_went_back_or_was_called_off_says_nothing_about_sizes(
    shop: ShopBuilder, desk: CustomerDesk
) -> None:
    ann = shop.customer()
    small, large = shop.product("jacket", sizes=("S",)), shop.product("jacket", sizes=("L",))
    other = shop.product("trousers", sizes=("34",))
    shop.order(ann, [(large, 1)], delivered=20)
    wrong = shop.order(ann, [(small, 1)], delivered=3)
    shop.order(ann, [(other, 1)], status="cancelled", delivered=None)
    OrderDesk(shop.sessions, shop.policy, shop.clock).return_items(ann, wrong, {1: 1}, "too_small")
    profile = desk.profile(ann)
    assert profile and profile.sizes == {"jacket": "L"} and profile.return_count == 1


def test_suggestions_are_allowed_until_switched_off(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer()
    assert desk.personal_suggestions_allowed(ann)
    desk.allow_personal_suggestions(ann, False)
    profile = desk.profile(ann)
    assert not desk.personal_suggestions_allowed(ann) and profile and not profile.personal_suggestions
    desk.allow_personal_suggestions(ann, True)
    assert desk.personal_suggestions_allowed(ann)


def test_products_without_type_or_brand_are_no_favourites(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann, bare = shop.customer(), shop.product("", brand="", sizes=("M",))
    shop.order(ann, [(bare, 1)])
    seen(shop, ann, bare, Behaviour.BUY)
    profile = desk.profile(ann)
    assert profile and profile.favourite_types == profile.favourite_brands == ()
    assert profile.sizes == {}
