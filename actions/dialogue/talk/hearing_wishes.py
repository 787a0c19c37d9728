"""Hearing a message as the wish that it stands for, and asking what to do with an order that is only named."""

from __future__ import annotations

import json

from rasa_sdk.events import ActionExecuted

from actions.dialogue.action import Events, ShopAction
from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.continuing import said
from actions.dialogue.mechanism import stack
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.refusals import buttons_instead
from actions.dialogue.orders.tasks import order_of
from actions.dialogue.orders.wishes import HEAR, read
from actions.dialogue.talk.spoken import keep_untold, spoken_of

OFFERED = ("change_order", "cancel_order", "return_item", "exchange_item", "report_problem")
"""What can be done with an order, by intent; of a known customer's as far as it is possible."""


class ActionHearWish(ShopAction):
    """Hears the whole message as the wish that it stands for."""

    def name(self) -> str:
        return HEAR

    def serve(self, context: Context) -> Events:
        wish = read(context)
        heard = [ActionExecuted("action_listen"), said(wish, context)] if wish else []
        return [stack.then(stack.waiting(context.turn)), *heard]


def hear_offered(context: Context) -> Events:
    """Hears a yes to the one thing that was offered last, or that its button says yes to, as the press of that; of
    several, asks which."""
    offered = context.turn.offered_last
    agreeing = [each for each in offered if context.language.begins_with(each[0], "affirm")]
    offered = agreeing if len(agreeing) == 1 else offered
    if len(offered) > 1:
        context.say("utter_which_wish", choices=[Choice(title, sent) for title, sent in offered])
        return []
    _, sent = offered[0]
    intent, brace, values = sent.removeprefix("/").partition("{")
    entities = [Entity(kind, value) for kind, value in json.loads(brace + values or "{}").items()]
    return [ActionExecuted("action_listen"), said(Clause(sent, intent, 1.0, tuple(entities)), context)]


def ask_what_to_do(number: str, context: Context) -> Events:
    """Ask what to do with an order, and keep what was said of it for the task that it becomes."""
    about = {"order_number": number}
    order = order_of(context.customer, number, context) if context.customer else None
    if context.customer and order is None:
        context.say("utter_unknown_order", order_number=number)
        return []
    possible = [intent for intent in OFFERED if order is None or intent in order.possible]
    choices = [
        Choice(context.text("utter_button_show_order"), payload("show_orders", **about)),
        Choice(context.text("utter_button_track"), payload("track_order", **about)),
        *buttons_instead(possible, number, context),
    ]
    context.say("utter_what_about_order", order_number=number, choices=choices)
    return [spoken_of(number, "orders_form", context), keep_untold(context)]
