"""What the customer desk takes and answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from actions.shop.models import Address


@dataclass(frozen=True, slots=True)
class Standing:
    """For whom a conversation may speak, and how strong the proof of that was (`actions.shop.policy.Strength`)."""

    customer_id: str
    strength: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What somebody says to prove who they are; which of it must match is the policy's matter."""

    email: str | None = None
    person_name: str | None = None
    postcode: str | None = None
    order_number: str | None = None

    def given(self) -> frozenset[str]:
        """The names of what was said."""
        return frozenset(f.name for f in fields(self) if (getattr(self, f.name) or "").strip())


@dataclass(frozen=True, slots=True)
class Identified:
    """The conversation now speaks for this customer."""

    customer_id: str
    expires: datetime
    delay: float = 0.0
    """Seconds to wait before answering, because many have tried to pass for the same person lately."""


@dataclass(frozen=True, slots=True)
class NotIdentified:
    """It did not match, and what of it did not is never said."""

    missing: tuple[str, ...] = ()
    """What else must be said before it can be judged; such an attempt was not counted."""
    delay: float = 0.0
    """As in `Identified`."""
    remaining: int | None = None
    """How many attempts are left before the lock, where the attempt was counted."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Too many failures: nothing is judged until then, not even the right proof."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail; what it brings stands in its text as a field, such as `{code}`."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A one-time code is on its way."""

    to: str
    """The address, shortened to what its owner knows again, such as `a…n@example.com`."""
    expires: datetime


@dataclass(frozen=True, slots=True)
class CodeNotSent:
    """No code was sent: a person has to help, or the customer has to wait."""

    until: datetime | None = None
    """When the next can be sent, where too many were; None where there is no way to send one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the shop knows about a customer."""

    customer_id: str
    first_name: str
    last_name: str
    email: str
    phone: str
    address: Address
    payment_labels: tuple[str, ...]
    joined: datetime
    locale: str
    order_count: int
    return_count: int
    favourite_types: tuple[str, ...]
    """The most liked first, from what was browsed, bought and rated; so are brands and colours."""
    favourite_brands: tuple[str, ...]
    favourite_colours: tuple[str, ...]
    sizes: Mapping[str, str]
    """Product type → the size last bought and kept."""
    price_band: tuple[float, float] | None
    """Between which prices the middle half of what they ordered lies; None without orders."""
    looked_at: int
    """Different products that they looked at or put in the cart."""
    turned_down: int
    """Different products of which they said that they don't like them."""
    suggested: int
    """Different products that were suggested to them."""
    personal_suggestions: bool
    """The customer lets the shop use their history for suggestions."""
    newsletter: bool
    """They asked for it."""
