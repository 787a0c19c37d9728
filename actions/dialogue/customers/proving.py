"""Who is asking: the proof that the policy wants for a task, asked for and judged."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from actions.customers.types import Identified, Locked, NotIdentified, Proof
from actions.dialogue.clause import Clause
from actions.dialogue.customers.codes import OneTimeCode, codes_can_be_sent, hand_over, judge_code, say_locked
from actions.dialogue.mechanism.hearing import LIKE
from actions.dialogue.mechanism.questions import Question, Reading, Taken, Unusable, coverage, last_said
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.orders.refusals import offer_person

MANY = 3
"""Failures from which a person is offered."""
NAME_WORDS = range(2, 5)
"""How many words a full name has."""


class ProofOfIdentity(Question):
    """The e-mail address of the order, or the full name with the postcode. Asked of nobody who is known already."""

    slot = "proof"
    apart = lapses = True

    def needed(self, state: TaskState) -> bool:
        return state.lacks == "guest_proof"

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
        if state.customer is not None:
            return None
        if found := state.context.services.addresses.find(clause.text):
            clause = clause.without(
                found.start, found.end
            )  # no town is a name, and its postcode proves nothing
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
            and (name := name_beside(clause, said["postcode"], state, asked))
        ):
            said["person_name"] = name
        half = {key: value for key, value in (state[self.slot] or {}).items() if key in kinds}
        if asked and not numbers and "person_name" in half | said and "postcode" not in half | said:
            code = state.context.services.addresses.part(
                "postcode", clause.text
            )  # of any country delivered to
            said |= {"postcode": code} if code else {}
        if asked and not said and "postcode" in half and (name := bare_name(clause, state)):
            return Taken(half | {"person_name": name})
        if said and (asked or len(said) == len(kinds)):
            return Taken(half | said, coverage(clause, *kinds))
        return Unusable("utter_unusable_proof") if asked and "@" in clause.text else None

    def describe(self, value: dict[str, str], state: TaskState) -> str:
        return " · ".join(value.values())


IDENTITY: tuple[Question, ...] = (ProofOfIdentity(), OneTimeCode())
"""What a task asks to know who it speaks with."""


def prove(state: TaskState) -> None:
    """Judge what was said as a proof, and begin the next step where the policy asks for more.

    Raises:
        Leave: this cannot be proved here and now; what else there is has been said.
    """
    context, action = state.context, state.task.asks_proof_for(state)
    if state.customer is not None:
        return
    if lock := context.locked:
        say_locked(lock, state)
    if context.services.policy.identity.needs(action) == "emailed_code" and not codes_can_be_sent(context):
        hand_over(state)
    if state.lacks == "guest_proof":
        _judge_proof(state)
    match state.lacks:
        case "signed_in":
            offer_person(state, "utter_sign_in_needed")
            raise Leave
        case "emailed_code":
            judge_code(state, OneTimeCode())


def proof_needs_number(state: TaskState) -> bool:
    """Whether nobody can prove who they are without the number of an order of theirs."""
    return all("order_number" in facts for facts in state.context.services.policy.identity.proofs)


def _judge_proof(state: TaskState) -> None:
    proof, number = state["proof"], state["order_number"]
    if not proof or (number is None and proof_needs_number(state)):
        return
    context = state.context
    match context.identify(Proof(order_number=number, **proof)):
        case Identified(delay=delay):
            context.delay = delay
        case Locked() as lock:
            say_locked(lock, state)
        case NotIdentified(missing=missing) if missing:
            return
        case NotIdentified(delay=delay, remaining=remaining):
            context.delay = delay
            state.say("utter_not_identified")
            attempts = context.services.policy.identity.attempts
            if remaining is not None and attempts - remaining >= MANY:
                offer_person(state, "utter_other_ways_to_prove")
            state.clear("proof")


def name_beside(clause: Clause, postcode: str, state: TaskState, asked: bool = False) -> str | None:
    """The full name just before a postcode: "Olivia Lopez here, zip 76171"; without capitals only where it was `asked`
    for, as a wrong proof counts against the shopper."""
    between = "|".join(map(re.escape, state.context.language.phrases("name_to_postcode")))
    before = re.search(rf"(.*?)(?:[\s,.]|\b(?:{between})\b)*{re.escape(postcode)}", clause.text, re.DOTALL)
    words = re.split(r"[^\w\s'’-]", before[1])[-1].split() if before else []
    name = list(takewhile(lambda word: word[0].isupper(), reversed(words)))[: max(NAME_WORDS)]
    if len(name) in NAME_WORDS:
        return " ".join(reversed(name))
    idle = {*state.context.language.phrases("name_to_postcode"), *state.context.language.phrases("polite")}
    alone = (
        asked and len(words) == min(NAME_WORDS) and all(map(str.isalpha, words)) and idle.isdisjoint(words)
    )
    return " ".join(words) if alone else None  # "marcus reed, 86001"


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
