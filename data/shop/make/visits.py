"""What customers did in the shop: what they looked at, put in the cart, bought, and later rated."""

from __future__ import annotations

from random import Random

from .chance import days, pick, stream
from .orders import OLDEST, Ledger
from .people import Person
from .rows import Interaction, Order, Product
from .shopping import Shelf

ENOUGH = 16_500  # interactions; visits go on until there are so many
FOLLOWED_UP = 0.55  # share of the orders after which the customer looks for what goes with them
LEFT_IN_CART = 0.16  # share of the products looked at without buying
RATED = 0.45  # share of the products bought


def interactions(people: list[Person], shelf: Shelf, ledger: Ledger) -> list[Interaction]:
    """Every interaction by time. Each product of each order is bought at the moment the order was placed."""
    by_id = {person.customer.customer_id: person for person in people}
    product_of = {v.sku: shelf.products[p] for p, variants in shelf.variants.items() for v in variants}
    bought: dict[int, list[Product]] = {order.order_number: [] for order in ledger.orders}
    for item in ledger.items:
        bought[item.order_number].append(product_of[item.sku])
    found: list[Interaction] = []
    for order in ledger.orders:
        visit = _Visit(stream("visit", order.order_number), by_id[order.customer_id], shelf)
        visit.buy(bought[order.order_number], order)
        found.extend(visit.rows)
    rng = stream("visits")
    active = [person.taste.activity for person in people]
    while len(found) < ENOUGH:
        visit = _Visit(rng, pick(rng, people, active), shelf)
        visit.look_around(shelf.need(rng, visit.person.taste), -rng.uniform(0.03, OLDEST))
        found.extend(visit.rows)
    return sorted(found, key=lambda row: (row.Time, row.UserID, row.Behavior, row.ItemID))


class _Visit:
    """Gathers what one customer does, on one occasion and because of it."""

    def __init__(self, rng: Random, person: Person, shelf: Shelf) -> None:
        self.rng, self.person, self.shelf = rng, person, shelf
        self.rows: list[Interaction] = []

    def buy(self, products: list[Product], order: Order) -> None:
        """Compare, fill the cart, order; rate some of it later, and come back for what goes with it."""
        rng, taste = self.rng, self.person.taste
        clock = order.placed - 0.004 * (1 + 4 * len(products))
        for product in products:
            rivals = self.shelf.browse(rng, taste, product.type, order.placed - 1, rng.randrange(1, 5))
            for seen in [rival for rival in rivals if rival not in products] + [product]:
                self._note(seen, "Browse", clock)
                clock = min(clock + rng.uniform(0.001, 0.003), order.placed - 0.002)
            self._note(product, "AddToCart", clock)
        for product in products:
            self._note(product, "Buy", order.placed)
            rated = order.placed + rng.uniform(12, 45)
            if order.status == "delivered" and rng.random() < RATED and rated < -0.01:
                self._note(product, "Rate", rated)
        later = order.placed + rng.uniform(1, 25)
        if rng.random() < FOLLOWED_UP and later < -0.03:
            self.look_around(self.shelf.companion(rng, products[0].type), later)

    def look_around(self, kind: str, clock: float) -> None:
        """Look at some products of a type; perhaps something is left in the cart."""
        rng = self.rng
        for product in self.shelf.browse(rng, self.person.taste, kind, clock, rng.randrange(2, 8)):
            self._note(product, "Browse", clock)
            if rng.random() < LEFT_IN_CART:
                self._note(product, "AddToCart", clock + 0.001)
            clock = min(clock + rng.uniform(0.001, 0.004), -0.002)

    def _note(self, product: Product, behaviour: str, time: float) -> None:
        self.rows.append(
            Interaction(self.person.customer.customer_id, product.product_id, behaviour, days(time))
        )
