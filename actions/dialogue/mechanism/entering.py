"""Why a form's validator was called, and what its beginning interrupts, read off the events of the conversation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum
from typing import Any

from rasa_sdk.events import SlotSet

from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.task import Task
from actions.dialogue.turn import Turn

REQUESTED = "requested_slot"


class Entry(Enum):
    """Why the validator was called."""

    BEGIN = "begin"
    RESUME = "resume"
    RETURN = "return"
    ANSWER = "answer"


def entry(turn: Turn, form: str, forms: Collection[str]) -> Entry:
    """Why the validator of `form`, one of `forms`, was called: from the events since the shopper's last message."""
    events = turn.events_since_message()
    done = [e.get("name") for e in events if e.get("event") == "action"]
    begins = any(e.get("event") == "active_loop" and e.get("name") == form for e in events)
    if any(e.get("event") == "followup" and e.get("name") == form for e in events):
        handed_over = any(other in done for other in forms if other != form)
        if "action_continue" in done or not begins:
            return Entry.RESUME
        return Entry.RETURN if handed_over else Entry.BEGIN
    if begins:
        return Entry.BEGIN
    return Entry.RETURN if any(name != form for name in done) else Entry.ANSWER


def interrupted(
    turn: Turn, form: str, tasks: Iterable[Task]
) -> tuple[stack.Entry | None, list[dict[str, Any]]]:
    """The stack entry of the task that the beginning of `form` interrupts, and the events that empty its slots."""
    loops = [e.get("name") for e in turn.tracker.events if e.get("event") == "active_loop"]
    previous = loops[-2] if len(loops) > 1 and loops[-1] == form else None
    other = next((task for task in tasks if task.form == previous), None)
    if other is None:
        return None, []
    now = {slot: turn.tracker.get_slot(slot) for slot in other.slots}
    values = {slot: value for slot, value in now.items() if value is not None}
    open_slot = next((slot for slot in reversed(_requested(turn)) if slot in other.slots), None)
    emptied = [SlotSet(slot, None) for slot in other.slots]
    return {"task": other.form, "slots": values, "open": open_slot}, emptied


def _requested(turn: Turn) -> list[str]:
    events = turn.tracker.events
    return [e["value"] for e in events if e.get("event") == "slot" and e.get("name") == REQUESTED]
