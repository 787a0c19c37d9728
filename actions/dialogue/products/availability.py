"""Whether a product is in stock, in which sizes and colours."""

from __future__ import annotations

from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.products.about_product import AboutProduct, focus_on
from actions.dialogue.products.product_questions import answer
from actions.dialogue.products.stock import say_available
from actions.shop.catalogue import ProductView


class ActionShowAvailability(AboutProduct):
    """Says whether one product is in stock, as it was asked for."""

    intent = "ask_availability"

    def name(self) -> str:
        return "action_show_availability"

    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        variants = question.values("size") or question.values("colour")
        traits = question.values("attribute") or question.values("material")
        if variants or not traits or not answer(product, question, context):
            say_available(product, question, context)
        return focus_on(product)
