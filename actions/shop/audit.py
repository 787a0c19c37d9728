"""What every change to the shop's data leaves behind: a number, and a line in the book of changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.shop.grants import live_grant
from actions.shop.models import AuditEntry, Handoff, OrderChange, Problem, Return
from actions.shop.session import take_turns

FIRST_NUMBER = 100_001


def next_id(session: Session, table: type[Return | Handoff | OrderChange | Problem]) -> int:
    """The next free id of a table whose rows people call by their number; nobody else gets it."""
    take_turns(session, table.__tablename__)
    return (session.scalar(select(func.max(table.id))) or 0) + 1


def public_number(letter: str, row_id: int) -> str:
    """The number people are told: six digits from the first on, such as `R-100001`."""
    return f"{letter}-{FIRST_NUMBER - 1 + row_id}"


def record_change(
    session: Session,
    now: datetime,
    action: str,
    subject: str,
    customer_id: str,
    conversation: str | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Write who changed what, by which proof, in the same transaction as the change itself."""
    grant = live_grant(session, conversation, now) if conversation else None
    session.add(
        AuditEntry(
            time=now,
            conversation=conversation,
            customer_id=customer_id,
            grant_id=grant.id if grant and grant.customer_id == customer_id else None,
            action=action,
            subject=subject,
            before=dict(before),
            after=dict(after),
        )
    )
