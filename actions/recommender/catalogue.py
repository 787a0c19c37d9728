"""What the shop knows, as the recommender wants it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from actions.recommender.types import Did, Event, Item
from actions.shop.catalogue import ProductView
from actions.shop.history import History
from actions.shop.models import Behaviour


def items(products: Iterable[ProductView], audiences: Collection[str] = ()) -> list[Item]:
    """The catalogue's products.

    `audiences` are what a title says after its last dash when it says for whom a product is: `– Men's`, or as a word
    of its own: `Kids' Backpack`.
    """
    return [_item(product, audiences) for product in products]


def events(history: History, customer: str | None = None) -> list[Event]:
    """What all customers who allow that it is used did and sent back, or this one; what was bought in an order that was
    cancelled then was not bought."""
    called_off = history.called_off()
    deeds = [
        Event(seen.customer_id, seen.product_id, Did(seen.behaviour.value), seen.time)
        for seen in history.interactions(customer)
        if seen.behaviour is not Behaviour.BUY or (seen.customer_id, seen.product_id) not in called_off
    ]
    return deeds + [
        Event(owner, product, Did.RETURN, time)
        for owner, product, time in history.returned()
        if customer in (None, owner)
    ]


def _item(product: ProductView, audiences: Collection[str]) -> Item:
    words = product.title.replace("’", "'").lower().split()
    return Item(
        product_id=product.product_id,
        type=product.type,
        category=product.category,
        brand=product.brand,
        audience=tuple(audience for audience in audiences if audience.lower() in words),
        attributes=product.features,
        price=float(product.price_from),
        in_stock=bool(product.in_stock),
        added=product.added,
        rating_count=product.rating_count,
        promoted=product.promoted,
        sizes=product.sizes,
        sizes_in_stock=tuple(dict.fromkeys(v.size for v in product.in_stock if v.size)),
    )
