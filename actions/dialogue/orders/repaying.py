"""Paying an order that is not sent yet by another method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.payments import PaymentMethod
from actions.dialogue.orders.refusals import refused, say_refused
from actions.dialogue.orders.settling import movements_sentence
from actions.dialogue.orders.tasks import OrderTask, known_order
from actions.orders.changing import terms
from actions.orders.repaying import PaymentQuote
from actions.orders.types import OrderView, Payment, Refusal


class OtherPayment(PaymentMethod):
    def choices(self, state: TaskState) -> Sequence[Choice]:
        """Those that can pay the order."""
        working = [method.payment_id for method in that_work(state)]
        ways = zip(self.allowed(state), super().choices(state), strict=True)
        return [choice for method, choice in ways if method.payment_id in working]

    def needed(self, state: TaskState) -> bool:
        return state[self.slot] is None and state.customer is not None

    def allowed(self, state: TaskState) -> Sequence[Payment]:
        order = known_order(state)
        now = order.payment.payment_id if order else None
        return [method for method in super().allowed(state) if method.payment_id != now]


class ConfirmPayment(Confirmation):
    """Says which method pays what, and which gets its money back."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state, state["payment"])
        if isinstance(quote, Refusal):
            return
        context = state.context
        state["told"] = terms(quote)
        state.say(
            "utter_payment_summary",
            order_number=quote.order_number,
            amount=context.formats.money(quote.amount, quote.currency),
            before=quote.before.label,
            after=quote.after.label,
        )
        money = movements_sentence(quote.movements, context)
        state.say("utter_question_confirmed_pay", money=money, choices=self.choices(state))


class ChangePaymentTask(OrderTask):
    name = "pay"
    intent = "change_payment"
    intents = frozenset({"change_payment"})
    questions = (OrderNumber(), *IDENTITY, OtherPayment(), ConfirmPayment())

    def yields(self, context: Context) -> bool:
        """Where the difference that a change makes can be paid in more ways than one."""
        rule = context.services.policy.changes.change_order
        return rule is not None and set(rule.difference_by) != {"original"}

    def calls_off(self, clause: Clause, state: TaskState) -> bool:
        """ "Keep the Visa", with which it is paid."""
        order, language = known_order(state), state.context.language
        if order is None or not language.says(clause.text, "keeps"):
            return False
        others = [method.label for method in OtherPayment().allowed(state)]
        rest = [name for label in others for name in language.words(label)]
        words = set(language.words(order.payment.label)) - set(rest)
        return not words.isdisjoint(language.words(clause.text))

    def concerns(self, order: OrderView) -> bool:
        return self.intent in order.possible

    def check_order(self, order: OrderView, state: TaskState) -> None:
        """Whether it can be paid otherwise at all is asked with the method that it has: that would be no change."""
        quote = quoted(state, state["payment"] or order.payment.payment_id)
        if not isinstance(quote, Refusal):
            return
        another = quote.why.about == "payment"
        if another and not OtherPayment().allowed(state):
            state.say("utter_no_other_payment", payment=order.payment.label)
            raise Leave
        working = that_work(state)
        if another and not working:
            if state["payment"]:
                state.say("utter_refused", reason=refused(replace(quote, payments=()), state.context))
            state.say(
                "utter_no_other_payment_covers",
                order_number=order.order_number,
                payment=order.payment.label,
                amount=state.context.formats.money(order.total, order.currency),
            )
            raise Leave
        if state["payment"] or not another:
            self.settle(replace(quote, payments=tuple(working)) if another else quote, state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "order_number":
            state["payment"] = None


class ValidatePayForm(TaskForm):
    task = ChangePaymentTask()


class ActionChangePayment(FinishForCustomer):
    task = ChangePaymentTask()

    def name(self) -> str:
        return "action_change_payment"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        made = context.services.orders.change_payment(
            customer,
            state["order_number"],
            state["payment"],
            **state.once(state["told"]),
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        context.done[made.order_number] = made.change_number
        state.say(
            "utter_payment_changed_already" if made.already else "utter_payment_changed",
            order_number=made.order_number,
            change_number=made.change_number,
            payment=made.quote.after.label,
            money=movements_sentence(made.quote.movements, context),
        )


def that_work(state: TaskState) -> list[Payment]:
    """The other methods that can pay the order."""
    others = OtherPayment().allowed(state)
    return [method for method in others if isinstance(quoted(state, method.payment_id), PaymentQuote)]


def quoted(state: TaskState, payment_id: str) -> PaymentQuote | Refusal:
    """What paying by a method would do."""
    desk, customer = state.context.services.orders, state.customer or ""
    return desk.quote_change_payment(customer, state["order_number"], payment_id)
