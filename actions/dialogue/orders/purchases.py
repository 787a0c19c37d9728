"""Telling of what was ordered: which thing it was and what it cost, how an order was paid, what a gift card still
holds, and how an order came to be cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.orders.asking_purchases import BALANCE, BOUGHT, CANCELLED, PAID, WHEREABOUTS, kind_of
from actions.dialogue.orders.lines import item_title
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.own_lines import Own, of_month, own_lines, own_orders
from actions.dialogue.orders.settling import tell_refund
from actions.dialogue.orders.tasks import OrderTask, options_of, orders_of
from actions.dialogue.talk.spoken import last_order
from actions.orders.ledger import Ledger
from actions.orders.types import OrderView, Refusal
from actions.shop.models import OrderStatus

OFFERED = 5
"""How many orders are offered to choose from."""
TOLD = 8
"""How many things are told of."""


class OrderOfPurchase(OrderNumber):
    """Which order: the one that holds what is named, or was placed in the month that is named, or was spoken of. A
    guest names one to show who they are."""

    def needed(self, state: TaskState) -> bool:
        any_order = state.identified and kind(state) not in (PAID, CANCELLED)
        return super().needed(state) and not any_order

    def known(self, state: TaskState) -> str | None:
        orders = concerned(state)
        if not orders:
            return None
        numbers = [order.order_number for order in orders]
        if (last := last_order(state.context)) in numbers:
            return last
        latest = state.context.language.says(opening(state).text, "last")
        any_of_them = kind(state) == PAID and len(orders) == len(mine(state))
        return numbers[0] if len(numbers) == 1 or latest or any_of_them else None

    def options(self, state: TaskState) -> list[Option]:
        return options_of(concerned(state)[:OFFERED], state.context)


class PurchaseTask(OrderTask):
    """Begins by what is asked, whatever intent it sounds like."""

    name = "purchase"
    intent = "show_orders"
    intents = frozenset()
    questions = (OrderOfPurchase(), *IDENTITY)

    def speaks_to(self, clause: Clause) -> bool:
        return clause.intent == self.intent

    def further(self, state: TaskState) -> list[Clause]:
        return []

    def asks_proof_for(self, state: TaskState) -> str:
        """How somebody pays is told to whom their profile may be shown."""
        return "show_profile" if kind(state) in (PAID, BALANCE) else self.intent

    def check(self, state: TaskState) -> None:
        super().check(state)
        if state.customer and kind(state) == CANCELLED and not concerned(state):
            state.say("utter_none_cancelled", choices=[_my_orders(state.context)])
            raise Leave


class ValidatePurchaseForm(TaskForm):
    task = PurchaseTask()


class ActionTellPurchase(FinishForCustomer):
    task = PurchaseTask()

    def name(self) -> str:
        return "action_tell_purchase"

    def finish_for(self, customer: str, state: TaskState) -> None:
        asked, context = kind(state), state.context
        if asked == BALANCE:
            return _tell_balance(customer, context)
        if asked in (BOUGHT, WHEREABOUTS):
            return _tell_bought(state)
        books = context.services.orders.ledger(customer, state["order_number"])
        if isinstance(books, Refusal):
            return state.say("utter_unknown_order", order_number=state["order_number"])
        if asked == CANCELLED:
            return _tell_cancelled(customer, books, context)
        _tell_paid(books, context)


def opening(state: TaskState) -> Clause:
    """The message that asked."""
    said = [*reversed(state.said), state.context.turn]
    return next((clause for clause in said if kind_of(clause, state.context)), state.context.turn)


def kind(state: TaskState) -> str:
    """What was asked."""
    return kind_of(opening(state), state.context) or BOUGHT


def mine(state: TaskState) -> list[OrderView]:
    """The known customer's orders that the question can be about, whatever it names."""
    orders = orders_of(state.context.customer or "", state.context)
    cancelled = kind(state) == CANCELLED
    return [order for order in orders if not cancelled or order.status == OrderStatus.CANCELLED]


