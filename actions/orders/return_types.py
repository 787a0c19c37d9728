"""What the order desk answers with about returns and refunds: frozen values, as in `actions.orders.types`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from actions.orders.types import Days, Movement, Payment, Refusal


@dataclass(frozen=True, slots=True)
class ReturnableItem:
    """A line of which some pieces can go back."""

    line: int
    product_id: str
    title: str
    type: str
    colour: str
    size: str
    unit_price: Decimal
    available: int
    """How many pieces can still go back, at least one."""
    until: datetime | None
    """The end of the return window; None where it never ends."""


Each = str | Mapping[int, str]
"""A reason or kind: one for all the lines, or each line's own."""


def each_line(what: Each, lines: Iterable[int]) -> dict[int, str]:
    """Line → its own reason or kind; empty where it has none."""
    return {line: what if isinstance(what, str) else what.get(line, "") for line in lines}


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """Pieces of one line that go back, and what is paid back for them before postage."""

    line: int
    product_id: str
    title: str
    colour: str
    size: str
    quantity: int
    amount: Decimal
    why: str
    """The reason of a return, or what is wrong, as the policy names it."""


@dataclass(frozen=True, slots=True)
class Refund:
    """What a return pays back, to where and when."""

    goods: Decimal
    postage: Decimal
    """Deducted from the goods; zero where the shop pays."""
    amount: Decimal
    """Goods less postage, never below zero."""
    currency: str
    payment: Payment
    working_days: tuple[int, int]
    """At least and at most, counted from `starts`."""
    starts: str
    """The event from which the days count, such as `received` (in the warehouse)."""


@dataclass(frozen=True, slots=True)
class ReturnQuote:
    """What a return would do; nothing has been changed yet."""

    order_number: str
    items: tuple[ReturnLine, ...]
    refund: Refund
    movements: tuple[Movement, ...] = ()
    """What moves at once; empty where the refund waits for the parcel."""
    refused: tuple[Refusal, ...] = ()
    """Lines that were asked for but cannot go back, each with its reason."""
    earlier: int = 0
    """Returns and exchanges before it: the same wish quoted after one more is a further wish, no repetition."""

    @property
    def lines(self) -> dict[int, int]:
        """Line → quantity: what to hand to `return_items`."""
        return {item.line: item.quantity for item in self.items}


@dataclass(frozen=True, slots=True)
class ReturnMade:
    """A return as it stands in the database."""

    return_number: str
    order_number: str
    status: str
    created: datetime
    items: tuple[ReturnLine, ...]
    refund: Refund
    already: bool = field(default=False)
    """It had been made before; nothing was changed now."""


@dataclass(frozen=True, slots=True)
class RefundStatus:
    """How far a refund has come."""

    return_number: str
    """The number of the return, or of the change or problem that it is for; empty where none is known."""
    order_number: str
    status: str
    """Of a return `requested` (the parcel is awaited), `received` (the refund is being made), `refunded` or
    `cancelled`; of money given back at once `under_way` or `given_back`; `unrecorded` where the order came back and no
    more is known."""
    amount: Decimal
    currency: str
    payment: Payment
    created: datetime
    received: datetime | None
    refunded: datetime | None
    expected: Days | None
    """When the money arrives; None until the event it counts from, and once it was refunded."""
    working_days: tuple[int, int]
    starts: str
