"""Beginning a task, with everything that the message says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import routing
from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.entering import REQUESTED, interrupted
from actions.dialogue.mechanism.hearing import Hearing
from actions.dialogue.mechanism.proceeding import given_over, proceed
from actions.dialogue.mechanism.state import HandOver, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.orders import invoice_or_delivery
from actions.dialogue.talk import remarks
from actions.dialogue.talk.spoken import UNTOLD, untold
from actions.dialogue.talk.unsure import ask_which


def begin(task: Task, context: Context, tasks: Sequence[Task]) -> Events:
    """Take up what the message asks for; what else it asks for waits, or is served in its place.

    Args:
        tasks: every task there is.
    """
    turn = context.turn
    left, events = interrupted(turn, task.form, tasks)
    meant = None if left else routing.meant(context)
    if meant and meant != task.form:
        return _served_by(meant, context, tasks)
    if not (left or meant) and ask_which(context):
        return [SlotSet(REQUESTED, None), stack.LISTEN]
    waiting = [e for e in stack.waiting(turn) if e.get("task") != task.form]
    before: stack.Entry = next((e for e in stack.waiting(turn) if e.get("task") == task.form), {"slots": {}})
    others = [clause for clause in turn.wishes if not task.takes(clause, context)]
    if len(turn.wishes) < 2:
        others = []  # what it asks for is this, whatever it was taken for
    if meant:
        others = [
            c for c in others if not (remarks.is_one(c, context) or invoice_or_delivery.meant(c, context))
        ]
    whole = _serving_all(task, others, context, tasks)
    waiting = stack.with_wishes(waiting, [c for c in others if not (whole and whole.speaks_to(c))], turn)
    inherited = task.inherited(left["slots"], context) if left else {}
    action = task.instead(context)
    if left and (action or not (inherited and context.language.says(turn.text, "correction"))):
        waiting.append(left)  # "actually just return them" takes its place
    if action:
        kept = SlotSet(stack.SLOT, waiting or None)
        return [*events, kept, SlotSet(REQUESTED, None), FollowupAction(action)]
    if whole:
        said = [clause.as_dict() for clause in turn.clauses]
        return [
            *events,
            SlotSet(stack.SLOT, waiting or None),
            *given_over(HandOver(whole.form, {"said": said})),
        ]
    if others:
        context.say("utter_one_by_one", task=task.title(context))
    emptied = {event["name"] for event in events}
    events = [*events, SlotSet(UNTOLD, None)] if turn.slot(UNTOLD) else events
    state = TaskState(task, context, {**inherited, **before["slots"]}, emptied=emptied)
    for clause in untold(context) if task.about_order else ():
        state.remember(replace(clause, intent=task.intent, confidence=1.0))
    hearing = Hearing(state, None)
    whole_message: Clause = turn
    if meant and len(turn.wishes) < 2:  # that is what it asks for, whatever it was taken for
        whole_message = Clause(turn.text, task.intent, 1.0, turn.entities)
    hearing.take([task.own(c, context) for c in (hearing.own_clauses() if others else [whole_message])])
    return [*events, *proceed(state, stack.with_wishes(waiting, task.further(state), turn))]


def _served_by(action: str, context: Context, tasks: Sequence[Task]) -> Events:
    """Give the message to another task's form, or to an action, that serves it better."""
    turn = context.turn
    other = next((each for each in tasks if each.form == action), None)
    if instead := other.instead(context) if other else action:
        return [SlotSet(REQUESTED, None), FollowupAction(instead)]
    said = [clause.as_dict() for clause in turn.clauses]
    if other and len(turn.wishes) < 2:  # that is what it asks for, whatever it was taken for
        said = [turn.part(turn.text).as_dict() | {"intent": {"name": other.intent, "confidence": 1.0}}]
    further = other.further(TaskState(other, context)) if other else []
    kept = SlotSet(stack.SLOT, stack.with_wishes(stack.waiting(turn), further, turn) or None)
    return [kept, *given_over(HandOver(action, {"said": said}))]


def _serving_all(
    task: Task, others: Sequence[Clause], context: Context, tasks: Sequence[Task]
) -> Task | None:
    """Another task that the message asks for, of which this one's wish is but a part: "swap it, and use PayPal"."""
    mine = [clause for clause in context.turn.wishes if clause not in others]
    if not (mine and task.yields(context)) or any(clause.first("order_number") for clause in mine):
        return None
    wished = [each for each in tasks if any(clause.intent in each.intents for clause in others)]
    return next((each for each in wished if all(map(each.speaks_to, mine))), None)
