"""What is in the cart, and the way from there to the shop's own checkout."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.cart.cart import AddTask
from actions.dialogue.cart.goods import lines_of
from actions.dialogue.cart.view import cart_of, figures, say_what_is_short, table, ways_on
from actions.dialogue.cart.wishes import OFFERED_AT_CHECKOUT
from actions.dialogue.context import Context
from actions.dialogue.finding.shown import spoken_of
from actions.dialogue.mechanism.proceeding import LEFT_TASK
from actions.dialogue.messages import Choice, Link, payload


class ActionViewCart(ServeWish):
    """What is in it, with delivery and total."""

    def name(self) -> str:
        return "action_view_cart"

    def answer(self, context: Context) -> Events:
        cart = cart_of(context)
        if not cart:
            context.say("utter_cart_empty")
            return []
        empty = Choice(context.text("utter_button_empty"), payload("remove_from_cart", answer="all"))
        choices = (*ways_on(context)[1:], empty)
        context.say("utter_cart", show=table(cart, context), choices=choices)
        say_what_is_short(cart, context)
        return [SlotSet("shown", [line.product_id for line in cart.lines]), SlotSet("focus", None)]


class ActionCheckOut(ServeWish):
    """The way to the shop's own checkout; nothing is bought in the conversation."""

    def name(self) -> str:
        return "action_check_out"

    def answer(self, context: Context) -> Events:
        cart = cart_of(context)
        if not cart:
            self._offer_wanted(context)
            return []
        say_what_is_short(cart, context)
        link = context.services.carts.checkout_link(cart)
        if link is None:
            context.say(
                "utter_no_checkout" if any(line.stock for line in cart.lines) else "utter_nothing_to_buy"
            )
        else:
            if context.turn.intent == "change_address":
                context.say("utter_address_at_checkout")
            show = Link(context.text("utter_button_checkout"), link)
            context.say("utter_checkout", show=show, **figures(cart, context))
        return []

    def _offer_wanted(self, context: Context) -> None:
        """Say that nothing is in the cart, and offer what was spoken of last."""
        left = context.turn.slot(LEFT_TASK, {})
        open_goods = left["slots"].get("goods") if left.get("task") == AddTask().form else None
        wanted = [*lines_of(open_goods or {}, context).values()] or spoken_of(context)
        if not wanted:
            return context.say("utter_cart_empty")
        choices = [Choice(p.title, payload("add_to_cart", product_id=p.product_id)) for p in wanted]
        if len(wanted) > 1:
            return context.say("utter_none_in_cart", choices=choices)
        add = Choice(context.text("utter_button_add"), choices[0].payload)
        context.say(OFFERED_AT_CHECKOUT, title=wanted[0].title, choices=(add,))
