"""Exchanges: what was delivered, for another variant of the same product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.lines import Lines, ordered
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.refusals import say_refused
from actions.dialogue.orders.swapping import (
    ConfirmSwap,
    PaymentForDifference,
    SwapItems,
    SwapTask,
    difference_sentence,
)
from actions.dialogue.orders.variants import VariantsWanted, wanted
from actions.orders.exchanging import ExchangeableItem, ExchangeQuote
from actions.orders.types import OrderLine, Refusal, VariantChoice


def exchangeable(state: TaskState) -> tuple[ExchangeableItem | Refusal, ...] | Refusal:
    """Each line of the order as what it can be exchanged for, or why it can't."""
    return state.context.services.orders.exchangeable(state.customer or "", state["order_number"])


def items(state: TaskState) -> list[ExchangeableItem]:
    """What of the order can be exchanged."""
    judged = exchangeable(state)
    return (
        [] if isinstance(judged, Refusal) else [each for each in judged if isinstance(each, ExchangeableItem)]
    )


def possible_lines(state: TaskState) -> Lines:
    """Line → the pieces of it that can be exchanged."""
    return {str(item.item.line): item.item.available for item in items(state)}


class ItemsToExchange(SwapItems):
    def possible(self, state: TaskState) -> Lines:
        return possible_lines(state)


class VariantInExchange(VariantsWanted):
    def variants(self, line: OrderLine, state: TaskState) -> Sequence[VariantChoice]:
        found = (item.variants for item in items(state) if item.item.line == line.line)
        return next(found, ())


class ExchangeTask(SwapTask):
    name = "exchange"
    intent = "exchange_item"
    intents = frozenset({"exchange_item"})
    also = frozenset({"change_order"})
    twin = "change_order"
    questions = (
        OrderNumber(),
        *IDENTITY,
        ItemsToExchange(),
        VariantInExchange(),
        PaymentForDifference(),
        ConfirmSwap(),
    )

    def lines(self, state: TaskState) -> tuple[Lines, Mapping[str, Refusal]] | Refusal:
        judged, order = exchangeable(state), ordered(state)
        if isinstance(judged, Refusal):
            return judged
        refusals = {
            str(line.line): each
            for line, each in zip(order, judged, strict=True)
            if isinstance(each, Refusal)
        }
        return possible_lines(state), refusals

    def quote(self, state: TaskState) -> ExchangeQuote | Refusal:
        return state.context.services.orders.quote_exchange(
            state.customer or "", state["order_number"], wanted(state), state["payment"]
        )


class ValidateExchangeForm(TaskForm):
    task = ExchangeTask()


class ActionExchangeItems(FinishForCustomer):
    task = ExchangeTask()

    def name(self) -> str:
        return "action_exchange_items"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        made = context.services.orders.exchange_items(
            customer,
            state["order_number"],
            wanted(state),
            state["payment"],
            **state.once(state["told"]),
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        context.done[made.order_number] = made.exchange_number
        state.say(
            "utter_exchange_exists" if made.already else "utter_exchange_made",
            exchange_number=made.exchange_number,
            order_number=made.order_number,
            difference=difference_sentence(made.quote, state),
        )
