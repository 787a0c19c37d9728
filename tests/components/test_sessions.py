"""A new session keeps the open form and what lasts, and lets go of what was noted for the next few messages."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from rasa.core.actions.action import ActionSessionStart
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.sessions import keep_the_open_task

DOMAIN = """
slots:
  items: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  put: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  deeds: {type: any, influence_conversation: false, mappings: [{type: custom}]}
forms:
  return_form: {required_slots: [items]}
"""


@pytest.fixture(autouse=True)
def patched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(ActionSessionStart, "run", ActionSessionStart.run)
    keep_the_open_task()
    yield


def begin(*events: Event, config: str = "") -> list[Event]:
    domain = Domain.from_yaml(DOMAIN + config)
    tracker = DialogueStateTracker.from_events("someone", events, domain.slots)
    return asyncio.run(ActionSessionStart().run(None, None, tracker, domain))


def test_the_form_and_the_values_stay() -> None:
    events = begin(
        ActiveLoop("return_form"),
        SlotSet("items", {"1": 1}),
        SlotSet("items", {"1": 2}),
        SlotSet("deeds", {}),
    )
    assert events == [
        SessionStarted(),
        SlotSet("items", {"1": 2}),
        SlotSet("deeds", {}),
        ActiveLoop("return_form"),
        ActionExecuted("action_listen"),
    ]


def test_what_was_noted_for_the_next_messages_goes() -> None:
    events = begin(SlotSet("put", {"turn": 7}), SlotSet("items", "all"))
    assert events == [SessionStarted(), SlotSet("items", "all"), ActionExecuted("action_listen")]


def test_a_shop_may_have_every_session_begin_anew() -> None:
    config = "session_config: {session_expiration_time: 60, carry_over_slots_to_new_session: false}"
    events = begin(ActiveLoop("return_form"), SlotSet("items", "all"), config=config)
    assert events == [SessionStarted(), ActionExecuted("action_listen")]
