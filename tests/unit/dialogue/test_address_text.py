"""Addresses as people type them."""

from __future__ import annotations

import pytest

from actions.dialogue.address_text import AddressReader
from actions.dialogue.language import language

READER = AddressReader(language("en"), "en_US")
OAK = {"street": "12 Oak Street", "city": "Boulder", "state": "CO", "postcode": "80302", "country": "US"}


@pytest.mark.parametrize(
    "text",
    [
        "12 Oak Street, Boulder, CO 80302",
        "12 oak street boulder co 80302",
        "12 Oak Street, Boulder, Colorado, 80302",
        "12 Oak Street\nBoulder CO 80302\nUSA",
        "please send order 1077 to 12 Oak Street, Boulder, CO 80302 instead, thanks",
        "to 12 Oak Street, Boulder, CO 80302. ann@example.com",
        "its 12 Oak Street, Boulder, CO 80302 please",
        "can you send it to 12 Oak Street, Boulder, CO 80302, USA?",
    ],
)
def test_one_address_in_many_dresses(text: str) -> None:
    found = READER.find(text)
    assert found is not None
    assert found.parts == OAK


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "445 Maple Drive, Suite 394, Fort Worth, TX, 76165, USA",
            {"street_2": "Suite 394", "city": "Fort Worth"},
        ),
        ("760 5th Avenue Suite 3, New York, NY 10019", {"street": "760 5th Avenue", "street_2": "Suite 3"}),
        ("101 Highway 6, San Diego, California, 92101", {"street": "101 Highway 6", "state": "CA"}),
        ("PO Box 12, Durango, CO 81301", {"street": "PO Box 12", "city": "Durango"}),
        (
            "Hauptstraße 5, 10115 Berlin, Germany",
            {"street": "Hauptstraße 5", "city": "Berlin", "country": "DE"},
        ),
        ("10 Downing Street, London SW1A 2AA, United Kingdom", {"postcode": "SW1A 2AA", "country": "GB"}),
        (
            "12 King St W, Toronto, ON M5H 1A1, Canada",
            {"street": "12 King St W", "state": "ON", "country": "CA"},
        ),
    ],
)
def test_other_addresses(text: str, parts: dict[str, str]) -> None:
    found = READER.find(text)
    assert found is not None
    assert {name: found.parts.get(name) for name in parts} == parts


def test_what_was_not_said_is_not_made_up() -> None:
    found = READER.find("send it to 45 Pine Ave, Boulder")
    assert found is not None
    assert found.parts == {"street": "45 Pine Ave", "city": "Boulder"}


@pytest.mark.parametrize(
    "text", ["cancel order 1077", "2 of the jackets for order 1077", "1077", "i have 3 kids and 2 dogs", ""]
)
def test_what_is_no_address(text: str) -> None:
    assert READER.find(text) is None


def test_a_street_alone_counts_where_an_address_was_asked_for() -> None:
    assert READER.find("12 oak street") is None
    found = READER.find("12 oak street", street_alone=True)
    assert found is not None
    assert found.parts == {"street": "12 Oak Street"}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("postcode", "its 80302", "80302"),
        ("postcode", "no idea", None),
        ("state", "colorado", "CO"),
        ("state", "CO", "CO"),
        ("country", "Canada", "CA"),
        ("city", "boulder", "Boulder"),
    ],
)
def test_a_part_by_itself(name: str, text: str, value: str | None) -> None:
    assert READER.part(name, text) == value
