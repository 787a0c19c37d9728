"""Who buys, how they pay, what they did and what they allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from actions.shop.models.columns import Base


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives or something is sent."""

    street: str
    street_2: str
    """A second line: flat, suite, c/o; often empty."""
    city: str
    state: str
    postcode: str
    country: str
    """ISO 3166, two letters."""

    def is_same_as(self, other: Address) -> bool:
        """Whether it is the same place, however its lines are divided and written."""
        return self._words() == other._words()

    def _words(self) -> list[list[str]]:
        parts = (f"{self.street} {self.street_2}", self.city, self.state, self.postcode, self.country)
        return [re.findall(r"\w+", part.casefold()) for part in parts]


class PaymentKind(StrEnum):
    CARD = "card"
    PAYPAL = "paypal"
    GIFT_CARD = "gift_card"


class Behaviour(StrEnum):
    BROWSE = "Browse"
    ADD_TO_CART = "AddToCart"
    BUY = "Buy"
    RATE = "Rate"
    DECLINE = "Decline"
    """Said that it is not to their taste."""
    OWN = "Own"
    """Said that they have it."""


class Purpose(StrEnum):
    """What a customer may allow or forbid."""

    SUGGESTIONS = "suggestions"
    """Suggesting products by what they did; allowed until they say no."""
    NEWSLETTER = "newsletter"
    """E-mails with news; only if they say yes."""


class Customer(Base):
    """A customer. The keys are what a proof of identity is looked up by, kept by the database itself."""

    __tablename__ = "customers"

    customer_id: Mapped[str] = mapped_column(primary_key=True)
    first_name: Mapped[str]
    last_name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    street: Mapped[str]
    street_2: Mapped[str] = mapped_column(default="")
    city: Mapped[str]
    state: Mapped[str]
    postcode: Mapped[str]
    country: Mapped[str]
    joined: Mapped[datetime]
    locale: Mapped[str]
    erased: Mapped[datetime | None]
    """When the customer was forgotten: the row stays for the sake of the orders, without anything about a person."""
    email_key: Mapped[str] = mapped_column(Computed("lower(trim(email))", persisted=True), index=True)
    postcode_key: Mapped[str] = mapped_column(
        Computed("upper(replace(replace(postcode, ' ', ''), '-', ''))", persisted=True), index=True
    )

    address: Mapped[Address] = composite("street", "street_2", "city", "state", "postcode", "country")
    payment_methods: Mapped[list[PaymentMethod]] = relationship(order_by="PaymentMethod.payment_id")


class PaymentMethod(Base):
    """A way to pay; `balance` only of a gift card."""

    __tablename__ = "payment_methods"
    __table_args__ = (CheckConstraint("balance >= 0", name="balance_not_negative"),)

    payment_id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"), index=True)
    kind: Mapped[str]
    label: Mapped[str]
    balance: Mapped[Decimal | None]


class Consent(Base):
    """What a customer allowed or forbade, by purpose; a purpose without a row was never decided."""

    __tablename__ = "consents"

    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"), primary_key=True)
    purpose: Mapped[str] = mapped_column(primary_key=True)
    given: Mapped[bool]
    changed: Mapped[datetime]


class Alert(Base):
    """A customer wants to be told when a product is in stock, or cheaper than `below`."""

    __tablename__ = "alerts"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"), index=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.product_id"), index=True)
    colour: Mapped[str]
    """Empty where any will do; so with `size`."""
    size: Mapped[str]
    below: Mapped[Decimal | None]
    created: Mapped[datetime]
    told: Mapped[datetime | None]


class Interaction(Base):
    """What somebody did with a product; a stranger's belongs to a conversation only."""

    __tablename__ = "interactions"
    __table_args__ = (Index(None, "customer_id", "time"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.customer_id"))
    conversation: Mapped[str | None] = mapped_column(index=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.product_id"), index=True)
    behaviour: Mapped[str]
    time: Mapped[datetime]


class SuggestionShown(Base):
    """A product that was suggested, why, and what came of it: so that it is not suggested over and over, and so that
    what works can be learned."""

    __tablename__ = "suggestions_shown"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.customer_id"), index=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.product_id"))
    reason: Mapped[str]
    """The kind of reason that was given."""
    evidence: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The facts that the reason was made from."""
    explored: Mapped[bool] = mapped_column(default=False)
    """It was drawn from further down than what suits best, to learn whether such things please."""
    shown: Mapped[datetime]
    clicked: Mapped[datetime | None]
    """When it was first looked into or put in the cart afterwards."""
    bought: Mapped[datetime | None]
    """When it was first bought afterwards."""
