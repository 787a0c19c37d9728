"""Nine hundred orders in every status, placed by customers after their tastes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from .chance import days, pick, stream
from .demo import DEMO_ORDERS, DemoOrder
from .parcels import HANDLING, TRANSIT, Journey, Parcels
from .people import Person
from .rows import Order, OrderItem, Shipment, TrackingEvent, Variant
from .shopping import CONSUMABLES, Shelf

FIRST_NUMBER = 1001
DELIVERY_COST = {"standard": 4.95, "express": 12.95, "pickup": 2.95}
FREE_STANDARD_FROM = 75.0
STATUSES = {
    "pending": 22, "processing": 26, "packed": 20, "shipped": 58, "out_for_delivery": 20, "delivered": 653,
    "cancelled": 53, "returned": 48,
}  # fmt: skip
OLDEST = 500.0  # days

Basket = list[tuple[Variant, int]]
"""What is bought, and how many of it."""


@dataclass
class Ledger:
    """Everything that has to do with orders, row by row."""

    orders: list[Order] = field(default_factory=list)
    items: list[OrderItem] = field(default_factory=list)
    shipments: list[Shipment] = field(default_factory=list)
    events: list[TrackingEvent] = field(default_factory=list)


@dataclass(frozen=True)
class Draft:
    """An order before its number and its basket are known; `fixed` is what the demo prescribes of it."""

    person: Person
    journey: Journey
    fixed: DemoOrder | None = None


def place_orders(people: list[Person], shelf: Shelf) -> Ledger:
    """All orders, by number. Numbers are dealt at random: how much a shop sells is nobody's business."""
    rng = stream("orders")
    drafts = _demo_drafts(people) | _numbered(rng, _drafts(rng, people))
    owned: dict[str, set[str]] = {person.customer.customer_id: set() for person in people}
    baskets: dict[int, Basket] = {}
    for number, draft in sorted(drafts.items(), key=lambda entry: entry[1].journey.placed):
        baskets[number] = _basket(stream("basket", number), draft, shelf, owned)
    ledger, parcels = Ledger(), Parcels()
    for number in sorted(drafts):
        _enter(ledger, parcels, number, drafts[number], baskets[number])
    return ledger


def _demo_drafts(people: list[Person]) -> dict[int, Draft]:
    by_id = {person.customer.customer_id: person for person in people}
    return {
        number: Draft(
            by_id[order.customer_id],
            Journey(
                order.status, order.placed, "standard", order.delivered, order.parcels, order.late, order.lost
            ),
            order,
        )
        for number, order in DEMO_ORDERS.items()
    }


def _drafts(rng: Random, people: list[Person]) -> Iterable[Draft]:
    written_down = {order.customer_id for order in DEMO_ORDERS.values() if order.items}
    weights = [
        0.0 if person.customer.customer_id in written_down else person.taste.activity for person in people
    ]
    fixed = Counter(order.status for order in DEMO_ORDERS.values())
    for status, count in STATUSES.items():
        for _ in range(count - fixed[status]):
            yield Draft(pick(rng, people, weights), _journey(rng, status))


def _journey(rng: Random, status: str) -> Journey:
    """When an order of this status was placed, and how its parcels fare."""
    delivery = pick(rng, ("standard", "express", "pickup"), (70, 20, 10))
    way = HANDLING + TRANSIT[delivery]
    late = status in ("shipped", "delivered") and rng.random() < 0.05
    lost = status == "shipped" and not late and rng.random() < 0.06
    parcels = 2 if status in ("shipped", "delivered", "returned") and not lost and rng.random() < 0.06 else 1
    recent = rng.random() < 0.3
    since_delivery = rng.uniform(0.2, 29) if recent else rng.uniform(29, OLDEST)
    ago = {
        "pending": rng.uniform(0.01, 0.35),
        "processing": rng.uniform(0.2, 1.1),
        "packed": rng.uniform(0.8, 1.4),
        "shipped": HANDLING + rng.uniform(0.3, 0.85) * TRANSIT[delivery],
        "out_for_delivery": way + rng.uniform(-0.2, 0.2),
        "delivered": way + 1.2 + since_delivery,
        "cancelled": rng.uniform(0.6, 20) if recent else rng.uniform(20, OLDEST),
        "returned": way + 1.2 + rng.uniform(14, OLDEST),
    }[status]
    if lost:
        ago = rng.uniform(18, 30)
    elif late:
        ago += 5.0 if status == "delivered" else way
    if parcels == 2:
        ago += way
    return Journey(status, -ago, delivery, None, parcels, late, lost)


def _numbered(rng: Random, drafts: Iterable[Draft]) -> dict[int, Draft]:
    last = FIRST_NUMBER + sum(STATUSES.values())
    numbers = [number for number in range(FIRST_NUMBER, last) if number not in DEMO_ORDERS]
    rng.shuffle(numbers)
    return dict(zip(numbers, drafts, strict=True))


def _basket(rng: Random, draft: Draft, shelf: Shelf, owned: dict[str, set[str]]) -> Basket:
    """A need and what goes with it, or other needs; nothing that the customer has, but for consumables."""
    taste, has = draft.person.taste, owned[draft.person.customer.customer_id]
    if draft.fixed and draft.fixed.items:
        basket = [
            (shelf.variant(title, colour, size), count) for title, colour, size, count in draft.fixed.items
        ]
    else:
        chosen: dict[str, tuple[Variant, int]] = {}
        size = max(draft.journey.parcels, pick(rng, (1, 2, 3, 4, 5), (38, 30, 18, 9, 5)))
        first = kind = shelf.need(rng, taste)
        while len(chosen) < size:
            for product in shelf.browse(rng, taste, kind, draft.journey.placed, 1, has | chosen.keys()):
                count = pick(rng, (1, 2, 3, 4), (4, 3, 2, 1)) if kind in CONSUMABLES else 1
                chosen[product.product_id] = shelf.choose_variant(rng, product, taste), count
            kind = shelf.companion(rng, first) if rng.random() < 0.65 else shelf.need(rng, taste)
        basket = list(chosen.values())
    bought = (shelf.products[variant.product_id] for variant, _ in basket)
    has.update(product.product_id for product in bought if product.type not in CONSUMABLES)
    return basket


def _enter(ledger: Ledger, parcels: Parcels, number: int, draft: Draft, basket: Basket) -> None:
    rng = stream("order", number)
    journey, customer, payments = draft.journey, draft.person.customer, draft.person.payments
    total = sum(variant.price * count for variant, count in basket)
    free = journey.delivery == "standard" and total >= FREE_STANDARD_FROM
    payment = payments[0] if draft.fixed else pick(rng, payments, [3.0] + [1.0] * (len(payments) - 1))
    ledger.orders.append(
        Order(
            number, customer.customer_id, journey.status, days(journey.placed), payment.payment_id,
            journey.delivery, 0.0 if free else DELIVERY_COST[journey.delivery],
        )
    )  # fmt: skip
    sent = parcels.send(number, journey, f"{customer.city}, {customer.state}")
    for parcel, events in sent:
        ledger.shipments.append(parcel)
        ledger.events.extend(events)
    for line, (variant, count) in enumerate(basket, 1):
        parcel_id = sent[(line - 1) % len(sent)][0].shipment_id if sent else ""
        ledger.items.append(OrderItem(number, line, variant.sku, count, variant.price, parcel_id))
