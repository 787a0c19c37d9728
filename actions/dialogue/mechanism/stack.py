"""What waits: tasks that were interrupted and wishes that were uttered besides, the next one last.

An entry of the slot `task_stack` is `{"task": form, "slots": {...}, "open": slot}` or `{"wish": clause}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rasa_sdk.events import FollowupAction, SlotSet

if TYPE_CHECKING:
    from actions.dialogue.clause import Clause
    from actions.dialogue.context import Context
    from actions.dialogue.turn import Turn

SLOT = "task_stack"
CONTINUE: dict[str, Any] = FollowupAction("action_continue")
LISTEN: dict[str, Any] = FollowupAction("action_listen")

Entry = dict[str, Any]
Stack = list[Entry]


def waiting(turn: Turn) -> Stack:
    """A copy of the stack."""
    return list(turn.slot(SLOT, []))


def wish(clause: Clause) -> Entry:
    """The entry of a wish."""
    return {"wish": clause.as_dict()}


def with_wishes(entries: Stack, wishes: Sequence[Clause], turn: Turn) -> Stack:
    """The stack with these wishes of a message on top, the first of them uppermost; a wish that waits already waits
    once.

    A message that has waited itself leaves only shorter ones behind, so that going on with what waits comes to an end.
    """
    held = [entry.get("wish", {}).get("text") for entry in entries]
    new = [clause for clause in wishes if clause.text not in held]
    if turn.has_waited:
        new = [clause for clause in new if len(clause.text) < len(turn.text)]
    return [*entries, *map(wish, reversed(new))]


def then(entries: Stack) -> dict[str, Any]:
    """The event that goes on with what waits, or listens where nothing does."""
    return CONTINUE if entries else LISTEN


def keep_other_wishes(context: Context) -> list[dict[str, Any]]:
    """The events that keep the message's other wishes, and go on with them unless a task will resume by itself."""
    turn = context.turn
    others = [clause for clause in turn.wishes if clause.intent != turn.intent]
    if not others:
        return []
    events: list[dict[str, Any]] = [SlotSet(SLOT, with_wishes(waiting(turn), others, turn))]
    if not turn.tracker.active_loop_name:
        events.append(CONTINUE)
    return events
