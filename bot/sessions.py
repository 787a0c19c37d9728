"""A new session of a conversation begins where the last one stood."""

from __future__ import annotations

from typing import Any

MESSAGE = "turn"
"""The key under which a slot's value says at which message of the session it was noted."""


def keep_the_open_task() -> None:
    """Let a new session keep the form that is open, and the slots as they are.

    Rasa's `ActionSessionStart` carries over every value that a slot ever had, and no form: a task would be left without
    a word, its values lingering. Who comes back to it is asked by the form whether to go on
    (`actions.dialogue.mechanism.coming_back`). What was noted for the next few messages is let go, as every session
    counts its messages from one.
    """
    from rasa.core.actions.action import ActionSessionStart
    from rasa.shared.core.constants import ACTION_LISTEN_NAME
    from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet

    async def run(
        self: ActionSessionStart, output_channel: Any, nlg: Any, tracker: Any, domain: Any
    ) -> list[Event]:
        if not domain.session_config.carry_over_slots:
            return [SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME)]
        values = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
        lasting = {name: value for name, value in values.items() if not _of_a_message(value)}
        form = tracker.active_loop_name
        return [
            SessionStarted(),
            *(SlotSet(name, value) for name, value in lasting.items()),
            *([ActiveLoop(form)] if form else []),
            ActionExecuted(ACTION_LISTEN_NAME),
        ]

    ActionSessionStart.run = run


def _of_a_message(value: Any) -> bool:
    return isinstance(value, dict) and MESSAGE in value
