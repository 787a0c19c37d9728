"""Alerts: telling a customer when something is back in stock, or cheaper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from actions.shop.models import Alert, Product, Variant


@dataclass(frozen=True, slots=True)
class Watch:
    """What an alert waits for: a product, maybe in one colour and size, in stock, or cheaper than `below`."""

    product_id: str
    colour: str = ""
    size: str = ""
    below: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert that is set. `due` says that what it waits for is so now."""

    watch: Watch
    title: str
    created: datetime
    due: bool


def alerts_of(session: Session, customer_id: str) -> list[AlertView]:
    """The customer's alerts that were not told yet, oldest first."""
    rows = _open().where(Alert.customer_id == customer_id)
    return [_view(session, alert, title) for alert, title in session.execute(rows)]


def set_alert(session: Session, customer_id: str, watch: Watch, now: datetime) -> bool:
    """Set an alert; False where there is the same already."""
    rows = select(Alert).where(
        Alert.customer_id == customer_id,
        Alert.product_id == watch.product_id,
        Alert.colour == watch.colour,
        Alert.size == watch.size,
        Alert.below.is_(None) if watch.below is None else Alert.below == watch.below,
        Alert.told.is_(None),
    )
    if session.scalars(rows).first():
        return False
    session.add(
        Alert(
            customer_id=customer_id,
            product_id=watch.product_id,
            colour=watch.colour,
            size=watch.size,
            below=watch.below,
            created=now,
        )
    )
    return True


def is_met(session: Session, watch: Watch) -> bool:
    """Whether what a watch waits for is so now."""
    fitting = select(func.min(Variant.price)).where(Variant.product_id == watch.product_id, Variant.stock > 0)
    for column, value in ((Variant.colour, watch.colour), (Variant.size, watch.size)):
        if value:
            fitting = fitting.where(column == value)
    price = session.scalar(fitting)
    return price is not None and (watch.below is None or price < watch.below)


def due_alerts(session: Session) -> list[tuple[Alert, str]]:
    """The alerts that are to be told now, with the titles of their products."""
    met = exists().where(
        Variant.product_id == Alert.product_id,
        Variant.stock > 0,
        or_(Alert.colour == "", Variant.colour == Alert.colour),
        or_(Alert.size == "", Variant.size == Alert.size),
        or_(Alert.below.is_(None), Variant.price < Alert.below),
    )
    return [(alert, title) for alert, title in session.execute(_open().where(met))]


def watch_of(alert: Alert) -> Watch:
    return Watch(alert.product_id, alert.colour, alert.size, alert.below)


def _open() -> Select[Alert, str]:
    columns = select(Alert, Product.title).join(Product, Product.product_id == Alert.product_id)
    return columns.where(Alert.told.is_(None)).order_by(Alert.id)


def _view(session: Session, alert: Alert, title: str) -> AlertView:
    watch = watch_of(alert)
    return AlertView(watch, title, alert.created, is_met(session, watch))
