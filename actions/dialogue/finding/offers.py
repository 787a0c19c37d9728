"""What is below its list price."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import FollowupAction

from actions.dialogue.action import Events
from actions.dialogue.answers import faq
from actions.dialogue.context import Context
from actions.dialogue.finding.discovery import PAGE, SearchAction, remember
from actions.dialogue.finding.filters import read_filters
from actions.dialogue.finding.pointing import pointed_at
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.products import cards
from actions.dialogue.products.about_product import focus_on
from actions.dialogue.products.product_questions import say_whether_reduced


class ActionShowOffers(SearchAction):
    """What is below its list price now: the product spoken of, what was searched for, or the best of all offers."""

    def name(self) -> str:
        return "action_show_offers"

    def answer(self, context: Context) -> Events:
        if faq.is_plain(context):
            return [FollowupAction("action_answer_question")]
        turn, reduced = context.turn, context.services.search.synonyms.titles.reduced
        if context.language.says(turn.wish.text, "pointed") and (products := pointed_at(context)):
            say_whether_reduced(products[0], context)
            return focus_on(products[0])
        filters = read_filters(turn.wish, context)
        others = tuple(value for value in filters.attributes if value != reduced)
        filters = replace(filters, attributes=(reduced, *others), telling="")
        wishes = Wishes(turn.wish.text if filters.types else "", filters)
        if len(filters.wishes()) > 1:
            return self.show(wishes, context)
        offers = context.services.catalogue.on_offer()[:PAGE]
        if not offers:
            context.say("utter_no_offers")
            return []
        shown = cards.show("utter_offers", [product.product_id for product in offers], context)
        return remember(wishes, shown)
