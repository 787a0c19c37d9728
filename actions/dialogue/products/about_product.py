"""Actions about one product, which ask which one is meant where that is not clear."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS
from actions.dialogue.finding.pointing import pointed_at
from actions.dialogue.finding.shown import all_shown, on_page
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import asking_which
from actions.dialogue.suggesting import own_things
from actions.search import Filters
from actions.shop.catalogue import ProductView


def focus_on(product: ProductView) -> Events:
    """ "It" means this product from now on."""
    return [SlotSet("focus", product.product_id)]


def beyond_the_list(clause: Clause, context: Context) -> int | None:
    """The number that a message counts to and that the list which was shown does not reach."""
    if clause.first("product") is not None:
        return None
    count = len(all_shown(context))
    return next((number for number in clause.values("ordinal") if abs(int(number)) > count), None)


def _as_search(products: Sequence[ProductView], context: Context) -> Events:
    """The products that were named, as a search for them, where none had shown them: "for women" is then said of the
    boots spoken of."""
    ids = tuple(product.product_id for product in products)
    if not context.turn.values("product") or not set(ids).isdisjoint(context.turn.slot("shown", [])):
        return []
    return [SlotSet("search", Wishes("", Filters(products=ids)).as_slot())]


class AboutProduct(ServeWish):
    """An action about one product: the likeliest that the message points at. Where it points at none, it asks which."""

    intent: ClassVar[str] = "ask_product_detail"
    """The intent that its buttons send."""

    def answer(self, context: Context) -> Events:
        products = pointed_at(context)
        turn = context.turn
        traits = {entity.kind for entity in turn.wish.entities if entity.kind in FIELDS}
        if not (products or context.language.asks_of_it(turn.wish.text)):
            if turn.slot("search") and traits:  # "anything but Nordvika" is like none of those shown
                return [FollowupAction("action_refine_search")]
            if "product_type" in traits:  # "do you have a headlamp in blue"
                return [FollowupAction("action_search_products")]
        question = asking_which.question(self.name(), context)
        shown = own_things.in_task(context) or on_page(context)
        asked = SlotSet("asked_which", asking_which.remembered(self.name(), question, context))
        if shown and (missing := beyond_the_list(turn, context)):
            count = len(all_shown(context))
            response = "utter_only_so_many_shown" if count > 1 else "utter_only_one_shown"
            context.say(response, number=str(missing), count=str(count))
            return []
        if not products and (asking_which.WHICH in turn.said_last or len({p.name for p in shown}) == 1):
            products = shown[:1]  # asked once already, or editions of one
        if not products and shown:
            choices = [Choice(p.title, payload(self.intent, product_id=p.product_id)) for p in shown]
            context.say(asking_which.WHICH, choices=choices)
            return [asked]
        if not products:
            context.say("utter_which_product")
            return []
        events = self.about(products[0], question, context)
        return [*_as_search(products, context), *events, asked]

    @abstractmethod
    def about(self, product: ProductView, question: Clause, context: Context) -> Events:
        """Say what there is to say about it; `question` is what was asked, before it was clear about which."""