def concerned(state: TaskState) -> list[OrderView]:
    """Those of them that hold what is named, or were placed when the question says; all where it says neither."""
    asked, orders = opening(state), mine(state)
    numbers = {order.order_number for order in own_orders(asked, state.context)}
    named = [order for order in orders if order.order_number in numbers]
    return named or of_month(asked, orders, state.context) or orders


def _tell_bought(state: TaskState) -> None:
    """Each thing that was named, with what it cost, when and in which order."""
    context, asked = state.context, opening(state)
    found = own_lines(asked, context)[:TOLD]
    if not found:
        return state.say("utter_not_among_yours", choices=[_my_orders(context)])
    if len({own.order.order_number for own in found}) == 1:
        state["order_number"] = found[0].order.order_number
    if len(found) == 1:
        return state.say("utter_bought", **_facts(found[0], context))
    state.say("utter_bought_several", count=str(len(found)), show=_table(found, context))


def _facts(own: Own, context: Context) -> dict[str, Any]:
    formats, line, order = context.formats, own.line, own.order
    price = formats.money(line.unit_price, order.currency)
    several = line.quantity > 1
    return {
        "item": item_title(line, context),
        "price": context.text("utter_pieces", quantity=str(line.quantity), item=price) if several else price,
        "day": formats.day(order.placed),
        "order_number": order.order_number,
        "status": context.text(f"utter_status_{order.status}"),
    }


def _table(found: Sequence[Own], context: Context) -> Table:
    return Table(
        context.text("utter_columns_bought").split("|"),
        [list(_facts(own, context).values()) for own in found],
    )


def _tell_balance(customer: str, context: Context) -> None:
    """What each gift card of the account holds."""
    methods = context.services.orders.payment_methods(customer)
    cards = [
        context.text(
            "utter_payment_with_balance",
            payment=method.label,
            balance=context.formats.money(method.balance),
        )
        for method in methods
        if method.balance is not None
    ]
    if not cards:
        return context.say("utter_no_gift_card")
    context.say("utter_gift_card_holds", cards=context.formats.listing(cards))


def _tell_paid(books: Ledger, context: Context) -> None:
    """Every payment and refund; of an order whose payment has not come in yet just that."""
    money = context.formats.money
    about: dict[str, Any] = {
        "order_number": books.order_number,
        "amount": money(books.total),
        "payment": books.payment.label,
    }
    if books.awaited:
        return context.say("utter_payment_awaited", **about)
    paid = [
        context.text(
            f"utter_invoice_{entry.kind}",
            amount=money(entry.amount),
            payment=entry.payment.label,
            day=context.formats.day(entry.time),
        )
        for entry in books.paid
    ]
    if not paid:
        return context.say("utter_nothing_paid", **about)
    context.say("utter_order_paid", order_number=books.order_number, paid=" ".join(paid))


def _tell_cancelled(customer: str, books: Ledger, context: Context) -> None:
    """Who cancelled it and when, as far as that is noted, and where the money is."""
    number, made = books.order_number, books.cancelled
    if books.status != OrderStatus.CANCELLED:
        status = context.text(f"utter_status_{books.status}")
        return context.say("utter_not_cancelled", order_number=number, status=status)
    if made:
        day = context.formats.day(made.time)
        context.say("utter_cancelled_here", order_number=number, day=day, change_number=made.change_number)
    else:
        person = Choice(context.text("utter_button_person"), payload("ask_human"))
        context.say("utter_cancelled_unnoted", order_number=number, choices=[person])
    refunds = context.services.orders.refund_status(customer, number)
    for refund in () if isinstance(refunds, Refusal) else refunds:
        tell_refund(refund, context)


def _my_orders(context: Context) -> Choice:
    return Choice(context.text("utter_button_my_orders"), payload("show_orders"))
