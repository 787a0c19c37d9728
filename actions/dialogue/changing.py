"""Changing the items of an order that is not sent yet: other variants, or pieces taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.order_lines import Lines, ordered
from actions.dialogue.order_tasks import FinishTask, OrderNumber, ProofOfIdentity
from actions.dialogue.refusals import say_refused
from actions.dialogue.swapping import (
    ConfirmSwap,
    PaymentForDifference,
    SwapItems,
    SwapTask,
    difference_sentence,
)
from actions.dialogue.variants import VariantsWanted, wanted
from actions.orders.swapping import ItemsQuote
from actions.orders.types import OrderLine, Refusal, VariantChoice, Why


class ItemsToChange(SwapItems):
    def possible(self, state: TaskState) -> Lines:
        return {str(line.line): line.quantity for line in ordered(state)}


class VariantInOrder(VariantsWanted):
    def variants(self, line: OrderLine, state: TaskState) -> Sequence[VariantChoice]:
        customer, number, desk = state.customer or "", state["order_number"], state.context.services.orders
        asked = ("variants", customer, number, line.line)
        found = state.context.once(asked, lambda: desk.variants(customer, number, line.line))
        return () if isinstance(found, Refusal) else found

    def may_go(self, state: TaskState) -> bool:
        return True


class ChangeOrderTask(SwapTask):
    name = "change_items"
    intent = "change_order"
    intents = frozenset({"change_order"})
    also = frozenset({"remove_from_cart", "exchange_item"})
    twin = "exchange_item"
    questions = (
        OrderNumber(),
        ProofOfIdentity(),
        ItemsToChange(),
        VariantInOrder(),
        PaymentForDifference(),
        ConfirmSwap(),
    )

    def lines(self, state: TaskState) -> tuple[Lines, Mapping[str, Refusal]] | Refusal:
        desk, customer = state.context.services.orders, state.customer or ""
        nothing = desk.quote_change_items(customer, state["order_number"], {})
        if isinstance(nothing, Refusal) and nothing.why is not Why.NOTHING_CHOSEN:
            return nothing
        return {str(line.line): line.quantity for line in ordered(state)}, {}

    def quote(self, state: TaskState) -> ItemsQuote | Refusal:
        return state.context.services.orders.quote_change_items(
            state.customer or "", state["order_number"], wanted(state), state["payment"]
        )


class ValidateChangeItemsForm(TaskForm):
    task = ChangeOrderTask()


class ActionChangeItems(FinishTask):
    task = ChangeOrderTask()

    def name(self) -> str:
        return "action_change_items"

    def finish(self, state: TaskState) -> None:
        context, customer = state.context, state.customer
        if customer is None or not state["confirmed"]:
            return state.say("utter_proof_expired")
        made = context.services.orders.change_items(
            customer,
            state["order_number"],
            wanted(state),
            state["payment"],
            conversation=context.turn.conversation,
            told=state["told"],
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        state.say(
            "utter_items_changed_already" if made.already else "utter_items_changed",
            change_number=made.change_number,
            order_number=made.order_number,
            difference=difference_sentence(made.quote, state),
        )
