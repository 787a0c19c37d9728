"""Products as cards: what every capability that shows products says about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, ProductCard, Products, payload
from actions.shop.catalogue import ProductView

FEW = 5
"""From this many pieces on, stock is just "in stock"."""


def card(
    product: ProductView, context: Context, why: str | None = None, price: Decimal | None = None
) -> ProductCard:
    """A product as a card; `price` is that of the variant that was asked for, else the product's lowest."""
    money = context.formats.money
    now = product.price_from if price is None else price
    shown = money(now)
    if price is None and product.price_to > product.price_from:
        shown = context.text("utter_price_from", price=shown)
    before = product.list_price if price is None else None
    return ProductCard(
        product_id=product.product_id,
        title=product.title,
        price=shown,
        list_price=money(before) if before else None,
        stock=stock(product.stock, context),
        rating=product.rating,
        why=why,
        choices=(
            Choice(
                context.text("utter_button_details"),
                payload("ask_product_detail", product_id=product.product_id),
            ),
            Choice(
                context.text("utter_button_similar"), payload("find_similar", product_id=product.product_id)
            ),
        ),
    )


def stock(pieces: int, context: Context) -> str:
    """How many there are, in words."""
    if pieces <= 0:
        return context.text("utter_sold_out")
    return context.text("utter_few_left", pieces=pieces) if pieces < FEW else context.text("utter_in_stock")


def show(
    response: str, ids: Sequence[str], context: Context, why: Mapping[str, str] | None = None, **values: Any
) -> list[str]:
    """Say `response` with these products below it; the ids that were shown, in order."""
    products = context.services.catalogue.products(ids)
    cards = [card(product, context, (why or {}).get(product.product_id)) for product in products]
    context.say(response, show=Products(cards), **values)
    return [product.product_id for product in products]


def named(products: Iterable[ProductView], context: Context) -> str:
    """Their titles as a list."""
    return context.formats.listing([product.title for product in products])
