"""Answering what gave no value in the middle of a task: a word about the question, a no, chat, or nonsense."""

from __future__ import annotations

from actions.dialogue.intents import SMALL_TALK
from actions.dialogue.mechanism.consent import Consent, consent, left_over
from actions.dialogue.mechanism.hearing import LIKE, LONG, STEERING, Hearing
from actions.dialogue.mechanism.questions import Question, Unusable
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, payload

PERSON_AFTER = 2
"""How often in a row a question may be passed over that has to be answered, before only a person is left."""

WAVERING = ("hedge", "deny", "later", "provided")
"""Kinds of words for which a yes is unclear, though they are understood."""


def steer(hearing: Hearing, kind: str) -> bool:
    """Answer a word about the question; whether the question is then asked again."""
    slot = hearing.question.slot if hearing.question else ""
    match kind:
        case "skip":
            return _skip(hearing, hearing.question)
        case "wait":
            hearing.state.say("utter_take_your_time")
            hearing.state.asked(aside=True)
            return False
        case "go_on" | "back":
            pass
        case "repeat" | "ask_outcome":
            hearing.state.briefly = kind == "ask_outcome"
            hearing.state.say("utter_again")
        case "ask_done":
            hearing.state.say("utter_not_done_yet")
        case "ask_why":
            hearing.state.say(f"utter_why_{slot}")
        case _:
            hearing.state.say(f"utter_what_{slot}")
    return True


def _skip(hearing: Hearing, question: Question | None) -> bool:
    """Do without the answer where the task can; else say what else would do, and the second time who helps."""
    value = question.unsaid(hearing.state) if question else None
    if question and value is not None:
        hearing.state[question.slot] = value
        hearing.state.say("utter_skipped", value=question.describe(value, hearing.state))
        return True
    hearing.state["failures"] = hearing.state.failures + 1
    if hearing.state.failures < PERSON_AFTER:
        _ways_out(hearing, question.slot if question else "")
        return True
    leave = Choice(hearing.state.text("utter_button_leave"), payload("stop"))
    hearing.state.say("utter_cannot_do_without", choices=(_person(hearing), leave))
    return False


def respond(hearing: Hearing) -> bool:
    """Say what there is to say to a message that gave nothing; whether the question is then asked again."""
    turn, state, question = hearing.turn, hearing.state, hearing.question
    if not turn.text.strip():
        state.say("utter_empty_message")
    elif isinstance(question, Confirmation) and (said := question.consents(turn, state)):
        return _not_confirmed(hearing, question, said)
    elif consent(turn, hearing.language) is Consent.NO:
        leave = Choice(state.text("utter_button_leave"), payload("stop"))
        state.say("utter_no_to_a_question", choices=(leave,))
    elif kind := hearing.steers(LIKE):
        return steer(hearing, kind)
    elif (
        question and isinstance(reading := question.read(turn, state, asked=True), Unusable) and reading.plain
    ):
        _failed(hearing, question.slot, reading)
    elif turn.intent in SMALL_TALK and turn.confidence >= STEERING:
        state.say(f"utter_meanwhile_{turn.intent}")
    elif turn.intent == "ask_help" and turn.confidence >= STEERING:
        return steer(hearing, "ask_what_it_is")
    elif question and isinstance(reading := question.read(turn, state, asked=True), Unusable):
        _failed(hearing, question.slot, reading)
    elif reading := hearing.unusable_amendment():
        state.say(reading.response, **reading.values)
    elif len(turn.text) > LONG:
        state.say("utter_long_message")
    else:
        _failed(hearing, question.slot if question else "")
    return True


def _not_confirmed(hearing: Hearing, question: Confirmation, said: Consent) -> bool:
    if said is Consent.NO:
        hearing.state.say("utter_what_to_change", choices=_ways_to_change(hearing))
        hearing.state["put"] = {**(hearing.state["put"] or {}), "refused": True}
        return False
    wavering = [word for kind in WAVERING for word in hearing.language.phrases(kind)]
    understood = [*question.repeats(hearing.state), *wavering]
    if rest := left_over(hearing.turn.text, hearing.language, understood):
        hearing.state.say("utter_unclear_yes_with", rest=" ".join(rest))
    else:
        hearing.state.say("utter_unclear_yes")
    return True


def _ways_to_change(hearing: Hearing) -> list[Choice]:
    names = [
        q.slot
        for q in hearing.state.task.questions
        if hearing.state[q.slot] is not None and q is not hearing.question
    ]
    change = [
        Choice(hearing.state.text(f"utter_button_change_{n}"), payload("inform", change=n)) for n in names
    ]
    return [*change, Choice(hearing.state.text("utter_button_leave"), payload("stop"))]


def _failed(hearing: Hearing, slot: str, unusable: Unusable | None = None) -> None:
    """First say what is wrong; from the second time on what else would do, and offer a person."""
    hearing.state["failures"] = hearing.state.failures + 1
    if hearing.state.failures > 1 and hearing.state.task.patience is None:
        _ways_out(hearing, slot)
    elif unusable:
        hearing.state.say(unusable.response, **unusable.values)
    else:
        hearing.state.say("utter_not_an_answer")


def _ways_out(hearing: Hearing, slot: str) -> None:
    hearing.state.say(f"utter_help_{slot}", choices=(_person(hearing),))


def _person(hearing: Hearing) -> Choice:
    return Choice(hearing.state.text("utter_button_person"), payload("ask_human"))
