"""How something could be delivered: which options reach an address, at what cost, and on which days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from actions.orders.types import Days, Refusal, Why
from actions.shop.models import Address, Product
from actions.shop.policy import Delivery
from actions.shop.working_days import add_working_days, is_working


@dataclass(frozen=True, slots=True)
class DeliveryOffer:
    """A way to have something delivered."""

    option: str
    """Such as `standard`."""
    cost: Decimal
    currency: str
    arrives: Days
    """If it were paid now; over several parcels, from the first to the last."""
    carriers: tuple[str, ...]
    """Who may bring it."""
    free_over: Decimal | None
    """The value of goods from which it costs nothing, where there is one."""
    missing: Decimal | None
    """How much is missing to that; None where it is free already or never."""


def offers(
    to: Address, goods: Decimal, products: Iterable[Product], delivery: Delivery, currency: str, now: datetime
) -> tuple[DeliveryOffer, ...] | Refusal:
    """Every option that reaches the address, in the policy's order; `NOT_DELIVERED_THERE` where none does."""
    products = list(products)
    boxes = delivery.po_boxes
    box = boxes if boxes and boxes.is_box(to.street) else None
    found = []
    for name in reaching(to, delivery):
        rate = delivery.options[name].countries[to.country]
        cost = cost_of(name, to.country, goods, delivery)
        arrives = estimate(name, to.country, products, now, delivery)
        if arrives is None or cost is None:
            continue
        missing = rate.free_over - goods if rate.free_over is not None and cost else None
        carriers = (box.carrier,) if box else delivery.options[name].carriers or delivery.carriers
        found.append(DeliveryOffer(name, cost, currency, arrives, carriers, rate.free_over, missing))
    return tuple(found) or Refusal(Why.NOT_DELIVERED_THERE, instead=("person",))


def reaching(to: Address, delivery: Delivery) -> tuple[str, ...]:
    """The options that reach an address, a post office box or not."""
    boxes = delivery.po_boxes
    names = delivery.reaching(to.country)
    return (
        tuple(name for name in names if name in boxes.options) if boxes and boxes.is_box(to.street) else names
    )


def cost_of(option: str, country: str, goods: Decimal, delivery: Delivery) -> Decimal | None:
    """What an option costs for goods of that value; None where it does not go to the country."""
    rate = delivery.rate(option, country)
    if rate is None:
        return None
    return Decimal(0) if rate.free_over is not None and goods >= rate.free_over else rate.cost


def estimate(
    option: str, country: str, products: Iterable[Product], paid: datetime, delivery: Delivery
) -> Days | None:
    """When something paid then arrives: packed in the warehouses that keep it, then on the road; None where
    the option does not go to the country."""
    rate = delivery.rate(option, country)
    if rate is None:
        return None
    kept = {delivery.warehouse(product.type, product.category) for product in products}
    sent = [dispatch_day(paid, delivery, name) for name in kept or {delivery.warehouse("", "")}]
    first, last = rate.days
    return Days(
        add_working_days(min(sent), first, delivery.working_days),
        add_working_days(max(sent), last, delivery.working_days),
    )


def dispatch_day(paid: datetime, delivery: Delivery, warehouse: str) -> date:
    """The day on which a warehouse sends what was paid then: at once before its cut-off on a working day, and
    later by the days that packing takes."""
    place = delivery.warehouses[warehouse]
    days = place.working_days or delivery.working_days
    local = paid.astimezone(place.time_zone or delivery.time_zone)
    in_time = is_working(local.date(), days) and local.time() < (place.cut_off or delivery.cut_off)
    taken = local.date() if in_time else add_working_days(local.date(), 1, days)
    return add_working_days(taken, place.handling_days, days)


def sent_at(ordered: datetime, products: Iterable[Product], delivery: Delivery) -> datetime:
    """When the first of what was ordered then leaves its warehouse: at the cut-off of the day on which it is sent."""
    moments = []
    for name in {delivery.warehouse(product.type, product.category) for product in products}:
        place = delivery.warehouses[name]
        day, cut_off = dispatch_day(ordered, delivery, name), place.cut_off or delivery.cut_off
        moments.append(datetime.combine(day, cut_off, place.time_zone or delivery.time_zone))
    return min(moments)


def judge_address(address: Address, delivery: Delivery) -> Refusal | None:
    """Why nothing can be sent to such an address, if so: it lacks something, or its postcode is none."""
    if not address.country.strip():
        return Refusal(Why.INCOMPLETE_ADDRESS, allowed=("country",))
    if lacking := delivery.lacking(address.country, asdict(address)):
        return Refusal(Why.INCOMPLETE_ADDRESS, allowed=lacking)
    if not delivery.is_postcode(address.country, address.postcode):
        return Refusal(Why.BAD_POSTCODE)
    return None
