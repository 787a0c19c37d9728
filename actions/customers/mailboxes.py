"""Finding customers by their address of mail."""

from __future__ import annotations

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from actions.shop.models import AnyText, Customer


def by_email(session: Session, email: str) -> list[Customer]:
    """The customers of an address of mail, however it is written; none of an empty one."""
    key = func.lower(literal(email.strip() or None, AnyText()))
    return list(session.scalars(select(Customer).where(Customer.email_key == key)))
