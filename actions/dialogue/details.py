"""One product: the answer to what is asked about it, or all that is known."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction

from actions.dialogue import asking_which, interest, reviews
from actions.dialogue.about_product import AboutProduct, focus_on
from actions.dialogue.action import Events
from actions.dialogue.context import Context
from actions.dialogue.facts import details, price, stock_sentence
from actions.dialogue.product_questions import answer
from actions.dialogue.turn import Clause
from actions.recommender import Did
from actions.shop.catalogue import ProductView


class ActionShowProduct(AboutProduct):
    """What was asked about one product, from what is known of it; or all that is known."""

    def name(self) -> str:
        return "action_show_product"

    def answer(self, context: Context) -> Events:
        action = "action_show_ratings" if reviews.asked_for(context) else asking_which.action(context)
        return [FollowupAction(action)] if action and action != self.name() else super().answer(context)

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        interest.record([product.product_id], Did.VIEW, context)
        if answer(product, question, context):
            return focus_on(product)
        if context.language.asks_in_particular(question.text) and not asking_which.only_points(
            question, context
        ):
            context.say("utter_detail_unknown", title=product.title)
        context.say(
            "utter_product_details",
            show=details(product, context),
            title=product.title,
            description=product.description,
            price=price(product, context),
            stock=stock_sentence(product, context),
        )
        return focus_on(product)
