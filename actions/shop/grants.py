"""What was proved in a conversation and still holds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from actions.shop.models import Grant


def live_grant(session: Session, conversation: str, now: datetime) -> Grant | None:
    """What the conversation may speak for now: the last thing that was proved and has not expired."""
    return session.scalars(
        select(Grant)
        .where(Grant.conversation == conversation, Grant.expires > now)
        .order_by(Grant.id.desc())
        .limit(1)
    ).first()


def end_grants(session: Session, conversation: str, now: datetime) -> None:
    """Let everything that was proved in the conversation end now."""
    session.execute(
        update(Grant).where(Grant.conversation == conversation, Grant.expires > now).values(expires=now)
    )
