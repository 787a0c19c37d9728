"""What a customer wants, one thing after the other: from the task's own actions, else from what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bench.retail.customer.describing import mentions
from bench.retail.customer.instructions import everything, questions, sentences
from bench.retail.expectation import changing_actions
from bench.retail.importing import Json

JUST_A_QUESTION = re.compile(
    r"I (also |then )?(want|would like) to (know|ask|check|find out)\b", re.IGNORECASE
)
PAYMENT = re.compile(r"(my amex credit card|my gift card|the other order's payment method)", re.IGNORECASE)
WISH = re.compile(r"\b(want|wonder|need|would like|return|cancel|exchange|refund)\b", re.IGNORECASE)


class Kind(StrEnum):
    """What is to happen."""

    CANCEL = "cancel_pending_order"
    RETURN = "return_delivered_order_items"
    EXCHANGE = "exchange_delivered_order_items"
    CHANGE = "modify_pending_order_items"
    ADDRESS = "modify_pending_order_address"
    HOME = "modify_user_address"
    PAYMENT = "modify_pending_order_payment"
    ASK = "ask"
    """To be told something."""
    FORBIDDEN = "forbidden"
    """What the instructions say, in a task after which nothing may have changed."""


@dataclass(frozen=True)
class Thing:
    """A piece of an order, and what it is to become; `pick` says it shorter: `cheapest`, `most expensive`."""

    item: Json
    new: Json | None = None
    pick: str | None = None


@dataclass(frozen=True)
class Wish:
    """One thing to be done.

    `orders` are those that it is about, `marks` the pieces by which the customer tells the first of them from
    their other orders, `together` all of a kind that the customer has; `others` are the pieces of the same orders
    that it is not about. `numbered`: the customer says the order's number unasked. `place` is how they call an
    address that they rather not spell out.
    """

    kind: Kind
    orders: tuple[Json, ...] = ()
    marks: tuple[Json, ...] = ()
    things: tuple[Thing, ...] = ()
    others: tuple[Json, ...] = ()
    payment: Json | None = None
    address: Json | None = None
    place: str | None = None
    reason: str | None = None
    text: str = ""
    destination: str | None = None
    """In a task after which nothing may have changed, how they want to be paid."""
    numbered: bool = False
    together: bool = False
    preferred: bool = False
    """Whether the instructions speak of a way to pay."""

    @property
    def pieces(self) -> list[Json]:
        """All pieces of the orders."""
        return [item for order in self.orders for item in order["items"]]


def wishes_of(task: Json, user: Json | None, shop: Json) -> list[Wish]:
    """The customer's wishes, in the order of the task's own actions.

    Raises:
        KeyError, ValueError: the task names what the shop does not have.
    """
    said = everything(task)
    changes = [_wish(action, user or {}, shop, said) for action in changing_actions(task)]
    asked = [Wish(Kind.ASK, text=question) for question in questions(task)]
    if changes:
        return [*_together(changes, user or {}, shop, said), *asked]
    forbidden = _forbidden(task, user, shop, said)
    return [forbidden, *asked] if WISH.search(forbidden.text) else asked


def _wish(action: Json, user: Json, shop: Json, said: str) -> Wish:
    kind, arguments = Kind(action["name"]), action["arguments"]
    if kind is Kind.HOME:
        return Wish(kind, address=arguments, place=_place(arguments, None, user, shop, said))
    order = shop["orders"][arguments["order_id"]]
    methods = shop["users"][order["user_id"]]["payment_methods"]
    payment = arguments.get("payment_method_id")
    things = tuple(_things(arguments, order, shop, said))
    taken = [thing.item for thing in things]
    wish = Wish(
        kind,
        (order,),
        _marks(order, user, shop, said),
        things,
        tuple(item for item in order["items"] if item not in taken),
        payment=methods[payment] if payment else None,
        reason=arguments.get("reason"),
        numbered=order["order_id"].lstrip("#W") in said,
        preferred=re.search(r"gift ?card|paypal|credit card|visa|amex", said, re.IGNORECASE) is not None,
    )
    if kind is not Kind.ADDRESS:
        return wish
    return replace(wish, address=arguments, place=_place(arguments, order, user, shop, said))


def _things(arguments: Json, order: Json, shop: Json, said: str) -> Iterator[Thing]:
    ids = arguments.get("item_ids") or []
    new_ids = arguments.get("new_item_ids") or [None] * len(ids)
    left = list(order["items"])
    for item_id, new_id in zip(ids, new_ids, strict=True):
        item = next((one for one in left if one["item_id"] == item_id), None)
        if item is None:
            raise ValueError(f"order {order['order_id']} has no item {item_id}")
        left.remove(item)
        variants = shop["products"][item["product_id"]]["variants"]
        new = variants[new_id] if new_id else None
        yield Thing(item, new, _pick(new, [*variants.values()], said) if new else None)


def _pick(new: Json, variants: Sequence[Json], said: str) -> str | None:
    """`cheapest` where that is what they ask for and what this is."""
    prices = [variant["price"] for variant in variants if variant["available"]]
    for pick, price in (
        ("cheapest", min(prices, default=None)),
        ("most expensive", max(prices, default=None)),
    ):
        if new["price"] == price and pick in said:
            return pick
    return None


def _place(address: Json, order: Json | None, user: Json, shop: Json, said: str) -> str | None:
    """How somebody calls an address that they rather not say: their default one, that of another order."""
    if not re.search(r"reveal|default|profile|mention", said):
        return None
    if order and user and _same(address, user["address"]):
        return "my default address"
    for order_id in user.get("orders", ()):
        other = shop["orders"][order_id]
        if order_id != (order or {}).get("order_id") and _same(address, other["address"]):
            return f"the address of my order with the {_marks(other, user, shop, said)[0]['name'].lower()}"
    return None


def _marks(order: Json, user: Json, shop: Json, said: str) -> tuple[Json, ...]:
    """Up to two pieces of an order, those first that no other order has, of them those that they speak of."""
    elsewhere = {
        item["product_id"]
        for order_id in user.get("orders", ())
        if order_id != order["order_id"]
        for item in shop["orders"][order_id]["items"]
    }
    ranked = sorted(
        order["items"], key=lambda item: (item["product_id"] in elsewhere, not mentions(said, item["name"]))
    )
    own = [item for item in ranked if item["product_id"] not in elsewhere]
    return tuple((own or ranked)[:2])


def _same(one: Json, other: Json) -> bool:
    return all(one[name] == other[name] for name in ("address1", "address2", "zip"))


def _together(wishes: Sequence[Wish], user: Json, shop: Json, said: str) -> list[Wish]:
    """Several alike that concern all of the customer's pending orders, and are said so, are one wish."""
    pending = {
        order_id for order_id in user.get("orders", ()) if shop["orders"][order_id]["status"] == "pending"
    }
    if not re.search(r"\ball\b[^.]*\border", said):
        return list(wishes)
    result = list(wishes)
    for kind in (Kind.CANCEL, Kind.ADDRESS):
        alike = [wish for wish in wishes if wish.kind is kind]
        orders = tuple(order for wish in alike for order in wish.orders)
        same = len({(wish.reason, str(wish.address and wish.address["address1"])) for wish in alike}) == 1
        if len(alike) > 1 and same and {order["order_id"] for order in orders} == pending:
            result[result.index(alike[0])] = replace(alike[0], orders=orders, others=(), together=True)
            result = [wish for wish in result if wish not in alike[1:]]
    return result


def _forbidden(task: Json, user: Json | None, shop: Json, said: str) -> Wish:
    """What the instructions ask for although nothing may change: what they name of the customer's orders."""
    orders = [shop["orders"][order_id] for order_id in (user or {}).get("orders", ())]
    text = " ".join([one for one in sentences(task) if not JUST_A_QUESTION.match(one)][:2])
    about = [order for order in orders if order["order_id"].lstrip("#W") in said]
    things = [
        (order, item)
        for order in about or orders
        for item in order["items"]
        if mentions(text.split("except")[0], item["name"])
    ]
    looked_up = [
        shop["orders"][action["arguments"]["order_id"]]
        for action in task["evaluation_criteria"]["actions"] or []
        if action["name"] == "get_order_details"
    ]
    named = about or [order for order, _ in things[:1]] or looked_up
    payment = PAYMENT.search(text)
    return Wish(
        Kind.FORBIDDEN,
        tuple(named),
        things=tuple(Thing(item) for order, item in things if order in named),
        text=text,
        destination=payment[0] if payment else None,
        numbered=bool(about),
    )
