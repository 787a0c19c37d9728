"""Cancelling orders: one, several, or all that can still be cancelled."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.choosing import PAUSE
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Reading, Taken
from actions.dialogue.mechanism.state import HandOver, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.lines import Items, Lines, ordered
from actions.dialogue.orders.reasons import Reason
from actions.dialogue.orders.refusals import refused, say_refused
from actions.dialogue.orders.settling import movements_sentence
from actions.dialogue.orders.several_orders import (
    OneOfSeveral,
    SeveralOrders,
    SeveralOrdersTask,
    numbers_meant,
)
from actions.dialogue.orders.tasks import order_of
from actions.dialogue.orders.variants import NOTHING
from actions.dialogue.talk.spoken import alerts_told, deeds, pointed_back_at
from actions.orders.cancelling import CancelQuote
from actions.orders.changing import terms
from actions.orders.types import OrderView, Refusal


class ReasonForCancelling(Reason):
    """Why, where the policy accepts only some reasons."""

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) and bool(self.codes(state))

    def codes(self, state: TaskState) -> tuple[str, ...]:
        return state.context.services.orders.cancel_reasons()

    def unsaid(self, state: TaskState) -> str | None:
        rule = state.context.services.policy.changes.cancel_order
        return rule.unsaid if rule else None


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

    def says(self, state: TaskState) -> str:
        context, customer = state.context, state.customer or ""
        orders = [order_of(customer, number, context) for number in numbers_meant(state)]
        goods = (f"{line.title} {line.type}" for order in orders if order for line in order.items)
        quotes_there, _ = quotes(state)
        payments = (movement.payment.label for quote in quotes_there for movement in quote.movements)
        return " ".join((*goods, *payments))


class ItemsToCancel(Items):
    """Only some of the items, named at once or when the whole order stands to be cancelled: that is a change of the
    order. Never asked for."""

    asked_for = False

    def possible(self, state: TaskState) -> Lines:
        return {str(line.line): line.quantity for line in ordered(state)}

    def standing(self, state: TaskState) -> Lines:
        return self.possible(state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if state["orders"] or len(ordered(state)) < 2:
            return None
        turn = state.context.turn
        if state.open == ConfirmCancelling.slot and clause in (turn, *turn.clauses):
            return super().read(clause, state, asked)
        if not state.task.speaks_to(clause):
            return None
        reading = super().read(self._of_items(clause, state), state, asked=False)
        some = isinstance(reading, Taken) and 0 < len(reading.value) < len(ordered(state))
        return reading if some else None

    def _of_items(self, clause: Clause, state: TaskState) -> Clause:
        """The pieces of a message that speak of items, and point at no order by them ("the one with the boots")."""
        language = state.context.language
        if clause.first("order_number") is not None:
            return clause
        pieces = (
            piece
            for piece in PAUSE.split(clause.text)
            if language.says(piece, "amend") or not language.says(piece, "order_with")
        )
        return clause.part(",".join(pieces))

    def said(self, state: TaskState) -> Lines | None:
        """What was said of them before it was known who asks."""
        readings = (self.read(clause, state, asked=False) for clause in state.said)
        return next((reading.value for reading in readings if isinstance(reading, Taken)), None)


class CancelTask(SeveralOrdersTask):
    name = "cancel"
    intent = "cancel_order"
    intents = frozenset({"cancel_order"})
    questions = (
        OneOfSeveral(),
        *IDENTITY,
        SeveralOrders(),
        ItemsToCancel(),
        ReasonForCancelling(),
        ConfirmCancelling(),
    )

    def instead(self, context: Context) -> str | None:
        """ "Cancel it", of an order to which something was just done, takes that back; of an alert, it is no order."""
        if alerts_told(context) and not context.language.says(context.turn.text, "own_order"):
            return "unsubscribe_form"
        done = pointed_back_at(context) in deeds(context)
        undo = done and not context.turn.first("order_number")
        return "undo_form" if undo else super().instead(context)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        state["items"] = state["items"] or ItemsToCancel().said(state)
        if state["items"] and len(state["items"]) < len(order.items):
            out = {line: {"sku": NOTHING} for line in state["items"]}
            kept = {slot: state[slot] for slot in ("order_number", "proof", "items")}
            raise HandOver("change_items_form", {**kept, "variants": out})
        super().check_order(order, state)

    def refusals(self, state: TaskState) -> tuple[bool, list[Refusal]]:
        possible, impossible = quotes(state)
        return bool(possible), impossible


class ValidateCancelForm(TaskForm):
    task = CancelTask()


class ActionCancelOrder(FinishForCustomer):
    task = CancelTask()

    def name(self) -> str:
        return "action_cancel_order"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        for number, told in (state["told"] or {}).items():
            made = context.services.orders.cancel(
                customer,
                number,
                state["reason"],
                **state.once(told),
            )
            if isinstance(made, Refusal):
                say_refused([made], context)
                continue
            context.done[made.order_number] = made.change_number
            state.say(
                "utter_cancelled_already" if made.already else "utter_cancelled",
                order_number=made.order_number,
                change_number=made.change_number,
                refund=movements_sentence(made.quote.movements, context),
            )


def quotes(state: TaskState) -> tuple[list[CancelQuote], list[Refusal]]:
    """What cancelling each of the orders would do, and why those that stay cannot be cancelled."""
    desk, customer = state.context.services.orders, state.customer or ""
    reason = state["reason"] or next(iter(desk.cancel_reasons()), None)
    quoted = [desk.quote_cancel(customer, number, reason) for number in numbers_meant(state)]
    return (
        [quote for quote in quoted if isinstance(quote, CancelQuote)],
        [quote for quote in quoted if isinstance(quote, Refusal)],
    )


def _row(quote: CancelQuote, state: TaskState) -> list[str]:
    context = state.context
    order = order_of(state.customer or "", quote.order_number, context)
    items = order.items if order else ()
    goods = context.formats.listing([f"{item.quantity} × {item.title}" for item in items])
    return [quote.order_number, goods, context.formats.money(quote.refund, quote.currency)]
