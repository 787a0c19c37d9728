"""Returns: send items back, and where the money is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from actions.dialogue.clause import Clause
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.meanings import Meanings
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.each_item import OfEachItem
from actions.dialogue.orders.lines import Items, Lines, chosen_lines, of_named, ordered
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.payments import PaymentMethod
from actions.dialogue.orders.reasons import Reason
from actions.dialogue.orders.refusals import instead, refused
from actions.dialogue.orders.settling import after_parcel
from actions.dialogue.orders.tasks import OrderTask, known_order
from actions.dialogue.orders.tracked import kinds, overdue
from actions.dialogue.suggesting import interest, offering
from actions.orders.changing import terms
from actions.orders.return_types import Refund, ReturnableItem, ReturnQuote
from actions.orders.types import OrderView, Refusal

OTHER_REMEDY = "other_remedy"
"""What the desk calls it that a replacement can still be something else."""


def returnable_lines(state: TaskState) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
    """Each line of the order as what can go back or why it can't."""
    return state.context.services.orders.returnable(state.customer or "", state["order_number"])


def returnable(state: TaskState) -> list[ReturnableItem]:
    """What of the order can still go back."""
    lines = returnable_lines(state)
    return [] if isinstance(lines, Refusal) else [line for line in lines if isinstance(line, ReturnableItem)]


class ReasonForReturn(OfEachItem, Reason):
    """Why each item goes back: it decides who pays the postage."""

    def meanings(self, state: TaskState) -> Meanings:
        return state.context.services.reasons

    def codes(self, state: TaskState) -> tuple[str, ...]:
        return state.context.services.orders.return_reasons()

    def unsaid_code(self, state: TaskState) -> str | None:
        return state.context.services.policy.returns.unsaid


REASON = ReasonForReturn()


class ItemsToReturn(Items):
    def possible(self, state: TaskState) -> Lines:
        return {str(item.line): item.available for item in returnable(state)}

    def only_tells(self, clause: Clause, state: TaskState) -> bool:
        return REASON.only_tells(clause, state)


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
        asked = len(context.services.orders.return_reasons()) > 1  # else there may be no words for it
        reasons = [state.text(f"utter_reason_{item.why}") if asked else "" for item in quote.items]
        differ = len(set(reasons)) > 1
        rows = [
            [
                " – ".join(p for p in (item.title, item.colour, item.size) if p),
                str(item.quantity),
                context.formats.money(item.amount, refund.currency),
                *([reason] if differ else []),
            ]
            for item, reason in zip(quote.items, reasons, strict=True)
        ]
        for refusal in quote.refused:
            state.say("utter_refused", reason=refused(refusal, context))
        state["items"] = {str(line): pieces for line, pieces in quote.lines.items()}
        columns = "utter_columns_return_reasons" if differ else "utter_columns_return"
        table = Table(context.text(columns).split("|"), rows)
        state["told"] = terms(quote)
        plain = differ or not asked
        summary = "utter_return_summary_plain" if plain else "utter_return_summary"
        state.say(summary, order_number=quote.order_number, reason=reasons[0], show=table)
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
        REASON,
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
        quote = quoted(state)
        if isinstance(quote, Refusal):
            self.settle(quote, state)

    def settle(self, refusal: Refusal, state: TaskState) -> None:
        """What is sent again and has not left yet can be the money instead."""
        if OTHER_REMEDY in refusal.instead and refusal.line is not None:
            self._rather_money(refusal, state)
        super().settle(refusal, state)

    def refuse(self, refusals: Sequence[Refusal], state: TaskState) -> NoReturn:
        refusals = [line for each in refusals for line in each.lines or (each,)]
        if len(refusals) == 1 and OTHER_REMEDY in refusals[0].instead:
            self._rather_money(refusals[0], state)
        if not all(each.because == "on_its_way_back" for each in refusals):
            super().refuse(refusals, state)
        numbers = dict.fromkeys(refusal.return_number or "" for refusal in refusals)
        returned = state.context.formats.listing(list(numbers))
        state.say("utter_return_exists", return_number=returned, order_number=refusals[0].order_number or "")
        raise Leave

    def _rather_money(self, refusal: Refusal, state: TaskState) -> NoReturn:
        """Say that it is being sent again, and ask whether it shall be the money in place of that.

        Raises:
            HandOver: always.
        """
        order = known_order(state)
        deeds = order.deeds if order else ()
        pieces = next((deed.pieces for deed in deeds if deed.number == refusal.return_number), {})
        state.say("utter_sent_again_can_change", title=refusal.title, return_number=refusal.return_number)
        kept = {slot: state[slot] for slot in ("order_number", "proof")}
        report = {"items": {str(line): n for line, n in pieces.items()}, "remedy": "refund"}
        raise HandOver("problem_form", {**kept, **report, "problem": kinds(state)[0]})


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
            REASON.of_each(state),
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
        offering.after_return(back, set(REASON.of_each(state).values()), context)


def quoted(state: TaskState) -> ReturnQuote | Refusal:
    """What the return would do; while a reason is not told yet, as if it were the first that there is."""
    desk, lines = state.context.services.orders, chosen_lines(state)
    reasons = {**dict.fromkeys(lines, desk.return_reasons()[0]), **REASON.of_each(state)}
    return desk.quote_return(state.customer or "", state["order_number"], lines, reasons, state["payment"])


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
