"""Another delivery address: of an order, or of several at once."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.addresses import (
    NewAddress,
    OrdersToReaddress,
    OrderToReaddress,
    addresses_of,
    as_address,
    lacking,
    one_line,
)
from actions.dialogue.context import Context
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import HandOver, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.order_tasks import FinishTask, ProofOfIdentity, order_of
from actions.dialogue.refusals import refused, say_refused
from actions.dialogue.settling import movements_sentence
from actions.dialogue.several_orders import SeveralOrdersTask, numbers_meant
from actions.dialogue.turn import Clause
from actions.orders.changing import terms
from actions.orders.readdressing import AddressQuote
from actions.orders.types import Refusal, Why
from actions.shop.models import Address

ANOTHER_ADDRESS = frozenset(
    {Why.INCOMPLETE_ADDRESS, Why.BAD_POSTCODE, Why.NOT_DELIVERED_THERE, Why.SAME_AS_NOW}
)
"""Refusals after which another address may do."""


class AddressOfOrder(NewAddress):
    def known_addresses(self, state: TaskState) -> Sequence[Address]:
        customer = state.customer
        orders = (
            [order_of(customer, number, state.context) for number in numbers_meant(state)] if customer else []
        )
        now = {order.address for order in orders if order}
        return [address for address in addresses_of(state) if {address} != now]


class ConfirmAddress(Confirmation):
    """Lists which order goes where from now on, and what that changes of its price and day."""

    def ask(self, state: TaskState) -> None:
        context, (possible, impossible) = state.context, quotes(state)
        for refusal in impossible:
            state.say("utter_refused", reason=refused(refusal, context))
        if not possible:
            return
        state["told"] = {quote.order_number: terms(quote) for quote in possible}
        rows = [
            [quote.order_number, one_line(quote.before, context), one_line(quote.after, context)]
            for quote in possible
        ]
        table = Table(context.text("utter_columns_address").split("|"), rows)
        money = movements_sentence([movement for quote in possible for movement in quote.movements], context)
        state.say("utter_address_summary", show=table)
        state.say("utter_question_confirmed_address", money=money, choices=self.choices(state))


class ChangeAddressTask(SeveralOrdersTask):
    name = "address"
    intent = "change_address"
    intents = frozenset({"change_address"})
    questions = (
        OrderToReaddress(),
        ProofOfIdentity(),
        OrdersToReaddress(),
        AddressOfOrder(),
        ConfirmAddress(),
    )

    def check(self, state: TaskState) -> None:
        """Somebody may mean the address in their account: "change my home address to …"."""
        context = state.context
        opening = [clause for clause in state.said if clause.intent in self.intents]
        if state["order_number"] is None and any(of_account(clause, context) for clause in opening):
            state.say("utter_rather_own_address")
            raise HandOver("own_address_form", {"said": state["said"], "proof": state["proof"]})
        super().check(state)

    def refusals(self, state: TaskState) -> tuple[bool, list[Refusal]]:
        """Before the address is known, it is judged by the one that the order has."""
        possible, impossible = quotes(state)
        other = [refusal for refusal in impossible if refusal.why in ANOTHER_ADDRESS]
        if possible or not other:
            return bool(possible), impossible
        if state["address"] and not lacking(state):
            state.say(
                "utter_refused", reason="\n".join(dict.fromkeys(refused(r, state.context) for r in other))
            )
            state["address"] = state["said"] = None
        return True, []


class ValidateAddressForm(TaskForm):
    task = ChangeAddressTask()


class ActionChangeAddress(FinishTask):
    task = ChangeAddressTask()

    def name(self) -> str:
        return "action_change_address"

    def finish(self, state: TaskState) -> None:
        context, customer = state.context, state.customer
        if customer is None or not state["confirmed"]:
            return state.say("utter_proof_expired")
        for number, told in (state["told"] or {}).items():
            made = context.services.orders.change_address(
                customer,
                number,
                as_address(state["address"], state),
                conversation=context.turn.conversation,
                told=told,
            )
            if isinstance(made, Refusal):
                say_refused([made], context)
                continue
            arrives = made.quote.arrives
            state.say(
                "utter_address_changed_already" if made.already else "utter_address_changed",
                order_number=made.order_number,
                change_number=made.change_number,
                address=one_line(made.quote.after, context),
                day=context.formats.day(arrives.latest) if arrives else "",
            )


def of_account(clause: Clause, context: Context) -> bool:
    """Whether a wish for another address speaks of the account, and not of an order."""
    language = context.language
    given = context.services.addresses.find(clause.text) is not None
    of_order = language.find(clause.text, language.names("order_number")) is not None
    return language.says(clause.text, "profile") and (given or not of_order)


def quotes(state: TaskState) -> tuple[list[AddressQuote], list[Refusal]]:
    """What sending each of the orders to the address would do, and why some cannot be sent there."""
    desk, customer, context = state.context.services.orders, state.customer or "", state.context
    address = as_address(state["address"] or {}, state)
    meant = numbers_meant(state)

    def quote_all() -> list[AddressQuote | Refusal]:
        return [desk.quote_change_address(customer, number, address) for number in meant]

    quoted = context.once(("address", customer, *meant, address), quote_all)
    return (
        [quote for quote in quoted if isinstance(quote, AddressQuote)],
        [quote for quote in quoted if isinstance(quote, Refusal)],
    )
