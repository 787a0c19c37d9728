"""Parcels on their way: shipments and tracking events that agree with their order's status and delivery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from .chance import days, stream
from .rows import Shipment, TrackingEvent
from .towns import zone

WAREHOUSE = "Grand Junction, CO"
HANDLING = 0.9  # days from the order to the carrier's van, on average
TRANSIT = {"standard": 4.0, "express": 1.4, "pickup": 3.6}  # days on the road, on average
PROMISE = {"standard": 5.0, "express": 2.0, "pickup": 5.0}  # days on the road, at most, as promised
CARRIERS = {"standard": ("UPS", "USPS", "FedEx"), "express": ("UPS", "FedEx"), "pickup": ("UPS", "FedEx")}
HUBS = (("Denver, CO",), ("Denver, CO", "Omaha, NE"), ("Kansas City, MO", "Columbus, OH"))  # by zone
NOT_PACKED = ("pending", "processing", "cancelled")
NOW = -0.02

Sent = tuple[Shipment, list[TrackingEvent]]


@dataclass(frozen=True)
class Journey:
    """What is to become of an order's parcels. Of two, the second is sent when the first should have arrived.

    `placed` and `delivered` are days relative to the seeding; `delivered` is None where chance decides.
    """

    status: str
    placed: float
    delivery: str
    delivered: float | None = None
    parcels: int = 1
    late: bool = False
    lost: bool = False


class Parcels:
    """Deals out shipment numbers, and draws what happens to each parcel."""

    def __init__(self) -> None:
        self._count = 0

    def send(self, order_number: int, journey: Journey, town: str) -> list[Sent]:
        """The parcels of one order, none before it is packed. `town` is where they go: "Boulder, CO"."""
        if journey.status in NOT_PACKED:
            return []
        return [
            self._parcel(stream("parcel", order_number, part), order_number, journey, town, part)
            for part in range(journey.parcels)
        ]

    def _parcel(self, rng: Random, order_number: int, journey: Journey, town: str, part: int) -> Sent:
        self._count += 1
        shipment_id = f"S{self._count:04}"
        carrier = rng.choice(CARRIERS[journey.delivery])
        number = _tracking_number(carrier, rng.randrange(10**12))
        packed = journey.placed + HANDLING * rng.uniform(0.5, 0.8)
        packed += part * (HANDLING + TRANSIT[journey.delivery])
        shipped = packed + HANDLING * rng.uniform(0.1, 0.35)
        status = _status(journey, part)
        expected = shipped + PROMISE[journey.delivery]
        arrival = (
            journey.delivered if journey.delivered is not None else _arrival(rng, journey, status, shipped)
        )
        if status == "out_for_delivery":
            expected = arrival
        events = sorted(
            _events(shipment_id, packed, shipped, arrival, status, journey, town), key=lambda e: e.time
        )
        shipment = Shipment(
            shipment_id, order_number, carrier, number, status,
            None if status == "packed" else days(shipped),
            days(expected),
            days(arrival) if status == "delivered" else None,
        )  # fmt: skip
        return shipment, events


def _status(journey: Journey, part: int) -> str:
    if journey.status in ("packed", "out_for_delivery"):
        return journey.status
    if journey.status in ("delivered", "returned") or part < journey.parcels - 1:
        return "delivered"
    return "lost" if journey.lost else "in_transit"


def _arrival(rng: Random, journey: Journey, status: str, shipped: float) -> float:
    """When the parcel arrived, or will: a time that is still to come while it is on the road."""
    road = TRANSIT[journey.delivery]
    if status == "delivered":
        late = journey.late and journey.status == "delivered"
        return shipped + (
            PROMISE[journey.delivery] + rng.uniform(0.8, 4.0) if late else road * rng.uniform(0.75, 1.2)
        )
    if status == "out_for_delivery":
        return rng.uniform(0.05, 0.25)
    return max(0.4, shipped + road)


def _events(
    shipment_id: str, packed: float, shipped: float, arrival: float, status: str, journey: Journey, town: str
) -> Iterator[TrackingEvent]:
    def event(time: float, place: str, name: str, text: str) -> TrackingEvent:
        return TrackingEvent(shipment_id, days(time), place, name, text)

    yield event(packed, WAREHOUSE, "label_created", "Label printed and parcel packed")
    if status == "packed":
        return
    yield event(shipped, WAREHOUSE, "picked_up", "Handed over to the carrier")
    stops = (*HUBS[zone(town[-2:])], town)
    road = arrival - shipped
    if status == "lost":
        yield event(shipped + 1.1, stops[0], "in_transit", "Arrived at the carrier's facility")
        yield event(
            shipped + 12, stops[0], "lost", "The carrier cannot find the parcel and has opened a search"
        )
        return
    if journey.late and shipped + road / 2 < NOW:
        yield event(shipped + road / 2, stops[0], "delayed", "Held up by weather; delivery will be later")
    for leg, stop in enumerate(stops, 1):
        time = shipped + road * 0.85 * leg / len(stops)
        if time < NOW:
            yield event(time, stop, "in_transit", "Arrived at the carrier's facility")
    if status in ("out_for_delivery", "delivered"):
        yield event(min(arrival - 0.12, NOW), town, "out_for_delivery", "Out for delivery")
    if status == "delivered":
        pickup = journey.delivery == "pickup"
        where = "Ready for you at the pick-up point" if pickup else "Delivered at the front door"
        yield event(arrival, town, "delivered", where)


def _tracking_number(carrier: str, serial: int) -> str:
    return {"UPS": f"1Z88T4{serial:012}", "USPS": f"9400{serial:012}", "FedEx": f"{serial:012}"}[carrier]
