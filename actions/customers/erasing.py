"""Forgetting a customer, as far as the law lets the shop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from actions.shop.models import (
    Alert,
    AuditEntry,
    CartItem,
    Consent,
    Customer,
    Grant,
    Handoff,
    Interaction,
    OneTimeCode,
    Order,
    OrderChange,
    OrderStatus,
    PaymentMethod,
    Problem,
    Return,
    ReturnStatus,
    SuggestionShown,
)

CLOSED = (OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED)
RUNNING = (ReturnStatus.REQUESTED, ReturnStatus.RECEIVED)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is, or would be, forgotten: everything but `kept` orders with their payments, of which there must be
    invoices."""

    kept: int


@dataclass(frozen=True, slots=True)
class NotErased:
    """Nothing was changed: these are not finished."""

    orders: tuple[str, ...]
    """Numbers of orders on their way."""
    returns: tuple[str, ...]
    """Numbers of returns whose money is not paid back yet."""


def judge(session: Session, customer_id: str) -> Erasure | NotErased:
    """Whether the customer can be forgotten now."""
    mine = select(Order.order_number).where(Order.customer_id == customer_id)
    open_orders = session.scalars(mine.where(Order.status.not_in(CLOSED)).order_by(Order.placed)).all()
    running = select(Return.return_number).where(Return.order_number.in_(mine), Return.status.in_(RUNNING))
    returns = session.scalars(running.order_by(Return.id)).all()
    if open_orders or returns:
        return NotErased(tuple(open_orders), tuple(returns))
    return Erasure(len(session.scalars(mine).all()))


def erase(session: Session, customer_id: str, now: datetime) -> Erasure | NotErased:
    """Forget the customer. The orders stay with the addresses that their invoices name, and nobody can be found or
    prove to be their customer any more."""
    judged = judge(session, customer_id)
    if isinstance(judged, NotErased):
        return judged
    mine = select(Order.order_number).where(Order.customer_id == customer_id)
    blank: dict[str, Any] = {}
    session.execute(
        update(AuditEntry)
        .where(AuditEntry.customer_id == customer_id)
        .values(before=blank, after=blank, conversation=None, grant_id=None)
    )
    tables: tuple[type[Any], ...] = (
        Alert,
        CartItem,
        Consent,
        Interaction,
        SuggestionShown,
        OneTimeCode,
        Grant,
    )
    for table in tables:
        session.execute(delete(table).where(table.customer_id == customer_id))
    session.execute(
        update(Handoff).where(Handoff.customer_id == customer_id).values(customer_id=None, summary="")
    )
    session.execute(update(Problem).where(Problem.order_number.in_(mine)).values(evidence=""))
    session.execute(
        update(OrderChange).where(OrderChange.order_number.in_(mine)).values(wish=blank, quote=blank)
    )
    session.execute(
        update(PaymentMethod)
        .where(PaymentMethod.customer_id == customer_id)
        .values(label=PaymentMethod.kind, balance=None)
    )
    nothing = dict.fromkeys(
        ("first_name", "last_name", "phone", "street", "street_2", "city", "state", "postcode"), ""
    )
    session.execute(
        update(Customer).where(Customer.customer_id == customer_id).values(**nothing, email="", erased=now)
    )
    return judged
