"""What every task about an order shares: which order it is about, and who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from actions.dialogue.action import Events
from actions.dialogue.answers import faq
from actions.dialogue.clause import GOODS, Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import prove
from actions.dialogue.finding.counting import how_many
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import (
    Option,
)
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.orders.narrowing import narrowed
from actions.dialogue.orders.own_lines import RECENT_ORDERS, named_by
from actions.dialogue.orders.portions import portions
from actions.dialogue.orders.refusals import refused, say_refused
from actions.dialogue.talk.spoken import spoken_of
from actions.orders.types import OrderView, Refusal

SHOWN_ORDERS = 5


class OrderTask(Task):
    """A task about one order of an identified customer."""

    without_order = ""
    """The response that says what else there is for who has no order, if there is anything."""
    about_order = True
    """Otherwise the order's number only proves who asks."""

    def instead(self, context: Context) -> str | None:
        """A question about the rules that a written answer knows is answered: "can i give it back in a store"."""
        first = self.about_order and faq.comes_first(context, self.intents)
        return "action_answer_question" if first else None

    def concerns(self, order: OrderView) -> bool:
        """Whether an order may be what the task is about; those are offered to choose from."""
        return True

    def of_what_is_had(self, clause: Clause, language: Language) -> Clause:
        """What of the wish that begins it may say by its goods which order is meant."""
        return clause

    def refuse_all(self, orders: Sequence[OrderView], state: TaskState) -> None:
        """Say that it can be about none of the customer's orders, and how those are that are open, or else the latest.

        Raises:
            Leave: always.
        """
        state.say(f"utter_none_{self.name}")
        open_ones = [order for order in orders if order.is_open]
        for order in open_ones[:SHOWN_ORDERS] or orders[:1]:
            status = state.text(f"utter_status_{order.status}")
            state.say("utter_order_status", order_number=order.order_number, status=status)
        raise Leave

    def inherited(self, left: Mapping[str, Any], context: Context) -> dict[str, Any]:
        """The order, and the items that "them" means."""
        if not self.about_order or not context.language.says(context.turn.text, "points_back"):
            return {}
        return {slot: left[slot] for slot in ("order_number", "items") if slot in left and slot in self.slots}

    def further(self, state: TaskState) -> list[Clause]:
        """The same for every other order that the message names, by its number or by something in it: "track 1058 and
        1077", "and 1017 as well", "return the fleece and the headlamp"."""
        turn, language = state.context.turn, state.context.language
        wish = turn.question
        intent = self.intent if self.intents else wish.intent
        named = orders_named(wish, state) if len(wish.values("order_number")) < 2 else []
        if len(named) > 1 and state["order_number"] in named and state.took("order_number"):
            rest = [entity for entity in wish.entities if entity.kind != "order_number"]
            others = (Entity("order_number", each) for each in named if each != state["order_number"])
            return [Clause(wish.text, intent, 1.0, (*rest, number)) for number in others]
        if not state.took("order_number") and not language.adds(turn.with_joint(wish)):
            return []
        if state["order_number"] is None or language.says(wish.text, "correction"):
            return []
        parts = portions(wish, language, intent)
        return [part for part in parts if str(part.first("order_number")) != state["order_number"]]

    def own(self, clause: Clause, context: Context) -> Clause:
        """Of several orders with goods of their own the first: "the boots from 1042, and the lamp from 1077"."""
        if not self.speaks_to(clause) or context.language.says(clause.text, "correction"):
            return clause
        parts = portions(clause, context.language, clause.intent)
        return parts[0] if len(parts) > 1 else clause

    def check(self, state: TaskState) -> None:
        prove(state)
        if state.customer is None or state["order_number"] is None:
            return
        order = known_order(state)
        if order is None:
            state.say("utter_unknown_order", order_number=state["order_number"])
            state.clear("order_number")
        else:
            self.check_order(order, state)

    def spoken_of(self, state: TaskState) -> Events:
        """Which order, if it is one of the customer's, and when."""
        order = known_order(state) if self.about_order else None
        return [spoken_of(order.order_number, self.form, state.context)] if order else []

    def check_order(self, order: OrderView, state: TaskState) -> None:
        """Look at the order as soon as it is known: what the policy forbids is said now, not after five questions."""

    def settle(self, refusal: Refusal, state: TaskState) -> None:
        """Say why it cannot be, and ask anew for that of which another would do.

        Raises:
            Leave: no other would.
        """
        slot = refusal.why.about
        if slot not in self.slots or (slot == "payment" and not refusal.payments):
            self.refuse([refusal], state)
        state.say("utter_refused", reason=refused(refusal, state.context))
        state.clear(slot)

    def refuse(self, refusals: Sequence[Refusal], state: TaskState) -> NoReturn:
        """Say why it cannot be, and what can be instead. Raises `Leave`."""
        say_refused(refusals, state.context)
        raise Leave


