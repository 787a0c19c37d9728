"""Returns: send items back, and where the money is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.lines import Items, Lines, chosen_lines, of_named, ordered
from actions.dialogue.orders.payments import PaymentMethod
from actions.dialogue.orders.problems import overdue
from actions.dialogue.orders.reasons import Reason
from actions.dialogue.orders.refusals import instead, refused
from actions.dialogue.orders.settling import after_parcel
from actions.dialogue.orders.tasks import OrderNumber, OrderTask
from actions.dialogue.suggesting import interest, offering
from actions.orders.changing import terms
from actions.orders.return_types import Refund, ReturnableItem, ReturnQuote
from actions.orders.types import OrderView, Refusal, Why


def returnable_lines(state: TaskState) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
    """Each line of the order as what can go back or why it can't."""
    return state.context.services.orders.returnable(state.customer or "", state["order_number"])


def returnable(state: TaskState) -> list[ReturnableItem]:
    """What of the order can still go back."""
    lines = returnable_lines(state)
    return [] if isinstance(lines, Refusal) else [line for line in lines if isinstance(line, ReturnableItem)]


class ItemsToReturn(Items):
    def possible(self, state: TaskState) -> Lines:
        return {str(item.line): item.available for item in returnable(state)}


class ReasonForReturn(Reason):
    """Why: it decides who pays the postage."""

    def codes(self, state: TaskState) -> tuple[str, ...]:
        return state.context.services.orders.return_reasons()

    def unsaid(self, state: TaskState) -> str | None:
        return state.context.services.policy.returns.unsaid


class PaymentForRefund(PaymentMethod):
    """Where the money goes, where the policy leaves a choice."""

    def needed(self, state: TaskState) -> bool:
        chosen = state["items"] is not None and state["reason"] is not None
        return chosen and state[self.slot] is None and len(self.allowed(state)) > 1


class ConfirmReturn(Confirmation):
    """Lists what goes back, what it pays, to where and when."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state)
        if isinstance(quote, Refusal):
            return
        context, refund = state.context, quote.refund
        rows = [
            [
                " – ".join(p for p in (item.title, item.colour, item.size) if p),
                str(item.quantity),
                context.formats.money(item.amount, refund.currency),
            ]
            for item in quote.items
        ]
        for refusal in quote.refused:
            state.say("utter_refused", reason=refused(refusal, context))
        state["items"] = {str(line): pieces for line, pieces in quote.lines.items()}
        table = Table(context.text("utter_columns_return").split("|"), rows)
        state["told"] = terms(quote)
        several = len(context.services.orders.return_reasons()) > 1
        reason = state.text(f"utter_reason_{quote.reason}") if several else ""
        summary = "utter_return_summary" if several else "utter_return_summary_plain"
        state.say(summary, order_number=quote.order_number, reason=reason, show=table)
        state.say(
            "utter_question_confirmed_return",
            refund=refund_sentence(refund, state),
            choices=self.choices(state),
        )

    def says(self, state: TaskState) -> str:
        quote = quoted(state)
        return "" if isinstance(quote, Refusal) else quote.refund.payment.label


class ReturnTask(OrderTask):
    name = "return"
    intent = "return_item"
    intents = frozenset({"return_item"})
    also = frozenset({"change_payment"})
    questions = (
        OrderNumber(),
        *IDENTITY,
        ItemsToReturn(),
        ReasonForReturn(),
        PaymentForRefund(),
        ConfirmReturn(),
    )

    def concerns(self, order: OrderView) -> bool:
        return self.intent in order.possible

    def check_order(self, order: OrderView, state: TaskState) -> None:
        lines = returnable_lines(state)
        if isinstance(lines, Refusal) and overdue(state, order.order_number):
            raise HandOver("problem_form", {OrderNumber.slot: order.order_number})
        if isinstance(lines, Refusal):
            self.refuse([lines], state)
        elif not any(isinstance(line, ReturnableItem) for line in lines):
            self.refuse(of_named([line for line in lines if isinstance(line, Refusal)], state), state)
        elif state["items"] is not None:
            self._check_items(state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "order_number":
            state["items"] = state["payment"] = None

    def _check_items(self, state: TaskState) -> None:
        reason = state["reason"] or state.context.services.orders.return_reasons()[0]
        quote = quote_of(state, reason)
        if isinstance(quote, Refusal):
            self.settle(quote, state)

    def refuse(self, refusals: Sequence[Refusal], state: TaskState) -> NoReturn:
        if not all(each.why is Why.ALREADY_RETURNED and not each.because for each in refusals):
            super().refuse(refusals, state)
        numbers = dict.fromkeys(refusal.return_number or "" for refusal in refusals)
        returned = state.context.formats.listing(list(numbers))
        state.say("utter_return_exists", return_number=returned, order_number=refusals[0].order_number or "")
        raise Leave


class ValidateReturnForm(TaskForm):
    task = ReturnTask()


class ActionReturnItems(FinishForCustomer):
    task = ReturnTask()

    def name(self) -> str:
        return "action_return_items"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        made = context.services.orders.return_items(
            customer,
            state["order_number"],
            chosen_lines(state),
            state["reason"],
            state["payment"],
            **state.once(state["told"]),
        )
        if isinstance(made, Refusal):
            return state.say("utter_refused", reason=refused(made, context), choices=instead([made], context))
        if made.already:
            return state.say(
                "utter_return_exists", return_number=made.return_number, order_number=made.order_number
            )
        context.done[made.order_number] = made.return_number
        state.say(
            "utter_return_made", return_number=made.return_number, refund=refund_sentence(made.refund, state)
        )
        back = [line.product_id for line in ordered(state) if line.line in chosen_lines(state)]
        interest.returned(back, context)
        offering.after_return(back, state["reason"], context)


def quote_of(state: TaskState, reason: str) -> ReturnQuote | Refusal:
    return state.context.services.orders.quote_return(
        state.customer or "", state["order_number"], chosen_lines(state), reason, state["payment"]
    )


def quoted(state: TaskState) -> ReturnQuote | Refusal:
    return quote_of(state, state["reason"])


def refund_sentence(refund: Refund, state: TaskState) -> str:
    """How much comes back, to where and when, and what is deducted."""
    money = state.context.formats.money
    response = "utter_refund_less_postage" if refund.postage else "utter_refund_in_full"
    return state.text(
        response,
        amount=money(refund.amount, refund.currency),
        postage=money(refund.postage, refund.currency),
        payment=refund.payment.label,
        when=after_parcel(refund.working_days, state.context),
    )
