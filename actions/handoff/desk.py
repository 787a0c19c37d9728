"""`HandoffDesk`: puts a conversation in the queue for a person and says honestly when one answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.handoff.hours import answer_by, is_open, next_opening
from actions.shop.audit import next_id, public_number
from actions.shop.clock import Clock
from actions.shop.models import Handoff
from actions.shop.policy import Policy
from actions.shop.session import Sessions

WAITING, TAKEN, CLOSED = "waiting", "taken", "closed"
"""What becomes of a request, in this order."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place in the queue."""

    number: str
    """Such as `H-100012`."""
    position: int
    """1 is next."""
    already: bool
    """The conversation was waiting before; nothing new was queued."""
    known: bool
    """It is known which customer asks, and so where to write to."""
    open_now: bool
    """People are at work at this moment."""
    opens: datetime
    """When they next are, in their own time zone; now, if they are."""
    answer_by: date
    """The last day on which an answer comes."""


class HandoffDesk:
    """Raises `actions.shop.session.ShopUnavailable` when the database is locked or gone."""

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None:
        self._sessions = sessions
        self._policy = policy
        self._clock = clock

    def request(self, conversation: str, reason: str, summary: str, customer_id: str | None = None) -> Ticket:
        """Queue the conversation; while it waits, asking again gives the same ticket, of whoever is known by then."""
        with self._sessions.writing() as session:
            row_id = next_id(session, Handoff)
            if waiting := _waiting(session, conversation):
                waiting.customer_id = waiting.customer_id or customer_id
                return self._ticket(session, waiting, already=True)
            row = Handoff(
                id=row_id,
                number=public_number("H", row_id),
                conversation=conversation,
                customer_id=customer_id,
                reason=reason,
                summary=summary,
                status=WAITING,
                created=self._clock.now(),
            )
            session.add(row)
            session.flush()
            return self._ticket(session, row, already=False)

    def waiting(self, conversation: str) -> Ticket | None:
        """The conversation's ticket while it waits."""
        with self._sessions.reading() as session:
            row = _waiting(session, conversation)
            return self._ticket(session, row, already=True) if row else None

    def note(self, conversation: str, contact: str) -> Ticket | None:
        """Put beside the conversation's request where to answer; None where none waits."""
        with self._sessions.writing() as session:
            row = _waiting(session, conversation)
            if row is None:
                return None
            row.summary = f"{contact}\n{row.summary}"
            return self._ticket(session, row, already=True)

    def take(self, number: str) -> str | None:
        """A person takes a request that waits out of the queue; what it was before, None where there is none."""
        return self._move(number, TAKEN, (WAITING,))

    def close(self, number: str) -> str | None:
        """A request needs nobody any more; what it was before, None where there is none."""
        return self._move(number, CLOSED, (WAITING, TAKEN))

    def _move(self, number: str, to: str, of: tuple[str, ...]) -> str | None:
        with self._sessions.writing() as session:
            rows = select(Handoff).where(Handoff.number == number)
            row = session.scalars(rows.with_for_update()).one_or_none()
            if row is None:
                return None
            before = row.status
            if before in of:
                row.status = to
            return before

    def _ticket(self, session: Session, row: Handoff, already: bool) -> Ticket:
        before = select(func.count()).where(Handoff.status == WAITING, Handoff.id < row.id)
        service, now = self._policy.service, self._clock.now()
        return Ticket(
            number=row.number,
            position=session.scalars(before).one() + 1,
            already=already,
            known=row.customer_id is not None,
            open_now=is_open(service, now),
            opens=next_opening(service, now),
            answer_by=answer_by(service, now),
        )


def _waiting(session: Session, conversation: str) -> Handoff | None:
    return session.scalars(
        select(Handoff).where(Handoff.conversation == conversation, Handoff.status == WAITING)
    ).one_or_none()
