"""Finding products: search, refine, show more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.answers import faq
from actions.dialogue.cart import to_put_in
from actions.dialogue.context import Context
from actions.dialogue.finding import refining, size_systems
from actions.dialogue.finding.describing import describe
from actions.dialogue.finding.filters import FIELDS
from actions.dialogue.finding.pointing import superlative
from actions.dialogue.finding.unmet import unmet
from actions.dialogue.finding.wishes import Wishes, content_words, owned
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import cards, coming_first
from actions.dialogue.products.facts import spec
from actions.dialogue.products.safety import say_caution, speaks_of_allergy
from actions.dialogue.suggesting import aims, grounds, interest, own_things
from actions.search import Bounds, Hit, Narrowing, SortBy, Wish

PAGE = 4
"""How many products are shown at once."""
WIDE = 3 * PAGE
"""More products than this are too many to look through: then one question helps."""
MOST_QUESTIONS = 2


class SearchAction(ServeWish):
    """Shows the products that meet the wishes, or says which wish can't be met and what comes nearest."""

    def show(self, wishes: Wishes, context: Context) -> Events:
        own_things.say_size(wishes.filters, context)
        if own_things.asks_own_size(context.turn.wish, context) and not wishes.filters:
            context.say("utter_ask_what_to_find", choices=popular_types(context))
            return []
        if (own := size_systems.in_own(wishes.filters, context)) is None:
            return [SlotSet("search", wishes.as_slot())]
        wishes = replace(wishes, filters=own)
        search, seen = context.services.search, context.turn.slot("shown", [])[: wishes.offset]
        found_so_far = search.search(
            wishes.text, wishes.filters, wishes.offset + PAGE, sort_by=wishes.sort_by
        )
        hits = [hit for hit in found_so_far if hit.product_id not in seen][:PAGE]
        if not hits and wishes.offset:
            context.say("utter_no_more_products")
            return []
        understood = wishes.filters and not context.language.words(wishes.filters.telling)
        found = bool(wishes.offset or (understood and hits)) or any(
            hit.confident or wishes.is_met_by(hit) for hit in hits
        )
        if not found:
            found = names_nothing(context)
            if not (hits or found or wishes.filters.wishes()):
                said = " ".join(content_words(wishes.text)) or wishes.text
                context.say("utter_not_carried", words=said, choices=popular_types(context))
                return []
            hits = hits or search.search("", wishes.filters, PAGE, sort_by=wishes.sort_by)
        if not hits or not (wishes or wishes.aimed or wishes.of_all):
            return self._nearest(wishes, context)
        question = search_question(wishes, context) if found and not wishes.aimed else None
        if question:
            wishes = replace(wishes, asked=(*wishes.asked, question.field))
        response = "utter_found_products" if found else "utter_found_nearest"
        if wishes.aimed:
            response = "utter_gifts" if wishes.gift else "utter_for_purpose"
        values = {"wishes": describe(wishes, context)}
        if found and not wishes.offset and (first := coming_first.foremost(hits, wishes.sort_by, context)):
            response, values = "utter_found_first", values | first
            values |= {"wishes": context.text("utter_all_that_there_is")} if wishes.of_all else {}
        events = self._show_hits(response, hits, wishes, wishes, context, **values)
        words = [] if wishes.aimed else unmet(wishes, hits, context)
        if speaks_of_allergy(context.turn.text, context):
            say_caution(context)
        elif words:
            context.say("utter_none_says", words=", ".join(words))
        if question:
            context.say(f"utter_narrow_{question.field}", choices=narrowing_choices(question, context))
        if superlative(context.turn.wish) and not wishes.offset:
            events.append(SlotSet("focus", hits[0].product_id))
        if wishes.aimed and not wishes.offset:
            self._ask_of_aim(wishes, context)
        if found and to_put_in.goes_on([hit.product_id for hit in hits], context):
            events.append(FollowupAction("add_form"))
        return events

    def _ask_of_aim(self, wishes: Wishes, context: Context) -> None:
        """What else to know of a present, or with which kind to start."""
        if wishes.gift and wishes.filters.price_max is None:
            context.say("utter_ask_budget" if not wishes.purposes else "utter_ask_price")
        elif not wishes.gift and not wishes.before:
            choices = [
                Choice(kind[:1].upper() + kind[1:], payload("refine_search", product_type=kind))
                for kind in wishes.filters.types[:PAGE]
            ]
            context.say("utter_ask_where_to_start", choices=choices)

    def _show_hits(
        self,
        response: str,
        hits: Sequence[Hit],
        search: Wishes,
        asked: Wishes,
        context: Context,
        **values: Any,
    ) -> Events:
        """The hits as cards with the price and stock of what was asked for, and what to remember of them; `asked` is
        the search before anything was given up."""
        measures = asked.filters.measures
        filters, synonyms = search.filters, context.services.search.synonyms
        sized = bool(filters.sizes) or any(synonyms.measures[b.measure].sizes for b in filters.measures)
        only = {
            hit.product_id: cards.Only(hit.colour if filters.colours else "", hit.size if sized else "")
            for hit in hits
        }
        why = {
            hit.product_id: measured
            for hit in hits
            if (measured := self._measured(hit, search, measures, context))
        }
        suggested = aims.suggestions(hits, search, context)
        why |= {each.product_id: grounds.brief(each.reason, context) for each in suggested}
        interest.suggested(suggested, context)
        before = context.turn.slot("shown", [])[: search.offset]
        shown = cards.show(response, list(only), context, why, only=only, first=len(before) + 1, **values)
        return [
            *remember(search, [*before, *shown]),
            SlotSet(to_put_in.SLOT, to_put_in.noted(list(only), context)),
        ]

    def _measured(self, hit: Hit, search: Wishes, measures: Sequence[Bounds], context: Context) -> str:
        """How much a hit has of what was asked for or sorted by, in words."""
        synonyms, specs = context.services.search.synonyms, context.services.search.specs(hit.product_id)
        asked = [tuple(synonyms.measures[bounds.measure].specs) for bounds in measures]
        asked += [order.specs for name, order in synonyms.orders.items() if name == search.sort_by]
        names = (next((name for name in each if name in specs), None) for each in asked)
        known = (spec(name, specs[name], context) for name in dict.fromkeys(names) if name)
        return ", ".join(f"{label} {value}" for label, value in known)

    def _nearest(self, wishes: Wishes, context: Context) -> Events:
        """What comes nearest when as few wishes as possible are given up, and which those are."""
        search, asked, abandoned = context.services.search, wishes, list[str]()
        while not (relaxations := search.relax(wishes.text, wishes.filters)):
            open_wishes = [wish for wish in wishes.filters.wishes() if not wish.is_firm]
            if len(open_wishes) < 2:
                context.say("utter_found_nothing", wishes=describe(asked, context))
                return []
            abandoned.append(given_up(open_wishes[-1], context))
            wishes = wishes.giving_up(open_wishes[-1])
        easiest = relaxations[0]
        return self._show_hits(
            "utter_found_without",
            easiest.hits[:PAGE],
            wishes.giving_up(easiest.wish),
            asked,
            context,
            wishes=describe(asked, context),
            given_up=context.formats.listing([*abandoned, given_up(easiest.wish, context)]),
        )


