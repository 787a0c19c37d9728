"""Addresses that are pointed at by the order that went there."""

from __future__ import annotations

import pytest

from actions.dialogue.language import language
from actions.dialogue.orders.known_addresses import own_address, pointer

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("change my default address to the address of my order with the lamp", "my order with the lamp"),
        ("send it to the same address as order 1042, please", "order 1042"),
        ("it's the address of my order with the lamp.", "my order with the lamp"),
        ("send order 1077 to the address on my other order instead", "my other order"),
        ("can it go to where you sent the tent?", "the tent"),
        ("send it to my Denver address, the one my order with the lamp went to", "my order with the lamp"),
        ("change it to my address, the one that order 1042 was sent to, please", "order 1042"),
        ("it should go to the one my lamp order went to", "my lamp order"),
        ("send it to where my order with the boots went", "my order with the boots"),
    ],
)
def test_what_leads_to_it_is_no_part_of_the_order(text: str, order: str) -> None:
    found = pointer(text, ENGLISH)
    assert found and found.order == order
    assert text[found.start :].split()[0] in ENGLISH.phrases("to_address")


@pytest.mark.parametrize(
    "text",
    [
        "change the address of my order with the lamp",
        "what is the address of your shop?",
        "to 12 Oak Street, Boulder, CO 80302",
        "my order with the lamp",
    ],
)
def test_what_points_at_none(text: str) -> None:
    assert pointer(text, ENGLISH) is None


def test_of_two_the_one_that_is_wished_for() -> None:
    text = "change the address of my order with the bicycle to the address of my order with the luggage set"
    found = pointer(text, ENGLISH)
    assert found and found.order == "my order with the luggage set"


def test_asked_for_it_stands_alone() -> None:
    found = pointer("the address of order 1042", ENGLISH, asked=True)
    assert found and found.order == "order 1042"
    found = pointer("my Denver address, the one my order with the lamp went to.", ENGLISH, asked=True)
    assert found and found.order == "my order with the lamp" and found.start == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("send order 1077 to my Denver address", "my Denver address"),
        ("change it to our New York place, please", "our New York place"),
        ("change my address", None),
        ("to the address of my sister", None),
    ],
)
def test_an_address_of_ones_own_called_by_a_word_of_it(text: str, named: str | None) -> None:
    assert own_address(text, ENGLISH) == named