def orders_concerned(state: TaskState) -> list[OrderView]:
    """The identified customer's orders that the task can be about, the latest first."""
    task, customer = state.task, state.customer
    if customer is None or not isinstance(task, OrderTask):
        return []
    return [order for order in orders_of(customer, state.context) if task.concerns(order)]


def orders_meant(state: TaskState) -> list[OrderView]:
    """Of those orders the ones of which the wish that began the task speaks."""
    task, language = state.task, state.context.language
    opening = [clause for clause in reversed(state.said) if task.speaks_to(clause)]
    if isinstance(task, OrderTask):
        opening = [task.of_what_is_had(clause, language) for clause in opening]
    return named_by(opening, narrowed(orders_concerned(state), opening, language), state.context)


def order_options(state: TaskState) -> list[Option]:
    """The orders to choose from."""
    return options_of(orders_concerned(state)[:SHOWN_ORDERS], state.context)


def offered_options(state: TaskState) -> list[Option]:
    """Those of them that are offered, where it is asked which is meant."""
    return options_of(orders_meant(state)[:SHOWN_ORDERS], state.context)


def options_of(orders: Sequence[OrderView], context: Context) -> list[Option]:
    """Orders to choose from, each called by its number, day and goods."""
    return [
        Option(
            order.order_number,
            (order_title(order, context), *(f"{i.title} {i.colour}" for i in order.items)),
            tuple(item.type for item in order.items),
        )
        for order in orders
    ]


def orders_named(clause: Clause, state: TaskState) -> list[str]:
    """The orders that hold what a message names, in its order, or as many of the latest as it says; empty where
    something may be of several."""
    if latest := latest_orders(clause, state):
        return latest
    options, language = order_options(state), state.context.language
    named = [clause.text[e.start : e.end] for e in clause.entities if e.kind in GOODS and e.role != "not"]
    found = [choose(clause.part(words, ()), options, language, shown=False) for words in named if words]
    if any(chosen is None or len(chosen.keys) != 1 for chosen in found):
        return []
    return list(dict.fromkeys(key for chosen in found if chosen for key in chosen.keys))


def latest_orders(clause: Clause, state: TaskState) -> list[str]:
    """The orders that "my last two orders" means."""
    context, language = state.context, state.context.language
    several = language.says(clause.text, "last") and language.says(clause.text, "orders")
    number = how_many(clause, context) if several else None
    return [order.order_number for order in orders_concerned(state)[:number]] if number else []


def orders_of(customer: str, context: Context) -> list[OrderView]:
    """The customer's latest orders, the latest first."""
    return context.services.orders.find(customer, limit=RECENT_ORDERS)


def order_of(customer: str, number: str, context: Context) -> OrderView | None:
    """One of the customer's orders."""
    return context.services.orders.order(customer, number)


def known_order(state: TaskState) -> OrderView | None:
    """The order that the task is about, if it is one of the identified customer's."""
    context, customer, number = state.context, state.customer, state["order_number"]
    if customer is None or number is None:
        return None
    return order_of(customer, number, context)


def order_title(order: OrderView, context: Context) -> str:
    """An order in one line: its number, day and goods."""
    goods = context.formats.listing([item.title for item in order.items[:2]])
    day = context.formats.day(order.placed)
    return context.text("utter_order_title", order_number=order.order_number, day=day, goods=goods)
