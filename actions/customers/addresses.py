"""A customer's own address: what it must have, and changing it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.shop.audit import record_change
from actions.shop.models import Address, Customer
from actions.shop.policy import Delivery


@dataclass(frozen=True, slots=True)
class AddressChanged:
    """The customer's address as it is now."""

    before: Address
    after: Address
    already: bool
    """It was so before; nothing was changed now."""


@dataclass(frozen=True, slots=True)
class AddressRefused:
    """It cannot be anybody's address."""

    missing: tuple[str, ...] = ()
    """What it lacks, such as `postcode`; nothing where the country has no such postcodes."""


def judge(address: Address, delivery: Delivery) -> AddressRefused | None:
    """Why it cannot be an address, if so: it lacks something, or its postcode is none."""
    if not address.country.strip():
        return AddressRefused(("country",))
    if missing := delivery.lacking(address.country, asdict(address)):
        return AddressRefused(missing)
    return None if delivery.is_postcode(address.country, address.postcode) else AddressRefused()


def change(
    session: Session, customer_id: str, address: Address, conversation: str | None, now: datetime
) -> AddressChanged | None:
    """Let the customer live there, and note it; None if there is no such customer."""
    rows = select(Customer).where(Customer.customer_id == customer_id)
    customer = session.scalars(rows.with_for_update()).one_or_none()
    if customer is None:
        return None
    before = customer.address
    if before.is_same_as(address):
        return AddressChanged(before, address, already=True)
    customer.address = address
    record_change(
        session,
        now,
        action="update_profile",
        subject=f"customer {customer_id}",
        customer_id=customer_id,
        conversation=conversation,
        before=asdict(before),
        after=asdict(address),
    )
    return AddressChanged(before, address, already=False)
