"""Undoing what was done to an order: a return or exchange is called off, a change is changed back, as far as the policy
lets either be done now.

A deed is called by its number (`R-…`, `E-…`, `C-…`, `P-…`) and can be undone once. Changing back is a change like any
other, judged by the same rules; what left an order for good (cancelled, taken out, paid back) can only be ordered anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.orders.changing import Change, change_view, made_before
from actions.orders.money import carry_out, charge, give_back
from actions.orders.readdressing import AddressQuote, NewAddress
from actions.orders.repaying import NewPayment, PaymentQuote
from actions.orders.swapping import ItemsQuote, NewItems, Wanted
from actions.orders.types import Movement, Refusal, Why
from actions.shop.models import Order, OrderChange, Problem, Return, ReturnStatus, TransactionKind, Variant
from actions.shop.policy import Policy

Deed = Return | OrderChange | Problem
Back = AddressQuote | PaymentQuote | ItemsQuote

QUOTES: Mapping[str, type[Back]] = {
    "change_address": AddressQuote,
    "change_payment": PaymentQuote,
    "change_order": ItemsQuote,
}
"""Kind of change that can be changed back → its quote."""
UNDONE_NEVER = {
    "cancel_order": "cancelled_for_good",
    "report_problem": "settled",
    "change_order": "taken_out",
}
"""Kind of deed → why it, or what is refused of it, stays done."""


@dataclass(frozen=True, slots=True)
class UndoQuote:
    """What undoing a deed would do."""

    deed: str
    """Its number."""
    kind: str
    """`return_item`, `exchange_item`, or the kind of change, as the policy names it."""
    order_number: str
    goods: tuple[str, ...]
    """The titles of what a return or exchange is about."""
    currency: str
    movements: tuple[Movement, ...]
    back: Back | None = None
    """What changing back does; None where a return or exchange is called off."""


@dataclass(frozen=True, slots=True)
class UndoMade:
    """A deed that was undone."""

    quote: UndoQuote
    already: bool
    """It had been undone before; nothing was changed now."""


def find_deed(order: Order, number: str | None) -> Deed | Refusal:
    """The deed of that number, or without one the latest that still stands."""
    deeds: list[Deed] = [*order.returns, *order.changes, *order.problems]
    if number is None:
        deeds = [deed for deed in deeds if not _called_off(deed)]
        latest = max(deeds, key=lambda deed: deed.created, default=None)
        return latest or Refusal(Why.NOTHING_DONE, order.order_number)
    found = next((deed for deed in deeds if number_of(deed) == number), None)
    return found or Refusal(Why.NOTHING_DONE, order.order_number)


def number_of(deed: Deed) -> str:
    """What the deed is called."""
    match deed:
        case Return():
            return deed.return_number
        case OrderChange():
            return deed.change_number
        case Problem():
            return deed.problem_number


def quote_undo(deed: Deed, order: Order, policy: Policy, now: datetime) -> UndoQuote | Refusal:
    """What undoing the deed would do now."""
    match deed:
        case Return():
            return _quote_call_off(deed, order, policy)
        case OrderChange():
            return _quote_back(deed, order, policy, now)
        case Problem():
            return _stays("report_problem", order)


def undone_before(deed: Deed, order: Order, policy: Policy) -> UndoQuote | None:
    """What undoing it did, where that has been done already."""
    if isinstance(deed, Return) and _called_off(deed):
        return _call_off(deed, order, policy, ())
    back = way_back(deed, order) if isinstance(deed, OrderChange) else None
    made = made_before(order, back, None) if back else None
    if made is None or made.id <= deed.id or not isinstance(deed, OrderChange):
        return None
    return _of_change(deed, change_view(made, QUOTES[deed.kind], already=True).quote)


def call_off(
    session: Session, made: Return, order: Order, quoted: UndoQuote, policy: Policy, now: datetime
) -> None:
    """Let a return or exchange be as if it had not been asked for: what was put aside is for sale again."""
    made.status = ReturnStatus.CANCELLED
    for item in made.items:
        if item.new_sku is not None:
            session.get_one(Variant, item.new_sku).stock += item.quantity
    carry_out(session, order, quoted.movements, made.return_number, now)


def way_back(made: OrderChange, order: Order) -> Change[Any] | None:
    """The wish that changes it back; None where there is none."""
    if made.kind not in QUOTES:
        return None
    match change_view(made, QUOTES[made.kind], already=True).quote:
        case AddressQuote() as did:
            return NewAddress(did.before) if made.wish.get("delivery") is None else None
        case PaymentQuote() as did:
            return NewPayment(did.before.payment_id)
        case ItemsQuote() as did:
            old = {item.line: _sku_before(item.line, did, order) for item in did.items}
            whole = all(wish.get("quantity") is None for wish in made.wish["lines"].values())
            return (
                NewItems({line: Wanted(sku) for line, sku in old.items()})
                if whole and all(old.values())
                else None
            )
    return None


def _called_off(deed: Deed) -> bool:
    return isinstance(deed, Return) and deed.status == ReturnStatus.CANCELLED


def _quote_call_off(made: Return, order: Order, policy: Policy) -> UndoQuote | Refusal:
    rule = policy.returns if made.kind == "return" else policy.exchanges
    refusal = Refusal(
        Why.NOT_UNDONE, order.order_number, return_number=made.return_number, instead=("person",)
    )
    if not rule.call_off:
        return replace(refusal, because="kept")
    if made.status != ReturnStatus.REQUESTED or made.received or made.refunded:
        return replace(refusal, because="received")
    movements = list[Movement]()
    for entry in order.transactions:
        if entry.cause != made.return_number:
            continue
        if entry.kind == TransactionKind.PAYMENT:
            movements.append(give_back(entry.amount, entry.payment, policy))
            continue
        taken = charge(order, entry.amount, entry.payment)
        if isinstance(taken, Refusal):
            return taken
        movements.append(taken)
    return _call_off(made, order, policy, tuple(movements))


def _call_off(made: Return, order: Order, policy: Policy, movements: tuple[Movement, ...]) -> UndoQuote:
    titles = {item.line: item.variant.product.title for item in order.items}
    goods = tuple(titles[item.line] for item in made.items)
    return UndoQuote(
        made.return_number, f"{made.kind}_item", order.order_number, goods, policy.currency, movements
    )


def _quote_back(made: OrderChange, order: Order, policy: Policy, now: datetime) -> UndoQuote | Refusal:
    back = way_back(made, order)
    if back is None:
        return replace(_stays(made.kind, order), gone=_gone(made, order))
    if not _stands(made, order):
        return replace(_stays(made.kind, order), because="changed_since")
    quoted = back.quote(order, policy, now)
    return quoted if isinstance(quoted, Refusal) else _of_change(made, quoted)


def _gone(made: OrderChange, order: Order) -> dict[str, str]:
    """The products that the change took out of the order."""
    if made.kind == "change_order":
        did = change_view(made, ItemsQuote, already=True).quote
        return {item.product_id: item.title for item in did.items if item.new is None}
    products = [item.variant.product for item in order.items] if made.kind == "cancel_order" else []
    return {product.product_id: product.title for product in products}


def _of_change(made: OrderChange, back: Back) -> UndoQuote:
    return UndoQuote(
        made.change_number, made.kind, made.order_number, (), back.currency, back.movements, back
    )


def _stands(made: OrderChange, order: Order) -> bool:
    """Whether the order is still as the change left it."""
    match change_view(made, QUOTES[made.kind], already=True).quote:
        case AddressQuote() as did:
            return order.address == did.after
        case PaymentQuote() as did:
            return order.payment_id == did.after.payment_id
        case ItemsQuote() as did:
            now = {item.line: item.sku for item in order.items}
            return all(item.new and now.get(item.line) == item.new.sku for item in did.items)


def _sku_before(line: int, did: ItemsQuote, order: Order) -> str | None:
    """The variant that a line was; None where it was taken out of the order."""
    was = next(item for item in did.items if item.line == line)
    there = next((item for item in order.items if item.line == line), None)
    if was.new is None or there is None:
        return None
    return next(
        (
            variant.sku
            for variant in there.variant.product.variants
            if (variant.colour, variant.size, dict(variant.options))
            == (was.colour, was.size, dict(was.options))
        ),
        None,
    )


def _stays(kind: str, order: Order) -> Refusal:
    """What is said of a deed of this kind that cannot be undone."""
    instead = ("person",)
    return Refusal(
        Why.NOT_UNDONE, order.order_number, because=UNDONE_NEVER.get(kind, "kept"), instead=instead
    )
