"""Where an order is and when the rest of it should come."""

from __future__ import annotations

from datetime import date, datetime

from actions.orders.delivering import estimate
from actions.orders.types import Days, Event, Parcel, Tracking
from actions.shop.models import Order, OrderStatus, Shipment, ShipmentStatus
from actions.shop.policy import Delivery
from actions.shop.working_days import working_days_between

_OVER = {OrderStatus.CANCELLED, OrderStatus.RETURNED, OrderStatus.DELIVERED}


def track(order: Order, policy: Delivery, now: datetime) -> Tracking:
    """The order's parcels and what is still expected, in the days of the policy's time zone."""
    parcels = tuple(_parcel(shipment, order, policy, now) for shipment in order.shipments)
    arrived = [parcel.delivered for parcel in parcels]
    delivered = max((moment for moment in arrived if moment), default=None) if all(arrived) else None
    events = [event for parcel in parcels for event in parcel.events]
    return Tracking(
        order_number=order.order_number,
        status=order.status,
        parcels=parcels,
        last=max(events, key=lambda event: event.time, default=None),
        expected=_expected(order, parcels, policy, now),
        delivered=delivered,
        late=any(parcel.late for parcel in parcels),
        lost=any(parcel.lost for parcel in parcels),
    )


def _parcel(shipment: Shipment, order: Order, policy: Delivery, now: datetime) -> Parcel:
    today = now.astimezone(policy.time_zone).date()
    expected = shipment.expected.astimezone(policy.time_zone).date() if shipment.expected else None
    under_way = shipment.delivered is None and order.status not in _OVER
    return Parcel(
        shipment_id=shipment.shipment_id,
        carrier=shipment.carrier,
        tracking_number=shipment.tracking_number,
        status=shipment.status,
        shipped=shipment.shipped,
        expected=expected,
        delivered=shipment.delivered,
        late=under_way and expected is not None and expected < today,
        lost=under_way and _lost(shipment, policy, today),
        lines=tuple(item.line for item in order.items if item.shipment_id == shipment.shipment_id),
        events=tuple(
            Event(event.time, event.place, event.status, event.description) for event in shipment.events
        ),
    )


def _lost(shipment: Shipment, policy: Delivery, today: date) -> bool:
    if shipment.status == ShipmentStatus.LOST:
        return True
    if policy.lost_after_working_days is None or shipment.shipped is None:
        return False
    news = max([shipment.shipped, *(event.time for event in shipment.events)])
    silent = working_days_between(news.astimezone(policy.time_zone).date(), today, policy.working_days)
    return silent >= policy.lost_after_working_days


def _expected(order: Order, parcels: tuple[Parcel, ...], policy: Delivery, now: datetime) -> Days | None:
    if order.status in _OVER:
        return None
    days = [parcel.expected for parcel in parcels if parcel.expected and parcel.delivered is None]
    spans = [Days(day, day) for day in days]
    if any(item.shipment_id is None for item in order.items):
        spans += _not_yet_sent(order, policy, now)
    if not spans:
        return None
    return Days(min(span.earliest for span in spans), max(span.latest for span in spans))


def _not_yet_sent(order: Order, policy: Delivery, now: datetime) -> list[Days]:
    waiting = [item.variant.product for item in order.items if item.shipment_id is None]
    days = estimate(order.delivery, order.country, waiting, max(order.placed, now), policy)
    return [days] if days else []
