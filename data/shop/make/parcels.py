"""Parcels on their way: shipments and tracking events that agree with the status and the delivery of their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .chance import days, stream
from .demo import ANNS_NUMBER, ANNS_ORDER_DELIVERED
from .rows import Customer, Shipment, TrackingEvent
from .towns import zone

if TYPE_CHECKING:
    from .orders import Draft

WAREHOUSE = "Grand Junction, CO"
HANDLING = 0.9  # days from order to handing over to the carrier, on average
TRANSIT = {"standard": 4.0, "express": 1.4, "pickup": 3.6}  # days on the road, on average
PROMISE = {"standard": 5.0, "express": 2.0, "pickup": 5.0}  # days on the road, at most, as promised
HUBS = (("Denver, CO",), ("Denver, CO", "Omaha, NE"), ("Kansas City, MO", "Columbus, OH"))
CARRIERS = {"standard": ("UPS", "USPS", "FedEx"), "express": ("UPS", "FedEx"), "pickup": ("UPS", "FedEx")}

Sent = tuple[Shipment, list[TrackingEvent]]


class Parcels:
    """Deals out shipment numbers and draws what happens to each parcel."""

    def __init__(self) -> None:
        self._count = 0

    def send(self, order_number: int, draft: Draft, lines: int, customer: Customer) -> list[Sent]:
        """The parcels of one order: none before it is packed, now and then two."""
        if draft.status in ("pending", "processing", "cancelled"):
            return []
        rng = stream("parcels", order_number)
        split = lines >= 2 and draft.status in ("shipped", "delivered", "returned") and rng.random() < 0.09
        return [self._parcel(order_number, draft, customer, part) for part in range(2 if split else 1)]

    def _parcel(self, order_number: int, draft: Draft, customer: Customer, part: int) -> Sent:
        self._count += 1
        shipment_id = f"S{self._count:04}"
        rng = stream("parcel", order_number, part)
        carrier = rng.choice(CARRIERS[draft.delivery])
        number = _tracking_number(carrier, rng.randrange(10**12))
        packed = draft.placed + HANDLING * rng.uniform(0.5, 0.8)
        shipped = packed + HANDLING * rng.uniform(0.1, 0.35) + 0.4 * part
        expected = days(shipped + PROMISE[draft.delivery])
        route = (WAREHOUSE, *HUBS[zone(customer.state)], f"{customer.city}, {customer.state}")
        label = TrackingEvent(shipment_id, days(packed), WAREHOUSE, "label_created", "Label printed, parcel packed")
        if draft.status == "packed":
            waiting = Shipment(shipment_id, order_number, carrier, number, "packed", None, expected, None)
            return waiting, [label]
        if draft.status in ("delivered", "returned"):
            road = TRANSIT[draft.delivery] * rng.uniform(0.75, 1.2) + (rng.uniform(2, 5) if draft.late else 0)
            arrival, status = (ANNS_ORDER_DELIVERED if order_number == ANNS_NUMBER else shipped + road), "delivered"
        elif draft.status == "out_for_delivery":
            arrival, status = rng.uniform(0.05, 0.25), "out_for_delivery"
            expected = days(max(expected, arrival))
        else:
            arrival, status = max(0.4, shipped + TRANSIT[draft.delivery]), "lost" if draft.lost else "in_transit"
        events = [label, *_journey(shipment_id, shipped, arrival, route, status, draft)]
        delivered = days(arrival) if status == "delivered" else None
        return Shipment(shipment_id, order_number, carrier, number, status, days(shipped), expected, delivered), events


def _journey(
    shipment_id: str, shipped: float, arrival: float, route: tuple[str, ...], status: str, draft: Draft
) -> Iterator[TrackingEvent]:
    def event(time: float, place: str, name: str, text: str) -> TrackingEvent:
        return TrackingEvent(shipment_id, days(time), place, name, text)

    yield event(shipped, route[0], "picked_up", "Handed over to the carrier")
    road = arrival - shipped
    for leg, place in enumerate(route[1:], 1):
        time = shipped + road * 0.85 * leg / (len(route) - 1)
        if time > -0.02 or (status == "lost" and leg > 1):
            break
        yield event(time, place, "in_transit", "Arrived at the carrier's facility")
    if draft.late and status != "lost" and shipped + road * 0.5 < 0:
        yield event(shipped + road * 0.5, route[1], "delayed", "Delayed by the weather; delivery is now later")
    if status == "lost":
        yield event(shipped + 12, route[1], "lost", "The carrier cannot find the parcel and has opened a search")
    if status in ("delivered", "out_for_delivery"):
        out = min(arrival - 0.15, -0.05)
        yield event(out, route[-1], "out_for_delivery", "Out for delivery")
    if status == "delivered":
        where = "Ready at the pick-up point" if draft.delivery == "pickup" else "Delivered at the front door"
        yield event(arrival, route[-1], "delivered", where)


def _tracking_number(carrier: str, serial: int) -> str:
    return {"UPS": f"1Z88T4{serial:012}", "USPS": f"9400{serial:012}", "FedEx": f"{serial:012}"}[carrier]
