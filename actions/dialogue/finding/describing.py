"""A search in a few words, such as `brown, waterproof hiking boots in size 9 up to $150.00`."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.finding.wishes import Wishes
from actions.search import Bounds, Filters


def describe(wishes: Wishes, context: Context) -> str:
    """What is looked for; the shopper's own words where no part of them is known."""
    filters, money = wishes.filters, context.formats.money
    if wishes.text and not filters and not wishes.aimed:
        return context.text("utter_own_words", words=wishes.text.strip(" .,;:!?"))
    parts = [_things(wishes, context)]
    if filters.sizes:
        parts.append(context.text("utter_in_size", size="/".join(filters.sizes)))
    if filters.price_min is not None:
        parts.append(context.text("utter_from_price", price=money(filters.price_min)))
    if filters.price_max is not None:
        parts.append(context.text("utter_up_to_price", price=money(filters.price_max)))
    if filters.rating_min is not None:
        parts.append(context.text("utter_rated_from", rating=context.formats.number(filters.rating_min)))
    limits = [bounds.said for bounds in filters.measures if not _compares(bounds)]
    return ", ".join([" ".join(parts), *limits, *_ruled_out(filters, context)])


def _things(wishes: Wishes, context: Context) -> str:
    """What kind of things, with their traits before it; the products where they are named."""
    filters = wishes.filters
    if named := _products(filters, context):
        return named
    audience = context.services.search.synonyms.titles.audience
    traits = [value for value in filters.attributes if value not in audience]
    whose = [value for value in filters.attributes if value in audience]
    kinds = [context.language.several(kind) for kind in filters.types] or [context.text("utter_products")]
    if wishes.aimed:
        name = "utter_presents" if wishes.gift else "utter_things"
        purposes = context.formats.listing(wishes.purposes)
        kinds = [context.text(f"{name}_for" if purposes else name, purposes=purposes)]
    listing = context.formats.choice
    more = [bounds.said for bounds in filters.measures if _compares(bounds)]
    adjectives = ", ".join((*more, *filters.colours, *traits))
    nouns = (adjectives, listing(filters.brands), listing(whose), listing(filters.materials), listing(kinds))
    return " ".join(noun for noun in nouns if noun)


def _products(filters: Filters, context: Context) -> str:
    """The names of the products that are looked for, each edition's once."""
    products = context.services.catalogue.products(filters.products)
    titles = [product.name if len(products) > 1 else product.title for product in products]
    return context.formats.choice(list(dict.fromkeys(titles)))


def _ruled_out(filters: Filters, context: Context) -> list[str]:
    no, choice = filters.without, context.formats.choice
    kinds = map(context.language.several, no.types)
    other = [*kinds, *no.brands, *no.colours, *no.sizes, *no.attributes]
    said = [context.text("utter_not_these", values=choice(other))] if other else []
    return [
        *said,
        *([context.text("utter_without_these", values=choice(no.materials))] if no.materials else []),
    ]


def _compares(bounds: Bounds) -> bool:
    """Whether it is a word that goes before a thing: `lighter`."""
    return bounds.said.isalpha()
