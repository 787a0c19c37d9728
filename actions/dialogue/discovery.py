"""Finding products: search, refine, show more, details, comparison, stock, offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import cards, faq, interest, reviews
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.pointing import AboutProduct, asked_which, focus_on, pointed_at
from actions.dialogue.turn import Clause
from actions.dialogue.wishes import FIELDS, Wishes
from actions.recommender import Did
from actions.search import Hit, Narrowing, SortBy, Wish
from actions.shop.catalogue import ProductView

PAGE = 4
"""How many products are shown at once."""
COMPARED = 3
WIDE = 3 * PAGE
"""More products than this are too many to look through: then one question helps."""
MOST_QUESTIONS = 2


class SearchAction(ServeWish):
    """Shows the products that meet the wishes, or says which wish can't be met and what comes nearest."""

    def show(self, wishes: Wishes, context: Context, before: list[str] | None = None) -> Events:
        search = context.services.search
        hits = search.search(wishes.text, wishes.filters, PAGE, sort_by=wishes.sort_by, offset=wishes.offset)
        if not hits and wishes.offset:
            context.say("utter_no_more_products")
            return []
        if not hits:
            return self._nearest(wishes, context)
        found = any(hit.confident for hit in hits)
        question = search_question(wishes, context) if found else None
        if question:
            wishes = replace(wishes, asked=(*wishes.asked, question.field))
        response = "utter_found_products" if found else "utter_found_nearest"
        events = self._show_hits(response, hits, wishes, context, wishes=wishes.describe(context))
        if question:
            context.say(f"utter_narrow_{question.field}", choices=narrowing_choices(question, context))
        return events

    def _show_hits(
        self, response: str, hits: Sequence[Hit], search: Wishes, context: Context, **values: Any
    ) -> Events:
        """The hits as cards with the price and stock of what was asked for, and what to remember of them."""
        colours, sizes = search.filters.colours, search.filters.sizes
        only = {
            hit.product_id: cards.Only(hit.colour if colours else "", hit.size if sizes else "")
            for hit in hits
        }
        return remember(search, cards.show(response, list(only), context, only=only, **values))

    def _nearest(self, wishes: Wishes, context: Context) -> Events:
        """What comes nearest when as few wishes as possible are given up, and which those are."""
        search, asked, abandoned = context.services.search, wishes, list[str]()
        while not (relaxations := search.relax(wishes.text, wishes.filters)):
            open_wishes = wishes.filters.wishes()
            if len(open_wishes) < 2:
                context.say("utter_found_nothing", wishes=asked.describe(context))
                return []
            abandoned.append(given_up(open_wishes[-1], context))
            wishes = wishes.giving_up(open_wishes[-1])
        easiest = relaxations[0]
        return self._show_hits(
            "utter_found_without",
            easiest.hits[:PAGE],
            wishes.giving_up(easiest.wish),
            context,
            wishes=asked.describe(context),
            given_up=context.formats.listing([*abandoned, given_up(easiest.wish, context)]),
        )


def search_question(wishes: Wishes, context: Context) -> Narrowing | None:
    """What to ask where a search is too wide; not twice the same, on a later page, or in the middle of a task."""
    busy = context.turn.tracker.active_loop_name or wishes.offset or wishes.sort_by != SortBy.RELEVANCE
    if busy or len(wishes.asked) >= MOST_QUESTIONS:
        return None
    return context.services.search.narrow(wishes.text, wishes.filters, WIDE, wishes.asked)


def narrowing_choices(question: Narrowing, context: Context) -> list[Choice]:
    """A button for each answer, which refines the search by it."""
    if question.field == "price_max":
        money = context.formats.money
        titles = {
            value: context.text("utter_up_to_price", price=money(Decimal(value))) for value in question.values
        }
    else:
        titles = {value: value for value in question.values}
    entity = next((kind for kind, field in FIELDS.items() if field == question.field), "attribute")
    kind = question.field if question.field == "price_max" else entity
    return [
        Choice(title[:1].upper() + title[1:], payload("refine_search", **{kind: value}))
        for value, title in titles.items()
    ]


