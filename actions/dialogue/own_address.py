"""The customer's own address, as the shop keeps it for orders to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions.customers.addresses import AddressChanged, AddressRefused
from actions.dialogue.addresses import (
    NewAddress,
    OrderToReaddress,
    addresses_of,
    as_address,
    lacking,
    one_line,
)
from actions.dialogue.context import Context
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.order_tasks import FinishTask, OrderTask, ProofOfIdentity
from actions.dialogue.turn import Clause
from actions.shop.models import Address


class OwnAddress(NewAddress):
    def known_addresses(self, state: TaskState) -> Sequence[Address]:
        return addresses_of(state)[1:]

    def own(self, clause: Clause, state: TaskState, asked: bool) -> None:
        """That is the one to be changed."""


class ConfirmOwnAddress(Confirmation):
    """Says the address that is kept now, and the one that would be."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state)
        if not isinstance(quote, AddressChanged):
            return
        context = state.context
        state.say(
            "utter_question_confirmed_own_address",
            before=one_line(quote.before, context),
            after=one_line(quote.after, context),
            choices=self.choices(state),
        )


class OwnAddressTask(OrderTask):
    """A guest names one order of theirs as a proof; nobody who is known is asked for any."""

    name = "own_address"
    intent = "update_profile"
    intents = frozenset({"update_profile"})
    questions = (OrderToReaddress(), ProofOfIdentity(), OwnAddress(), ConfirmOwnAddress())

    def instead(self, context: Context) -> str | None:
        """What else is kept about a customer, a person changes."""
        wish = context.turn.wish
        speaks = context.language.says(wish.text, "address") or context.services.addresses.find(wish.text)
        elsewhere = wish.intent in self.intents and not speaks
        return "action_not_served_yet" if elsewhere else None

    def needed(self, state: TaskState) -> Iterator[Question]:
        return (q for q in super().needed(state) if not (state.customer and isinstance(q, OrderToReaddress)))

    def check(self, state: TaskState) -> None:
        if state.customer is None:
            super().check(state)
        if state.customer is None or state["address"] is None or lacking(state):
            return
        quote = quoted(state)
        if isinstance(quote, AddressChanged) and not quote.already:
            return
        if quote is None:
            state.say("utter_proof_expired")
            raise Leave
        if isinstance(quote, AddressRefused):
            state.say("utter_refused_bad_postcode")
        else:
            state.say("utter_own_address_already")
        state["address"] = state["said"] = None


class ValidateOwnAddressForm(TaskForm):
    task = OwnAddressTask()


class ActionChangeOwnAddress(FinishTask):
    task = OwnAddressTask()

    def name(self) -> str:
        return "action_change_own_address"

    def finish(self, state: TaskState) -> None:
        context, customer = state.context, state.customer
        if customer is None or not state["confirmed"]:
            return state.say("utter_proof_expired")
        address = as_address(state["address"], state)
        made = context.services.customers.change_address(customer, address, context.turn.conversation)
        if isinstance(made, AddressChanged):
            return state.say("utter_own_address_changed", address=one_line(made.after, context))
        state.say("utter_trouble")


def quoted(state: TaskState) -> AddressChanged | AddressRefused | None:
    """What changing the address would do."""
    address = as_address(state["address"] or {}, state)
    return state.context.services.customers.quote_change_address(state.customer or "", address)
