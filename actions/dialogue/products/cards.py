"""Products as cards: what every capability that shows products says about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, ProductCard, Products, payload
from actions.shop.catalogue import ProductView, VariantView

FEW = 5
"""From this many pieces on, stock is just "in stock"."""


@dataclass(frozen=True)
class Only:
    """Which of a product's variants count: those of this colour and size; empty where any does."""

    colour: str = ""
    size: str = ""

    def fits(self, variant: VariantView) -> bool:
        return self.colour in ("", variant.colour) and self.size in ("", variant.size)


ANYTHING = Only()


def card(
    product: ProductView, context: Context, why: str | None = None, only: Only = ANYTHING
) -> ProductCard:
    """A product as a card; price and stock are those of the variants that were asked for (`only`)."""
    money = context.formats.money
    variants = [v for v in product.in_stock if only.fits(v)] or product.in_stock or product.variants
    cheapest = min(variants, key=lambda variant: variant.price)
    return ProductCard(
        product_id=product.product_id,
        title=product.title,
        price=price(variants, context),
        list_price=money(cheapest.list_price) if cheapest.on_offer else None,
        stock=stock(sum(variant.stock for variant in variants), context),
        rating=product.rating,
        why=why,
        promoted=context.text("utter_promoted") if product.promoted else None,
        choices=(
            Choice(
                context.text("utter_button_details"),
                payload("ask_product_detail", product_id=product.product_id),
            ),
            Choice(
                context.text("utter_button_similar"), payload("find_similar", product_id=product.product_id)
            ),
            *([_add(product, context, only)] if product.in_stock else ()),
        ),
    )


def price(variants: Sequence[VariantView], context: Context) -> str:
    """What these variants cost, in words; "from" the least where they differ."""
    least = min(variant.price for variant in variants)
    said = context.formats.money(least)
    alike = all(variant.price == least for variant in variants)
    return said if alike else context.text("utter_price_from", price=said)


def marked(product: ProductView, context: Context) -> str:
    """Its title, and that it is promoted, if it is: for sentences that bring a product up."""
    promoted = f" ({context.text('utter_promoted')})" if product.promoted else ""
    return product.title + promoted


def _add(product: ProductView, context: Context, only: Only) -> Choice:
    """Puts it in the cart, in the colour and size that were asked for."""
    traits = {name: value for name, value in (("colour", only.colour), ("size", only.size)) if value}
    wish = payload("add_to_cart", product_id=product.product_id, **traits)
    return Choice(context.text("utter_button_add"), wish)


def stock(pieces: int, context: Context) -> str:
    """How many there are, in words."""
    if pieces <= 0:
        return context.text("utter_sold_out")
    return context.text("utter_few_left", pieces=pieces) if pieces < FEW else context.text("utter_in_stock")


def show(
    response: str,
    ids: Sequence[str],
    context: Context,
    why: Mapping[str, str] | None = None,
    only: Mapping[str, Only] | None = None,
    first: int = 1,
    **values: Any,
) -> list[str]:
    """Say `response` with these products below it; the ids that were shown, in order.

    Args:
        why: product id → the reason for this one.
        only: product id → which of its variants were asked for.
        first: the number of the first of them.
    """
    products = context.services.catalogue.products(ids)
    why, only = why or {}, only or {}
    cards = [card(p, context, why.get(p.product_id), only.get(p.product_id, ANYTHING)) for p in products]
    context.say(response, show=Products(cards, first), **values)
    return [product.product_id for product in products]


def named(products: Iterable[ProductView], context: Context) -> str:
    """Their titles as a list."""
    return context.formats.listing([product.title for product in products])
