"""What happened in conversations: what was proved, what failed, who waits for a person, what was praised and blamed,
what was changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from actions.shop.models.columns import Base


class Grant(Base):
    """What was proved in a conversation. It holds until `expires`; signing out moves that to the present."""

    __tablename__ = "grants"
    __table_args__ = (Index(None, "conversation", "expires"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str]
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"))
    order_number: Mapped[str | None] = mapped_column(ForeignKey("orders.order_number"))
    """The order that was part of the proof, where one was."""
    strength: Mapped[str]
    """`guest_proof`, `emailed_code` or `signed_in`, as the policy names them."""
    how: Mapped[str]
    """What was shown, such as `email+order_number`, or `claim` of the shop's page."""
    granted: Mapped[datetime]
    expires: Mapped[datetime]


class OneTimeCode(Base):
    """A code that was sent by e-mail. Only a salted hash is kept, and a code counts once."""

    __tablename__ = "one_time_codes"
    __table_args__ = (Index(None, "customer_id", "sent"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.customer_id"))
    salt: Mapped[str]
    digest: Mapped[str]
    sent: Mapped[datetime]
    expires: Mapped[datetime]
    """Moved to the moment of its use, or of a newer code."""
    mailbox: Mapped[str] = mapped_column(default="", server_default="")
    """Where it was sent, if not to the customer's own address of mail."""
    used: Mapped[datetime | None]


class FailedProof(Base):
    """A failed proof, once for each subject it counts against. Subjects are hashes: no guess is kept."""

    __tablename__ = "failed_proofs"
    __table_args__ = (Index(None, "subject", "time"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """`conversation`, `address` (of the client) or `claim` (the person or order that was claimed)."""
    subject: Mapped[str]
    time: Mapped[datetime] = mapped_column(index=True)


class Handoff(Base):
    """A conversation that waits for a person, or waited. At most one a conversation waits."""

    __tablename__ = "handoffs"
    __table_args__ = (
        Index(
            "uq_handoffs_waiting",
            "conversation",
            unique=True,
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str] = mapped_column(unique=True)
    conversation: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.customer_id"))
    reason: Mapped[str]
    summary: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    """`waiting`, `taken` or `closed`."""
    created: Mapped[datetime]


class Feedback(Base):
    """What a shopper thinks of the shop or of what it sells, in their own words."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.customer_id"), index=True)
    words: Mapped[str]
    order_number: Mapped[str]
    """The order that it names, whoever's it is; empty where it names none."""
    product_ids: Mapped[list[str]]
    """The products that it points at, or else those that were shown when it was said."""
    created: Mapped[datetime]


class AuditEntry(Base):
    """A change to the shop's data: who, by which proof, what, before and after."""

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    time: Mapped[datetime]
    conversation: Mapped[str | None]
    customer_id: Mapped[str | None] = mapped_column(index=True)
    grant_id: Mapped[int | None] = mapped_column(ForeignKey("grants.id"))
    action: Mapped[str]
    subject: Mapped[str]
    """What was changed, such as `order 1042`."""
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


class ShopFact(Base):
    """A fact about this database itself, such as when it was seeded and from what."""

    __tablename__ = "shop_facts"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
