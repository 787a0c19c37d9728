"""Which question the shopper wants asked again: "change the reason", "not that order", "the reason"."""

from __future__ import annotations

from actions.dialogue.mechanism.questions import Question, Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.turn import Turn

PLAIN = 0.9
"""Confidence from which a message is plainly what it was taken for."""
MANY_WORDS = 8
"""Words from which a message is more than the name of what shall be asked again."""
FEW_WORDS = 4
"""Words up to which a message that calls something wrong is about nothing else."""


def reopened(turn: Turn, state: TaskState, asked: Question | None) -> Question | None:
    """The question that a message wants asked again; `asked` is the open one."""
    language, text, button = state.context.language, turn.text, turn.first("change")
    if button is not None:
        return state.task.question(str(button))
    for question in state.task.questions:
        if question.takes_back(turn, state):
            return question
    wanted = language.says(text, "change") or language.says(text, "negation")
    wanted = wanted and not (
        language.asks(text) or _wants_something_else(turn, state)
    )  # "why isn't the number enough"
    if not (wanted or _names_question(turn, state)):
        return None
    for question in state.task.questions:
        named = language.find(text, language.names(question.slot)) is not None
        known = state[question.slot] is not None or (question is asked and _disowns(turn, state))
        if named and known and not isinstance(question.read(turn, state, asked=False), Taken):
            return question
    return None


def _wants_something_else(turn: Turn, state: TaskState) -> bool:
    """Whether so long a message plainly asks for another task: "i want to change the address for the order with …"."""
    wishes = [clause for clause in turn.wishes if clause.confidence >= PLAIN]
    others = [clause for clause in wishes if not state.task.speaks_to(clause)]
    return bool(others) and len(state.context.language.words(turn.text)) > MANY_WORDS


def _names_question(turn: Turn, state: TaskState) -> bool:
    """Whether the message is nothing but the name of something that was asked: "the reason"."""
    language = state.context.language
    names = [name for question in state.task.questions for name in language.names(question.slot)]
    return language.made_of(turn.text, [*names, *language.phrases("polite")])


def _disowns(turn: Turn, state: TaskState) -> bool:
    """Whether so short a message as "wrong email" takes back an answer that has led to nothing yet."""
    language = state.context.language
    return language.says(turn.text, "wrong") and len(language.words(turn.text)) <= FEW_WORDS
