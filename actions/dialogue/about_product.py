"""Actions about one product, which ask which one is meant where that is not clear."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS
from actions.dialogue.messages import Choice, payload
from actions.dialogue.pointing import pointed_at
from actions.dialogue.shown import on_page
from actions.dialogue.turn import Clause
from actions.shop.catalogue import ProductView


def asked_which(context: Context) -> str | None:
    """The action that has just asked which of the products is meant."""
    asked = _just_asked(context)
    return asked["action"] if asked and pointed_at(context) else None


def _just_asked(context: Context) -> dict[str, Any]:
    """What was asked right before this message, and for which question: empty where nothing was."""
    asked: dict[str, Any] = context.turn.slot("asked_which", {})
    return asked if asked.get("turn") == context.turn.number - 1 else {}


def focus_on(product: ProductView) -> Events:
    """ "It" means this product from now on."""
    return [SlotSet("focus", product.product_id)]


class AboutProduct(ServeWish):
    """An action about one product: the likeliest that the message points at. Where it points at none, it asks which."""

    intent: ClassVar[str] = "ask_product_detail"
    """The intent that its buttons send."""

    def answer(self, context: Context) -> Events:
        products = pointed_at(context)
        turn = context.turn
        if (
            not products
            and turn.slot("search")
            and any(entity.kind in FIELDS for entity in turn.wish.entities)
        ):
            return [
                FollowupAction("action_refine_search")
            ]  # "anything but Nordvika" is like none of those shown
        shown = on_page(context)
        if not products and shown:
            choices = [Choice(p.title, payload(self.intent, product_id=p.product_id)) for p in shown]
            context.say("utter_which_of_these", choices=choices)
            asked = {"action": self.name(), "turn": turn.number, "question": turn.question.as_dict()}
            return [SlotSet("asked_which", asked)]
        if not products:
            context.say("utter_which_product")
            return []
        question = _just_asked(context).get("question")
        return self.about(products[0], Clause.read(question) if question else turn.question, context)

    @abstractmethod
    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        """Say what there is to say about it; `question` is what was asked, before it was clear about which."""
