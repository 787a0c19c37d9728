"""A shop of tau2's retail form with one customer and two orders, and tasks on it."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

ADDRESS = {
    "address1": "1 High Street",
    "address2": "",
    "city": "Austin",
    "state": "TX",
    "zip": "75001",
    "country": "USA",
}
LAMPS = {
    "5550000001": {"color": "black", "brightness": "high", "power source": "battery"},
    "5550000002": {"color": "black", "brightness": "low", "power source": "battery"},
    "5550000003": {"color": "white", "brightness": "low", "power source": "USB"},
}
BOTTLES = {
    "6660000001": {"capacity": "500ml", "material": "glass"},
    "6660000002": {"capacity": "750ml", "material": "glass"},
}
PRODUCTS = {"10": ("Desk Lamp", LAMPS, 20.0), "20": ("Water Bottle", BOTTLES, 8.5)}


def item(product_id: str, item_id: str) -> Json:
    name, variants, price = PRODUCTS[product_id]
    options = variants[item_id]
    return {"name": name, "product_id": product_id, "item_id": item_id, "price": price, "options": options}


def order(order_id: str, status: str, items: list[Json]) -> Json:
    total = sum(one["price"] for one in items)
    return {
        "order_id": order_id,
        "user_id": "kim_lee_1234",
        "address": ADDRESS,
        "items": items,
        "status": status,
        "fulfillments": [],
        "payment_history": [
            {"transaction_type": "payment", "amount": total, "payment_method_id": "credit_card_7654321"}
        ],
    }


def shop() -> Json:
    """One delivered order, of a lamp and a bottle, and one pending, of a bottle."""
    methods: list[Json] = [
        {"source": "credit_card", "id": "credit_card_7654321", "brand": "visa", "last_four": "0042"},
        {"source": "gift_card", "id": "gift_card_1122334", "balance": 50.0},
    ]
    delivered = order("#W1000001", "delivered", [item("10", "5550000001"), item("20", "6660000001")])
    pending = order("#W1000002", "pending", [item("20", "6660000002")])
    return {
        "products": {
            product_id: {
                "name": name,
                "product_id": product_id,
                "variants": {
                    item_id: {"item_id": item_id, "options": options, "available": True, "price": price}
                    for item_id, options in variants.items()
                },
            }
            for product_id, (name, variants, price) in PRODUCTS.items()
        },
        "users": {
            "kim_lee_1234": {
                "user_id": "kim_lee_1234",
                "name": {"first_name": "Kim", "last_name": "Lee"},
                "address": ADDRESS,
                "email": "kim.lee@example.com",
                "payment_methods": {method["id"]: method for method in methods},
                "orders": ["#W1000001", "#W1000002"],
            }
        },
        "orders": {one["order_id"]: one for one in (delivered, pending)},
    }


def task(
    name: str, reason: str, *actions: tuple[str, Json], known: str = "You are Kim Lee in zip code 75001."
) -> Json:
    return {
        "id": name,
        "user_scenario": {
            "instructions": {"reason_for_call": reason, "known_info": known, "task_instructions": ""}
        },
        "evaluation_criteria": {
            "actions": [{"name": kind, "arguments": arguments} for kind, arguments in actions]
        },
    }


EXCHANGE = task(
    "exchange",
    "You want to exchange the desk lamp for a less bright one.",
    ("find_user_id_by_name_zip", {"first_name": "Kim", "last_name": "Lee", "zip": "75001"}),
    (
        "exchange_delivered_order_items",
        {
            "order_id": "#W1000001",
            "item_ids": ["5550000001"],
            "new_item_ids": ["5550000002"],
            "payment_method_id": "gift_card_1122334",
        },
    ),
)
CANCEL = task(
    "cancel",
    "You want to cancel order #W1000002 as you no longer need it. You want to know how long the refund takes.",
    ("cancel_pending_order", {"order_id": "#W1000002", "reason": "no longer needed"}),
    known="Your e-mail is kim.lee@example.com.",
)
MOVE = task(
    "move",
    "You want all your orders sent to your office.",
    (
        "modify_pending_order_address",
        {**ADDRESS, "order_id": "#W1000002", "address1": "9 Low Road", "address2": "Suite 3", "zip": "75009"},
    ),
)
FORBIDDEN = task(
    "forbidden", "You want to return the water bottle for cash. If the agent asks to confirm, you regret."
)
