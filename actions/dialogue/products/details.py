"""One product: the answer to what is asked about it, or all that is known."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events
from actions.dialogue.answers import asking_shop
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import pointed_at
from actions.dialogue.finding.shown import on_page
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import asking_which
from actions.dialogue.products.about_product import AboutProduct, focus_on
from actions.dialogue.products.coming_first import say_listed
from actions.dialogue.products.comparing import COMPARED
from actions.dialogue.products.facts import details, price, stock_sentence
from actions.dialogue.products.product_questions import answer
from actions.dialogue.products.telling import specs_asked
from actions.dialogue.suggesting import interest
from actions.recommender import Did
from actions.shop.catalogue import ProductView


class ActionShowProduct(AboutProduct):
    """What was asked about one product, from what is known of it; or all that is known."""

    def name(self) -> str:
        return "action_show_product"

    def answer(self, context: Context) -> Events:
        action = asking_which.action(context)
        if action and action != self.name():
            return [FollowupAction(action)]
        return self._about_all(context) or super().answer(context)

    def _about_all(self, context: Context) -> Events:
        """The answer for each of those shown, where nothing singles one out ("are they waterproof", "battery life?");
        no events where one is meant, or nothing is known."""
        shown, question = on_page(context)[:COMPARED], context.turn.wish
        language, says = context.language, context.language.says
        begins = {*language.phrases("question"), *language.phrases("asks_whether")}
        bare = begins.isdisjoint(language.words(question.text)[:1]) and not says(question.text, "refers")
        several = bare or says(question.text, "several_referred")
        if len(shown) < 2 or not several or question.text.startswith("/") or pointed_at(context):
            return []
        if any(specs_asked(product, question, context) for product in shown):
            return [FollowupAction("action_compare_products")]
        attributes = tuple(map(str, question.values("attribute")))
        if attributes and language.asks_in_particular(question.text):
            say_listed(attributes, shown, context)
            return [SlotSet("focus", None)]
        return []

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        interest.record([product.product_id], Did.VIEW, context)
        if answer(product, question, context):
            return focus_on(product)
        if context.language.asks_in_particular(question.text) and not asking_which.only_points(
            question, context
        ):
            if (
                self.by_rule(context)
                and asking_shop.refers(question, context)
                and asking_shop.of_product(product, question.text, context)[1]
            ):
                return [*focus_on(product), FollowupAction("action_answer_question")]
            everything = payload(self.intent, product_id=product.product_id)
            choice = Choice(context.text("utter_button_details"), everything)
            context.say("utter_detail_unknown", title=product.title, choices=(choice,))
            return focus_on(product)
        context.say(
            "utter_product_details",
            show=details(product, context),
            title=product.title,
            description=product.description,
            price=price(product, context),
            stock=stock_sentence(product, context),
        )
        return focus_on(product)
