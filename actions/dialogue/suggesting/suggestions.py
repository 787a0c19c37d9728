"""Suggestions: for this customer, as a gift, new, similar to this, goes with this; each with a reason that is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding import pointing
from actions.dialogue.finding.discovery import (
    SearchAction,
    narrowing_choices,
    popular_types,
    search_question,
)
from actions.dialogue.finding.filters import FIELDS, read_filters
from actions.dialogue.finding.refining import LEAST_LESS
from actions.dialogue.finding.shown import beyond
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import cards
from actions.dialogue.products.about_product import AboutProduct, focus_on
from actions.dialogue.suggesting import aims, grounds, interest, own_things
from actions.dialogue.suggesting.circumstances import circumstances, of_message
from actions.recommender import Context as Circumstances
from actions.recommender import Did, Suggestion
from actions.search import Filters, SortBy
from actions.shop.catalogue import ProductView

SHOWN = 4
OF_ANYBODY = frozenset({"popular", "rated", "new", "arrived"})
"""Reasons that have nothing to do with the customer."""
CONSIDERED = 500
"""Products among which similar or new ones are sought."""


class ActionRecommend(SearchAction):
    """What serves an aim, for oneself or as a present. Without one, for a customer with a history other products than
    they own, for a stranger what is popular, and a question; and what is new, where that is asked for."""

    def name(self) -> str:
        return "action_recommend"

    def answer(self, context: Context) -> Events:
        wish, language = context.turn.wish, context.language
        limits = of_message(context)
        new, popular = (language.says(wish.text, kind) for kind in ("new_things", "popular_things"))
        if new:
            return self._new(Wishes("", read_filters(wish, context), SortBy.NEWEST), context)
        if not popular and (aim := aims.read(context)):
            return self.show(aim, context)
        if not popular and aims.open_aim(context):
            told_more = any(entity.kind in FIELDS for entity in wish.entities)
            return [FollowupAction("action_refine_search" if told_more else "action_show_more")]
        traits = [entity for entity in wish.entities if entity.kind in FIELDS.keys() - {"product_type"}]
        if any(entity.role != "not" for entity in traits) or (traits and context.turn.slot("search")):
            # "anything from Nordvika?" is for what is there, not for taste
            return [FollowupAction("action_refine_search")]
        customer = None if popular else interest.personal(context)
        session = () if popular else interest.session(context)
        suggestions = context.services.recommender.recommend(customer, session, SHOWN, limits)
        if popular:
            suggestions = [each for each in suggestions if each.reason.kind == "popular"] or suggestions
        if not suggestions:
            context.say("utter_no_suggestions")
            return []
        events = show_suggestions(_opening(suggestions, customer), suggestions, context)
        if limits.types:
            return [*events, *self._narrow(limits, context)]
        if customer is None:
            context.say("utter_ask_taste", choices=popular_types(context))
        return events

    def _narrow(self, limits: Circumstances, context: Context) -> Events:
        """Ask what tells most of the kind that a suggestion was asked of, and go on from there with a search."""
        most = None if limits.price_max is None else Decimal(str(limits.price_max))
        wishes = Wishes("", Filters(types=limits.types, price_max=most))
        if question := search_question(wishes, context):
            wishes = replace(wishes, asked=(question.field,))
            context.say(f"utter_narrow_{question.field}", choices=narrowing_choices(question, context))
        return [SlotSet("search", wishes.as_slot())]

    def _new(self, wishes: Wishes, context: Context) -> Events:
        """What has come in, of all or of what meets a search; that goes on with the newest first."""
        customer, limits = interest.personal(context), circumstances(context)
        if wishes:
            hits = context.services.search.search("", wishes.filters, CONSIDERED)
            limits = replace(limits, among=frozenset(hit.product_id for hit in hits))
        suggestions = context.services.recommender.new_arrivals(customer, SHOWN, limits)
        if not suggestions:
            context.say("utter_nothing_new", choices=popular_types(context))
        events = show_suggestions("utter_new", suggestions, context) if suggestions else []
        return [*events, SlotSet("search", wishes.as_slot())] if wishes else events


class ActionFindSimilar(AboutProduct):
    intent = "find_similar"

    def name(self) -> str:
        return "action_find_similar"

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        interest.record([product.product_id], Did.VIEW, context)
        limits = circumstances(context, among=_beyond(product, question, context))
        suggestions = context.services.recommender.similar(product.product_id, SHOWN, limits)
        if not suggestions:
            context.say("utter_nothing_similar", title=product.title)
            return []
        return show_suggestions("utter_similar", suggestions, context, title=product.title)


class ActionFindCompanions(AboutProduct):
    """What goes with a product."""

    intent = "ask_goes_with"

    def name(self) -> str:
        return "action_find_companions"

    def answer(self, context: Context) -> Events:
        question = context.turn.question
        types = () if question.values("product") else own_things.kinds_called_own(question, context)
        if not types or pointing.named(question, context):
            return super().answer(context)
        if own := own_things.owned(question, context):
            return self.about(own[0], question, context)
        like_it = Filters(types=types, in_stock=False)
        hits = context.services.search.search("", like_it, SHOWN)
        products = context.services.catalogue.products([hit.product_id for hit in hits])
        choices = [Choice(p.title, payload(self.intent, product_id=p.product_id)) for p in products]
        context.say("utter_which_do_you_have", types=context.formats.choice(types), choices=choices)
        return []

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        own = own_things.kinds_called_own(question, context)
        others = tuple(kind for kind in map(str, question.values("product_type")) if own and kind not in own)
        limits = circumstances(context, types=others)
        suggestions = context.services.recommender.goes_with(product.product_id, SHOWN, limits)
        if not suggestions:
            context.say("utter_nothing_goes_with", title=product.title)
            return []
        events = show_suggestions("utter_goes_with", suggestions, context, title=product.title)
        own_one = own_things.calls_own(question, context)  # which "add it" does not mean
        return events if own_one else [*events, *focus_on(product)]


def _opening(suggestions: Sequence[Suggestion], customer: str | None) -> str:
    """The response that is true of all the reasons: popular is what all of it is, taste what some of it goes by."""
    reasons = {each.reason.kind for each in suggestions}
    if reasons == {"popular"}:
        return "utter_popular"
    return "utter_for_you" if customer and reasons - OF_ANYBODY else "utter_worth_a_look"


def _beyond(product: ProductView, question: Clause, context: Context) -> frozenset[str] | None:
    """The products that have more than this one of what the question compares by: "like it, but brighter"."""
    cheaper = context.language.says(question.text, "cheaper")
    bounds = beyond([product], question, context)
    if not (bounds or cheaper):
        return None
    limit = product.price_from - LEAST_LESS if cheaper else None
    filters = Filters(types=(product.type,), measures=(bounds,) if bounds else (), price_max=limit)
    return frozenset(hit.product_id for hit in context.services.search.search("", filters, CONSIDERED))


def show_suggestions(
    response: str, suggestions: Sequence[Suggestion], context: Context, **values: Any
) -> Events:
    """Say `response` with the suggested products and their reasons, and remember what was suggested."""
    why = {each.product_id: grounds.brief(each.reason, context) for each in suggestions}
    shown = cards.show(response, list(why), context, why, **values)
    interest.suggested([each for each in suggestions if each.product_id in shown], context)
    return [SlotSet("shown", shown), SlotSet("focus", None)]
