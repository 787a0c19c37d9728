"""`HandoffDesk`: puts a conversation in the queue for a person and says honestly when one answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from actions.shop.clock import Clock
from actions.shop.policy import Policy
from actions.shop.session import Sessions


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place in the queue."""

    number: str
    """Such as `H-100012`."""
    position: int
    """1 is next."""
    already: bool
    """The conversation was waiting before; nothing new was queued."""
    open_now: bool
    """People are at work at this moment."""
    opens: datetime
    """When they next are, in their own time zone; now, if they are."""
    answer_by: date
    """The last day on which an answer comes."""


class HandoffDesk:
    """Raises `actions.shop.session.ShopUnavailable` when the database is locked or gone."""

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None: ...

    def request(
        self, conversation: str, reason: str, summary: str, customer_id: str | None = None
    ) -> Ticket:
        """Queue the conversation; while it waits, asking again gives the same ticket."""
        raise NotImplementedError

    def waiting(self, conversation: str) -> Ticket | None:
        """The conversation's ticket while it waits."""
        raise NotImplementedError
