"""What every task about an order shares: which order, who is asking, and their proof."""

from __future__ import annotations

import re
import time
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Any

from actions.customers.types import Identified, Locked, NotIdentified, Proof
from actions.dialogue.action import Events, ShopAction
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.hearing import LIKE
from actions.dialogue.mechanism.questions import (
    Option,
    Question,
    Reading,
    Taken,
    Unusable,
    answer_choices,
    coverage,
)
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.messages import Choice
from actions.dialogue.refusals import offer_person
from actions.dialogue.turn import Clause, Entity
from actions.orders.types import OrderView

SHOWN_ORDERS = 5
RECENT_ORDERS = 20
"""How many of a customer's orders are looked through for those that a task can be about."""
NAME_WORDS = range(2, 5)
"""How many words a full name has."""


class OrderNumber(Question):
    """Which order. A guest says its number; an identified customer may point at one of theirs."""

    slot = "order_number"
    sounds_like = frozenset({"show_orders", "track_order"})
    sure = 0.7

    def needed(self, state: TaskState) -> bool:
        """Whoever can prove who they are without a number proves it first, and then chooses among their orders."""
        return super().needed(state) and (state.customer is not None or proof_needs_number(state))

    def known(self, state: TaskState) -> str | None:
        orders = orders_concerned(state)
        return orders[0].order_number if len(orders) == 1 else None

    def ask(self, state: TaskState) -> None:
        response = "utter_question_order_number_of_mine" if state.customer else "utter_question_order_number"
        state.say(response, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return answer_choices(order_options(state))

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        number = last_said("order_number", clause, state)
        if number is not None:
            return Taken(str(number), coverage(clause, "order_number"))
        opening = state[self.slot] is None and state.task.speaks_to(
            clause
        )  # "cancel the one with the sandals"
        if state.customer and (asked or opening):
            chosen = choose(clause, order_options(state), state.context.language, shown=asked)
            latest = self._latest(clause, state)
            if chosen and len(chosen.keys) == 1 and not (latest and self._names_itself(clause, state)):
                return Taken(chosen.keys[0], chosen.coverage)
            if latest:  # "my last order" is the newest; "the last one" may be the last that was shown
                return Taken(latest)
        if asked and any(character.isdigit() for character in clause.text) and not clause.first("email"):
            return Unusable("utter_unusable_order_number")
        return None

    def _names_itself(self, clause: Clause, state: TaskState) -> bool:
        language = state.context.language
        return language.find(clause.text, language.names(self.slot)) is not None

    def _latest(self, clause: Clause, state: TaskState) -> str | None:
        """The order that "my last order" means."""
        language = state.context.language
        orders = orders_concerned(state) if language.says(clause.text, "last") else []
        return orders[0].order_number if orders else None


class ProofOfIdentity(Question):
    """The e-mail address of the order, or the full name with the postcode. Asked of nobody who is known already."""

    slot = "proof"
    apart = True

    def needed(self, state: TaskState) -> bool:
        return state.customer is None

    def ask(self, state: TaskState) -> None:
        half = state[self.slot] or {}
        if "person_name" in half:
            state.say("utter_question_postcode")
        elif "postcode" in half:
            state.say("utter_question_person_name")
        elif state["order_number"] is None:
            state.say("utter_question_proof_alone")
        else:
            state.say("utter_question_proof", order_number=state["order_number"])

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        email = last_said("email", clause, state)
        if email is not None:
            return Taken({"email": str(email)}, coverage(clause, "email"))
        kinds = ("person_name", "postcode")
        numbers = clause.values("order_number")  # four digits can be read as a postcode of some country, too
        named = {kind: clause.first(kind) for kind in kinds}
        said = {
            kind: str(value) for kind, value in named.items() if value is not None and value not in numbers
        }
        if (
            "postcode" in said
            and "person_name" not in said
            and (name := name_beside(clause, said["postcode"], state))
        ):
            said["person_name"] = name
        half = {key: value for key, value in (state[self.slot] or {}).items() if key in kinds}
        if asked and not said and "postcode" in half and (name := bare_name(clause, state)):
            return Taken(half | {"person_name": name})
        if said and (asked or len(said) == len(kinds)):
            return Taken(half | said, coverage(clause, *kinds))
        return Unusable("utter_unusable_proof") if asked and "@" in clause.text else None

    def describe(self, value: dict[str, str], state: TaskState) -> str:
        return " · ".join(value.values())


def last_said(kind: str, clause: Clause, state: TaskState) -> Any | None:
    """The value of a kind in a message; of several the last, where the first was taken back ("1042, sorry, 1043")."""
    values = clause.values(kind)
    corrected = len(values) > 1 and state.context.language.says(clause.text, "correction")
    return values[-1] if corrected else next(iter(values), None)


def name_beside(clause: Clause, postcode: str, state: TaskState) -> str | None:
    """The full name, with capitals, just before a postcode: "Olivia Lopez here, zip 76171"."""
    between = "|".join(map(re.escape, state.context.language.phrases("name_to_postcode")))
    name = r"((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)"
    found = re.search(rf"{name}(?:[\s,.]|\b(?:{between})\b)*{re.escape(postcode)}", clause.text)
    return found[1] if found else None


def bare_name(clause: Clause, state: TaskState) -> str | None:
    """The full name that a message consists of where just that was asked; None where it says something else."""
    language, steering = state.context.language, state.context.services.steering
    meaning = steering.nearest(clause.text)
    if clause.intent not in ("inform", "nlu_fallback") or (meaning and meaning.likeness >= LIKE):
        return None
    polite = language.phrases("polite")
    words = list(dropwhile(lambda word: word in polite or len(word) < 2, language.words(clause.text)))
    letters = all(any(map(str.isalpha, word)) for word in words)
    return " ".join(words) if len(words) in NAME_WORDS and letters else None


class OrderTask(Task):
    """A task about one order of an identified customer."""

    def concerns(self, order: OrderView) -> bool:
        """Whether an order may be what the task is about; those are offered to choose from."""
        return True

    def further(self, state: TaskState) -> list[Clause]:
        """The same for every other order that the message names: "track 1058 and 1077"."""
        turn = state.context.turn
        named = [e for e in turn.wish.entities if e.kind == "order_number" and e.role != "not"]
        if not state.took("order_number") or state.context.language.says(turn.text, "correction"):
            return []
        others = (entity for entity in named if str(entity.value) != state["order_number"])
        return [only(entity, turn.wish, named, self.intent) for entity in others]

    def check(self, state: TaskState) -> None:
        if state.customer is None:
            self._identify(state)
        if state.customer is None or state["order_number"] is None:
            return
        order = known_order(state)
        if order is None:
            state.say("utter_unknown_order", order_number=state["order_number"])
            state.clear("order_number")
        else:
            self.check_order(order, state)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        """Look at the order as soon as it is known: what the policy forbids is said now, not after five questions."""

    def _identify(self, state: TaskState) -> None:
        proof, number = state["proof"], state["order_number"]
        if not proof or (number is None and proof_needs_number(state)):
            return
        context = state.context
        match context.identify(Proof(order_number=number, **proof)):
            case Identified(delay=delay):
                time.sleep(delay)
            case Locked():
                offer_person(state, "utter_locked")
                raise Leave
            case NotIdentified(missing=missing) if missing:
                return
            case NotIdentified(delay=delay):
                time.sleep(delay)
                state.say("utter_not_identified")
                state.clear("proof")


def only(kept: Entity, clause: Clause, alternatives: Sequence[Entity], intent: str) -> Clause:
    """A clause with one of several entities that it lists, as if the others had not been said."""
    start, end = alternatives[0].start, alternatives[-1].end
    shift = len(clause.text[kept.start : kept.end]) - (end - start)
    before = (e for e in clause.entities if e.end <= start)
    after = (replace(e, start=e.start + shift, end=e.end + shift) for e in clause.entities if e.start >= end)
    here = replace(kept, start=start, end=end + shift)
    text = clause.text[:start] + clause.text[kept.start : kept.end] + clause.text[end:]
    return Clause(text, intent, 1.0, (*before, here, *after))


class FinishTask(ShopAction):
    """What a completed form does. Afterwards the task's slots are empty, and what waits is gone on with."""

    @property
    @abstractmethod
    def task(self) -> Task:
        """The task that it finishes; a class attribute of the subclass."""

    def serve(self, context: Context) -> Events:
        state = TaskState(self.task, context)
        self.finish(state)
        waiting = stack.waiting(context.turn)
        return [*state.cleared(), stack.then(waiting)]

    @abstractmethod
    def finish(self, state: TaskState) -> None:
        """Do it, and say what was done."""


def proof_needs_number(state: TaskState) -> bool:
    """Whether nobody can prove who they are without the number of an order of theirs."""
    return all("order_number" in facts for facts in state.context.services.policy.identity.proofs)


def orders_concerned(state: TaskState) -> list[OrderView]:
    """The identified customer's orders that the task can be about, the latest first."""
    task, customer = state.task, state.customer
    if customer is None or not isinstance(task, OrderTask):
        return []
    return [order for order in orders_of(customer, state.context) if task.concerns(order)]


def order_options(state: TaskState) -> list[Option]:
    """The orders that are offered to choose from, each called by its number, day and goods."""
    return [
        Option(
            order.order_number,
            (order_title(order, state.context), *(f"{i.title} {i.type} {i.colour}" for i in order.items)),
        )
        for order in orders_concerned(state)[:SHOWN_ORDERS]
    ]


def orders_of(customer: str, context: Context) -> list[OrderView]:
    """The customer's latest orders, the latest first."""
    return context.once(
        ("orders", customer), lambda: context.services.orders.find(customer, limit=RECENT_ORDERS)
    )


def order_of(customer: str, number: str, context: Context) -> OrderView | None:
    """One of the customer's orders."""
    return context.once(("order", customer, number), lambda: context.services.orders.order(customer, number))


def known_order(state: TaskState) -> OrderView | None:
    """The order that the task is about, if it is one of the identified customer's."""
    context, customer, number = state.context, state.customer, state["order_number"]
    if customer is None or number is None:
        return None
    return order_of(customer, number, context)


def order_title(order: OrderView, context: Context) -> str:
    """An order in one line: its number, day and goods."""
    goods = context.formats.listing([item.title for item in order.items[:2]])
    day = context.formats.day(order.placed)
    return context.text("utter_order_title", order_number=order.order_number, day=day, goods=goods)
