"""The order desk's book: an order opened for one customer, changed in one transaction, and noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from actions.orders import changing
from actions.orders.changing import Change, ChangeMade
from actions.orders.reading import load_order
from actions.orders.types import Refusal, Why
from actions.shop.audit import record_change
from actions.shop.clock import Clock
from actions.shop.models import Order, OrderChange
from actions.shop.policy import Policy
from actions.shop.session import Sessions

Quote = TypeVar("Quote")


class OrderBook:
    """Opens orders for their own customers only, and lets nothing change without a line in the book of changes."""

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None:
        self._sessions = sessions
        self._policy = policy
        self._clock = clock

    @contextmanager
    def _open(
        self, customer_id: str, order_number: str, write: bool = False
    ) -> Iterator[tuple[Session, Order | None]]:
        with self._sessions.writing() if write else self._sessions.reading() as session:
            yield session, load_order(session, customer_id, order_number, lock=write)

    def _quote(self, customer_id: str, order_number: str, change: Change[Quote]) -> Quote | Refusal:
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return change.quote(order, self._policy, self._clock.now())

    def _change(
        self,
        customer_id: str,
        order_number: str,
        change: Change[Quote],
        quote: type[Quote],
        *,
        conversation: str | None = None,
        idempotency_key: str | None = None,
        told: str | None = None,
    ) -> ChangeMade[Quote] | Refusal:
        now = self._clock.now()
        with self._open(customer_id, order_number, write=True) as (session, order):
            if order is None:
                return unknown_order(order_number)
            if made := changing.made_before(order, change, idempotency_key):
                return changing.change_view(made, quote, already=True)
            quoted = change.quote(order, self._policy, now)
            if isinstance(quoted, Refusal):
                return quoted
            if refusal := changing.changed_since(quoted, told, order):
                return refusal
            made = self._carry_out(session, order, change, quoted, idempotency_key, conversation, now)
            return changing.change_view(made, quote, already=False)

    def _carry_out(
        self,
        session: Session,
        order: Order,
        change: Change[Quote],
        quoted: Quote,
        key: str | None,
        conversation: str | None,
        now: datetime,
        **noted: str,
    ) -> OrderChange:
        """Do what was quoted, and note it; `noted` stands in the book beside it."""
        before = changing.facts(order)
        made = changing.new_change(session, order, change, quoted, key, now)
        change.carry_out(session, order, quoted, self._policy, made.change_number, now)
        session.flush()
        after = {**changing.facts(order), "change": made.change_number, **noted}
        self._record(session, now, change.kind, order, conversation, before, after)
        return made

    def _record(
        self,
        session: Session,
        now: datetime,
        action: str,
        order: Order,
        conversation: str | None,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> None:
        record_change(
            session,
            now,
            action=action,
            subject=f"order {order.order_number}",
            customer_id=order.customer_id,
            conversation=conversation,
            before=before,
            after=after,
        )


def unknown_order(order_number: str) -> Refusal:
    """What is said of an order that there is not, or that is somebody else's: the same."""
    return Refusal(Why.UNKNOWN_ORDER, order_number)
