"""What people say about a product: the ratings that there are, in figures, and nothing made up."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.products.facts import counted
from actions.shop.catalogue import ProductView

COMPARABLE = 3
"""Rated products of a type from which it is worth telling where one of them stands."""


def say_rating(product: ProductView, context: Context) -> None:
    """How buyers rate a product, and where that puts it among those of its kind."""
    if product.rating is None or not product.rating_count:
        context.say("utter_not_rated", title=product.title)
        return
    number = context.formats.number
    rating, count = number(product.rating), number(product.rating_count)
    context.say(
        counted("utter_rated", product.rating_count, context),
        title=product.title,
        rating=rating,
        count=count,
    )
    rated = [p for p in context.services.catalogue.by_type(product.type) if p.rating_count and p.rating]
    if len(rated) >= COMPARABLE:
        better = sum((p.rating or 0) > product.rating for p in rated)
        mean = sum((p.rating or 0) * p.rating_count for p in rated) / sum(p.rating_count for p in rated)
        context.say(
            "utter_rated_beside_others",
            place=number(better + 1),
            of=number(len(rated)),
            mean=number(round(mean, 1)),
            types=context.language.several(product.type),
        )
