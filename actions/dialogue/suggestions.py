"""Suggestions: for this customer, as a gift, new, similar to this, goes with this; each with a reason that is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import cards, interest, pointing
from actions.dialogue.about_product import AboutProduct
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.discovery import popular_types
from actions.dialogue.filters import FIELDS
from actions.dialogue.gifts import as_search, gifts, is_gift
from actions.dialogue.messages import Choice, payload
from actions.dialogue.turn import Clause
from actions.recommender import Context as Circumstances
from actions.recommender import Suggestion
from actions.search import Filters
from actions.shop.catalogue import ProductView

SHOWN = 4


class ActionRecommend(ServeWish):
    """For a customer with a history other products than they own; for a stranger what is popular, and a question; for
    somebody else what suits them, whoever asks; and what is new, where that is asked for."""

    def name(self) -> str:
        return "action_recommend"

    def answer(self, context: Context) -> Events:
        wish = context.turn.wish
        circumstances = read_circumstances(context)
        if is_gift(context):
            return self._for_somebody_else(circumstances, context)
        new = context.language.says(wish.text, "new_things")
        told = {"product_type"} | ({"attribute"} if new and circumstances.audience else set())
        if any(entity.kind in FIELDS.keys() - told for entity in wish.entities):
            return [
                FollowupAction("action_refine_search")
            ]  # "anything from Nordvika?" is for what is there, not for taste
        if new:
            return self._new(circumstances, context)
        popular = context.language.says(wish.text, "popular_things")
        customer = None if popular else interest.personal(context)
        seen = tuple(context.turn.slot("shown", []))
        suggestions = context.services.recommender.recommend(customer, seen, SHOWN, circumstances)
        if not suggestions:
            context.say("utter_no_suggestions")
            return []
        events = show_suggestions("utter_for_you" if customer else "utter_popular", suggestions, context)
        if customer is None:
            context.say("utter_ask_taste", choices=popular_types(context))
        return events

    def _new(self, circumstances: Circumstances, context: Context) -> Events:
        suggestions = context.services.recommender.new_arrivals(SHOWN, circumstances)
        if not suggestions:
            context.say("utter_nothing_new", choices=popular_types(context))
            return []
        return show_suggestions("utter_new", suggestions, context)

    def _for_somebody_else(self, circumstances: Circumstances, context: Context) -> Events:
        suggestions = gifts(circumstances, context, SHOWN)
        if not suggestions:
            context.say("utter_no_suggestions")
            return []
        events = show_suggestions("utter_gifts", suggestions, context)
        if circumstances.price_max is None:
            context.say("utter_ask_budget")
        return [*events, SlotSet("search", as_search(context).as_slot())]


class ActionFindSimilar(AboutProduct):
    intent = "find_similar"

    def name(self) -> str:
        return "action_find_similar"

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        circumstances = Circumstances(exclude=interest.unwanted(context))
        suggestions = context.services.recommender.similar(product.product_id, SHOWN, circumstances)
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
        types = tuple(map(str, question.values("product_type")))
        mine = types and context.language.says(question.text, "mine") and not question.values("product")
        if not mine or pointing.named(question, context):
            return super().answer(context)
        like_it = Filters(types=types, in_stock=False)
        bought = context.services.history.ordered(context.customer) if context.customer else {}
        for product_id in sorted(bought, key=lambda product_id: bought[product_id], reverse=True):
            if context.services.search.search("", replace(like_it, products=(product_id,)), 1):
                return self.about(context.services.catalogue.products([product_id])[0], question, context)
        hits = context.services.search.search("", like_it, SHOWN)
        products = context.services.catalogue.products([hit.product_id for hit in hits])
        choices = [Choice(p.title, payload(self.intent, product_id=p.product_id)) for p in products]
        context.say("utter_which_do_you_have", types=context.formats.choice(types), choices=choices)
        return []

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        circumstances = Circumstances(exclude=interest.unwanted(context))
        suggestions = context.services.recommender.goes_with(product.product_id, SHOWN, circumstances)
        if not suggestions:
            context.say("utter_nothing_goes_with", title=product.title)
            return []
        return show_suggestions("utter_goes_with", suggestions, context, title=product.title)


def read_circumstances(context: Context) -> Circumstances:
    """What the message says that suggestions must meet, without what the shopper does not want to see again."""
    wish = context.turn.wish
    price = wish.first("price_max")
    return Circumstances(
        types=tuple(map(str, wish.values("product_type"))),
        price_max=None if price is None else float(price),
        exclude=interest.unwanted(context),
        audience=next((str(a) for a in wish.values("attribute") if a in context.language.recipients), ""),
    )


def show_suggestions(
    response: str, suggestions: Sequence[Suggestion], context: Context, **values: Any
) -> Events:
    """Say `response` with the suggested products and their reasons, and remember what was suggested."""
    why = {each.product_id: reason(each.reason.kind, each.reason.evidence, context) for each in suggestions}
    shown = cards.show(response, list(why), context, why, **values)
    interest.suggested([each for each in suggestions if each.product_id in shown], context)
    return [SlotSet("shown", shown), SlotSet("focus", None)]


def reason(kind: str, evidence: Mapping[str, Any], context: Context) -> str:
    """A suggestion's reason in a few words, made from its evidence alone."""
    return context.text(f"utter_because_{kind}", **_named(evidence, context))


def evidence_in_words(kind: str, evidence: Mapping[str, Any], context: Context) -> str:
    """A suggestion's reason as a sentence, with the facts that it rests on."""
    if kind == "popular" and "days" not in evidence:
        return context.text("utter_evidence_rated", **_named(evidence, context))
    return context.text(f"utter_evidence_{kind}", **_named(evidence, context))


def _named(evidence: Mapping[str, Any], context: Context) -> dict[str, str]:
    """The evidence as sentences take it, with the title of the product that it names."""
    words = {key: str(value) for key, value in evidence.items()}
    if "product_id" in words:
        products = context.services.catalogue.products([words["product_id"]])
        words["title"] = products[0].title if products else words["product_id"]
    if "trait" in words:
        words["trait"] = context.text(f"utter_trait_{words['trait']}")
    return words
