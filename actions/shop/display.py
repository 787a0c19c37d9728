"""Tables for the shop developer's own terminal; personal data is shown in full."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import datetime

from rich.table import Table
from sqlalchemy import func, or_, select

from actions.shop.history import History
from actions.shop.models import (
    Customer,
    Feedback,
    Handoff,
    Order,
    OrderChange,
    Problem,
    ProblemItem,
    Product,
    Return,
    ReturnItem,
    Shipment,
    Transaction,
)
from actions.shop.order_numbers import plain_order_number
from actions.shop.session import Sessions


def product(sessions: Sessions, product_id: str) -> list[Table]:
    """A product's facts and its variants; nothing for an unknown one."""
    with sessions.reading() as session:
        found = session.get(Product, product_id.strip().upper()) or session.get(Product, product_id)
        if found is None:
            return []
        facts = _facts(
            found.title,
            type=found.type,
            brand=found.brand,
            category=found.category,
            material=found.material,
            features="; ".join(found.features),
            specs="; ".join(f"{name} {value}" for name, value in found.specs.items()),
            rating=f"{found.rating} of {found.rating_count}" if found.rating is not None else "none",
            added=_moment(found.added),
            description=found.description,
        )
        variants = Table("sku", "colour", "size", "price", "list price", "stock", title="Variants")
        for v in found.variants:
            variants.add_row(v.sku, v.colour, v.size, str(v.price), str(v.list_price), str(v.stock))
        return [facts, variants]


def customer(sessions: Sessions, who: str) -> list[Table]:
    """A customer by id or e-mail, with their orders; nothing for an unknown one."""
    with sessions.reading() as session:
        found = session.scalars(
            select(Customer).where(
                or_(Customer.customer_id == who, Customer.email_key == func.lower(who.strip()))
            )
        ).first()
        if found is None:
            return []
        facts = _facts(
            f"{found.first_name} {found.last_name}",
            customer_id=found.customer_id,
            email=found.email,
            phone=found.phone,
            address=f"{found.street}, {found.city}, {found.state} {found.postcode}, {found.country}",
            payment="; ".join(payment.label for payment in found.payment_methods),
            joined=_moment(found.joined),
            locale=found.locale,
        )
        orders = Table("order", "status", "placed", "lines", "total", title="Orders")
        mine = select(Order).where(Order.customer_id == found.customer_id).order_by(Order.placed.desc())
        for one in session.scalars(mine):
            orders.add_row(
                one.order_number, one.status, _moment(one.placed), str(len(one.items)), str(_total(one))
            )
        return [facts, orders]


def order(sessions: Sessions, order_number: str) -> list[Table]:
    """An order with its lines, parcels, money and all that became of it; nothing for an unknown one."""
    with sessions.reading() as session:
        found = session.get(Order, plain_order_number(order_number))
        if found is None:
            return []
        facts = _facts(
            f"Order {found.order_number}",
            customer=f"{found.customer.first_name} {found.customer.last_name} ({found.customer_id})",
            email=found.customer.email,
            address=", ".join(filter(None, astuple(found.address))),
            status=found.status,
            placed=_moment(found.placed),
            payment=found.payment.label,
            delivery=f"{found.delivery}, {found.delivery_cost}",
            total=_total(found),
        )
        lines = Table("line", "product", "colour", "size", "pieces", "each", "parcel", title="Lines")
        for item in found.items:
            lines.add_row(
                str(item.line),
                item.variant.product.title,
                item.variant.colour,
                item.variant.size,
                str(item.quantity),
                str(item.unit_price),
                item.shipment_id or "",
            )
        later = (
            _money(found.transactions),
            _changes(found.changes),
            _returns(found.returns),
            _problems(found.problems),
        )
        return [facts, lines, *map(_parcel, found.shipments), *(table for table in later if table.rows)]


def returns(sessions: Sessions, limit: int) -> list[Table]:
    """The latest returns; nothing where there are none."""
    with sessions.reading() as session:
        latest = list(session.scalars(select(Return).order_by(Return.id.desc()).limit(limit)))
        return [_returns(latest)] if latest else []


