"""Addresses as people type them."""

from __future__ import annotations

import pytest

from actions.dialogue.language import language
from actions.dialogue.orders.address_text import AddressReader
from actions.settings import ROOT
from actions.shop.policy import Policy

DELIVERY = Policy.load(ROOT / "data" / "shop" / "policy.yml").delivery
READER = AddressReader(language("en"), "en_US", DELIVERY, "US")
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
        "i have 1190 and 1545 open, both go to 12 Oak Street, Boulder, CO 80302",
        "it should be 12 Oak Street, Boulder, CO 80302. Furthermore, I would like to have you send 1077 there, too",
        "change it to 12 Oak Street, Boulder, CO 80302. Then send the lamp to 45 Pine Ave, Denver, CO 80205.",
        "order 1077 shall go to 12 Oak Street, Boulder, CO 80302, USA. thank you so much for the help",
        "12 oak street, boulder, co 80302 also i want to cancel 1077",
        "to 12 Oak Street, Boulder, CO 80302! And I need size 9",
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
        ("9 Main St. Ft. Worth, TX 76165. I also moved.", {"street": "9 Main St.", "city": "Ft. Worth"}),
        ("45 Pine Ave, Boulder. I would like to have you send the lamp there as well", {"city": "Boulder"}),
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


@pytest.mark.parametrize(
    ("text", "street", "city", "postcode", "country"),
    [
        ("ul. Marszałkowska 10, 00-950 Warszawa, Poland", "ul. Marszałkowska 10", "Warszawa", "00-950", "PL"),
        ("Drottninggatan 5, 114 55 Stockholm, Sweden", "Drottninggatan 5", "Stockholm", "114 55", "SE"),
        ("Drottninggatan 5 114 55 Stockholm Sweden", "Drottninggatan 5", "Stockholm", "114 55", "SE"),
        (
            "14 St Stephen's Green, Dublin D02 AF30, Ireland",
            "14 St Stephen's Green",
            "Dublin",
            "D02 AF30",
            "IE",
        ),
        ("Rua Augusta 100, 1100-053 Lisboa, Portugal", "Rua Augusta 100", "Lisboa", "1100-053", "PT"),
        ("Václavské náměstí 1, 110 00 Praha, Czech Republic", "Václavské náměstí 1", "Praha", "110 00", "CZ"),
        ("Mannerheimintie 5, 00100 Helsinki, Finland", "Mannerheimintie 5", "Helsinki", "00100", "FI"),
        ("Karl Johans gate 22, 0026 Oslo, Norway", "Karl Johans gate 22", "Oslo", "0026", "NO"),
        ("Damstraat 3, 1012 JL Amsterdam, the Netherlands", "Damstraat 3", "Amsterdam", "1012 JL", "NL"),
        ("12 Rue de Rivoli, 75001 Paris, France", "12 Rue de Rivoli", "Paris", "75001", "FR"),
        ("10 Downing Street, London SW1A 2AA, UK", "10 Downing Street", "London", "SW1A 2AA", "GB"),
        ("3 Republic Street, Valletta VLT 1115, Malta", "3 Republic Street", "Valletta", "VLT 1115", "MT"),
    ],
)
def test_addresses_of_countries_that_are_delivered_to(
    text: str, street: str, city: str, postcode: str, country: str
) -> None:
    for said in (text, f"please send it to {text} instead"):
        found = READER.find(said, asked=True)
        assert found is not None
        assert found.parts == {"street": street, "city": city, "postcode": postcode, "country": country}


def test_a_name_with_a_number_is_no_street_unasked_or_without_more_of_an_address() -> None:
    assert READER.find("Karl Johans gate 22, 0026 Oslo") is None
    assert READER.find("order 1077, please", asked=True) is None
    assert READER.find("order 1077, the one to Boulder", asked=True) is None
    found = READER.find("Marszałkowska 10, Warszawa, Poland", asked=True)
    assert found is not None
    assert found.parts == {"street": "Marszałkowska 10", "city": "Warszawa", "country": "PL"}


def test_a_postcode_is_asked_for_as_the_country_has_them() -> None:
    said = {"PL": "00-950", "SE": "114 55", "IE": "D02 AF30", "PT": "1000-001", "CN": "100084", "NO": "0150"}
    for country, postcode in said.items():
        assert READER.part("postcode", postcode, country) == postcode
        assert country == "CN" or READER.part("postcode", f"it's {postcode.lower()}", country) == postcode


BARE = AddressReader(language("en"), "en_US", DELIVERY.model_copy(update={"postcodes": {}}), "US")
"""In a shop whose policy says of no country what its postcodes look like."""


@pytest.mark.parametrize(
    ("text", "city", "state", "postcode"),
    [
        ("12 Oak Street, Boulder, CO 80302, USA", "Boulder", "CO", "80302"),
        ("please send it to 12 oak street boulder co 80302 instead", "Boulder", "CO", "80302"),
        ("1234 Elm Street, Suite 98761, Austin, TX 78701", "Austin", "TX", "78701"),
        ("12 King St W, Toronto, ON M5H 1A1, Canada", "Toronto", "ON", "M5H 1A1"),
        ("10 Downing Street, London SW1A 2AA", "London", None, "SW1A 2AA"),
        ("Hauptstraße 5, 10115 Berlin", "Berlin", None, "10115"),
        ("45 Pine Ave, Suite 12345, Boulder, CO", "Boulder", "CO", None),
    ],
)
def test_postcodes_are_known_where_the_policy_says_nothing_of_them(
    text: str, city: str, state: str | None, postcode: str | None
) -> None:
    found = BARE.find(text, asked=True)
    assert found is not None
    assert [found.parts.get(name) for name in ("city", "state", "postcode")] == [city, state, postcode]
    assert BARE.part("postcode", "My zip code is 80280") == "80280"


@pytest.mark.parametrize("text", ["101 Broadway Ave, New York, 10001", "101 Broadway Ave, New York 10001"])
def test_a_city_that_is_called_as_its_state(text: str) -> None:
    found = READER.find(text)
    assert found is not None
    assert [found.parts.get(name) for name in ("city", "state", "postcode")] == ["New York", "NY", "10001"]


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
    found = READER.find("12 oak street", asked=True)
    assert found is not None
    assert found.parts == {"street": "12 Oak Street"}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("postcode", "its 80302", "80302"),
        ("postcode", "no idea", None),
        ("postcode", "what do you need 2 of those for", None),
        ("country", "uk", "GB"),
        ("state", "colorado", "CO"),
        ("state", "CO", "CO"),
        ("country", "Canada", "CA"),
        ("city", "boulder", "Boulder"),
    ],
)
def test_a_part_by_itself(name: str, text: str, value: str | None) -> None:
    assert READER.part(name, text) == value


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("how much is delivery to canada", "CA"),
        ("what does it cost to norway?", "NO"),
        ("can you tell us what it costs", None),
        ("do you ship within the US", "US"),
        ("shipping to the moon", None),
        ("its a chador", None),
    ],
)
def test_a_country_that_is_named(text: str, country: str | None) -> None:
    assert READER.country(text) == country