def given_up(wish: Wish, context: Context) -> str:
    """A wish that can't be met, in words."""
    values = wish.values
    if wish.field in ("price_min", "price_max"):
        values = tuple(context.formats.money(Decimal(value)) for value in values)
    response = "utter_given_up_without" if wish.excluded else f"utter_given_up_{wish.field}"
    return context.text(response, values=", ".join(values))


def remember(wishes: Wishes, shown: list[str]) -> Events:
    """What "cheaper", "more" and "the second one" will refer to."""
    return [SlotSet("search", wishes.as_slot()), SlotSet("shown", shown), SlotSet("focus", None)]


class ActionSearchProducts(SearchAction):
    def name(self) -> str:
        return "action_search_products"

    def answer(self, context: Context) -> Events:
        wishes = Wishes.read(context.turn.wish, context)
        if not wishes:
            context.say("utter_ask_what_to_find", choices=popular_types(context))
            return []
        before = context.turn.slot("search")
        if before and wishes.only_narrows(context):
            return [FollowupAction("action_refine_search")]
        return self.show(replace(wishes, before=Wishes.from_slot(before).root() if before else None), context)


class ActionRefineSearch(SearchAction):
    def name(self) -> str:
        return "action_refine_search"

    def answer(self, context: Context) -> Events:
        if faq.asks_on(context):
            return [FollowupAction("action_answer_question")]
        before = context.turn.slot("search")
        if before is None:
            wishes = Wishes.read(context.turn.wish, context)
            if not wishes:
                context.say("utter_ask_what_to_find", choices=popular_types(context))
                return []
            return self.show(wishes, context)
        return self.show(Wishes.from_slot(before).refined(context.turn.wish, context), context)


class ActionGoBack(SearchAction):
    """Undoes the last refinement."""

    def name(self) -> str:
        return "action_go_back"

    def answer(self, context: Context) -> Events:
        before = Wishes.from_slot(context.turn.slot("search", {})).before
        if before is None:
            context.say("utter_nothing_asked")
            return []
        return self.show(before, context)


class ActionShowMore(SearchAction):
    def name(self) -> str:
        return "action_show_more"

    def answer(self, context: Context) -> Events:
        search = context.turn.slot("search")
        if search is None:
            context.say("utter_ask_what_to_find", choices=popular_types(context))
            return []
        return self.show(Wishes.from_slot(search).next_page(PAGE), context)


class ActionShowProduct(AboutProduct):
    """Details of one product, with the sizes that are in stock."""

    def name(self) -> str:
        return "action_show_product"

    def answer(self, context: Context) -> Events:
        action = "action_show_ratings" if reviews.asked_for(context) else asked_which(context)
        return [FollowupAction(action)] if action and action != self.name() else super().answer(context)

    def about(self, product: ProductView, context: Context) -> Events:
        context.say("utter_product_details", show=details(product, context), **description(product, context))
        interest.record([product.product_id], Did.VIEW, context)
        return focus_on(product)


class ActionCompareProducts(ServeWish):
    """Two or three products side by side."""

    def name(self) -> str:
        return "action_compare_products"

    def answer(self, context: Context) -> Events:
        products = pointed_at(context) or context.services.catalogue.products(context.turn.slot("shown", []))
        if len(products) < 2:
            products = context.services.catalogue.products(context.turn.slot("shown", []))
        if len(products) < 2:
            context.say("utter_nothing_to_compare")
            return []
        context.say("utter_comparison", show=comparison(products[:COMPARED], context))
        return []


class ActionShowAvailability(AboutProduct):
    """Whether a product is in stock, in which sizes and colours."""

    intent = "ask_availability"

    def name(self) -> str:
        return "action_show_availability"

    def about(self, product: ProductView, context: Context) -> Events:
        wish = context.turn.wish
        sizes = {str(size).lower() for size in (*wish.values("size"), *unknown_sizes(wish, context))}
        colours = set(map(str, wish.values("colour")))
        fitting = [
            v
            for v in product.in_stock
            if (not sizes or v.size.lower() in sizes) and (not colours or v.colour in colours)
        ]
        asked = context.formats.listing([*sorted(sizes), *map(str, wish.values("colour"))])
        if fitting and asked:
            pieces = sum(variant.stock for variant in fitting)
            context.say(
                "utter_available_so", title=product.title, asked=asked, stock=cards.stock(pieces, context)
            )
        elif not fitting and product.in_stock:
            context.say(
                "utter_not_available_so",
                title=product.title,
                asked=asked,
                available=available(product, context),
            )
        elif fitting:
            context.say("utter_available", title=product.title, available=available(product, context))
        else:
            similar = Choice(
                context.text("utter_button_similar"), payload("find_similar", product_id=product.product_id)
            )
            context.say("utter_not_available", title=product.title, choices=(similar,))
        return focus_on(product)


