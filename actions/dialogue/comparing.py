"""Products side by side, and which of them comes first by what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.about_product import focus_on
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.facts import facts, spec
from actions.dialogue.messages import Table
from actions.dialogue.pointing import pointed_at
from actions.dialogue.shown import on_page
from actions.search import SortBy
from actions.shop.catalogue import ProductView

COMPARED = 4
"""How many products a table holds."""


class ActionCompareProducts(ServeWish):
    """Two to four products side by side; where the message asks which of them is the lightest or cheapest, that
    first."""

    def name(self) -> str:
        return "action_compare_products"

    def answer(self, context: Context) -> Events:
        products = apart(pointed_at(context))
        if len(products) < 2:
            products = on_page(context)
        if len(products) < 2:
            context.say("utter_nothing_to_compare")
            return []
        products = products[:COMPARED]
        first = None
        if order := context.turn.wish.first("sort_by"):
            first = say_first(str(order), products, context)
        context.say("utter_comparison", show=comparison(products, context))
        return focus_on(first) if first else []


def say_first(order: str, products: Sequence[ProductView], context: Context) -> ProductView | None:
    """Say which of the products comes first by an order, which next, and how much of it they have; the first, where it
    is alone there."""
    known = {p.product_id: value for p in products if (value := _value(order, p, context)) is not None}
    name = context.text(f"utter_order_{order}") if f"utter_order_{order}" in context.phrases else order
    ranked = sorted((p for p in products if p.product_id in known), key=lambda p: known[p.product_id][0])
    if not ranked:
        context.say("utter_order_unknown", order=name)
        return None
    first, *others = ranked
    best = known[first.product_id]
    equal = [p for p in others if known[p.product_id][0] == best[0]]
    if equal:
        titles = context.formats.listing([p.title for p in (first, *equal)])
        context.say("utter_first_of_these_alike", order=name, titles=titles, value=best[1])
    elif others:
        following = known[others[0].product_id][1]
        context.say(
            "utter_first_of_these",
            order=name,
            title=first.title,
            value=best[1],
            other=others[0].title,
            other_value=following,
        )
    else:
        context.say("utter_only_of_these", order=name, title=first.title, value=best[1])
    return None if equal else first


def _value(order: str, product: ProductView, context: Context) -> tuple[tuple[float, ...], str] | None:
    """What a product is sorted by, the least first, and the same in words; None where it is not known."""
    money = context.formats.money
    match order:
        case SortBy.PRICE_ASC:
            return (float(product.price_from),), money(product.price_from)
        case SortBy.PRICE_DESC:
            return (-float(product.price_to),), money(product.price_to)
        case SortBy.RATING if product.rating:
            number = context.formats.number(product.rating)
            words = context.text("utter_rating", rating=number, count=str(product.rating_count))
            return (-product.rating, -product.rating_count), words
        case SortBy.NEWEST:
            return (-product.added.timestamp(),), context.formats.day(product.added)
    by_spec = context.services.search.synonyms.orders.get(order)
    for place, name in enumerate(by_spec.specs if by_spec else ()):
        value = product.specs.get(name)
        if by_spec and isinstance(value, int | float):
            return (place, -float(value) if by_spec.descending else float(value)), spec(name, value, context)[
                1
            ]
    return None


def apart(products: list[ProductView]) -> list[ProductView]:
    """One edition of each product that was named: of two boots for men and for women, those for the same people."""
    by_name: dict[str, list[ProductView]] = {}
    for product in products:
        by_name.setdefault(_edition(product.title)[0], []).append(product)
    if len(by_name) < 2:
        return products
    editions = [{_edition(p.title)[1] for p in each} for each in by_name.values()]
    common = set.intersection(*editions)
    return [next((p for p in each if _edition(p.title)[1] in common), each[0]) for each in by_name.values()]


def _edition(title: str) -> tuple[str, str]:
    """A title without what stands after its dash, and that: `… Boots – Men's`."""
    name, _, edition = title.partition(" – ")
    return name, edition


def comparison(products: Sequence[ProductView], context: Context) -> Table:
    """Side by side; rows in which all are alike are left out."""
    known = [facts(product, context) for product in products]
    labels = dict.fromkeys(label for each in known for label in each)
    rows = [[label, *(each.get(label, "–") for each in known)] for label in labels]
    return Table(
        ["", *(product.title for product in products)], [row for row in rows if len(set(row[1:])) > 1]
    )
