"""What a shop's order numbers look like, told from its orders."""

from __future__ import annotations

import pytest

from actions.shop.order_numbers import FOUR_DIGITS, NumberForm, number_form
from tests.unit.shop_builder import ShopBuilder


@pytest.mark.parametrize(
    ("numbers", "form"),
    [
        ((), FOUR_DIGITS),
        (("1042", "1043"), NumberForm("", 4)),
        (("W2378156", "W2378157", "17"), NumberForm("W", 7)),
        (("A-10001",), NumberForm("A-", 5)),
        (("no number",), FOUR_DIGITS),
    ],
)
def test_the_form_of_most_orders_counts(
    shop: ShopBuilder, numbers: tuple[str, ...], form: NumberForm
) -> None:
    customer_id = shop.customer()
    for number in numbers:
        shop.order(customer_id, [], order_number=number)
    assert number_form(shop.sessions) == form
