"""What a task's own actions make of the retail shop's JSON, as its written policy and tools describe them.

Independent of Aisle's order desk, so that the two can be compared. Amounts are rounded to the cent, and an action that
the shop's rules forbid changes nothing. In one thing it follows the policy where tau2's own tools do not: of several
items that are changed at once, each becomes its own new variant; there, all of them get the last one's price and
options (`modify_pending_order_items`).
"""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from typing import Any

Json = dict[str, Any]

CHANGING = frozenset(
    {
        "cancel_pending_order",
        "modify_pending_order_address",
        "modify_pending_order_items",
        "modify_pending_order_payment",
        "modify_user_address",
        "return_delivered_order_items",
        "exchange_delivered_order_items",
    }
)
"""The actions that change data."""
ADDRESS = ("address1", "address2", "city", "state", "country", "zip")


def changing_actions(task: Json) -> list[Json]:
    """The task's actions that change data, in their order; each has a `name` and `arguments`."""
    actions = task["evaluation_criteria"]["actions"] or []
    return [action for action in actions if action["name"] in CHANGING]


class Forbidden(Exception):
    """The shop's rules do not allow an action; nothing was changed."""


def after(db: Json, actions: list[Json]) -> Json:
    """The shop after these actions, those aside that it forbids; `db` stays as it is."""
    db = deepcopy(db)
    for action in actions:
        with suppress(Forbidden):
            globals()[f"_{action['name']}"](db, **action["arguments"])
    return db


def forbidden(db: Json, actions: list[Json]) -> list[str]:
    """The names of those actions that the shop forbids, each after those before it."""
    db, names = deepcopy(db), []
    for action in actions:
        try:
            globals()[f"_{action['name']}"](db, **action["arguments"])
        except Forbidden:
            names.append(action["name"])
    return names


def differences(expected: Json, actual: Json) -> list[str]:
    """Where two shops differ, as `orders.#W1.status: 'pending' instead of 'cancelled'`; amounts by the cent."""
    return list(_differences(expected, actual, ""))


def _differences(expected: Any, actual: Any, path: str) -> list[str]:
    if expected == actual:
        return []
    if isinstance(expected, dict) and isinstance(actual, dict):
        keys = [*expected, *(key for key in actual if key not in expected)]
        pairs = [(key, expected.get(key), actual.get(key)) for key in keys]
        return [d for key, a, b in pairs for d in _differences(a, b, f"{path}.{key}".lstrip("."))]
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        pairs = [(str(index), a, b) for index, (a, b) in enumerate(zip(expected, actual, strict=True))]
        return [d for key, a, b in pairs for d in _differences(a, b, f"{path}.{key}")]
    if isinstance(expected, float) and isinstance(actual, float):
        expected, actual = round(expected, 2), round(actual, 2)
    return [] if expected == actual else [f"{path}: {actual!r} instead of {expected!r}"]


def _cancel_pending_order(db: Json, order_id: str, reason: str) -> None:
    order = _order(db, order_id, "pending")
    for entry in list(order["payment_history"]):
        _enter(db, order, "refund", entry["amount"], entry["payment_method_id"])
    order |= {"status": "cancelled", "cancel_reason": reason}


def _modify_pending_order_address(db: Json, order_id: str, **address: str) -> None:
    _order(db, order_id, "pending")["address"] = {name: address[name] for name in ADDRESS}


def _modify_user_address(db: Json, user_id: str, **address: str) -> None:
    db["users"][user_id]["address"] = {name: address[name] for name in ADDRESS}


def _modify_pending_order_payment(db: Json, order_id: str, payment_method_id: str) -> None:
    order = _order(db, order_id, "pending")
    first = order["payment_history"][0]
    _cover(db, order, payment_method_id, first["amount"])
    _enter(db, order, "payment", first["amount"], payment_method_id)
    _enter(db, order, "refund", first["amount"], first["payment_method_id"])


def _modify_pending_order_items(
    db: Json, order_id: str, item_ids: list[str], new_item_ids: list[str], payment_method_id: str
) -> None:
    order = _order(db, order_id, "pending")
    difference = _difference(db, order, item_ids, new_item_ids)
    _cover(db, order, payment_method_id, difference)
    _enter(db, order, "payment" if difference > 0 else "refund", abs(difference), payment_method_id)
    waiting = list(order["items"])
    for item_id, new_id in zip(item_ids, new_item_ids, strict=True):
        item = next(item for item in waiting if item["item_id"] == item_id)
        waiting.remove(item)  # or a line that has just become that variant could be taken again
        variant = _variant(db, item, new_id)
        item |= {"item_id": new_id, "price": variant["price"], "options": deepcopy(variant["options"])}
    order["status"] = "pending (item modified)"


def _return_delivered_order_items(
    db: Json, order_id: str, item_ids: list[str], payment_method_id: str
) -> None:
    order = _order(db, order_id, "delivered")
    order |= {
        "status": "return requested",
        "return_items": sorted(item_ids),
        "return_payment_method_id": payment_method_id,
    }


def _exchange_delivered_order_items(
    db: Json, order_id: str, item_ids: list[str], new_item_ids: list[str], payment_method_id: str
) -> None:
    order = _order(db, order_id, "delivered")
    difference = _difference(db, order, item_ids, new_item_ids)
    _cover(db, order, payment_method_id, difference)
    order |= {
        "status": "exchange requested",
        "exchange_items": sorted(item_ids),
        "exchange_new_items": sorted(new_item_ids),
        "exchange_payment_method_id": payment_method_id,
        "exchange_price_difference": difference,
    }


def _order(db: Json, order_id: str, status: str) -> Json:
    order: Json = db["orders"][order_id]
    if order["status"] != status:
        raise Forbidden
    return order


def _cover(db: Json, order: Json, payment_id: str, amount: float) -> None:
    """A gift card has to hold what is to be paid with it."""
    method = db["users"][order["user_id"]]["payment_methods"][payment_id]
    if method.get("balance", amount) < amount:
        raise Forbidden


def _difference(db: Json, order: Json, item_ids: list[str], new_item_ids: list[str]) -> float:
    total = 0.0
    for item_id, new_id in zip(item_ids, new_item_ids, strict=True):
        item = next(item for item in order["items"] if item["item_id"] == item_id)
        total += _variant(db, item, new_id)["price"] - item["price"]
    return round(total, 2)


def _variant(db: Json, item: Json, item_id: str) -> Json:
    found: Json = db["products"][item["product_id"]]["variants"][item_id]
    return found


def _enter(db: Json, order: Json, kind: str, amount: float, payment_id: str) -> None:
    """Note money that moves; of a gift card at once."""
    entry = {"transaction_type": kind, "amount": amount, "payment_method_id": payment_id}
    order["payment_history"].append(entry)
    method = db["users"][order["user_id"]]["payment_methods"][payment_id]
    if "balance" in method:
        method["balance"] = round(method["balance"] + (amount if kind == "refund" else -amount), 2)
