"""Tasks that can be about several orders at once: "cancel all my orders", "send 1042 and 1077 elsewhere"."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.refusals import say_refused
from actions.dialogue.orders.tasks import (
    SHOWN_ORDERS,
    OrderTask,
    latest_orders,
    offered_options,
    orders_concerned,
    orders_of,
)
from actions.orders.types import OrderView, Refusal


class OneOfSeveral(OrderNumber):
    """Which order; of somebody who said "all my orders" one is asked for only where it is needed as a proof."""

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) and not (state.customer and state["orders"])

    def choices(self, state: TaskState) -> Sequence[Choice]:
        orders = super().choices(state)
        every = Choice(state.text("utter_button_all_orders"), payload("inform", answer="all"))
        return [*orders, every] if len(orders) > 1 else orders


class SeveralOrders(Question):
    """All orders (`{"but": [numbers]}`), or the numbers of several."""

    slot = "orders"
    asked_for = False

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        if clause.is_wish and not state.task.speaks_to(clause):
            return None  # "show my orders"
        if clause.first("answer") == "all":
            return Taken(_all_but((), state))
        numbers = [str(number) for number in clause.values("order_number")]
        if len(numbers) > 1 and not language.says(clause.text, "correction"):
            return Taken(numbers)
        choosing = state.open == OrderNumber.slot
        before = numbers_meant(state) if isinstance(state.task, SeveralOrdersTask) else []
        more = [number for number in numbers if number not in before]
        if more and before and not choosing and language.adds(clause.text):
            return Taken([*before, *more])
        if numbers:  # "only 1042" after "all my orders"
            return Taken(numbers) if state[self.slot] and not choosing else None
        excluded = [str(number) for number in clause.excluded("order_number")]
        if choosing and OrderNumber.all_but_latest(clause, language):
            return Taken({"but": [order.order_number for order in orders_concerned(state)[:1]]})
        if latest := latest_orders(clause, state):
            return Taken(latest)
        every = language.says(clause.text, "all") and (excluded or state["order_number"] is None)
        if language.says(clause.text, "orders") or (every and not choosing):
            return Taken(_all_but(excluded, state))
        if state.customer is None or not choosing:
            return None
        options = offered_options(state)
        if excluded:
            left = [option.key for option in options if option.key not in excluded]
            return Taken(left) if len(left) > 1 else None
        chosen = choose(clause, options, language)
        if chosen is None or len(chosen.keys) < 2:
            return None
        everything = len(chosen.keys) == len(options)
        return Taken(_all_but((), state) if everything else list(chosen.keys), chosen.coverage)

    def describe(self, value: list[str] | dict[str, list[str]], state: TaskState) -> str:
        context = state.context
        return context.formats.listing(value) if isinstance(value, list) else context.text("utter_all_orders")


def _all_but(excluded: Sequence[str], state: TaskState) -> list[str] | dict[str, list[str]]:
    """All orders but some; where only some were offered, all of those."""
    offered = [option.key for option in offered_options(state)] if state.open == OrderNumber.slot else []
    if 0 < len(offered) < min(len(orders_concerned(state)), SHOWN_ORDERS):
        return [number for number in offered if number not in excluded]
    return {"but": list(excluded)}


class SeveralOrdersTask(OrderTask):
    """A task about one order or several; what cannot be done is named, and the rest goes on."""

    @abstractmethod
    def refusals(self, state: TaskState) -> tuple[bool, list[Refusal]]:
        """Whether it can be done to any of the orders as far as is known, and why not to the others."""

    def further(self, state: TaskState) -> list[Clause]:
        return []  # it takes several at once

    def own(self, clause: Clause, context: Context) -> Clause:
        return clause

    def concerns(self, order: OrderView) -> bool:
        return self.intent in order.possible

    def check(self, state: TaskState) -> None:
        if state.customer is None or not state["orders"]:
            super().check(state)
        if state.customer is not None and state["orders"]:
            self._check_all(state)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        self._check_all(state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == OrderNumber.slot:
            state["orders"] = None

    def _check_all(self, state: TaskState) -> None:
        """Leave where it can be done to none of the orders."""
        possible, impossible = self.refusals(state)
        if possible:
            return
        if impossible:
            say_refused(impossible, state.context)
        else:
            state.say("utter_none_open")
        raise Leave


def numbers_meant(state: TaskState) -> list[str]:
    """The orders that are meant, by number, the latest first where all are."""
    several, one = state["orders"], state["order_number"]
    if isinstance(several, dict):
        mine = orders_of(state.customer or "", state.context)
        return [o.order_number for o in mine if o.is_open and o.order_number not in several["but"]]
    return list(several or ([one] if one else []))
