"""A stall with three camps of customers, so that the right suggestion is plain to see.

Campers buy a tent and a mat in one order, runners look at shoes and then at socks, readers buy books. Every customer's
last step is missing for the one who is asked about.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from actions.recommender import Did, Event, Item

NOW = datetime(2026, 5, 13, 16, 0, tzinfo=UTC)


def item(
    product_id: str,
    type: str,
    brand: str,
    audience: tuple[str, ...] = (),
    price: float = 20,
    in_stock: bool = True,
    added: int = 400,
    category: str = "",
) -> Item:
    """An item added so many days ago."""
    return Item(
        product_id,
        type,
        category or type,
        brand,
        audience,
        (),
        price,
        in_stock,
        NOW - timedelta(days=added),
        5,
    )


ITEMS = (
    item("tent-a", "tent", "Camp", price=200, category="outdoors"),
    item("tent-b", "tent", "Peak", price=300, category="outdoors"),
    item("mat-a", "sleeping mat", "Camp", price=50, category="outdoors"),
    item("mat-b", "sleeping mat", "Peak", price=70, category="outdoors"),
    item("shoes-m", "running shoes", "Fleet", ("men's",), 100, category="footwear"),
    item("shoes-w", "running shoes", "Fleet", ("women's",), 100, category="footwear"),
    item("shoes-x", "running shoes", "Swift", ("men's",), 120, category="footwear"),
    item("socks-a", "socks", "Fleet", price=10, category="footwear"),
    item("socks-b", "socks", "Swift", price=12, category="footwear"),
    item("book-a", "book", "Press"),
    item("book-b", "book", "Press"),
    item("book-c", "book", "Press", in_stock=False),
    item("lamp", "lamp", "Camp", price=35, added=10),
)
IDS = [each.product_id for each in ITEMS]


def vectors() -> dict[str, NDArray[np.float32]]:
    """Meanings: items of one type are alike (cosine about .9), others hardly."""
    random = np.random.default_rng(5)
    kinds = {each.type: random.normal(size=32) for each in ITEMS}
    found = {}
    for each in ITEMS:
        vector = kinds[each.type] + 0.3 * random.normal(size=32)
        found[each.product_id] = (vector / np.linalg.norm(vector)).astype(np.float32)
    return found


def did(customer: str, *deeds: tuple[str, Did], start: float = 30) -> list[Event]:
    """What a customer did, a minute between deeds, beginning so many days ago."""
    begin = NOW - timedelta(days=start)
    return [
        Event(customer, product, what, begin + timedelta(minutes=minute))
        for minute, (product, what) in enumerate(deeds)
    ]


VIEW, CART, BUY, RETURN, DECLINE = Did.VIEW, Did.CART, Did.BUY, Did.RETURN, Did.DECLINE

EVENTS = [
    event
    for n in range(6)
    for event in (
        *did(f"camper{n}", ("tent-a", VIEW), ("tent-a", BUY), ("mat-a", BUY), ("mat-b", VIEW), start=20 + n),
        *did(f"runner{n}", ("shoes-m", VIEW), ("shoes-m", BUY), ("socks-a", VIEW), ("socks-a", BUY), start=9 + n),
        *did(f"reader{n}", ("book-a", BUY), ("book-b", CART), start=50 + n),
    )
] + [
    *did("newcomer", ("tent-a", VIEW), ("tent-a", BUY), start=70),
    *did("regretful", ("shoes-m", BUY), ("shoes-m", RETURN), ("shoes-x", VIEW), start=80),
    *did("woman", ("shoes-w", BUY), ("shoes-w", CART), ("shoes-w", VIEW), start=80),
]  # fmt: skip
