"""What every change to an order shares: whether the policy still allows it, and the change once it was made.

Each kind of change has a file of its own with its wish (a frozen value that can quote and carry itself out) and
its quote: `cancelling`, `readdressing`, `repaying`, `swapping`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from actions.orders.reading import changed_for_good, possible
from actions.orders.returning import shortest_window
from actions.orders.settled import settled_order
from actions.orders.types import Refusal, Why
from actions.shop.audit import next_id, public_number
from actions.shop.models import Order, OrderChange
from actions.shop.policy import Policy

Quote = TypeVar("Quote")

_INCIDENTAL = frozenset({"stock", "balance", "arrives", "refused"})
"""Parts of a quote that nobody agrees to."""
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
"""Kind of value → what turns it into JSON and back; slow to make, so made once."""


class Change(Protocol[Quote]):
    """A wish to change an order. `quote` changes nothing; `carry_out` is given what `quote` just said."""

    kind: ClassVar[str]
    """As the policy names it."""

    @property
    def repeatable(self) -> bool:
        """Whether the same wish again, with another key, can be meant as a further one."""
        ...

    def quote(self, order: Order, policy: Policy, now: datetime) -> Quote | Refusal: ...

    def carry_out(
        self, session: Session, order: Order, quoted: Quote, policy: Policy, cause: str, now: datetime
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class ChangeMade(Generic[Quote]):
    """A change as it stands in the database."""

    change_number: str
    order_number: str
    kind: str
    created: datetime
    quote: Quote
    """What it did."""
    already: bool
    """It had been made before; nothing was changed now."""


def forbidden(order: Order, kind: str, policy: Policy) -> Refusal | None:
    """Why the policy does not allow this kind of change to the order now, or None if it does."""
    rule = policy.changes.rule(kind)
    nearest = tuple(task for task in possible(order, policy) if task != kind)
    if set(nearest) <= {"report_problem"}:  # it is on its way, or over
        nearest = ("track_order", *nearest)
    if rule is None:
        return Refusal(Why.NOT_OFFERED, order.order_number, instead=("person",))
    if order.status not in rule.statuses:
        return Refusal(
            Why.WRONG_STATUS,
            order.order_number,
            status=order.status,
            wish=kind,
            window_days=shortest_window(order, policy),
            allowed=tuple(rule.statuses),
            instead=nearest,
        )
    if kind != "change_address" and (settled := settled_order(order)):
        return settled
    if changed_for_good(order, policy):
        return Refusal(Why.FINAL_CHANGE, order.order_number, status=order.status, instead=("person",))
    return None


def made_before(order: Order, change: Change[Any], key: str | None) -> OrderChange | None:
    """The change that a repeated request means: the one made with that key, or the last of its kind if that was
    the very same."""
    same_kind = [made for made in order.changes if made.kind == change.kind]
    for made in same_kind:
        if key is not None and made.idempotency_key == scoped(key, change.kind):
            return made
    if key is not None and change.repeatable:
        return None
    return same_kind[-1] if same_kind and same_kind[-1].wish == as_json(change) else None


def new_change(
    session: Session, order: Order, change: Change[Any], quoted: Any, key: str | None, now: datetime
) -> OrderChange:
    """Write down the change that was quoted; its number names what belongs to it."""
    row_id = next_id(session, OrderChange)
    made = OrderChange(
        id=row_id,
        change_number=public_number("C", row_id),
        order_number=order.order_number,
        kind=change.kind,
        wish=as_json(change),
        quote=as_json(quoted),
        created=now,
        idempotency_key=scoped(key, change.kind),
    )
    order.changes.append(made)
    session.flush()
    return made


def scoped(key: str | None, kind: str) -> str | None:
    """An idempotency key as it is kept: a caller may use one for deeds of different kinds."""
    return None if key is None else f"{kind}:{key}"


def change_view(made: OrderChange, quote: type[Quote], already: bool) -> ChangeMade[Quote]:
    """The change as its customer may see it."""
    told: Quote = _adapter(quote).validate_python(made.quote)
    return ChangeMade(made.change_number, made.order_number, made.kind, made.created, told, already)


def facts(order: Order) -> Mapping[str, Any]:
    """Everything about an order that a change can change, for the book of changes."""
    address = order.address
    return {
        "status": order.status,
        "payment": order.payment_id,
        "delivery": order.delivery,
        "delivery_cost": str(order.delivery_cost),
        "address": [getattr(address, name) for name in address.__slots__],
        "items": {str(i.line): [i.sku, i.quantity, str(i.unit_price)] for i in order.items},
        "paid": str(sum((_signed(entry.kind, entry.amount) for entry in order.transactions), Decimal(0))),
    }


def as_json(value: Any) -> Any:
    """A frozen value as JSON keeps it; amounts and moments as text, exactly."""
    return _adapter(type(value)).dump_python(value, mode="json")


def terms(quoted: Any) -> str:
    """A short text that two quotes share if a customer who agreed to the one agreed to the other: the same deed for
    the same money. What a shelf or a gift card holds, and the day of arrival, may have changed meanwhile."""
    told = json.dumps(_agreed(as_json(quoted)), sort_keys=True)
    return sha256(told.encode()).hexdigest()[:16]


def changed_since(quoted: Any, told: str | None, order: Order) -> Refusal | None:
    """The refusal to do anything but what was told, where somebody says what that was (its `terms`)."""
    if told is None or told == terms(quoted):
        return None
    return Refusal(Why.CHANGED_SINCE, order.order_number)


def _agreed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _agreed(part) for name, part in value.items() if name not in _INCIDENTAL}
    return [_agreed(part) for part in value] if isinstance(value, list) else value


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _signed(kind: str, amount: Decimal) -> Decimal:
    return amount if kind == "payment" else -amount
