"""`OrderDesk`: what a customer can see of their orders and do with them, as the shop's policy allows."""

from __future__ import annotations

from collections.abc import Mapping

from actions.orders.reading import load_order, order_view, orders_of
from actions.orders.returning import in_one, quote, returnable
from actions.orders.returns_made import made_before, made_view, make_return, refund_view
from actions.orders.tracking import track
from actions.orders.types import (
    OrderView,
    RefundStatus,
    Refusal,
    ReturnableItem,
    ReturnMade,
    ReturnQuote,
    Tracking,
    Why,
)
from actions.shop.audit import record_change
from actions.shop.clock import Clock
from actions.shop.models import Order
from actions.shop.policy import Policy
from actions.shop.session import Sessions


class OrderDesk:
    """Every method takes the customer whose identity was proved; other people's orders do not exist for it.

    Raises `actions.shop.session.ShopUnavailable` from any method when the database is locked or gone;
    nothing has been changed then.
    """

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None:
        self._sessions = sessions
        self._policy = policy
        self._clock = clock

    def find(self, customer_id: str, limit: int = 10) -> list[OrderView]:
        """The customer's orders, the latest first."""
        with self._sessions.reading() as session:
            latest = orders_of(customer_id).order_by(Order.placed.desc(), Order.order_number).limit(limit)
            return [order_view(order, self._policy.currency) for order in session.scalars(latest)]

    def order(self, customer_id: str, order_number: str) -> OrderView | None:
        """One order, or None if the customer has no such order."""
        with self._sessions.reading() as session:
            order = load_order(session, customer_id, order_number)
            return order_view(order, self._policy.currency) if order else None

    def track(self, customer_id: str, order_number: str) -> Tracking | Refusal:
        """Where the order is; refuses `UNKNOWN_ORDER` only."""
        with self._sessions.reading() as session:
            order = load_order(session, customer_id, order_number)
            if order is None:
                return _unknown(order_number)
            return track(order, self._policy.delivery, self._clock.now())

    def return_reasons(self) -> tuple[str, ...]:
        """The reasons that the policy knows for a return, in its order, such as `too_small`."""
        return tuple(self._policy.returns.reasons)

    def returnable(
        self, customer_id: str, order_number: str
    ) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
        """Each line of the order as what can go back or why it can't; one refusal where no line can be
        looked at (`UNKNOWN_ORDER`, `WRONG_STATUS`)."""
        with self._sessions.reading() as session:
            order = load_order(session, customer_id, order_number)
            return returnable(order, self._policy, self._clock.now()) if order else _unknown(order_number)

    def quote_return(
        self, customer_id: str, order_number: str, lines: Mapping[int, int], reason: str
    ) -> ReturnQuote | Refusal:
        """What returning these lines (line → quantity) would do. Lines that can't go back stand in
        `refused`; only where none can is the answer a refusal."""
        with self._sessions.reading() as session:
            order = load_order(session, customer_id, order_number)
            if order is None:
                return _unknown(order_number)
            return quote(order, lines, reason, self._policy, self._clock.now())

    def return_items(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, int],
        reason: str,
        *,
        conversation: str | None = None,
        idempotency_key: str | None = None,
    ) -> ReturnMade | Refusal:
        """Make the return: all of the lines, or none and a refusal. The same key again, or the same lines
        again where no further pieces are left or no other key is given, answers with the return that exists
        (`already`)."""
        now = self._clock.now()
        with self._sessions.writing() as session:
            order = load_order(session, customer_id, order_number, lock=True)
            if order is None:
                return _unknown(order_number)
            if made := made_before(order, lines, idempotency_key):
                return made_view(made, order, self._policy, already=True)
            quoted = quote(order, lines, reason, self._policy, now)
            if isinstance(quoted, Refusal):
                return quoted
            if quoted.refused:
                return in_one(quoted.refused)
            made = make_return(session, order, quoted, idempotency_key, now)
            record_change(
                session,
                now,
                action="return_items",
                subject=f"order {order.order_number}",
                customer_id=customer_id,
                conversation=conversation,
                before={"returns": [earlier.return_number for earlier in order.returns]},
                after={
                    "return": made.return_number,
                    "lines": {str(item.line): item.quantity for item in quoted.items},
                    "reason": reason,
                    "refund": str(made.refund),
                },
            )
            return made_view(made, order, self._policy, already=False)

    def refund_status(
        self, customer_id: str, order_number: str | None = None
    ) -> tuple[RefundStatus, ...] | Refusal:
        """The refunds of one order's returns, or of all the customer's, the latest first; `NO_RETURN` where
        there is none."""
        with self._sessions.reading() as session:
            if order_number is None:
                found = list(session.scalars(orders_of(customer_id)))
            else:
                order = load_order(session, customer_id, order_number)
                if order is None:
                    return _unknown(order_number)
                found = [order]
            made = sorted((r for order in found for r in order.returns), key=lambda r: r.id, reverse=True)
            if not made:
                return Refusal(Why.NO_RETURN, order_number)
            return tuple(refund_view(one, self._policy) for one in made)


def _unknown(order_number: str) -> Refusal:
    return Refusal(Why.UNKNOWN_ORDER, order_number)
