"""The one-time code by e-mail, where the policy asks for more than what a guest knows."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from math import ceil
from typing import ClassVar, NoReturn

from actions.customers.types import CodeNotSent, CodeSent, Identified, Letter, Locked, NotIdentified
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.questions import Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.refusals import offer_person

ANOTHER = "another"
"""Stands for the wish that a new code be sent."""
GAP = r"[\s.\-–]?"
"""What may stand between two digits of a code."""


class OneTimeCode(Question):
    """The digits of the code that was mailed, in any dress; or the wish for another one."""

    slot = "code"
    lapses = True
    sent: ClassVar[str] = "utter_code_sent"
    """Says that a code was sent, and what for."""

    def mailbox(self, state: TaskState) -> str:
        """Where it is sent, if not to the customer's own address of mail."""
        return ""

    def needed(self, state: TaskState) -> bool:
        return state.lacks == "emailed_code"

    def ask(self, state: TaskState) -> None:
        state.say("utter_question_code", digits=_digits(state.context), choices=self.choices(state))

    def choices(self, state: TaskState) -> tuple[Choice, ...]:
        return (Choice(state.text("utter_button_another_code"), payload("inform", answer=ANOTHER)),)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or state.open == self.slot):
            return None
        language, digits = state.context.language, _digits(state.context)
        if clause.first("answer") == ANOTHER or language.says(clause.text, "another_code"):
            return Taken(ANOTHER)
        text = unicodedata.normalize("NFKC", clause.text)
        for written in (text, language.digits(text)):
            if found := re.search(rf"(?<!\d)\d(?:{GAP}\d){{{digits - 1}}}(?!\d)", written):
                return Taken(found[0], rest=_without(clause, found if written == clause.text else None))
        number = asked and any(map(str.isdigit, text)) and not clause.is_wish
        return Unusable("utter_unusable_code", {"digits": digits}) if number else None

    def describe(self, value: str, state: TaskState) -> str:
        return value


def judge_code(state: TaskState, question: OneTimeCode) -> None:
    """Judge the code that was said, and see to it that there is one to be said.

    Raises:
        Leave: there is no way to a code here and now; a person has been offered or told.
    """
    context, said = state.context, state[question.slot]
    if said is not None:
        state.clear(question.slot)
    if said not in (None, ANOTHER):
        match context.confirm_code(said, question.mailbox(state)):
            case Identified():
                return
            case Locked() as lock:
                say_locked(lock, state)
            case NotIdentified():
                state.say("utter_wrong_code")
    customers, conversation = context.services.customers, context.turn.conversation
    waits = customers.awaits_code(conversation, question.mailbox(state))
    if said == ANOTHER or not waits:
        _send(state, question, again=said is not None, waits=waits)


def codes_can_be_sent(context: Context) -> bool:
    """Whether the policy knows codes, and there is a mail server."""
    return context.services.policy.identity.code is not None and context.services.customers.sends_mail


def hand_over(state: TaskState) -> NoReturn:
    """Pass on to a person what needs a code where none can be sent. Raises `Leave`."""
    state.say("utter_code_impossible")
    raise Leave("action_hand_over")


def say_locked(lock: Locked, state: TaskState) -> NoReturn:
    """Say that nothing is judged for a while, the same whatever failed, and who helps meanwhile. Raises `Leave`."""
    offer_person(state, "utter_locked", minutes=_minutes_to(lock.until, state.context))
    raise Leave


def _send(state: TaskState, question: OneTimeCode, again: bool, waits: bool) -> None:
    """Mail a code; `waits` says that the one before it can still be used."""
    context = state.context
    customers, rules = context.services.customers, context.services.policy.identity.code
    letter = Letter(state.text("utter_code_subject"), state.text("utter_code_letter", code="{code}"))
    match customers.send_code(context.turn.conversation, letter, question.mailbox(state)):
        case CodeSent(to=to):
            response = "utter_code_sent_again" if again else question.sent
            state.say(response, to=to, minutes=rules.minutes if rules else "")
        case CodeNotSent(until=until) if until is not None:
            response = "utter_code_later" if waits else "utter_no_more_codes"
            offer_person(state, response, minutes=_minutes_to(until, context))
            if not waits:
                raise Leave
        case _:
            hand_over(state)


def _minutes_to(moment: datetime, context: Context) -> int:
    return ceil((moment - context.services.clock.now()).total_seconds() / 60)


def _digits(context: Context) -> int:
    """How many digits a code has."""
    rules = context.services.policy.identity.code
    return rules.digits if rules else 0


def _without(clause: Clause, found: re.Match[str] | None) -> Clause:
    """The message without the code, so that nothing else is read from its figures."""
    if found is None:
        return Clause("", clause.intent, clause.confidence)
    return clause.without(found.start(), found.end())
