"""Forgetting a customer, as far as the law lets the shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from actions.shop.models import (
    Alert,
    AuditEntry,
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
    running = select(Return.return_number).where(
        Return.order_number.in_(mine), Return.status.in_(RUNNING), Return.refunded.is_(None)
    )
    returns = session.scalars(running.order_by(Return.id)).all()
    if open_orders or returns:
        return NotErased(tuple(open_orders), tuple(returns))
    return Erasure(len(session.scalars(mine).all()))


def held_conversations(session: Session, customer_id: str) -> list[str]:
    """The conversations in which the customer was known."""
    known = select(Grant.conversation).where(Grant.customer_id == customer_id)
    return list(session.scalars(known.distinct().order_by(Grant.conversation)))


def forget_taste(session: Session, customer_id: str, conversations: Sequence[str]) -> None:
    """Forget what suggestions go by: what the customer did with products, and what was suggested. What was noted of
    nobody in one of the `conversations` goes, too: it was done before they were known."""
    tables: tuple[type[Any], ...] = (Interaction, SuggestionShown)
    for table in tables:
        session.execute(delete(table).where(_theirs(table, customer_id, conversations)))


def erase(
    session: Session, customer_id: str, conversations: Sequence[str], now: datetime
) -> Erasure | NotErased:
    """Forget the customer. The orders stay with the addresses that their invoices name, and nobody can be found or
    prove to be their customer any more. What was noted of nobody in one of the `conversations` goes, too: it was said
    before they were known."""
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
    tables: tuple[type[Any], ...] = (Alert, CartItem, Consent, OneTimeCode, Grant)
    for table in tables:
        session.execute(delete(table).where(table.customer_id == customer_id))
    forget_taste(session, customer_id, conversations)
    session.execute(delete(Feedback).where(_theirs(Feedback, customer_id, conversations)))
    handed_over = _theirs(Handoff, customer_id, conversations)
    session.execute(update(Handoff).where(handed_over).values(customer_id=None, summary=""))
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


def _theirs(table: type[Any], customer_id: str, conversations: Sequence[str]) -> ColumnElement[bool]:
    """What is noted of the customer, or of nobody in one of these conversations."""
    unknown = table.customer_id.is_(None) & table.conversation.in_(conversations)
    theirs: ColumnElement[bool] = (table.customer_id == customer_id) | unknown
    return theirs
