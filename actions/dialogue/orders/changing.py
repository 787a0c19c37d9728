"""Changing the items of an order that is not sent yet: other variants, or pieces taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import FollowupAction

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.cart import view as cart_view
from actions.dialogue.cart.cart import RemoveTask
from actions.dialogue.cart.questions import LinesToChange
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finding.counting import how_many
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Reading, Taken, Unusable
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.orders.dealing import dealt_out
from actions.dialogue.orders.lines import Lines, line_options, ordered
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.pieces import pieces_said
from actions.dialogue.orders.refusals import say_refused
from actions.dialogue.orders.swapping import (
    ConfirmSwap,
    PaymentForDifference,
    SwapItems,
    SwapTask,
    difference_sentence,
)
from actions.dialogue.orders.variants import NOTHING, VariantsWanted, wanted
from actions.orders.swapping import ItemsQuote
from actions.orders.types import OrderLine, OrderView, Refusal, VariantChoice, Why

AROUND_COUNT = ("around_count", "set_to", "pieces", "of_order", "into", "polite")
"""Kinds of words among which a figure is a number of pieces."""


class ItemsToChange(SwapItems):
    def possible(self, state: TaskState) -> Lines:
        return {str(line.line): line.quantity for line in ordered(state)}

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        reading, out = super().read(clause, state, asked), pieces_out(clause, state)
        if not out:
            return reading
        others = reading.value if isinstance(reading, Taken) else state[self.slot] or {}
        return Taken({**others, **out})


class VariantInOrder(VariantsWanted):
    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if more_wanted(clause, state):
            return Unusable("utter_order_takes_no_more", coverage=1.0)
        reading, out = super().read(clause, state, asked), pieces_out(clause, state)
        if not out:
            return reading
        others = reading.value if isinstance(reading, Taken) else state[self.slot] or {}
        return Taken({**others, **{line: {"sku": NOTHING} for line in out}})

    def variants(self, line: OrderLine, state: TaskState) -> Sequence[VariantChoice]:
        desk = state.context.services.orders
        found = desk.variants(state.customer or "", state["order_number"], line.line)
        return () if isinstance(found, Refusal) else found

    def may_go(self, state: TaskState) -> bool:
        return True


def pieces_out(clause: Clause, state: TaskState) -> Lines:
    """The pieces that are taken out where a message says how many shall be left, line by line, or how many fewer: "2
    bars instead of 3", "one less"."""
    context, language = state.context, state.context.language
    if language.says(clause.text, "fewer") and (fewer := how_many(clause, context, *AROUND_COUNT)):
        chosen = choose(clause, line_options(state), language, shown=False)
        keys = chosen.keys if chosen else tuple(state[ItemsToChange.slot] or ())
        lines = [each for each in ordered(state) if keys == (str(each.line),)]
        return {str(line.line): fewer for line in lines if 0 < fewer < line.quantity}
    wanted = _pieces_wanted(clause, state)
    return {key: now - left for key, (now, left) in wanted.items() if 0 < left < now}


def more_wanted(clause: Clause, state: TaskState) -> bool:
    """Whether a message wants more pieces of something than were ordered: "two towels instead of one"."""
    return any(wanted > now for now, wanted in _pieces_wanted(clause, state).values())


def _pieces_wanted(clause: Clause, state: TaskState) -> dict[str, tuple[int, int]]:
    """Line → its pieces now, and how many of them a message says there shall be."""
    lines, language = {str(line.line): line for line in ordered(state)}, state.context.language
    said = dealt_out(clause, list(lines.values()), None, language)
    if len(set(said.values())) < len(said):  # of all alike: what stands alone, or was spoken of
        spoken_of = state[ItemsToChange.slot] or lines
        said = {key: text for key, text in said.items() if list(spoken_of) == [key]}
    wanted = dict[str, tuple[int, int]]()
    for key, text in said.items():
        line = lines[key]
        variants = [line.traits, *(each.traits for each in VariantInOrder().variants(line, state))]
        if pieces := pieces_said(text, line, variants, language):
            wanted[key] = line.quantity, pieces
    return wanted


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

    def check_order(self, order: OrderView, state: TaskState) -> None:
        """Nothing is put into an order, not another piece either."""
        opening = state["confirmed"] is None and state.open is None
        if opening and any(more_wanted(clause, state) for clause in state.said):
            state.say("utter_order_takes_no_more")
            raise Leave
        super().check_order(order, state)

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
