"""Cancelling orders: one, several, or all that can still be cancelled."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.order_tasks import (
    FinishTask,
    OrderNumber,
    OrderTask,
    ProofOfIdentity,
    order_options,
    orders_of,
)
from actions.dialogue.reasons import Reason
from actions.dialogue.refusals import refused, say_refused
from actions.dialogue.settling import movements_sentence
from actions.dialogue.turn import Clause
from actions.orders.cancelling import CancelQuote
from actions.orders.changing import terms
from actions.orders.types import OrderView, Refusal

CLOSED = frozenset({"delivered", "cancelled", "returned"})
"""Statuses of orders that "all my orders" does not speak of where something is to be cancelled."""
EVERY: dict[str, list[str]] = {"but": []}
"""Stands for all orders, without those excluded."""


class OrderToCancel(OrderNumber):
    """Which order; of somebody who said "all my orders" one is asked for only where it is needed as a proof."""

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) and not (state.customer and state["orders"])

    def choices(self, state: TaskState) -> Sequence[Choice]:
        orders = super().choices(state)
        every = Choice(state.text("utter_button_all_orders"), payload("inform", answer="all"))
        return [*orders, every] if len(orders) > 1 else orders


class SeveralOrders(Question):
    """All orders (`{"but": [numbers]}`), or the numbers of several. Said, but never asked for."""

    slot = "orders"

    def needed(self, state: TaskState) -> bool:
        return False

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        if clause.is_wish and clause.intent not in state.task.intents:
            return None  # "show my orders"
        if clause.first("answer") == "all":
            return Taken(EVERY)
        numbers = [str(number) for number in clause.values("order_number")]
        if len(numbers) > 1 and not language.says(clause.text, "correction"):
            return Taken(numbers)
        choosing = state.open == OrderNumber.slot
        if numbers:  # "only 1042" after "all my orders"
            return Taken(numbers) if state[self.slot] and not choosing else None
        excluded = [str(number) for number in clause.excluded("order_number")]
        every = language.says(clause.text, "all") and (excluded or state["order_number"] is None)
        if language.says(clause.text, "orders") or (every and not choosing):
            return Taken({"but": excluded})
        if state.customer is None or not choosing:
            return None
        options = order_options(state)
        chosen = choose(clause, options, language)
        if chosen is None or len(chosen.keys) < 2:
            return None
        return Taken(EVERY if len(chosen.keys) == len(options) else list(chosen.keys), chosen.coverage)

    def describe(self, value: list[str] | dict[str, list[str]], state: TaskState) -> str:
        context = state.context
        return context.formats.listing(value) if isinstance(value, list) else context.text("utter_all_orders")


class ReasonForCancelling(Reason):
    """Why, where the policy accepts only some reasons."""

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) and bool(self.codes(state))

    def codes(self, state: TaskState) -> tuple[str, ...]:
        return state.context.services.orders.cancel_reasons()


class ConfirmCancelling(Confirmation):
    """Lists the orders, and what is paid back to where and when."""

    def ask(self, state: TaskState) -> None:
        context, (possible, impossible) = state.context, quotes(state)
        for refusal in impossible:
            state.say("utter_refused", reason=refused(refusal, context))
        rows = [_row(quote, state) for quote in possible]
        table = Table(context.text("utter_columns_cancel").split("|"), rows)
        state["told"] = {quote.order_number: terms(quote) for quote in possible}
        refund = movements_sentence([movement for quote in possible for movement in quote.movements], context)
        state.say("utter_cancel_summary", show=table)
        state.say("utter_question_confirmed_cancel", refund=refund, choices=self.choices(state))

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        if asked and language.consists_of(clause.text, "do_cancel", "affirm", "polite"):
            return Taken(True)  # "cancel it" says yes here
        return super().read(clause, state, asked)


class CancelTask(OrderTask):
    name = "cancel"
    intent = "cancel_order"
    intents = frozenset({"cancel_order"})
    questions = (
        OrderToCancel(),
        ProofOfIdentity(),
        SeveralOrders(),
        ReasonForCancelling(),
        ConfirmCancelling(),
    )

    def further(self, state: TaskState) -> list[Clause]:
        return []  # it takes several at once

    def concerns(self, order: OrderView) -> bool:
        return self.intent in order.possible

    def check(self, state: TaskState) -> None:
        if state.customer is None or not state["orders"]:
            super().check(state)
        elif state.customer is not None:
            self._check_all(state)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        self._check_all(state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == OrderNumber.slot:
            state["orders"] = None

    def _check_all(self, state: TaskState) -> None:
        """Leave where none of the orders can be cancelled."""
        possible, impossible = quotes(state)
        if possible:
            return
        if impossible:
            say_refused(impossible, state.context)
        else:
            state.say("utter_none_to_cancel")
        raise Leave


class ValidateCancelForm(TaskForm):
    task = CancelTask()


class ActionCancelOrder(FinishTask):
    task = CancelTask()

    def name(self) -> str:
        return "action_cancel_order"

    def finish(self, state: TaskState) -> None:
        context, customer = state.context, state.customer
        if customer is None or not state["confirmed"]:
            return state.say("utter_proof_expired")
        for number, told in (state["told"] or {}).items():
            made = context.services.orders.cancel(
                customer, number, state["reason"], conversation=context.turn.conversation, told=told
            )
            if isinstance(made, Refusal):
                say_refused([made], context)
                continue
            state.say(
                "utter_cancelled_already" if made.already else "utter_cancelled",
                order_number=made.order_number,
                change_number=made.change_number,
                refund=movements_sentence(made.quote.movements, context),
            )


def numbers(state: TaskState) -> list[str]:
    """The orders that are meant, by number."""
    several, one = state["orders"], state["order_number"]
    if isinstance(several, dict):
        mine = orders_of(state.customer or "", state.context)
        return [
            o.order_number for o in mine if o.status not in CLOSED and o.order_number not in several["but"]
        ]
    return list(several or ([one] if one else []))


def quotes(state: TaskState) -> tuple[list[CancelQuote], list[Refusal]]:
    """What cancelling each of the orders would do, and why those that stay cannot be cancelled."""
    desk, customer = state.context.services.orders, state.customer or ""
    reason = state["reason"] or next(iter(desk.cancel_reasons()), None)

    def quote_all() -> list[CancelQuote | Refusal]:
        return [desk.quote_cancel(customer, number, reason) for number in meant]

    meant = numbers(state)
    quoted = state.context.once(("cancel", customer, *meant, reason), quote_all)
    return (
        [quote for quote in quoted if isinstance(quote, CancelQuote)],
        [quote for quote in quoted if isinstance(quote, Refusal)],
    )


def _row(quote: CancelQuote, state: TaskState) -> list[str]:
    context = state.context
    order = next(o for o in orders_of(state.customer or "", context) if o.order_number == quote.order_number)
    goods = context.formats.listing([f"{item.quantity} × {item.title}" for item in order.items])
    return [quote.order_number, goods, context.formats.money(quote.refund, quote.currency)]
