"""Changing the customer's own account: address, phone number, name, address of mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.customers.addresses import AddressChanged, AddressRefused
from actions.customers.details import Detail, DetailsChanged, NotChanged
from actions.customers.types import Letter
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.codes import OneTimeCode, codes_can_be_sent, hand_over, judge_code
from actions.dialogue.customers.own_details import (
    CodeToNewEmail,
    NewEmail,
    NewName,
    NewPhone,
    OrderAsProof,
    OwnAddress,
    ProofBesideDetails,
    WhichDetail,
    details_in,
    quoted_details,
    wanted_details,
)
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.orders.addresses import as_address, lacking, one_line
from actions.dialogue.orders.refusals import offer_person
from actions.dialogue.orders.tasks import OrderTask

VALUES = {
    Detail.ADDRESS: "address",
    Detail.PHONE: "new_phone",
    Detail.NAME: "new_name",
    Detail.EMAIL: "new_email",
}
"""The slot that holds what a detail is to become."""


Quote = AddressChanged | AddressRefused | DetailsChanged | NotChanged | None


class ConfirmDetails(Confirmation):
    """Says what is kept now, and what would be."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state)
        if isinstance(quote, AddressChanged):
            before, after = one_line(quote.before, state.context), one_line(quote.after, state.context)
        elif isinstance(quote, DetailsChanged):
            before, after = (" ".join(each.given().values()) for each in (quote.before, quote.after))
        else:
            return
        name = f"utter_question_confirmed_{'own_address' if state['detail'] == Detail.ADDRESS else 'details'}"
        state.say(name, before=before, after=after, choices=self.choices(state))


class DetailsTask(OrderTask):
    """One detail after the other. A guest names one order of theirs as a proof; nobody who is known is asked for it."""

    about_order = False
    name = "details"
    intent = "update_profile"
    intents = frozenset({"update_profile"})
    questions = (
        WhichDetail(),
        OrderAsProof(),
        ProofBesideDetails(),
        OneTimeCode(),
        OwnAddress(),
        NewPhone(),
        NewName(),
        NewEmail(),
        CodeToNewEmail(),
        ConfirmDetails(),
    )

    def instead(self, context: Context) -> str | None:
        """What else is kept about a customer, a person changes."""
        wish = context.turn.wish
        elsewhere = wish.intent in self.intents and details_in(wish, context)[:1] == ["other"]
        return "action_not_served_yet" if elsewhere else None

    def asks_proof_for(self, state: TaskState) -> str:
        return "change_email" if state["detail"] == Detail.EMAIL else self.intent

    def further(self, state: TaskState) -> list[Clause]:
        """Every other detail that the message names: "change my name and my phone number"."""
        context, wish = state.context, state.context.turn.wish
        if not state.took("detail") or wish.intent not in self.intents:
            return []
        others = [detail for detail in details_in(wish, context) if detail != state["detail"]]
        return [_about(each, wish, self.intent, context) for each in others if each in list(Detail)]

    def needed(self, state: TaskState) -> Iterator[Question]:
        return (q for q in super().needed(state) if not (state.identified and isinstance(q, OrderAsProof)))

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == NewEmail.slot:
            state[CodeToNewEmail.slot] = None

    def check(self, state: TaskState) -> None:
        if state["detail"] is None:
            return
        super().check(state)
        if state.customer is None or state[VALUES[state["detail"]]] is None:
            return
        if state["detail"] == Detail.ADDRESS and lacking(state):
            return
        quote = quoted(state)
        if quote is NotChanged.UNPROVED_EMAIL:
            if not codes_can_be_sent(state.context):
                hand_over(state)
            judge_code(state, CodeToNewEmail())
            quote = quoted(state)
        self._look_at(quote, state)

    def _look_at(self, quote: Quote, state: TaskState) -> None:
        """Drop what cannot be, saying why."""
        match quote:
            case None:
                state.say("utter_proof_expired")
                raise Leave
            case NotChanged.UNPROVED_EMAIL:
                return
            case NotChanged.EMAIL_TAKEN:
                offer_person(state, "utter_email_taken")
                raise Leave
            case AddressRefused():
                state.say("utter_refused_bad_postcode")
            case NotChanged.BAD_NAME | NotChanged.BAD_PHONE:
                state.say(f"utter_unusable_{VALUES[state['detail']]}")
            case AddressChanged(already=True) | DetailsChanged(already=True):
                state.say(
                    f"utter_{'own_address' if state['detail'] == Detail.ADDRESS else 'details'}_already"
                )
                raise Leave
            case _:
                return
        state[VALUES[state["detail"]]] = state["said"] = None


def _about(detail: str, wish: Clause, intent: str, context: Context) -> Clause:
    """What a message says of one detail: from its name to the end, "last name to Black"."""
    name = next(name for name in context.language.details[detail] if name in wish.text.lower())
    start = wish.text.lower().index(name)
    there = (replace(e, start=e.start - start, end=e.end - start) for e in wish.entities if e.start >= start)
    return Clause(wish.text[start:], intent, 1.0, tuple(there))


class ValidateDetailsForm(TaskForm):
    task = DetailsTask()


class ActionChangeDetails(FinishForCustomer):
    task = DetailsTask()

    def name(self) -> str:
        return "action_change_details"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context, customers = state.context, state.context.services.customers
        conversation = context.turn.conversation
        if state["detail"] == Detail.ADDRESS:
            address = as_address(state["address"], state)
            moved = customers.change_address(customer, address, conversation)
            if isinstance(moved, AddressChanged):
                return state.say("utter_own_address_changed", address=one_line(moved.after, context))
        else:
            letter = Letter(
                state.text("utter_email_changed_subject"), state.text("utter_email_changed_letter")
            )
            made = customers.change_details(customer, wanted_details(state), conversation, letter)
            if isinstance(made, DetailsChanged):
                return state.say("utter_details_changed", after=" ".join(made.after.given().values()))
        state.say("utter_trouble")


def quoted(state: TaskState) -> Quote:
    """What the change would do, or why it cannot be done."""
    if state["detail"] != Detail.ADDRESS:
        return quoted_details(state)
    address = as_address(state["address"] or {}, state)
    return state.context.services.customers.quote_change_address(state.customer or "", address)
