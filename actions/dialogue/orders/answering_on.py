"""Answering what is asked on about what was just said of an order, from the order's data and the shop's policy."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import ActionExecuted, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.continuing import said
from actions.dialogue.mechanism.form import tasks
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.arriving import arrival
from actions.dialogue.orders.asking_on import (
    ACCOUNT,
    AFTER_REFUSAL,
    ANOTHER,
    ASK_ON,
    LISTED,
    OBJECTION,
    OF_REFUSAL,
    OF_REQUEST,
    another_order,
    asked,
    order_asked,
)
from actions.dialogue.orders.delivering import ways_to_change
from actions.dialogue.orders.order_facts import FACTS, tell_fact, tell_unknown
from actions.dialogue.orders.refusals import buttons_instead
from actions.dialogue.orders.tasks import order_of
from actions.dialogue.talk.handoff import tell_about_answer
from actions.dialogue.talk.spoken import LAST_ORDER, LAST_REFUSAL, refused_ago, spoken_of
from actions.orders.types import Tracking

PROBLEM = "problem_form"


class ActionAskOn(ServeWish):
    """Says why something cannot be done and what can, when a parcel comes, or the same as before of another order."""

    def name(self) -> str:
        return ASK_ON

    def answer(self, context: Context) -> Events:
        kind = asked(context)
        last = dict(context.turn.slot(LAST_ORDER, {}))
        if kind == ACCOUNT:
            name = context.language.details["address"][0]
            return _once_more("update_profile", None, context, f"{name}: {context.turn.text}")
        if kind == ANOTHER:
            return _once_more(_intent(last), another_order(context), context)
        if kind is None or kind in FACTS:
            return _of_order(kind, context)
        if kind == "money":
            return _once_more("track_refund", last["order_number"], context)
        if kind in OF_REQUEST:
            tell_about_answer(str(kind), context)
            return []
        if kind == "which_late":
            return _tell_late(context)
        refusal = context.turn.slot(LAST_REFUSAL, {})
        of_refusal = kind in (*AFTER_REFUSAL, OBJECTION, "why") or (
            kind in OF_REFUSAL and refused_ago(context) == 1
        )
        if of_refusal:
            if kind == OBJECTION and last.get("form") != PROBLEM and _tells_fault(context):
                return _once_more("report_problem", refusal["facts"]["order_number"], context)
            _of_refusal(str(kind), refusal, context)
            spoken = [spoken_of(last["order_number"], last["form"], context)] if last else []
            return [SlotSet(LAST_REFUSAL, {**refusal, "turn": context.turn.number}), *spoken]
        _of_parcel(str(kind), last["order_number"], context)
        return [spoken_of(last["order_number"], last["form"], context)]


def _tells_fault(context: Context) -> bool:
    """Whether what is said against a refusal is that something is wrong with the thing."""
    return context.services.problems.literal(context.turn.text) is not None


def _intent(last: dict[str, Any]) -> str:
    """The intent of the task that spoke of an order last."""
    form = last.get("form", "track_form")
    return next((task.intent for task in tasks() if task.form == form and task.intents), "track_order")


def _once_more(intent: str, number: str | None, context: Context, text: str = "") -> Events:
    """The message, or its `text`, heard as the wish that it stands for."""
    turn = context.turn
    about = (Entity("order_number", number),) if number else ()
    wish = Clause(text or turn.text, intent, 1.0, (*turn.entities, *about))
    return [ActionExecuted("action_listen"), said(wish, context)]


def _of_refusal(kind: str, refusal: dict[str, Any], context: Context) -> None:
    """Why it cannot be done, in more words; what is left; or that only a person can make an exception."""
    facts: dict[str, Any] = refusal["facts"]
    instead = buttons_instead(refusal["instead"], facts["order_number"], context)
    person = Choice(context.text("utter_button_person"), payload("ask_human"))
    others = [choice for choice in instead if not choice.payload.startswith(person.payload)]
    if kind == "exception":
        return context.say("utter_no_exception", choices=[person])
    names = (f"{facts['why']}_{facts['code']}", facts["why"], "")
    asked = "why" if kind == OBJECTION else kind
    found = (f"utter_{asked}_{name}".rstrip("_") for name in names)
    name = next(name for name in found if name in context.phrases)
    if kind == OBJECTION and f"utter_objection_{facts['code']}" in context.phrases:
        return context.say(f"utter_objection_{facts['code']}", choices=[person])
    if kind == OBJECTION:
        why = context.text(name, **facts)
        return context.say("utter_refused_still", why=why, choices=[*others, person])
    context.say(name, choices=[*others, person], **facts)


def _of_order(kind: str | None, context: Context) -> Events:
    """What the data say of the order in mind, or that they don't; a task that is open goes on about it."""
    customer, number = context.customer or "", order_asked(context) or ""
    order, tracking = order_of(customer, number, context), context.services.orders.track(customer, number)
    if order is None or not isinstance(tracking, Tracking):
        context.say("utter_proof_expired")
        return []
    if kind:
        tell_fact(kind, order, tracking, context)
    else:
        tell_unknown(order, context)
    last = context.turn.slot(LAST_ORDER, {})
    form = last.get("form", "track_form")
    return [] if context.turn.open_form else [spoken_of(number, form, context, fact=kind or "")]


def _of_parcel(kind: str, number: str, context: Context) -> None:
    """When a parcel comes, or what else there is to say of one that is under way."""
    customer = context.customer
    tracking = context.services.orders.track(customer, number) if customer else None
    if not isinstance(tracking, Tracking):
        return context.say("utter_proof_expired")
    values: dict[str, Any] = {"order_number": number, "when": arrival(tracking, context)}
    person = Choice(context.text("utter_button_person"), payload("ask_human"))
    order = order_of(customer, number, context) if customer else None
    if customer and order and kind == "faster" and (ways := ways_to_change(customer, order, context)):
        return context.say("utter_faster_ways", choices=ways, **values)
    if tracking.is_under_way or kind != "what_then":
        return context.say(f"utter_{kind}_of_parcel", choices=[person] if kind != "arrival" else (), **values)
    possible = buttons_instead(order.possible if order else (), number, context)
    context.say("utter_what_then", choices=[*possible, person], **values)


def _tell_late(context: Context) -> Events:
    """Which of the orders that were listed are late."""
    customer, desk = context.customer or "", context.services.orders
    tracked = [desk.track(customer, order.order_number) for order in desk.find(customer, limit=LISTED)]
    late = [each for each in tracked if isinstance(each, Tracking) and each.overdue]
    if not late:
        context.say("utter_none_late")
    for each in late:
        track = Choice(
            context.text("utter_button_track"), payload("track_order", order_number=each.order_number)
        )
        context.say(
            "utter_one_late", order_number=each.order_number, when=arrival(each, context), choices=[track]
        )
    return []
