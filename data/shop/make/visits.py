"""What customers did in the shop: visits around a need, what they put in the cart and bought, and later rated."""

from __future__ import annotations

from random import Random

from .chance import days, pick, stream
from .orders import Ledger
from .people import Person
from .rows import Interaction, Product
from .shopping import Shelf

COUNT = 15_600  # at least so many interactions
SPAN = 540.0  # days


def interactions(people: list[Person], shelf: Shelf, ledger: Ledger) -> list[Interaction]:
    """Every interaction in order of time. Each product of each order is bought at the moment the order was placed."""
    by_id = {person.customer.customer_id: person for person in people}
    product_of = {v.sku: shelf.products[p] for p, variants in shelf.variants.items() for v in variants}
    lines: dict[int, list[Product]] = {order.order_number: [] for order in ledger.orders}
    for item in ledger.items:
        lines[item.order_number].append(product_of[item.sku])
    found: list[Interaction] = []
    for order in ledger.orders:
        rng = stream("visit", order.order_number)
        person = by_id[order.customer_id]
        found.extend(_purchase(rng, person, shelf, lines[order.order_number], order.placed))
    rng = stream("visits")
    weights = [person.taste.activity for person in people]
    while len(found) < COUNT:
        found.extend(_look_around(rng, pick(rng, people, weights), shelf))
    return sorted(found, key=lambda row: (row.Time, row.UserID, row.Behavior, row.ItemID))


def _purchase(rng: Random, person: Person, shelf: Shelf, bought: list[Product], placed: float) -> list[Interaction]:
    rows = []

    def add(product: Product, behaviour: str, time: float) -> None:
        rows.append(Interaction(person.customer.customer_id, product.product_id, behaviour, days(time)))

    clock = placed - 0.004 * (1 + 4 * len(bought))
    for product in bought:
        others = shelf.browse(rng, person.taste, product.type, placed - 1, rng.randrange(1, 5))
        for other in [other for other in others if other not in bought] + [product]:
            add(other, "Browse", clock)
            clock = min(clock + rng.uniform(0.001, 0.003), placed - 0.002)
        add(product, "AddToCart", clock)
    for product in bought:
        add(product, "Buy", placed)
        rated = placed + rng.uniform(9, 40)
        if rng.random() < 0.45 and rated < -0.01:
            add(product, "Rate", rated)
    return rows


def _look_around(rng: Random, person: Person, shelf: Shelf) -> list[Interaction]:
    """A visit that ends without an order: some products of one type, perhaps something left in the cart."""
    clock = -rng.uniform(0.02, SPAN)
    kind = shelf.need(rng, person.taste)
    rows = []
    for product in shelf.browse(rng, person.taste, kind, clock, rng.randrange(2, 8)):
        rows.append(Interaction(person.customer.customer_id, product.product_id, "Browse", days(clock)))
        if rng.random() < 0.12:
            rows.append(Interaction(person.customer.customer_id, product.product_id, "AddToCart", days(clock + 0.001)))
        clock += rng.uniform(0.001, 0.004)
    return rows
