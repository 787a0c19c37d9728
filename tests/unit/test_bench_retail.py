"""The retail benchmark's shop: in and out without loss, and a task's own actions done at the desks."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from actions.customers.desk import CustomerDesk
from actions.orders.desk import OrderDesk
from actions.shop.clock import FixedClock
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from bench.retail.expectation import after, changing_actions, differences, forbidden
from bench.retail.exporting import export_shop
from bench.retail.files import POLICY
from bench.retail.importing import NotThisShop, import_shop
from bench.retail.replaying import Refused, Replay

Json = dict[str, Any]


def variant(item_id: str, price: float, options: dict[str, str], available: bool = True) -> Json:
    return {"item_id": item_id, "price": price, "available": available, "options": options}


def item(item_id: str, price: float, **options: str) -> Json:
    return {"name": "Mug", "product_id": "10", "item_id": item_id, "price": price, "options": options}


def address(city: str) -> Json:
    return {
        "address1": "1 High Street",
        "address2": "",
        "city": city,
        "state": "TX",
        "zip": "75001",
        "country": "USA",
    }


def order(order_id: str, status: str, items: list[Json], paid_by: str) -> Json:
    total = round(sum(one["price"] for one in items), 2)
    ids = [one["item_id"] for one in items]
    payment = {"transaction_type": "payment", "amount": total, "payment_method_id": paid_by}
    return {
        "order_id": order_id,
        "user_id": "kim_lee_1",
        "address": address("Austin"),
        "items": items,
        "status": status,
        "fulfillments": []
        if status == "pending"
        else [{"tracking_id": [f"9{order_id[-1]}"], "item_ids": ids}],
        "payment_history": [payment, payment | {"transaction_type": "refund"}][: 1 + (status == "cancelled")],
    }


@pytest.fixture
def db() -> Json:
    """Four mugs of a kind, one customer with a card and a gift card of 20, four orders."""
    small, large = {"color": "red", "capacity": "0.2 l"}, {"color": "red", "capacity": "0.4 l"}
    mugs = [
        variant("101", 9.99, small),
        variant("102", 12.5, large),
        variant("103", 80.1, {"color": "gold", "capacity": "0.2 l"}),
        variant("104", 5.0, {"color": "grey", "capacity": "0.2 l"}, available=False),
    ]
    red, tall = item("101", 9.99, **small), item("102", 12.5, **large)
    methods: list[Json] = [
        {"source": "credit_card", "id": "credit_card_1", "brand": "visa", "last_four": "0042"},
        {"source": "gift_card", "id": "gift_card_1", "balance": 20.0},
        {"source": "paypal", "id": "paypal_1"},
    ]
    orders = [
        order("#W1", "pending", [deepcopy(red), deepcopy(red), deepcopy(tall)], "credit_card_1"),
        order("#W2", "delivered", [deepcopy(red), deepcopy(red), deepcopy(tall)], "paypal_1"),
        order("#W3", "processed", [deepcopy(tall)], "gift_card_1"),
        order("#W4", "cancelled", [deepcopy(tall)], "gift_card_1"),
        order("#W5", "pending", [deepcopy(tall)], "gift_card_1"),
    ]
    user = {
        "user_id": "kim_lee_1",
        "name": {"first_name": "Kim", "last_name": "Lee"},
        "address": address("Dallas"),
        "email": "kim@example.com",
        "payment_methods": {method["id"]: method for method in methods},
        "orders": ["#W3", "#W1", "#W5", "#W2", "#W4"],
    }
    return {
        "products": {
            "10": {"name": "Mug", "product_id": "10", "variants": {mug["item_id"]: mug for mug in mugs}}
        },
        "users": {"kim_lee_1": user},
        "orders": {one["order_id"]: one for one in orders},
    }


def task(*actions: tuple[str, Json]) -> Json:
    find = ("find_user_id_by_name_zip", {"first_name": "Kim", "last_name": "Lee", "zip": "75001"})
    listed = [{"name": name, "arguments": arguments} for name, arguments in (find, *actions)]
    return {"id": "1", "evaluation_criteria": {"actions": listed}}


def test_the_shop_comes_out_as_it_went_in(database: Sessions, clock: FixedClock, db: Json) -> None:
    before = deepcopy(db)
    import_shop(db, database, clock)
    assert export_shop(database) == before


def test_a_shop_that_contradicts_itself_writes_nothing(
    database: Sessions, clock: FixedClock, db: Json
) -> None:
    db["orders"]["#W5"]["items"][0]["item_id"] = "999"
    with pytest.raises(NotThisShop, match="contradicts"):
        import_shop(db, database, clock)
    db["orders"]["#W5"]["items"][0]["price"] = "dear"
    with pytest.raises(NotThisShop, match="form"):
        import_shop(db, database, clock)
    assert export_shop(database) == {"products": {}, "users": {}, "orders": {}}


@pytest.mark.parametrize("broken", [{}, {"products": {}, "users": {}, "orders": []}, {"products": {"1": {}}}])
def test_what_is_no_such_shop_writes_nothing(database: Sessions, clock: FixedClock, broken: Json) -> None:
    if broken.get("orders") == []:
        broken["users"] = {"a": {}}
    with pytest.raises(NotThisShop):
        import_shop(broken, database, clock)
    assert export_shop(database) == {"products": {}, "users": {}, "orders": {}}


ELSEWHERE = {"address1": "2 Low Road", "address2": "Apt 3", "city": "Waco", "state": "TX", "zip": "76701"}
TASKS = {
    "cancel": task(("cancel_pending_order", {"order_id": "#W1", "reason": "no longer needed"})),
    "cancel what a gift card paid": task(
        ("cancel_pending_order", {"order_id": "#W5", "reason": "ordered by mistake"})
    ),
    "address of an order and of the customer": task(
        ("modify_pending_order_address", {"order_id": "#W1", "country": "USA", **ELSEWHERE}),
        ("modify_user_address", {"user_id": "kim_lee_1", "country": "USA", **ELSEWHERE}),
    ),
    "payment": task(("modify_pending_order_payment", {"order_id": "#W5", "payment_method_id": "paypal_1"})),
    "payment by the gift card": task(
        ("cancel_pending_order", {"order_id": "#W5", "reason": "no longer needed"}),
        ("modify_pending_order_payment", {"order_id": "#W1", "payment_method_id": "gift_card_1"}),
    ),
    "items, dearer": task(
        (
            "modify_pending_order_items",
            {
                "order_id": "#W1",
                "item_ids": ["101", "102"],
                "new_item_ids": ["102", "103"],
                "payment_method_id": "credit_card_1",
            },
        )
    ),
    "items, cheaper, to the gift card": task(
        (
            "modify_pending_order_items",
            {
                "order_id": "#W1",
                "item_ids": ["102"],
                "new_item_ids": ["101"],
                "payment_method_id": "gift_card_1",
            },
        )
    ),
    "items for nothing": task(
        (
            "modify_pending_order_items",
            {
                "order_id": "#W1",
                "item_ids": ["101", "102"],
                "new_item_ids": ["102", "101"],
                "payment_method_id": "paypal_1",
            },
        )
    ),
    "return one of two alike to the gift card": task(
        (
            "return_delivered_order_items",
            {"order_id": "#W2", "item_ids": ["102", "101"], "payment_method_id": "gift_card_1"},
        )
    ),
    "exchange both alike": task(
        (
            "exchange_delivered_order_items",
            {
                "order_id": "#W2",
                "item_ids": ["101", "101"],
                "new_item_ids": ["102", "101"],
                "payment_method_id": "paypal_1",
            },
        )
    ),
}


@pytest.mark.parametrize("asked", TASKS.values(), ids=TASKS)
def test_the_desks_do_what_a_task_asks(database: Sessions, clock: FixedClock, db: Json, asked: Json) -> None:
    changes = changing_actions(asked)
    replay(asked, db, database, clock)
    expected = after(db, changes)
    assert forbidden(db, changes) == [] and differences(expected, db) != []
    assert differences(expected, export_shop(database)) == []


FORBIDDEN = {
    "a gift card with too little": (
        "exchange_delivered_order_items",
        {
            "order_id": "#W2",
            "item_ids": ["101"],
            "new_item_ids": ["103"],
            "payment_method_id": "gift_card_1",
        },
    ),
    "an order that was processed": (
        "cancel_pending_order",
        {"order_id": "#W3", "reason": "no longer needed"},
    ),
}


@pytest.mark.parametrize("action", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_the_shop_forbids_the_desks_refuse(
    database: Sessions, clock: FixedClock, db: Json, action: tuple[str, Json]
) -> None:
    asked = task(action)
    with pytest.raises(Refused, match=action[0]):
        replay(asked, db, database, clock)
    assert forbidden(db, changing_actions(asked)) == [action[0]]
    assert differences(after(db, changing_actions(asked)), export_shop(database)) == []


def test_a_difference_is_named(db: Json) -> None:
    other = deepcopy(db)
    other["orders"]["#W1"]["status"] = "cancelled"
    other["users"]["kim_lee_1"]["payment_methods"]["gift_card_1"]["balance"] = 20.0000001
    assert differences(db, other) == ["orders.#W1.status: 'cancelled' instead of 'pending'"]


def replay(asked: Json, db: Json, sessions: Sessions, clock: FixedClock) -> None:
    import_shop(db, sessions, clock)
    policy = Policy.load(POLICY)
    desks = OrderDesk(sessions, policy, clock), CustomerDesk(sessions, policy, clock)
    Replay(*desks, "c1").play(asked, changing_actions(asked), db)
