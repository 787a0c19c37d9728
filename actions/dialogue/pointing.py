"""What "it", "the second one" and "the grey one" point at: the products shown last, or one named by its title."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.messages import Choice, payload
from actions.dialogue.turn import Clause
from actions.dialogue.wishes import FIELDS
from actions.shop.catalogue import ProductView

CERTAIN = 0.55
"""Least search score at which a product named in free words is taken for the one meant."""
FEW_WORDS = 5


def pointed_at(context: Context) -> list[ProductView]:
    """The products that the message means, the likeliest first; empty where it points at nothing known."""
    wish, catalogue = context.turn.wish, context.services.catalogue
    if by_name := named(wish, context):
        return by_name
    shown = catalogue.products(context.turn.slot("shown", []))
    focus = context.turn.slot("focus")
    if focus:
        return catalogue.products([focus])
    if len(shown) == 1:
        return shown
    hits = context.services.search.search(wish.text, k=1) if wish.values("product_type") and not shown else []
    return catalogue.products([hit.product_id for hit in hits if hit.score >= CERTAIN])


def named(clause: Clause, context: Context) -> list[ProductView]:
    """The products that a message names or counts, in the order in which they were shown; a button names its own."""
    catalogue = context.services.catalogue
    pressed = clause.first("product_id")
    if pressed is not None:
        return catalogue.products([str(pressed)])
    shown = catalogue.products(context.turn.slot("shown", []))
    by_name = [entity.id for entity in clause.entities if entity.kind == "product" and entity.id]
    if by_name and not clause.values("ordinal") and {p.product_id for p in shown}.isdisjoint(by_name):
        return catalogue.products(by_name)  # it shares words with those that are shown, and is none of them
    options = [Option(p.product_id, (p.title, p.type, *p.colours)) for p in shown]
    if chosen := choose(clause, options, context.language):
        return [product for product in shown if product.product_id in chosen.keys]
    if (number := _number(clause, context)) is not None and number < len(shown):
        return [shown[number]]
    return catalogue.products(by_name)


def _number(wish: Clause, context: Context) -> int | None:
    """The place, from 0, of which a short message speaks ("details of 1")."""
    *before, last = context.language.words(wish.text) or [""]
    counts = any(entity.kind in ("quantity", "size") for entity in wish.entities)
    said = last.isdecimal() and int(last) > 0 and len(before) < FEW_WORDS and not counts
    return int(last) - 1 if said else None


def asked_which(context: Context) -> str | None:
    """The action that has just asked which of the products is meant."""
    asked = context.turn.slot("asked_which", {})
    return asked["action"] if asked.get("turn") == context.turn.number - 1 and pointed_at(context) else None


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
        shown = context.services.catalogue.products(turn.slot("shown", []))
        if not products and shown:
            choices = [Choice(p.title, payload(self.intent, product_id=p.product_id)) for p in shown]
            context.say("utter_which_of_these", choices=choices)
            return [SlotSet("asked_which", {"action": self.name(), "turn": turn.number})]
        if not products:
            context.say("utter_which_product")
            return []
        return self.about(products[0], context)

    @abstractmethod
    def about(self, product: ProductView, context: Context) -> Events:
        """Say what there is to say about it."""
