"""Nine hundred orders in every status, placed by customers after their taste."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .chance import days, pick, stream
from .demo import ANNS_ITEMS, ANNS_NUMBER, ANNS_ORDER_PLACED
from .parcels import HANDLING, TRANSIT, Parcels
from .people import Person
from .rows import Order, OrderItem, Shipment, TrackingEvent, Variant
from .shopping import CONSUMABLES, Shelf

FIRST_NUMBER = 1001
DELIVERY_COST = {"standard": 4.95, "express": 12.95, "pickup": 2.95}
FREE_STANDARD_FROM = 75.0

# How many orders stand at each status, and how many days ago such orders were placed.
STATUSES: tuple[tuple[str, int, float, float], ...] = (
    ("pending", 22, 0.01, 0.35),
    ("processing", 26, 0.2, 1.1),
    ("packed", 20, 0.7, 1.4),
    ("shipped", 58, 1.6, 5.2),
    ("out_for_delivery", 20, 0.0, 0.0),
    ("delivered", 653, 0.0, 0.0),
    ("cancelled", 53, 0.6, 500.0),
    ("returned", 48, 0.0, 0.0),
)  # fmt: skip


@dataclass
class Ledger:
    """Everything that has to do with orders, row by row."""

    orders: list[Order]
    items: list[OrderItem]
    shipments: list[Shipment]
    events: list[TrackingEvent]


@dataclass(frozen=True)
class Draft:
    person: Person
    status: str
    placed: float
    delivery: str
    late: bool = False
    lost: bool = False


def place_orders(people: list[Person], shelf: Shelf) -> Ledger:
    """All orders, sorted by number. Numbers are dealt at random: a shop's volume is nobody's business."""
    rng = stream("orders")
    drafts = sorted(_drafts(rng, people), key=lambda draft: draft.placed)
    numbers = [n for n in range(FIRST_NUMBER, FIRST_NUMBER + len(drafts) + 1) if n != ANNS_NUMBER]
    rng.shuffle(numbers)
    ledger, parcels = Ledger([], [], [], []), Parcels()
    owned: dict[str, set[str]] = {person.customer.customer_id: set() for person in people}
    baskets = [(ANNS_NUMBER, *_anns_order(people[0], shelf))]
    owned[people[0].customer.customer_id] |= {variant.product_id for variant, _ in baskets[0][2]}
    for number, draft in zip(numbers, drafts, strict=False):
        basket = _basket(stream("basket", number), draft, shelf, owned[draft.person.customer.customer_id])
        baskets.append((number, draft, basket))
    for number, draft, basket in sorted(baskets, key=lambda entry: entry[0]):
        _enter(ledger, parcels, number, draft, basket)
    return ledger


def _drafts(rng: Random, people: list[Person]) -> list[Draft]:
    weights = [person.taste.activity for person in people]
    drafts = []
    for status, count, soonest, longest in STATUSES:
        for i in range(count - (status == "delivered")):
            person = pick(rng, people, weights)
            delivery = pick(rng, ("standard", "express", "pickup"), (70, 20, 10))
            late = status in ("shipped", "delivered") and rng.random() < 0.05
            lost = status == "shipped" and i < 4
            ago = rng.uniform(soonest, longest)
            handled = HANDLING + TRANSIT[delivery]
            if status == "cancelled" and rng.random() < 0.7:
                ago = rng.uniform(30, 500)
            elif status == "out_for_delivery":
                ago = handled + rng.uniform(-0.2, 0.2)
            elif status == "shipped":
                ago = rng.uniform(18, 30) if lost else HANDLING + rng.uniform(0.3, 0.85) * TRANSIT[delivery]
                ago += 3.5 if late and not lost else 0
            elif status == "delivered":
                ago = handled + (6 if late else 1.2)
                ago += rng.uniform(0.2, 29) if rng.random() < 0.27 else rng.uniform(29, 500)
            elif status == "returned":
                ago = handled + rng.uniform(12, 450)
            drafts.append(Draft(person, status, -ago, delivery, late, lost))
    return drafts


def _anns_order(ann: Person, shelf: Shelf) -> tuple[Draft, list[tuple[Variant, int]]]:
    """The order that every guide to the demo uses: a blue waterproof jacket, hiking boots and a headlamp."""
    by_title = {product.title: product for product in shelf.products.values()}
    basket = []
    for title, colour, size in ANNS_ITEMS:
        variants = shelf.variants[by_title[title].product_id]
        basket.append((next(v for v in variants if (v.colour, v.size) == (colour, size)), 1))
    return Draft(ann, "delivered", ANNS_ORDER_PLACED, "standard"), basket


def _basket(rng: Random, draft: Draft, shelf: Shelf, owned: set[str]) -> list[tuple[Variant, int]]:
    taste = draft.person.taste
    basket: dict[str, tuple[Variant, int]] = {}
    size = pick(rng, (1, 2, 3, 4, 5), (38, 30, 18, 9, 5))
    anchor = kind = shelf.need(rng, taste)
    for _ in range(size * 4):
        found = shelf.browse(rng, taste, kind, draft.placed, 1, owned | basket.keys())
        if found:
            quantity = pick(rng, (1, 2, 3, 4), (4, 3, 2, 1)) if kind in CONSUMABLES else 1
            basket[found[0].product_id] = (shelf.choose_variant(rng, found[0], taste), quantity)
        if len(basket) == size:
            break
        kind = shelf.companion(rng, anchor) if rng.random() < 0.65 else shelf.need(rng, taste)
    owned |= {p for p in basket if shelf.products[p].type not in CONSUMABLES}
    return list(basket.values())


def _enter(ledger: Ledger, parcels: Parcels, number: int, draft: Draft, basket: list[tuple[Variant, int]]) -> None:
    rng = stream("order", number)
    customer = draft.person.customer
    total = sum(variant.price * quantity for variant, quantity in basket)
    free = draft.delivery == "standard" and total >= FREE_STANDARD_FROM
    payments = draft.person.payments
    payment = payments[0] if number == ANNS_NUMBER else pick(rng, payments, [3.0] + [1.0] * (len(payments) - 1))
    cost = 0.0 if free else DELIVERY_COST[draft.delivery]
    placed = days(draft.placed)
    ledger.orders.append(
        Order(number, customer.customer_id, draft.status, placed, payment.payment_id, draft.delivery, cost)
    )
    sent = parcels.send(number, draft, len(basket), customer)
    for parcel, events in sent:
        ledger.shipments.append(parcel)
        ledger.events.extend(events)
    for line, (variant, quantity) in enumerate(basket, 1):
        parcel_id = sent[line % len(sent)][0].shipment_id if sent else ""
        ledger.items.append(OrderItem(number, line, variant.sku, quantity, variant.price, parcel_id))