def names_nothing(context: Context) -> bool:
    """Whether a message says nothing of what is looked for but traits and limits: "something cool under 25"."""
    wish, says = context.turn.wish, context.language.says
    return says(wish.text, "vague") or owned(wish, context) or not content_words(wish.unnamed)


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
    elif wish.field == "rating_min":
        values = tuple(context.formats.number(float(value)) for value in values)
    if wish.excluded:
        response = "utter_given_up_without" if wish.field == "materials" else "utter_given_up_not"
    else:
        response = f"utter_given_up_{wish.field}"
    return context.text(response, values=", ".join(values))


def remember(wishes: Wishes, shown: list[str]) -> Events:
    """What "cheaper", "more" and "the second one" will refer to."""
    return [SlotSet("search", wishes.as_slot()), SlotSet("shown", shown), SlotSet("focus", None)]


class ActionSearchProducts(SearchAction):
    def name(self) -> str:
        return "action_search_products"

    def answer(self, context: Context) -> Events:
        wishes = Wishes.read(context.turn.wish, context)
        if not (wishes or wishes.of_all):
            context.say("utter_ask_what_to_find", choices=popular_types(context))
            return []
        before = Wishes.before_this(context)
        if refining.goes_on(before, wishes, context):
            return [FollowupAction("action_refine_search")]
        return self.show(refining.followed_by(before, wishes, context), context)


class ActionRefineSearch(SearchAction):
    def name(self) -> str:
        return "action_refine_search"

    def answer(self, context: Context) -> Events:
        if faq.asks_on(context):
            return [FollowupAction("action_answer_question")]
        before = context.turn.slot("search")
        if before is None:
            wishes = Wishes.read(context.turn.wish, context)
            if not (wishes or wishes.of_all):
                context.say("utter_ask_what_to_find", choices=popular_types(context))
                return []
            return self.show(refining.followed_by(Wishes.before_this(context), wishes, context), context)
        return self.show(refining.refined(Wishes.from_slot(before), context.turn.wish, context), context)


class ActionGoBack(SearchAction):
    """Undoes the last refinement."""

    def name(self) -> str:
        return "action_go_back"

    def answer(self, context: Context) -> Events:
        before = Wishes.from_slot(context.turn.slot("search", {})).before
        if before is None:
            context.say("utter_first_results" if context.turn.slot("search") else "utter_nothing_asked")
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
        return self.show(Wishes.from_slot(search).after(len(context.turn.slot("shown", []))), context)


def popular_types(context: Context) -> list[Choice]:
    """Buttons for the types of what is popular now."""
    suggestions = context.services.recommender.recommend(None, (), 12)
    products = context.services.catalogue.products([s.product_id for s in suggestions])
    types = list(dict.fromkeys(product.type for product in products if product.type))[:PAGE]
    return [Choice(kind.capitalize(), payload("search_product", product_type=kind)) for kind in types]
