"""The demo shop's CSV files: made by their script byte for byte, whole, and free of contradictions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actions.shop.csv_files import SOURCES, RefusedRow, read_rows
from actions.shop.policy import Policy
from data.shop.make.brands import BRANDS
from data.shop.make.colours import FANCY, PLAIN
from data.shop.make.demo import DEMO
from data.shop.make.pursuits import GOES_WITH, PURSUITS
from tests.unit.demo_files import (
    CUSTOMERS,
    EVENTS,
    INTERACTIONS,
    ITEMS,
    ORDERS,
    PAYMENTS,
    PRODUCT,
    PRODUCTS,
    ROOT,
    SHIPMENTS,
    SHOP,
    VARIANTS,
    VARIANTS_OF,
    Rows,
)


def test_the_script_writes_exactly_these_files(tmp_path: Path) -> None:
    """In a process of its own, whose sets and dictionaries are hashed by another seed."""
    command = [sys.executable, "-m", "data.shop.make", str(tmp_path)]
    subprocess.run(
        command, cwd=ROOT, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True
    )
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made.keys() == {path.name for path in SHOP.glob("*.csv")}
    assert [name for name, content in made.items() if content != (SHOP / name).read_bytes()] == []


def test_the_importer_takes_every_row() -> None:
    seeded = datetime(2026, 5, 1, 12, tzinfo=UTC)
    refused = [
        row for source in SOURCES for row in read_rows(SHOP, source, seeded) if isinstance(row, RefusedRow)
    ]
    assert refused == []


def test_it_is_as_large_as_was_asked_and_no_larger() -> None:
    assert len(PRODUCTS) >= 640
    assert len({row["type"] for row in PRODUCTS}) >= 34
    assert len({row["brand"] for row in PRODUCTS}) >= 18
    assert len(CUSTOMERS) == 300
    assert len(ORDERS) == 900
    assert len(INTERACTIONS) >= 15_000
    assert (SHOP / "products.csv").stat().st_size + (SHOP / "variants.csv").stat().st_size < 2_000_000
    assert sum(path.stat().st_size for path in SHOP.glob("*.csv")) < 4_000_000


@pytest.mark.parametrize(
    ("rows", "column", "owners", "key"),
    [
        (VARIANTS, "product_id", PRODUCTS, "product_id"),
        (PRODUCTS, "product_id", VARIANTS, "product_id"),
        (PAYMENTS, "customer_id", CUSTOMERS, "customer_id"),
        (ORDERS, "customer_id", CUSTOMERS, "customer_id"),
        (ORDERS, "payment_id", PAYMENTS, "payment_id"),
        (ORDERS, "order_number", ITEMS, "order_number"),
        (ITEMS, "order_number", ORDERS, "order_number"),
        (ITEMS, "sku", VARIANTS, "sku"),
        (SHIPMENTS, "order_number", ORDERS, "order_number"),
        (SHIPMENTS, "shipment_id", EVENTS, "shipment_id"),
        (SHIPMENTS, "shipment_id", ITEMS, "shipment_id"),
        (EVENTS, "shipment_id", SHIPMENTS, "shipment_id"),
        (INTERACTIONS, "UserID", CUSTOMERS, "customer_id"),
        (INTERACTIONS, "ItemID", PRODUCTS, "product_id"),
    ],
)
def test_what_is_referred_to_is_there(rows: Rows, column: str, owners: Rows, key: str) -> None:
    assert {row[column] for row in rows} <= {row[key] for row in owners}


def test_keys_are_unique() -> None:
    for rows, key in (
        (PRODUCTS, "product_id"), (PRODUCTS, "title"), (PRODUCTS, "description"), (VARIANTS, "sku"),
        (CUSTOMERS, "customer_id"), (CUSTOMERS, "email"), (PAYMENTS, "payment_id"), (ORDERS, "order_number"),
        (SHIPMENTS, "shipment_id"), (SHIPMENTS, "tracking_number"),
    ):  # fmt: skip
        assert [value for value, count in Counter(row[key] for row in rows).items() if count > 1] == [], key


# The catalogue


def test_every_name_in_the_catalogue_is_known() -> None:
    types = {row["type"] for row in PRODUCTS}
    assert {row["brand"] for row in PRODUCTS} == BRANDS.keys()
    assert {row["colour"] for row in VARIANTS} - {""} == {*PLAIN, *FANCY}
    assert types == GOES_WITH.keys()
    assert {other for others in GOES_WITH.values() for other in others} <= types
    assert {kind for pursuit in PURSUITS.values() for kind in pursuit.needs} <= types


def test_prices_and_stock_make_sense() -> None:
    for row in VARIANTS:
        assert float(row["price"]) > 0
        assert not row["list_price"] or float(row["list_price"]) > float(row["price"])
    share_out = sum(row["stock"] == "0" for row in VARIANTS) / len(VARIANTS)
    share_on_offer = sum(bool(row["list_price"]) for row in VARIANTS) / len(VARIANTS)
    sold_out = [p for p, rows in VARIANTS_OF.items() if all(row["stock"] == "0" for row in rows)]
    assert 0.05 < share_out < 0.2
    assert 0.05 < share_on_offer < 0.15
    assert 5 <= len(sold_out) <= 40


def test_descriptions_are_two_to_five_sentences() -> None:
    for row in PRODUCTS:
        sentences = re.findall(r"[.!?](?= |$)", row["description"])
        assert 2 <= len(sentences) <= 5, row["title"]
        assert 60 <= len(row["description"]) <= 420, row["title"]


def test_no_product_contradicts_itself() -> None:
    animal = re.compile(r"(?<!synthetic )\b(leather|suede|wool|merino|lambswool|down|silk|shearling|felt)\b")
    for row in PRODUCTS:
        title, text, material = row["title"].lower(), row["description"].lower(), row["material"].lower()
        features = set(row["features"].split("; "))
        specs = json.loads(row["specs"])
        if "vegan" in features:
            assert not animal.search(material), row["title"]
        if "leather" in text and "leather-free" not in text:
            assert "leather" in material, row["title"]
        for feature in ("waterproof", "insulated", "recycled", "rechargeable", "ultralight", "packable"):
            assert not re.search(rf"\b{feature}\b", title) or feature in features, row["title"]
        assert not {"waterproof", "water-resistant"} <= features, row["title"]
        assert "recycled" not in features or "recycled" in material, row["title"]
        if "persons" in specs:
            assert f"{specs['persons']}-person" in title
            assert 240 * specs["persons"] <= specs["weight_g"] <= 4000 * specs["persons"], row["title"]


def wishes() -> Iterator[tuple[str, str, str, float, int]]:
    """Type, feature, colour, highest price, and how many different products ought to answer."""
    yield "hiking boots", "waterproof", "brown", 150, 8
    yield "jacket", "waterproof", "green", 120, 6
    yield "jacket", "waterproof", "blue", 150, 2
    yield "down jacket", "insulated", "red", 150, 2
    yield "trail running shoes", "breathable", "black", 130, 4
    yield "tent", "waterproof", "green", 250, 3
    yield "backpack", "", "black", 150, 3
    yield "headlamp", "rechargeable", "black", 60, 3
    yield "sleeping bag", "vegan", "green", 100, 1
    yield "water bottle", "insulated", "black", 50, 2
    yield "socks", "odour-resistant", "grey", 30, 1
    yield "gloves", "touchscreen-compatible", "black", 50, 3
    yield "sandals", "", "black", 80, 5
    yield "bike", "electric", "black", 2500, 1


@pytest.mark.parametrize(("kind", "feature", "colour", "limit", "count"), list(wishes()))
def test_plain_wishes_have_answers_in_stock(
    kind: str, feature: str, colour: str, limit: float, count: int
) -> None:
    answers = {
        row["product_id"]
        for row in VARIANTS
        if row["colour"] == colour
        and int(row["stock"]) > 0
        and float(row["price"]) < limit
        and (product := PRODUCT[row["product_id"]])["type"] == kind
        and (not feature or feature in product["features"].split("; "))
    }
    assert len(answers) >= count


def test_a_few_dozen_products_are_new() -> None:
    assert 24 <= sum(-30 < float(row["added"]) < 0 for row in PRODUCTS) <= 80


def test_the_policy_speaks_of_what_is_sold() -> None:
    rules = Policy.load(SHOP / "policy.yml").returns
    category = {row["type"]: row["category"] for row in PRODUCTS}
    days = {"hiking boots": 60, "bike": 14, "bike light": 14, "headlamp": 14, "gps device": 14, "tent": 30}
    assert {kind: rules.window(kind, category[kind]) for kind in days} == days
    final = (
        "gift card",
        "socks",
        "underwear",
        "gas canister",
        "trail snack",
        "personalised item",
    )
    assert all(rules.never_because(kind, category[kind]) for kind in final)


# The customers


def test_addresses_are_american_and_nobody_real_is_called() -> None:
    for row in CUSTOMERS:
        assert re.fullmatch(r"\d{5}", row["postcode"]) and re.fullmatch(r"[A-Z]{2}", row["state"])
        assert re.fullmatch(r"\+1 \d{3} 555 01\d\d", row["phone"])
        assert row["email"].rsplit("@")[1] in ("example.com", "example.org", "example.net")
        assert (row["country"], row["locale"]) == ("US", "en_US")


def test_everybody_can_pay_and_only_gift_cards_hold_money() -> None:
    assert {row["customer_id"] for row in PAYMENTS} == {row["customer_id"] for row in CUSTOMERS}
    assert all(bool(row["balance"]) == (row["kind"] == "gift_card") for row in PAYMENTS)


def test_a_demo_customer_is_new_and_a_few_others_have_not_ordered() -> None:
    idle = {row["customer_id"] for row in CUSTOMERS} - {row["customer_id"] for row in ORDERS}
    assert "C0012" in idle and len(idle) < 75
    assert "C0012" not in {row["UserID"] for row in INTERACTIONS}
    assert DEMO.keys() - idle == DEMO.keys() - {"C0012"}
