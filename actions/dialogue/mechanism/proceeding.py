"""Going on with a task: finding the question that is open and putting it, ending the task, or setting it aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rasa_sdk.events import ActionExecutionRejected, FollowupAction, SlotSet

from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.mechanism import coming_back, stack
from actions.dialogue.mechanism.entering import REQUESTED
from actions.dialogue.mechanism.questions import Question, Taken
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState

LEFT_TASK = "left_task"
"""The slot of the task that ended unfinished last."""
REMINDERS = 2
"""How often the question of a task that nobody went into is put again, after something else was spoken of."""


def proceed(
    state: TaskState,
    waiting: stack.Stack | None = None,
    aside: bool = False,
    again: bool = False,
    late: bool = False,
) -> Events:
    """Check what is known, find the next open question and ask it; the form ends where there is none.

    Args:
        waiting: what waits from now on, where that is something else than before.
        aside: something else was spoken of in between.
        again: the open question got no answer.
        late: hours have passed, and first it is asked whether to go on.
    """
    turn = state.context.turn
    waiting = stack.waiting(turn) if waiting is None else waiting
    kept = [] if waiting == stack.waiting(turn) else [SlotSet(stack.SLOT, waiting or None)]
    try:
        question = next_question(state)
        patience = state.task.patience
        in_vain = patience is not None and state.in_vain >= patience
        if question and again and (in_vain or (aside and state.task.gives_way(state))):
            state.task.let_go(state)
            raise Leave
    except HandOver as over:
        return [*state.cleared(), *kept, *given_over(over)]
    except Leave as left:
        following = FollowupAction(left.action) if left.action else stack.then(waiting)
        spoken_of = [*state.task.spoken_of(state), _left_task(state)]
        return [*state.cleared(), *spoken_of, *kept, SlotSet(REQUESTED, None), following]
    if question and late:
        coming_back.say_where_it_stood(state)
    elif question:
        if state.briefly:
            state.context.say_last_of(lambda: question.ask(state))
        else:
            question.ask(state)
        state.asked(aside, again)
    return [*kept, *state.events(), SlotSet(REQUESTED, question.slot if question else None)]


def ask_again(state: TaskState, again: bool) -> Events:
    """Put the open question once more, or leave it standing as it is."""
    if again:
        return proceed(state, again=True)
    return [*state.events(), SlotSet(REQUESTED, state.context.turn.tracker.get_slot(REQUESTED))]


def return_to(state: TaskState) -> Events:
    """Come back from something else: the open question is put again; a task that nobody went into is left without a
    word, and one whose deed was said no to is over."""
    if is_forgotten(state):
        return [*state.cleared(), SlotSet(stack.SLOT, None), SlotSet(REQUESTED, None), stack.LISTEN]
    if was_refused(state):
        return leave(state, others=())
    return proceed(state, aside=True, again=True)


def is_forgotten(state: TaskState) -> bool:
    """Whether nothing was answered in the task, though its question was put again as often as is bearable: likely
    it was never wanted."""
    return state.task.patience is None and state.is_untouched and state.reminders >= REMINDERS


def was_refused(state: TaskState) -> bool:
    """Whether the shopper said no to what was to be done, and has said nothing else of it since."""
    return bool((state["put"] or {}).get("refused"))


def digress(state: TaskState) -> Events:
    """Keep what was taken, and let the rules serve what the shopper asks for; the form returns by itself."""
    return [*state.events(), ActionExecutionRejected(state.task.form)]


def leave(state: TaskState, others: Sequence[Clause]) -> Events:
    """End the task unfinished, because the shopper wants that; what else the message asks for comes next."""
    context = state.context
    waiting = stack.with_wishes(stack.waiting(context.turn), others, context.turn)
    farewell = context.turn.intent == "goodbye"
    context.say(f"utter_left_{state.task.name}")
    if deeds := context.turn.slot("deeds"):
        context.say("utter_done_before", deeds=context.formats.listing(list(deeds.values())))
    if farewell:
        context.say("utter_goodbye")
        waiting = []
    return [
        *state.cleared(),
        *state.task.spoken_of(state),
        _left_task(state),
        SlotSet(stack.SLOT, waiting or None),
        SlotSet(REQUESTED, None),
        stack.then(waiting),
    ]


def given_over(over: HandOver) -> Events:
    """The events with which another task's form goes on."""
    given = [SlotSet(slot, value) for slot, value in over.values.items()]
    return [*given, SlotSet(REQUESTED, None), FollowupAction(over.form)]


def next_question(state: TaskState) -> Question | None:
    """Check what is known, take what is at hand, and return the first question that stays open; None where none does.

    Raises:
        Leave: the task ends here; why has been said.
    """
    task = state.task
    used: list[tuple[str, Any]] = []  # what the check takes back is not taken from the same place again
    while True:
        task.check(state)
        question = next(task.needed(state), None)
        if question is None:
            return None
        for source, value in at_hand(question, state):
            if (question.slot, source) not in used:
                used.append((question.slot, source))
                state[question.slot] = value
                break
        else:
            question.ensure_answerable(state)
            return question


def at_hand(question: Question, state: TaskState) -> Iterator[tuple[Any, Any]]:
    """Values that answer a question without its being asked, each after what it comes from: what the shop's data say,
    then what the shopper said before."""
    known = None if question.slot in state.anew else question.known(state)
    if known is not None:
        yield known, known
    for clause in state.said:
        reading = question.read(clause, state, asked=False)
        if isinstance(reading, Taken):
            yield clause, reading.value


def _left_task(state: TaskState) -> dict[str, Any]:
    """The event that keeps what was known of a task which ends unfinished, for a person who may be asked for next."""
    lasting = {q.slot for q in state.task.questions if not q.lapses}
    known = {slot: value for slot, value in state.values().items() if slot in lasting}
    left = {"task": state.task.form, "slots": known, "turn": state.context.turn.number}
    kept: dict[str, Any] = SlotSet(LEFT_TASK, left)
    return kept
