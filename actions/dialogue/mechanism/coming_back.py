"""Coming back to a task after hours: saying where it stood, and asking whether to go on."""

from __future__ import annotations

from actions.dialogue.intents import SMALL_TALK
from actions.dialogue.mechanism.consent import Consent, consent
from actions.dialogue.mechanism.hearing import LIKE, Hearing
from actions.dialogue.mechanism.questions import Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, payload

GO_ON = "go_on"
"""The answer of the button, the kind of words that ask for the same, and what `put` then says was asked."""


def takes_up(hearing: Hearing) -> bool:
    """Whether what is said hours after a question is plainly its answer, or wants to go on.

    A yes is neither, whatever was to be confirmed: who says it may no longer know to what. An answer that is only
    guessed at is none, nor is a word of greeting where anything would do as an answer.
    """
    turn, question = hearing.turn, hearing.question
    if wants_on(hearing):
        return True
    if turn.intent in SMALL_TALK or consent(turn, hearing.language):
        return False
    if hearing.gives_value():
        return True
    if question is None or question.free or isinstance(question, Confirmation):
        return False
    reading = question.read(turn, hearing.state, asked=True)
    return isinstance(reading, Taken) and reading.certain


def wants_on(hearing: Hearing) -> bool:
    """Whether it asks in so many words to go on: "lets carry on with that"."""
    return hearing.steers(LIKE) == GO_ON


def say_where_it_stood(state: TaskState) -> None:
    """Name the task and what was said in it, and ask whether to go on."""
    context = state.context
    said = [value for _, value in state.described()]
    task = state.task.title(context)
    so_far = context.text("utter_said_so_far", values=" · ".join(said)) if said else ""
    context.say("utter_welcome_back", task=task, said=so_far)
    go_on = Choice(state.text("utter_button_go_on"), payload("inform", answer=GO_ON))
    leave = Choice(state.text("utter_button_leave"), payload("stop"))
    context.say("utter_question_go_on", choices=(go_on, leave))
    state["put"] = {"turn": context.turn.number, "asks": GO_ON}


def answer_to_going_on(hearing: Hearing) -> Consent | None:
    """Yes or no to whether to go on, where just that was asked and is answered."""
    put, turn = hearing.state["put"] or {}, hearing.turn
    if put.get("asks") != GO_ON or put.get("turn") != turn.number - 1:
        return None
    if turn.first("answer") == GO_ON or wants_on(hearing):
        return Consent.YES
    said = consent(turn, hearing.language)
    return None if said is Consent.UNCLEAR else said
