"""Refunds: where the money is that goes back."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.entering import interrupted
from actions.dialogue.mechanism.form import TaskForm, tasks
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.orders.one_order import tell_order
from actions.dialogue.orders.order_number import OrderOfDeed
from actions.dialogue.orders.refusals import instead, refused
from actions.dialogue.orders.settling import tell_refund
from actions.dialogue.orders.tasks import OrderTask, known_order
from actions.dialogue.talk.spoken import just_spoken_of, last_order
from actions.orders.types import OrderView, Refusal


class OrderOfRefund(OrderOfDeed):
    """Which order; "and the refund?" is about the one spoken of just now, "where is my refund" about any."""

    def known(self, state: TaskState) -> str | None:
        context, turn = state.context, state.context.turn
        asks = state.task.speaks_to(turn) and not turn.is_button
        goes_on = asks and just_spoken_of(context) and not context.language.says(turn.text, "own_order")
        return (last_order(context) if goes_on else None) or super().known(state)


class RefundTask(OrderTask):
    name = "refund"
    intent = "track_refund"
    intents = frozenset({"track_refund"})
    questions = (OrderOfRefund(), *IDENTITY)

    def instead(self, context: Context) -> str | None:
        """In the middle of another task, or after a written answer, "when do i get the money" asks for the rules."""
        question = context.turn.question
        left, _ = interrupted(context.turn, self.form, tasks())
        general = context.language.says(question.text, "how_soon") and not question.first("order_number")
        if not (
            (left or context.turn.answered_last) and general and context.services.faq.answer(question.text)
        ):
            return super().instead(context)
        return "action_answer_question"

    def concerns(self, order: OrderView) -> bool:
        return order.is_paid_back

    def refuse_all(self, orders: Sequence[OrderView], state: TaskState) -> None:
        """That nothing was paid back is all there is to say, however the others are."""
        state.say(f"utter_none_{self.name}")
        raise Leave


class ValidateRefundForm(TaskForm):
    task = RefundTask()


class ActionTrackRefund(FinishForCustomer):
    task = RefundTask()

    def name(self) -> str:
        return "action_track_refund"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        refunds = context.services.orders.refund_status(customer, state["order_number"])
        order = known_order(state)
        if isinstance(refunds, Refusal) and order and order.deeds:
            return tell_order(order, context)  # an exchange, of which nothing is paid back
        if isinstance(refunds, Refusal):
            return state.say(
                "utter_refused", reason=refused(refunds, context), choices=instead([refunds], context)
            )
        for refund in refunds:
            tell_refund(refund, context)
