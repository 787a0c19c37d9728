"""Which of a few products comes first: by an order, or by what was asked in free words as far as anything is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding import shown
from actions.dialogue.finding.filters import read_measures
from actions.dialogue.finding.pointing import superlative
from actions.dialogue.finding.shown import order_asked
from actions.dialogue.products.facts import rating, spec
from actions.dialogue.products.telling import spoken_of, telling
from actions.search import Filters, Hit, SortBy
from actions.shop.catalogue import ProductView

LIKE = 0.45
"""Least likeness of a sentence that speaks of it: of several products one always has something near."""


def say_which(question: Clause, products: Sequence[ProductView], context: Context) -> ProductView | None:
    """Say which of the products the question is after: by the order that it names, by a description that speaks of it,
    or, where it only asks which to take, by the ratings; own up to what nothing is known of. The
    first, where one is."""
    if order := order_asked(question, context):
        return say_first(order, products, context)
    if asked := telling(question.text, "choosing_words", products, context):
        suited = _say_suited(question, products, context)
        if suited is not None:
            return next(iter(suited), None)
        found = [(p, said) for p in products if (said := spoken_of(asked, question.text, p, context, LIKE))]
        if not found:
            context.say("utter_cannot_judge")
            if any(product.rating for product in products):
                return say_first(SortBy.RATING, products, context)
        for product, said in found:
            context.say("utter_described", title=product.title, sentence=said)
        return None
    if any(product.rating for product in products):
        context.say("utter_judged_by_ratings")
        return say_first(SortBy.RATING, products, context)
    return None


def say_listed(values: Sequence[str], products: Sequence[ProductView], context: Context) -> None:
    """Say which of the products are listed as all of this, and which are not."""
    having = _meeting(Filters(attributes=tuple(values)), products, context)
    others = [product for product in products if product not in having]
    listing = context.formats.listing
    for response, which in (("utter_listed_of_these", having), ("utter_unlisted_of_these", others)):
        if which:
            context.say(response, values=listing(values), titles=listing([each.title for each in which]))


def _say_suited(
    question: Clause, products: Sequence[ProductView], context: Context
) -> Sequence[ProductView] | None:
    """Say which of the products suit what the question tells: by the features that serve its purpose, or by their
    sizes. The one to take, where one comes first; None where the question tells no such thing."""
    listing, types = context.formats.listing, tuple({product.type for product in products})
    for said in read_measures(question, context, Filters(types=types)):
        if fitting := _meeting(Filters(measures=(said.bounds,)), products, context):
            titles = listing([product.title for product in fitting])
            context.say("utter_suited_in_size", said=said.bounds.said, titles=titles)
            return ()
    purposes = context.services.purposes.named(question.text)
    wanted = [
        word
        for word in context.services.purposes.words(purposes).split()
        if _meeting(Filters(attributes=(word,)), products, context)
    ]
    if not wanted:
        return None
    told: dict[str, Any] = {"purpose": listing(list(purposes)), "values": listing(wanted)}
    having = _meeting(Filters(attributes=tuple(wanted)), products, context)
    rated = sorted((p for p in having if p.rating), key=lambda p: -(p.rating or 0))
    best = (having if len(having) == 1 else rated)[: len(having) < len(products) or len(rated) > 1]
    for product in best:
        response = "utter_verdict_alone" if len(having) == 1 else "utter_verdict_listed"
        context.say(response, title=product.title, rating=rating(product, context), **told)
    context.say("utter_suited_by", **told)
    say_listed(wanted, products, context)
    return best


def _meeting(filters: Filters, products: Sequence[ProductView], context: Context) -> list[ProductView]:
    """Those of the products that meet the filters, in stock or not."""
    ids = tuple(product.product_id for product in products)
    wanted = replace(filters, products=ids, in_stock=False)
    met = {hit.product_id for hit in context.services.search.search("", wanted, len(ids))}
    return [product for product in products if product.product_id in met]


def say_first(order: str, products: Sequence[ProductView], context: Context) -> ProductView | None:
    """Say which of the products comes first by an order, which next, and how much of it they have; the first, where it
    is alone there."""
    known = {p.product_id: value for p in products if (value := _value(order, p, context)) is not None}
    name = order_name(order, context)
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


def foremost(hits: Sequence[Hit], order: str, context: Context) -> dict[str, str]:
    """The first of what was found by an order that somebody asked for, as responses name it: its title, how much it
    has, and what the order is called. Empty where that is not known, or no order was asked for."""
    products = context.services.catalogue.products([hit.product_id for hit in hits[:1]])
    asked = superlative(context.turn.wish)
    if not products or asked != order or (value := _value(order, products[0], context)) is None:
        return {}
    shown = context.formats.money(hits[0].price) if order == SortBy.PRICE_ASC else value[1]
    specs = context.services.search.synonyms.orders
    by = next(
        (name for name in (specs[order].specs if order in specs else ()) if name in products[0].specs), ""
    )
    label = spec(by, products[0].specs[by], context)[0] if by else ""
    return {
        "order": order_name(order, context),
        "title": products[0].title,
        "value": f"{label} {shown}".strip(),
    }


def order_name(order: str, context: Context) -> str:
    """What an order is called: `lightest`."""
    return context.text(f"utter_order_{order}") if f"utter_order_{order}" in context.phrases else order


def _value(order: str, product: ProductView, context: Context) -> tuple[tuple[float, ...], str] | None:
    """What a product is sorted by, the least first, and the same in words; None where it is not known."""
    money = context.formats.money
    match order:
        case SortBy.PRICE_ASC:
            return (float(product.price_from),), money(product.price_from)
        case SortBy.PRICE_DESC:
            return (-float(product.price_to),), money(product.price_to)
        case SortBy.RATING if product.rating:
            return (-product.rating, -product.rating_count), rating(product, context)
        case shown.MOST_REVIEWED if product.rating_count:
            return (-product.rating_count,), rating(product, context)
        case SortBy.NEWEST:
            return (-product.added.timestamp(),), context.formats.day(product.added)
    by_spec = context.services.search.synonyms.orders.get(order)
    for place, name in enumerate(by_spec.specs if by_spec else ()):
        value = product.specs.get(name)
        if by_spec and isinstance(value, int | float):
            return (place, -float(value) if by_spec.goes_down(name) else float(value)), spec(
                name, value, context
            )[1]
    return None
