"""Everything that the shop keeps about a customer, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from actions.shop.models import (
    Alert,
    AuditEntry,
    Base,
    CartItem,
    Consent,
    Customer,
    Feedback,
    Grant,
    Handoff,
    Interaction,
    OneTimeCode,
    Order,
    OrderChange,
    OrderItem,
    PaymentMethod,
    Problem,
    ProblemItem,
    Return,
    ReturnItem,
    Shipment,
    SuggestionShown,
    TrackingEvent,
    Transaction,
)

INTERNAL = frozenset({"salt", "digest", "email_key", "postcode_key", "idempotency_key"})
"""Columns that say nothing about the customer, or would be of use to a thief."""


def export_of(session: Session, customer_id: str) -> dict[str, list[dict[str, Any]]]:
    """Table → its rows about the customer, each as column → value; moments in ISO 8601, amounts as text."""
    return {
        name: [_plain(row) for row in session.scalars(rows)] for name, rows in _tables(customer_id).items()
    }


def own_conversations(session: Session, customer_id: str) -> list[str]:
    """The conversations in which the customer was known, and nobody else: what others said is theirs."""
    known = select(Grant.conversation).where(Grant.customer_id == customer_id)
    others = select(Grant.conversation).where(Grant.customer_id != customer_id)
    own = known.where(Grant.conversation.not_in(others)).distinct().order_by(Grant.conversation)
    return list(session.scalars(own))


def _tables(customer_id: str) -> Mapping[str, Select[Any]]:
    own: tuple[type[Any], ...] = (
        Customer,
        PaymentMethod,
        Consent,
        Alert,
        CartItem,
        Interaction,
        SuggestionShown,
        OneTimeCode,
        Grant,
        Handoff,
        Feedback,
        AuditEntry,
        Order,
    )
    orders = select(Order.order_number).where(Order.customer_id == customer_id)
    of_orders: tuple[type[Any], ...] = (
        OrderItem,
        Shipment,
        Transaction,
        OrderChange,
        Return,
        ReturnItem,
        Problem,
    )
    problems = select(Problem.id).where(Problem.order_number.in_(orders))
    parcels = select(Shipment.shipment_id).where(Shipment.order_number.in_(orders))
    found = {table.__tablename__: select(table).where(table.customer_id == customer_id) for table in own}
    found |= {table.__tablename__: select(table).where(table.order_number.in_(orders)) for table in of_orders}
    found[ProblemItem.__tablename__] = select(ProblemItem).where(ProblemItem.problem_id.in_(problems))
    found[TrackingEvent.__tablename__] = select(TrackingEvent).where(TrackingEvent.shipment_id.in_(parcels))
    return found


def _plain(row: Base) -> dict[str, Any]:
    columns = (column.key for column in row.__mapper__.columns if column.key not in INTERNAL)
    return {name: _value(getattr(row, name)) for name in columns}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
