"""Suggestions: for this customer, similar to this, goes with this; each with a reason that is true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import cards
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.discovery import popular_types
from actions.dialogue.pointing import AboutProduct
from actions.dialogue.wishes import FIELDS
from actions.recommender import Context as Circumstances
from actions.recommender import Suggestion
from actions.shop.catalogue import ProductView

SHOWN = 4


class ActionRecommend(ServeWish):
    """For a customer with a history other products than they own; for a stranger what is popular, and a question."""

    def name(self) -> str:
        return "action_recommend"

    def answer(self, context: Context) -> Events:
        wish, customer = context.turn.wish, self._personal(context)
        if any(entity.kind in FIELDS.keys() - {"product_type"} for entity in wish.entities):
            return [
                FollowupAction("action_refine_search")
            ]  # "anything from Nordvika?" is for what is there, not for taste
        price = wish.first("price_max")
        circumstances = Circumstances(
            types=tuple(map(str, wish.values("product_type"))),
            price_max=None if price is None else float(price),
        )
        seen = tuple(context.turn.slot("shown", []))
        suggestions = context.services.recommender.recommend(customer, seen, SHOWN, circumstances)
        if not suggestions:
            context.say("utter_no_suggestions")
            return []
        events = show_suggestions("utter_for_you" if customer else "utter_popular", suggestions, context)
        if customer is None:
            context.say("utter_ask_taste", choices=popular_types(context))
        return events

    def _personal(self, context: Context) -> str | None:
        customer = context.customer
        if customer and context.services.customers.personal_suggestions_allowed(customer):
            return customer
        return None


class ActionFindSimilar(AboutProduct):
    def name(self) -> str:
        return "action_find_similar"

    def about(self, product: ProductView, context: Context) -> Events:
        suggestions = context.services.recommender.similar(product.product_id, SHOWN)
        if not suggestions:
            context.say("utter_nothing_similar", title=product.title)
            return []
        return show_suggestions("utter_similar", suggestions, context, title=product.title)


class ActionFindCompanions(AboutProduct):
    """What goes with a product."""

    def name(self) -> str:
        return "action_find_companions"

    def about(self, product: ProductView, context: Context) -> Events:
        suggestions = context.services.recommender.goes_with(product.product_id, SHOWN)
        if not suggestions:
            context.say("utter_nothing_goes_with", title=product.title)
            return []
        return show_suggestions("utter_goes_with", suggestions, context, title=product.title)


def show_suggestions(
    response: str, suggestions: Sequence[Suggestion], context: Context, **values: Any
) -> Events:
    """Say `response` with the suggested products and their reasons."""
    why = {suggestion.product_id: reason(suggestion, context) for suggestion in suggestions}
    shown = cards.show(response, list(why), context, why, **values)
    return [SlotSet("shown", shown), SlotSet("focus", None)]


def reason(suggestion: Suggestion, context: Context) -> str:
    """The suggestion's reason as a sentence, made from its evidence alone."""
    why = suggestion.reason
    evidence = {key: str(value) for key, value in why.evidence.items()}
    if "product_id" in evidence:
        products = context.services.catalogue.products([evidence["product_id"]])
        evidence["title"] = products[0].title if products else ""
    return context.text(f"utter_because_{why.kind}", **evidence)
