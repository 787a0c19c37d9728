"""Another delivery address: of an order, or of several at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from actions.customers.details import Detail
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.addresses import (
    ACCOUNT,
    NewAddress,
    OrdersToReaddress,
    OrderToReaddress,
    addresses_of,
    as_address,
    lacking,
    one_line,
    without_address,
)
from actions.dialogue.orders.delivering import way_of
from actions.dialogue.orders.invoice_or_delivery import named_ways
from actions.dialogue.orders.refusals import refused, say_refused
from actions.dialogue.orders.settling import movements_sentence
from actions.dialogue.orders.several_orders import SeveralOrdersTask, numbers_meant
from actions.dialogue.orders.tasks import order_of, orders_concerned
from actions.orders.changing import terms
from actions.orders.readdressing import AddressQuote
from actions.orders.types import Refusal
from actions.shop.models import Address


class DeliveryOption(Question):
    """Another way for it to travel, taken where it was said."""

    slot = "delivery"
    asked_for = False
    choosable = amends = True

    def needed(self, state: TaskState) -> bool:
        said = (self.read(clause, state, asked=False) for clause in state.said)
        return state[self.slot] is None and any(isinstance(reading, Taken) for reading in said)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if option := clause.first(self.slot):
            return Taken(str(option))
        ways = named_ways(without_address(clause, state.context).text, state.context)
        return Taken(ways[0]) if len(ways) == 1 else None

    def describe(self, value: str, state: TaskState) -> str:
        return way_of(value, state.context)


class AddressOfOrder(NewAddress):
    def needed(self, state: TaskState) -> bool:
        """Not where it is to travel otherwise to where it goes."""
        stays = state[DeliveryOption.slot] is not None and state[self.slot] is None
        return not stays and super().needed(state)

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
        money = movements_sentence([movement for quote in possible for movement in quote.movements], context)
        if state["address"]:
            table = Table(context.text("utter_columns_address").split("|"), rows)
            state.say("utter_address_summary", show=table)
        if state[DeliveryOption.slot]:
            for quote in possible:
                state.say("utter_way_summary", **_travel(quote, context))
        changed = "address" if state["address"] else "way"
        state.say(f"utter_question_confirmed_{changed}", money=money, choices=self.choices(state))


class ChangeAddressTask(SeveralOrdersTask):
    name = "address"
    intent = "change_address"
    intents = frozenset({"change_address"})
    questions = (
        OrderToReaddress(),
        *IDENTITY,
        OrdersToReaddress(),
        DeliveryOption(),
        AddressOfOrder(),
        ConfirmAddress(),
    )

    def check(self, state: TaskState) -> None:
        """Somebody may mean the address in their account: "change my home address to …"."""
        context = state.context
        opening = [clause for clause in state.said if clause.intent in self.intents]
        meant = any(of_account(clause, context) for clause in opening)
        none = state.customer is not None and not orders_concerned(state)
        left = none and not any(_of_order(clause, context) for clause in opening)
        chosen = state["order_number"] == ACCOUNT
        proves = all(any(clause.first(kind) for clause in state.said) for kind in ("order_number", "email"))
        unnamed = state["order_number"] is None and not state["orders"]
        if chosen or (unnamed and (meant or left)) or (meant and proves):
            state.say("utter_rather_own_address")
            given = {"said": state["said"], "proof": state["proof"], "detail": Detail.ADDRESS}
            raise HandOver("details_form", given)
        super().check(state)

    def refusals(self, state: TaskState) -> tuple[bool, list[Refusal]]:
        """Before the address is known, it is judged by the one that the order has."""
        possible, impossible = quotes(state)
        other = [refusal for refusal in impossible if refusal.why.about == "address"]
        if possible or not other:
            return bool(possible), impossible
        said = "\n".join(dict.fromkeys(refused(r, state.context) for r in other))
        if state["address"] and not lacking(state):
            state.say("utter_refused", reason=said)
            state["address"] = state["said"] = None
        elif state[DeliveryOption.slot] and not state["address"]:
            state.say("utter_refused", reason=said)
            raise Leave
        return True, []


class ValidateAddressForm(TaskForm):
    task = ChangeAddressTask()


class ActionChangeAddress(FinishForCustomer):
    task = ChangeAddressTask()

    def name(self) -> str:
        return "action_change_address"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        for number, told in (state["told"] or {}).items():
            made = context.services.orders.change_address(
                customer,
                number,
                _there(number, state),
                state[DeliveryOption.slot],
                **state.once(told),
            )
            if isinstance(made, Refusal):
                say_refused([made], context)
                continue
            context.done[made.order_number] = made.change_number
            arrives = made.quote.arrives
            if not state["address"]:
                response = "utter_way_changed_already" if made.already else "utter_way_changed"
                state.say(response, change_number=made.change_number, **_travel(made.quote, context))
                continue
            state.say(
                "utter_address_changed_already" if made.already else "utter_address_changed",
                order_number=made.order_number,
                change_number=made.change_number,
                address=one_line(made.quote.after, context),
                day=context.formats.day(arrives.latest) if arrives else "",
            )


def of_account(clause: Clause, context: Context) -> bool:
    """Whether a wish for another address speaks of the account, and not of an order that is to go there."""
    language, rest = context.language, without_address(clause, context)
    there = [
        f"{word} {name}" for name in language.phrases("own_address") for word in language.phrases("towards")
    ]
    who = [str(e.value) for e in rest.entities if e.kind in ("email", "person_name", "postcode")]
    subject = " ".join(
        piece for piece in re.split(r"[.,!?]\s+", rest.text) if not any(name in piece for name in who)
    )
    for words in there:
        subject = re.sub(rf"\b{re.escape(words)}\b", " ", subject, flags=re.IGNORECASE)
    of_order = (
        language.find(subject, [*language.names("order_number"), *language.phrases("orders")]) is not None
    )
    return language.says(subject, "profile") and (rest is not clause or not of_order)


def _of_order(clause: Clause, context: Context) -> bool:
    """Whether a wish for another address says that something is to go there."""
    return clause.first("order_number") is not None or context.language.says(clause.text, "of_delivery")


def _there(number: str, state: TaskState) -> Address:
    """Where an order is to go: to the address that was said, or where it goes already."""
    order = order_of(state.customer or "", number, state.context)
    if order and state[DeliveryOption.slot] and not state["address"]:
        return order.address
    return as_address(state["address"] or {}, state)


def _travel(quote: AddressQuote, context: Context) -> dict[str, Any]:
    """Which order, which way, what that costs and when it would be there, as the sentences name it."""
    day = context.formats.day
    span = (quote.arrives.earliest, quote.arrives.latest) if quote.arrives else ()
    return {
        "order_number": quote.order_number,
        "way": way_of(quote.delivery, context),
        "cost": context.formats.money(quote.cost_after, quote.currency),
        "day": " – ".join(dict.fromkeys(map(day, span))),
    }


def quotes(state: TaskState) -> tuple[list[AddressQuote], list[Refusal]]:
    """What sending each of the orders to the address would do, and why some cannot be sent there."""
    desk, customer, way = state.context.services.orders, state.customer or "", state[DeliveryOption.slot]
    quoted = [
        desk.quote_change_address(customer, number, _there(number, state), way)
        for number in numbers_meant(state)
    ]
    return (
        [quote for quote in quoted if isinstance(quote, AddressQuote)],
        [quote for quote in quoted if isinstance(quote, Refusal)],
    )