def handoffs(sessions: Sessions, waiting_only: bool) -> list[Table]:
    """The queue for a person, the next first; nothing where it is empty."""
    with sessions.reading() as session:
        rows = select(Handoff).order_by(Handoff.id)
        if waiting_only:
            rows = rows.where(Handoff.status == "waiting")
        table = Table(
            "number",
            "status",
            "since",
            "customer",
            "e-mail",
            "reason",
            "summary",
            title="Waiting for a person",
        )
        for row in session.scalars(rows):
            customer = session.get(Customer, row.customer_id) if row.customer_id else None
            who = (customer.customer_id, customer.email) if customer else ("", "")
            table.add_row(row.number, row.status, _moment(row.created), *who, row.reason, row.summary)
        return [table] if table.rows else []


def feedback(sessions: Sessions, limit: int) -> list[Table]:
    """The latest feedback; nothing where there is none."""
    with sessions.reading() as session:
        table = Table("when", "customer", "order", "products", "words", title="Feedback")
        for row in session.scalars(select(Feedback).order_by(Feedback.id.desc()).limit(limit)):
            products, customer = ", ".join(row.product_ids), row.customer_id or ""
            table.add_row(_moment(row.created), customer, row.order_number, products, row.words)
        return [table] if table.rows else []


def suggestions(history: History) -> list[Table]:
    """What came of suggestions, by the kind of reason that was given and whether they were drawn from further down, to
    be tried; nothing where none was shown."""
    table = Table("reason", "drawn", *("shown", "looked into", "bought"), title="Suggestions")
    for column in table.columns[2:]:
        column.justify = "right"
    for (reason, explored), outcome in history.outcomes().items():
        counts = (outcome.shown, outcome.clicked, outcome.bought)
        table.add_row(reason, "to be tried" if explored else "as best", *(f"{count:,}" for count in counts))
    return [table] if table.rows else []


def _returns(rows: list[Return]) -> Table:
    """Returns and exchanges; what an exchange costs is a refund below zero."""
    table = Table("return", "order", "status", "reason", "pieces", "refund", "to", "created", title="Returns")
    for row in rows:
        table.add_row(
            row.return_number,
            row.order_number,
            row.status,
            _each([item.reason for item in row.items]) or row.kind,
            ", ".join(
                f"{_pieces(item)} → {item.new_sku}" if item.new_sku else _pieces(item) for item in row.items
            ),
            str(row.refund - row.charge),
            row.payment.label,
            _moment(row.created),
        )
    return table


def _money(rows: list[Transaction]) -> Table:
    table = Table("what", "amount", "by", "because of", "time", title="Payments and refunds")
    for row in rows:
        table.add_row(row.kind, str(row.amount), row.payment.label, row.cause, _moment(row.time))
    return table


def _changes(rows: list[OrderChange]) -> Table:
    table = Table("change", "what", "wish", "created", title="Changes")
    for row in rows:
        table.add_row(row.change_number, row.kind, json.dumps(row.wish), _moment(row.created))
    return table


def _problems(rows: list[Problem]) -> Table:
    table = Table("problem", "what", "pieces", "evidence", "remedy", "refund", "created", title="Problems")
    for row in rows:
        pieces = ", ".join(map(_pieces, row.items))
        remedy = row.remedy or "a person decides"
        refund, created = str(row.refund), _moment(row.created)
        kinds = _each([item.kind for item in row.items])
        table.add_row(row.problem_number, kinds, pieces, row.evidence, remedy, refund, created)
    return table


def _each(codes: list[str]) -> str:
    """The codes of the items, once where they share one."""
    return ", ".join(codes if len(set(codes)) > 1 else codes[:1])


def _pieces(item: ReturnItem | ProblemItem) -> str:
    return f"{item.quantity} of line {item.line}"


def _parcel(shipment: Shipment) -> Table:
    title = f"Parcel {shipment.shipment_id}: {shipment.status}, {shipment.carrier} {shipment.tracking_number}"
    table = Table("time", "place", "status", "what happened", title=title)
    for event in shipment.events:
        table.add_row(_moment(event.time), event.place, event.status, event.description)
    return table


def _facts(title: str, **facts: object) -> Table:
    table = Table("", "", title=title, show_header=False)
    for name, value in facts.items():
        table.add_row(name.replace("_", " "), str(value))
    return table


def _total(order: Order) -> object:
    return sum((item.unit_price * item.quantity for item in order.items), order.delivery_cost)


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
