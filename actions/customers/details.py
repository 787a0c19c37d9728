"""A customer's own name, phone number and address of mail: what they may be, and changing them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from actions.customers.phones import find_phone, same_phone
from actions.shop.audit import record_change
from actions.shop.models import AnyText, Customer

LONGEST = 100
"""Characters of a name; more is none."""


class Detail(StrEnum):
    """What of their own account a customer can change here."""

    ADDRESS = "address"
    PHONE = "phone"
    NAME = "name"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Details:
    """What is to be changed, or was; what is None stays."""

    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    email: str | None = None

    def given(self) -> dict[str, str]:
        """Name → value of what is not None."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """The details as they are now."""

    before: Details
    after: Details
    already: bool
    """They were so before; nothing was changed now."""


class NotChanged(StrEnum):
    """Why a detail cannot be changed so."""

    BAD_NAME = "bad_name"
    BAD_PHONE = "bad_phone"
    UNPROVED_EMAIL = "unproved_email"
    """Nobody has shown in this conversation that they read what is sent there."""
    EMAIL_TAKEN = "email_taken"
    """It is another customer's. To be told only to somebody who has proved that it is theirs."""


def judge(
    session: Session, customer: Customer, wanted: Details, reads_mail: bool
) -> DetailsChanged | NotChanged:
    """What the change would do, or why it cannot be done; `reads_mail`: what is sent to the new address of mail
    reaches whoever asks."""
    before = Details(**{name: getattr(customer, name) for name in wanted.given()})
    if _same(before, wanted):
        return DetailsChanged(before, wanted, already=True)
    for name in (wanted.first_name, wanted.last_name):
        if name is not None and not _is_name(name):
            return NotChanged.BAD_NAME
    if wanted.phone is not None and find_phone(wanted.phone, customer.country) is None:
        return NotChanged.BAD_PHONE
    if wanted.email is not None and not reads_mail:
        return NotChanged.UNPROVED_EMAIL
    if wanted.email is not None and _is_anothers(session, wanted.email, customer):
        return NotChanged.EMAIL_TAKEN
    return DetailsChanged(before, wanted, already=False)


def change(
    session: Session,
    customer: Customer,
    wanted: Details,
    reads_mail: bool,
    conversation: str | None,
    now: datetime,
) -> DetailsChanged | NotChanged:
    """Change what was judged to be possible, and note it."""
    judged = judge(session, customer, wanted, reads_mail)
    if isinstance(judged, NotChanged) or judged.already:
        return judged
    for name, value in wanted.given().items():
        setattr(customer, name, value)
    record_change(
        session,
        now,
        action="update_profile",
        subject=f"customer {customer.customer_id}",
        customer_id=customer.customer_id,
        conversation=conversation,
        before=judged.before.given(),
        after=judged.after.given(),
    )
    return judged


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and text.isprintable() and len(text) <= LONGEST


def _is_anothers(session: Session, email: str, customer: Customer) -> bool:
    others = select(Customer.customer_id).where(
        Customer.email_key == func.lower(literal(email, AnyText())),
        Customer.customer_id != customer.customer_id,
    )
    return session.scalars(others).first() is not None


def _same(before: Details, after: Details) -> bool:
    if before.phone is not None and after.phone is not None and same_phone(before.phone, after.phone):
        return True
    return before == after
