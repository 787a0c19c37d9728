"""`OrderDesk`: what a customer can see of their orders and do with them, as the shop's policy allows."""

from __future__ import annotations

from collections.abc import Mapping

from actions.orders.types import (
    OrderView,
    Refusal,
    RefundStatus,
    ReturnableItem,
    ReturnMade,
    ReturnQuote,
    Tracking,
)
from actions.shop.clock import Clock
from actions.shop.policy import Policy
from actions.shop.session import Sessions


class OrderDesk:
    """Every method takes the customer whose identity was proved; other people's orders do not exist for it.

    Raises `actions.shop.session.ShopUnavailable` from any method when the database is locked or gone; nothing has been
    changed then.
    """

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None: ...

    def find(self, customer_id: str, limit: int = 10) -> list[OrderView]:
        """The customer's orders, the latest first."""
        raise NotImplementedError

    def order(self, customer_id: str, order_number: str) -> OrderView | None:
        """One order, or None if the customer has no such order."""
        raise NotImplementedError

    def track(self, customer_id: str, order_number: str) -> Tracking | Refusal:
        """Where the order is; refuses `UNKNOWN_ORDER` only."""
        raise NotImplementedError

    def return_reasons(self) -> tuple[str, ...]:
        """The reasons that the policy knows for a return, in its order, such as `too_small`."""
        raise NotImplementedError

    def returnable(self, customer_id: str, order_number: str) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
        """Each line of the order as what can go back or why it can't; one refusal where no line can be looked at
        (`UNKNOWN_ORDER`, `WRONG_STATUS`)."""
        raise NotImplementedError

    def quote_return(
        self, customer_id: str, order_number: str, lines: Mapping[int, int], reason: str
    ) -> ReturnQuote | Refusal:
        """What returning these lines (line → quantity) would do. Lines that can't go back stand in `refused`; only
        where none can is the answer a refusal."""
        raise NotImplementedError

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
        """Make the return: all of the lines, or none and a refusal. The same key again, or the same lines again where
        no further pieces are left or no other key is given, answers with the return that exists (`already`)."""
        raise NotImplementedError

    def refund_status(
        self, customer_id: str, order_number: str | None = None
    ) -> tuple[RefundStatus, ...] | Refusal:
        """The refunds of one order's returns, or of all the customer's, the latest first; `NO_RETURN` where there is
        none."""
        raise NotImplementedError
