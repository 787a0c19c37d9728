"""Changing the items of an order that is not sent yet: other variants, or pieces taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import FollowupAction

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.cart import view as cart_view
from actions.dialogue.cart.cart import RemoveTask
from actions.dialogue.cart.questions import LinesToChange
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finding.counting import how_many
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Reading, Taken
from actions.dialogue.mechanism.state import HandOver, TaskState
from actions.dialogue.orders.lines import Lines, line_options, ordered
from actions.dialogue.orders.refusals import say_refused
from actions.dialogue.orders.swapping import (
    ConfirmSwap,
    PaymentForDifference,
    SwapItems,
    SwapTask,
    difference_sentence,
)
from actions.dialogue.orders.tasks import OrderNumber
from actions.dialogue.orders.variants import NOTHING, VariantsWanted, wanted
from actions.dialogue.products.variant_wishes import read_wish
from actions.dialogue.turn import Clause
from actions.orders.swapping import ItemsQuote
from actions.orders.types import OrderLine, Refusal, VariantChoice, Why

AROUND_COUNT = ("around_count", "set_to", "pieces", "of_order", "into", "polite")
"""Kinds of words among which a figure is a number of pieces."""


class ItemsToChange(SwapItems):
    def possible(self, state: TaskState) -> Lines:
        return {str(line.line): line.quantity for line in ordered(state)}

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        out = pieces_out(clause, state)
        return Taken({**(state[self.slot] or {}), **out}) if out else super().read(clause, state, asked)


class VariantInOrder(VariantsWanted):
    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if out := pieces_out(clause, state):
            return Taken({**(state[self.slot] or {}), **{line: {"sku": NOTHING} for line in out}})
        return super().read(clause, state, asked)

    def variants(self, line: OrderLine, state: TaskState) -> Sequence[VariantChoice]:
        desk = state.context.services.orders
        found = desk.variants(state.customer or "", state["order_number"], line.line)
        return () if isinstance(found, Refusal) else found

    def may_go(self, state: TaskState) -> bool:
        return True


def pieces_out(clause: Clause, state: TaskState) -> Lines:
    """The pieces that are taken out where a message says how many shall be left, or how many fewer: "2 bars instead of
    3", "one less". A number beside what a variant is called says of how many pieces it shall be another."""
    context, language = state.context, state.context.language
    fewer = language.says(clause.text, "fewer")
    number = how_many(clause, context, *AROUND_COUNT)
    if number is None or not (fewer or language.says(clause.text, "set_to")):
        return {}
    chosen = choose(clause, line_options(state), language, shown=False)
    keys = chosen.keys if chosen else tuple(state[ItemsToChange.slot] or ())
    line = next((each for each in ordered(state) if keys == (str(each.line),)), None)
    if line is None:
        return {}
    variants = [variant.traits for variant in VariantInOrder().variants(line, state)]
    out = number if fewer else line.quantity - number
    other = read_wish(clause.text, line.traits, variants, language).wanted
    return {keys[0]: out} if 0 < out < line.quantity and not other else {}


class ChangeOrderTask(SwapTask):
    name = "change_items"
    intent = "change_order"
    intents = frozenset({"change_order"})
    also = frozenset({"remove_from_cart", "exchange_item"})
    twin = "exchange_item"
    questions = (
        OrderNumber(),
        *IDENTITY,
        ItemsToChange(),
        VariantInOrder(),
        PaymentForDifference(),
        ConfirmSwap(),
    )

    def instead(self, context: Context) -> str | None:
        """What is in no line of the order is bought anew."""
        wish = context.turn.wish
        adds = wish.intent in self.intents and context.language.says(wish.text, "put_in")
        return "action_add_to_order" if adds else super().instead(context)

    def check(self, state: TaskState) -> None:
        """Of a cart that was spoken of last the pieces are changed there, where no order is named."""
        context, turn = state.context, state.context.turn
        begins = turn.intent in self.intents and state["order_number"] is None
        if begins and turn.first("order_number") is None and cart_view.was_shown_last(context):
            lines = LinesToChange().read(turn, TaskState(RemoveTask(), context), asked=True)
            values = {LinesToChange.slot: lines.value} if isinstance(lines, Taken) else {}
            raise HandOver(RemoveTask().form, values)
        super().check(state)

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


class ActionAddToOrder(ServeWish):
    """Nothing is put into an order that is placed: says so, and shows what can be bought anew."""

    def name(self) -> str:
        return "action_add_to_order"

    def answer(self, context: Context) -> Events:
        context.say("utter_order_takes_no_more")
        named = any(context.turn.wish.values(kind) for kind in ("product_type", "product", "brand"))
        return [FollowupAction("action_search_products")] if named else []


class ActionChangeItems(FinishForCustomer):
    task = ChangeOrderTask()

    def name(self) -> str:
        return "action_change_items"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        made = context.services.orders.change_items(
            customer,
            state["order_number"],
            wanted(state),
            state["payment"],
            **state.once(state["told"]),
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        context.done[made.order_number] = made.change_number
        state.say(
            "utter_items_changed_already" if made.already else "utter_items_changed",
            change_number=made.change_number,
            order_number=made.order_number,
            difference=difference_sentence(made.quote, state),
        )
