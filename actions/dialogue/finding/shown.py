"""What was shown last, and what goes beyond it: `lighter` means lighter than that."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nextafter

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.products.telling import telling
from actions.search import Bounds, SortBy
from actions.search.synonyms import Order
from actions.shop.catalogue import ProductView

MOST_REVIEWED = "most reviewed"
"""The order by how many have rated a product, which is asked of those shown alone."""


def all_shown(context: Context) -> list[ProductView]:
    """All the products of the list that was shown last, its earlier pages included; their places are their numbers."""
    return context.services.catalogue.products(context.turn.slot("shown", []))


def on_page(context: Context) -> list[ProductView]:
    """Those of them that were shown last of all."""
    shown = all_shown(context)
    return shown[context.turn.slot("search", {}).get("offset", 0) :] or shown


def spoken_of(context: Context) -> list[ProductView]:
    """The one product that is spoken of, or those that were shown last."""
    focus = context.turn.slot("focus")
    return context.services.catalogue.products([focus]) if focus else on_page(context)


def the_one(context: Context) -> ProductView | None:
    """The one product that is spoken of, or that alone was shown, were it in several editions."""
    products = spoken_of(context)
    return products[0] if len({product.name for product in products}) == 1 else None


def compared(context: Context) -> list[ProductView]:
    """Those of them that were last compared with each other."""
    last = context.turn.slot("compared", {})
    same_list = last.get("among") == context.turn.slot("shown", [])
    return context.services.catalogue.products(last["products"]) if same_list else []


def comparable(context: Context) -> list[ProductView]:
    """What "which is the lightest?" is asked of."""
    return compared(context) or on_page(context)


def asks_which_of_shown(clause: Clause, context: Context) -> bool:
    """Whether the message asks which of the products shown comes first, or to take: "which is the lightest?", "which
    would you take?"; of two that were compared, "the lighter one"."""
    language = context.language
    if clause.text.startswith("/") or not comparable(context):
        return False
    other = clause.values("product_type") or clause.values("product")
    if language.says(clause.text, "best_of"):
        return not other
    if order_asked(clause, context) is None:
        open_to = language.says(clause.text, "which") and not language.says(clause.text, "for_self")
        return open_to and not telling(clause.text, "choosing_words", (), context)
    if language.says(clause.text, "of_these"):
        return True
    which = language.says(clause.text, "which") or (
        (compared(context) or _singles_out(clause, context)) and language.says(clause.text, "one_of_them")
    )
    return bool(which and not other)


def _singles_out(clause: Clause, context: Context) -> bool:
    """Whether a message says "the" right before what it compares by, and nothing else: "the cheaper one"."""
    if any(entity.kind != "sort_by" for entity in clause.entities):
        return False
    articles = context.language.phrases("definite")
    relative = (e for e in clause.entities if e.kind == "sort_by" and e.role == "relative")
    said = [clause.text[e.start : e.end] for e in relative]
    said += [each for order in context.services.search.synonyms.orders.values() for each in order.than]
    return (
        context.language.find(clause.text, [f"{the} {each}" for the in articles for each in said]) is not None
    )


def order_asked(clause: Clause, context: Context) -> str | None:
    """The order of which the message asks what comes first: `cheapest`, `lighter`."""
    if context.language.says(clause.text, "most_reviewed"):
        return MOST_REVIEWED
    if named := clause.first("sort_by"):
        return str(named)
    if context.language.says(clause.text, "which") and context.language.says(clause.text, "reviews"):
        return SortBy.RATING
    orders, find = context.services.search.synonyms.orders, context.language.find
    return next((name for name, order in orders.items() if find(clause.text, order.than) is not None), None)


def beyond_what_is_shown(clause: Clause, context: Context) -> Bounds | None:
    """More of what the message compares by (`lighter`) than the product spoken of has, or the middle one of those
    shown; None where it compares by nothing that is measured."""
    return beyond(spoken_of(context), clause, context)


def beyond(products: Sequence[ProductView], clause: Clause, context: Context) -> Bounds | None:
    """More of what the message compares by than the middle one of these products has."""
    synonyms = context.services.search.synonyms
    for order in synonyms.orders.values():
        said = next(
            (words for words in order.than if context.language.find(clause.text, [words]) is not None), None
        )
        if said is not None:
            return _beyond(products, order, said, context)
    return None


def _beyond(products: Sequence[ProductView], order: Order, said: str, context: Context) -> Bounds | None:
    measures = context.services.search.synonyms.measures
    by_order = (
        (n, m, order.goes_down(spec)) for spec in order.specs for n, m in measures.items() if spec in m.specs
    )
    for name, measure, up in by_order:
        values = sorted(v for p in products if (v := measure.of(p.specs)) is not None)
        if values:
            middle = values[(len(values) - 1) // 2 if up else len(values) // 2]
            low, high = (nextafter(middle, inf), None) if up else (None, nextafter(middle, -inf))
            return Bounds(name, low, high, said)
    return None
