"""When a message counts as one of somebody who comes back to a task after hours."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.dialogue.turn import AWAY, Turn

HOURS = AWAY.total_seconds() / 3600
OPENS = {"event": "active_loop", "name": "return_form"}
ENDS = {"event": "active_loop", "name": None}


def said(hour: float) -> dict[str, Any]:
    return {"event": "user", "text": "hi", "timestamp": 1e9 + hour * 3600}


def turn(*events: dict[str, Any]) -> Turn:
    loops = [event["name"] for event in events if event["event"] == "active_loop"]
    loop = {"name": loops[-1]} if loops and loops[-1] else {}
    return Turn(Tracker("someone", {}, {"text": "hi"}, [*events], False, None, loop, "action_listen"))


@pytest.mark.parametrize(
    ("events", "comes_back"),
    [
        ([said(0), OPENS, said(HOURS)], True),
        ([said(0), OPENS, said(HOURS / 2)], False),
        ([said(0), OPENS, said(HOURS / 2), said(HOURS * 2)], True),
        ([said(0), OPENS, said(HOURS), said(HOURS)], False),  # it was asked then
        ([said(0), OPENS, ENDS, said(HOURS)], False),
        ([OPENS, said(0)], True),  # a new session, which begins with the form of the last
        ([said(0), OPENS], False),  # begins with this very message
        ([said(0), said(HOURS), OPENS], False),
        ([said(0), {**OPENS, "name": "track_form"}, said(HOURS)], False),
    ],
)
def test_who_comes_back(events: list[dict[str, Any]], comes_back: bool) -> None:
    assert turn(*events).comes_back_to("return_form") is comes_back