def unknown_sizes(clause: Clause, context: Context) -> list[str]:
    """Numbers after "in" or "size" that are no size of the shop: whoever asks for a 47 is not to hear a yes."""
    words = context.language.words(clause.text)
    asked = {word for before, word in pairwise(words) if before in context.language.phrases("sized")}
    return [word for word in asked if word.isdecimal() and not clause.values("size")]


class ActionShowOffers(ServeWish):
    """What is below its list price now."""

    def name(self) -> str:
        return "action_show_offers"

    def answer(self, context: Context) -> Events:
        types = context.turn.wish.values("product_type")
        offers = [p for p in context.services.catalogue.on_offer() if not types or p.type in types]
        if not offers:
            context.say("utter_no_offers")
            return []
        shown = cards.show("utter_offers", [product.product_id for product in offers[:PAGE]], context)
        return [SlotSet("shown", shown), SlotSet("focus", None)]


def popular_types(context: Context) -> list[Choice]:
    """Buttons for the types of what is popular now."""
    suggestions = context.services.recommender.recommend(None, (), 12)
    products = context.services.catalogue.products([s.product_id for s in suggestions])
    types = list(dict.fromkeys(product.type for product in products))[:PAGE]
    return [Choice(kind.capitalize(), payload("search_product", product_type=kind)) for kind in types]


def description(product: ProductView, context: Context) -> dict[str, Any]:
    """The values of the details' sentence."""
    low, high = context.formats.money(product.price_from), context.formats.money(product.price_to)
    return {
        "title": product.title,
        "description": product.description,
        "price": low if low == high else f"{low} – {high}",
        "available": available(product, context),
    }


def available(product: ProductView, context: Context) -> str:
    """Sizes and colours in stock, in words."""
    sizes, colours = in_stock("size", product), in_stock("colour", product)
    if not product.in_stock:
        return context.text("utter_sold_out")
    if sizes and colours:
        return context.text("utter_sizes_and_colours", sizes=", ".join(sizes), colours=", ".join(colours))
    if sizes or colours:
        return context.text("utter_sizes_or_colours", values=", ".join(sizes or colours))
    return cards.stock(product.stock, context)


def in_stock(trait: str, product: ProductView) -> list[str]:
    """The sizes or colours that can be had, in the order of all that there are."""
    there = {getattr(variant, trait) for variant in product.in_stock}
    return [
        each for each in dict.fromkeys(getattr(v, trait) for v in product.variants) if each and each in there
    ]


def facts(product: ProductView, context: Context) -> dict[str, str]:
    """Label → value of everything known about a product."""
    labels = context.text("utter_rows_product").split("|")
    rating = context.text(
        "utter_rating", rating=context.formats.number(product.rating or 0), count=str(product.rating_count)
    )
    values = [
        context.formats.money(product.price_from),
        product.brand,
        product.material,
        ", ".join(product.features),
        rating if product.rating else "",
        ", ".join(in_stock("size", product)),
        ", ".join(in_stock("colour", product)),
    ]
    specs = {name.replace("_", " "): str(value) for name, value in product.specs.items()}
    return {label: value for label, value in zip(labels, values, strict=True) if value} | specs


def details(product: ProductView, context: Context) -> Table:
    return Table(["", product.title], [[label, value] for label, value in facts(product, context).items()])


def comparison(products: list[ProductView], context: Context) -> Table:
    """Side by side; rows in which all are alike are left out."""
    known = [facts(product, context) for product in products]
    labels = dict.fromkeys(label for each in known for label in each)
    rows = [[label, *(each.get(label, "–") for each in known)] for label in labels]
    return Table(
        ["", *(product.title for product in products)], [row for row in rows if len(set(row[1:])) > 1]
    )
