"""What the shop has: how much of which kinds, and of which brands."""

from __future__ import annotations

from collections import Counter

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.finding.discovery import popular_types

NAMED = 12
"""How many brands are named; there may be hundreds."""


class ActionShowAssortment(ServeWish):
    """Names the brands where those are asked for, of the kinds of product that the question names or of all; otherwise
    the departments."""

    def name(self) -> str:
        return "action_show_assortment"

    def answer(self, context: Context) -> Events:
        wish, language, listing = context.turn.question, context.language, context.formats.listing
        types = wish.values("product_type")
        catalogue = context.services.catalogue
        products = [p for each in types for p in catalogue.by_type(str(each))] or catalogue.products()
        brands = [brand for brand, _ in Counter(p.brand for p in products if p.brand).most_common()]
        departments = [name for name, _ in Counter(p.category for p in products if p.category).most_common()]
        if language.find(wish.text, language.wishes["brands"]) is not None:
            kinds = listing([language.several(str(each)) for each in types]) or context.text("utter_products")
            response = "utter_brands_among" if len(brands) > NAMED else "utter_brands"
            context.say(response, count=str(len(brands)), brands=listing(brands[:NAMED]), kinds=kinds)
        else:
            context.say(
                "utter_assortment",
                count=str(len(products)),
                brands=str(len(brands)),
                number=str(len(departments)),
                departments=listing(departments),
                choices=popular_types(context),
            )
        return []
