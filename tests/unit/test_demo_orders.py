"""The demo shop's orders, parcels and interactions: possible in themselves, and agreeing with each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from actions.shop.models import OrderStatus
from actions.shop.policy import Policy
from data.shop.make.demo import DEMO_ORDERS
from tests.unit.demo_files import (
    CUSTOMERS,
    EVENTS_OF,
    INTERACTIONS,
    ITEMS,
    ITEMS_OF,
    ORDER,
    ORDERS,
    PAYMENTS,
    PRODUCT,
    SHIPMENTS,
    SHIPMENTS_OF,
    SHOP,
    VARIANT,
    VARIANTS_OF,
)


def test_there_are_orders_in_every_status() -> None:
    statuses = Counter(row["status"] for row in ORDERS)
    assert statuses.keys() == set(OrderStatus)
    assert min(statuses.values()) >= 20
    assert {int(number) for number in ORDER} == set(range(1001, 1901))


def test_orders_belong_to_their_payers_and_cost_what_the_policy_says() -> None:
    delivery = Policy.load(SHOP / "policy.yml").delivery
    payer = {row["payment_id"]: row["customer_id"] for row in PAYMENTS}
    for number, order in ORDER.items():
        assert payer[order["payment_id"]] == order["customer_id"]
        rate = delivery.rate(order["delivery"], "US")
        assert rate is not None
        total = sum(float(item["unit_price"]) * int(item["quantity"]) for item in ITEMS_OF[number])
        free = rate.free_over is not None and total >= rate.free_over
        assert float(order["delivery_cost"]) == (0 if free else float(rate.cost)), number


def test_nothing_is_bought_before_it_was_sold_or_its_buyer_known() -> None:
    joined = {row["customer_id"]: float(row["joined"]) for row in CUSTOMERS}
    for item in ITEMS:
        order = ORDER[item["order_number"]]
        added = float(PRODUCT[VARIANT[item["sku"]]["product_id"]]["added"])
        assert max(added, joined[order["customer_id"]]) < float(order["placed"]) < 0


PARCELS_OF_STATUS = {
    "pending": set(), "processing": set(), "cancelled": set(), "packed": {"packed"},
    "shipped": {"in_transit", "delivered", "lost"}, "out_for_delivery": {"out_for_delivery"},
    "delivered": {"delivered"}, "returned": {"delivered"},
}  # fmt: skip


def test_parcels_agree_with_their_orders() -> None:
    for number, order in ORDER.items():
        parcels = SHIPMENTS_OF.get(number, [])
        statuses = {parcel["status"] for parcel in parcels}
        assert statuses <= PARCELS_OF_STATUS[order["status"]], number
        assert bool(parcels) == bool(PARCELS_OF_STATUS[order["status"]]), number
        if order["status"] == "shipped":
            assert statuses & {"in_transit", "lost"}, number
        in_parcels = {item["shipment_id"] for item in ITEMS_OF[number]} - {""}
        assert in_parcels == {parcel["shipment_id"] for parcel in parcels}, number


def test_times_of_parcels_are_in_order() -> None:
    for parcel in SHIPMENTS:
        placed = float(ORDER[parcel["order_number"]]["placed"])
        times = [float(event["time"]) for event in EVENTS_OF[parcel["shipment_id"]]]
        assert times == sorted(times) and placed < times[0] and times[-1] < 0
        assert bool(parcel["shipped"]) == (parcel["status"] != "packed")
        assert bool(parcel["delivered"]) == (parcel["status"] == "delivered")
        if parcel["delivered"]:
            assert placed < float(parcel["shipped"]) < float(parcel["delivered"]) == times[-1]
        if parcel["status"] == "out_for_delivery":
            assert 0 < float(parcel["expected"]) < 0.5


def test_last_events_say_where_parcels_are() -> None:
    for parcel in SHIPMENTS:
        last = EVENTS_OF[parcel["shipment_id"]][-1]["status"]
        expected = {"packed": {"label_created"}, "in_transit": {"picked_up", "in_transit", "delayed"}}
        assert last in expected.get(parcel["status"], {parcel["status"]})


def test_there_are_orders_for_every_story() -> None:
    delivered = {
        number: max(float(parcel["delivered"]) for parcel in SHIPMENTS_OF[number])
        for number, order in ORDER.items()
        if order["status"] == "delivered"
    }
    late = [p for p in SHIPMENTS if float(p["delivered"] or 0) > float(p["expected"])]
    final = {
        item["order_number"]
        for item in ITEMS
        if PRODUCT[VARIANT[item["sku"]]["product_id"]]["type"]
        in ("socks", "underwear", "gift card", "gas canister")
    }
    assert sum(when > -14 for when in delivered.values()) >= 40
    assert sum(-30 < when <= -14 for when in delivered.values()) >= 40
    assert sum(when < -60 for when in delivered.values()) >= 300
    assert len(final & delivered.keys()) >= 30
    assert len(late) >= 15
    assert sum(parcel["status"] == "lost" for parcel in SHIPMENTS) >= 3
    assert sum(len(parcels) == 2 for parcels in SHIPMENTS_OF.values()) >= 10


def test_order_1042_is_ann_beckers() -> None:
    ann = next(row for row in CUSTOMERS if row["email"] == "ann@example.com")
    assert (ann["first_name"], ann["last_name"], ann["postcode"]) == ("Ann", "Becker", "80302")
    order = ORDER["1042"]
    payment = next(row for row in PAYMENTS if row["payment_id"] == order["payment_id"])
    assert (order["customer_id"], order["status"]) == (ann["customer_id"], "delivered")
    assert payment["label"] == "Visa ending 4242"
    assert [float(parcel["delivered"]) for parcel in SHIPMENTS_OF["1042"]] == [-5.0]
    bought = [VARIANT[item["sku"]] for item in ITEMS_OF["1042"]]
    products = [PRODUCT[variant["product_id"]] for variant in bought]
    assert [product["type"] for product in products] == ["jacket", "hiking boots", "headlamp"]
    assert bought[0]["colour"] == "blue" and "waterproof" in products[0]["features"]
    for variant in bought[:2]:  # there is another size to exchange them for
        others = [v for v in VARIANTS_OF[variant["product_id"]] if v["colour"] == variant["colour"]]
        assert any(int(other["stock"]) > 0 and other["size"] != variant["size"] for other in others)


def test_the_other_demo_orders_are_as_written_down() -> None:
    for number, fixed in DEMO_ORDERS.items():
        order = ORDER[str(number)]
        assert (order["customer_id"], order["status"]) == (fixed.customer_id, fixed.status)
        assert float(order["placed"]) == fixed.placed
        assert len(SHIPMENTS_OF.get(str(number), [])) in (0, fixed.parcels)
    assert SHIPMENTS_OF["1103"][0]["status"] == "lost"
    assert [parcel["status"] for parcel in SHIPMENTS_OF["1102"]] == ["delivered", "in_transit"]


# Interactions


def test_interactions_are_in_order_of_time_and_compact() -> None:
    times = [float(row["Time"]) for row in INTERACTIONS]
    assert times == sorted(times) and times[-1] < 0
    assert all(re.fullmatch(r"-\d+(\.\d{1,3})?", row["Time"]) for row in INTERACTIONS)
    assert {row["Behavior"] for row in INTERACTIONS} == {"Browse", "AddToCart", "Buy", "Rate"}


def test_buys_are_exactly_what_was_ordered_and_when() -> None:
    ordered = Counter(
        (order["customer_id"], VARIANT[item["sku"]]["product_id"], order["placed"])
        for item in ITEMS
        if (order := ORDER[item["order_number"]])
    )
    buys = Counter(
        (row["UserID"], row["ItemID"], row["Time"]) for row in INTERACTIONS if row["Behavior"] == "Buy"
    )
    assert buys == ordered


def test_people_look_before_they_buy_and_rate_what_they_bought() -> None:
    first: dict[tuple[str, str, str], float] = {}
    for row in INTERACTIONS:
        first.setdefault((row["UserID"], row["ItemID"], row["Behavior"]), float(row["Time"]))
    for (who, what, did), when in first.items():
        assert when > float(PRODUCT[what]["added"])
        if did == "Buy":
            assert first[who, what, "Browse"] < when and first[who, what, "AddToCart"] < when
        if did == "Rate":
            assert first[who, what, "Buy"] < when


def test_tastes_can_be_seen() -> None:
    """The types that somebody bought before tell what they buy last better than what everybody buys."""
    bought: defaultdict[str, list[str]] = defaultdict(list)
    for row in INTERACTIONS:
        if row["Behavior"] != "Rate":
            bought[row["UserID"]].append(PRODUCT[row["ItemID"]]["brand"])
    everybody = [
        brand for brand, _ in Counter(brand for brands in bought.values() for brand in brands).most_common(3)
    ]
    own, common, seen = 0, 0, 0
    for brands in bought.values():
        half = len(brands) // 2
        if half >= 10:
            favourites = [brand for brand, _ in Counter(brands[:half]).most_common(3)]
            own += sum(brand in favourites for brand in brands[half:])
            common += sum(brand in everybody for brand in brands[half:])
            seen += len(brands) - half
    assert own / seen > 1.15 * common / seen
