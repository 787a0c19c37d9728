"""Alerts: telling the shopper when something is back in stock, or cheaper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from actions.customers.alerts import Watch
from actions.dialogue.cart.variants import ANY, TRAITS, read_said
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.account import AccountTask
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finding.pointing import named, pointed_at, several_meant
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.order_number import OrderNumber


class WhatToWatch(Question):
    """Which product, in which colour and size, and whether it is the price that is waited for."""

    slot = "watched"
    sounds_like = frozenset(
        {"search_product", "refine_search", "ask_product_detail", "ask_availability", "ask_faq"}
    )

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [Choice(p.title, payload("notify_me", product_id=p.product_id)) for p in several_meant(state)]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context, wishes = state.context, clause.intent in state.task.intents
        if not asked and not wishes:
            return None
        products = named(clause, context, several_meant(state)) or (pointed_at(context) if wishes else [])
        if len(products) != 1:
            return None
        product, said_so_far = products[0], (clause, *state.said)
        below = next(filter(None, (each.first("price_max") for each in said_so_far)), None)
        if below is None and any(context.language.says(c.text, "price_drop") for c in said_so_far):
            below = product.price_from
        value = {"product_id": product.product_id, "below": None if below is None else str(below)}
        wanted = {
            trait: values[0]
            for each in reversed(said_so_far)
            for trait, values in read_said(each, product, {}, context).allowed.items()
            if len(values) == 1 and ANY not in values
        }
        unknown = {t: next(filter(None, (c.first(t) for c in said_so_far)), "") for t in TRAITS}
        traits = {name: wanted.get(name, str(unknown[name])) for name in TRAITS}
        return Taken(value | traits)

    def describe(self, value: dict[str, Any], state: TaskState) -> str:
        return title(value, state.context)


class NotifyTask(AccountTask):
    name = "notify"
    intent = "notify_me"
    intents = frozenset({"notify_me"})
    without_order = "utter_alert_without_order"
    questions = (WhatToWatch(), OrderNumber(), *IDENTITY)

    def check(self, state: TaskState) -> None:
        if state["watched"] and state.context.services.customers.is_met(watch_of(state["watched"])):
            add = payload("add_to_cart", product_id=state["watched"]["product_id"])
            choices = (Choice(state.text("utter_button_add"), add),)
            state.say("utter_alert_met", title=title(state["watched"], state.context), choices=choices)
            raise Leave
        super().check(state)


class ValidateNotifyForm(TaskForm):
    task = NotifyTask()


class ActionSetAlert(FinishForCustomer):
    task = NotifyTask()

    def name(self) -> str:
        return "action_set_alert"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context, watched = state.context, state["watched"]
        customers = context.services.customers
        new = customers.watch(customer, watch_of(watched))
        mail = "utter_alert_set" if customers.sends_mail else "utter_alert_set_without_mail"
        response = mail if new else "utter_alert_set_already"
        state.say(response, title=title(watched, context), what=waited_for(watch_of(watched), context))


def watch_of(watched: dict[str, Any]) -> Watch:
    """The watch that the slot holds."""
    below = watched["below"]
    return Watch(
        watched["product_id"], watched["colour"], watched["size"], None if below is None else Decimal(below)
    )


def title(watched: dict[str, Any], context: Context) -> str:
    """The product in words, with the colour and size that are waited for."""
    products = context.services.catalogue.products([watched["product_id"]])
    parts = (products[0].title if products else "", watched["colour"], watched["size"])
    return " – ".join(part for part in parts if part)


def waited_for(watch: Watch, context: Context) -> str:
    """What an alert waits for, in words."""
    if watch.below is None:
        return context.text("utter_waited_for_stock")
    return context.text("utter_waited_for_price", price=context.formats.money(watch.below))
