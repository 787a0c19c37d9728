"""What a turn's time goes to, read off the times that Rasa stamps its events with; nothing is measured twice.

Of one turn, Rasa stores the user's message once it is parsed, then an event for every action when it has run, the
last of them `action_listen`, which does nothing: its time is that of one decision.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

from bench.bots.talking import Turn

DECIDED = frozenset({"action", "action_execution_rejected"})
"""The types of events that each come of one decision of the policies."""


@dataclass(frozen=True)
class Event:
    """One of Rasa's events: its type, the action's name if it is one, seconds since the epoch."""

    kind: str
    action: str | None
    time: float


@dataclass(frozen=True)
class Parts:
    """A turn's time in seconds.

    `parse`: the way there, fetching the conversation, and parsing the message; `policy`: deciding what to do;
    `actions`: doing it, calls of the action server for the most part; `store`: keeping the conversation, and the way
    back.
    """

    parse: float
    policy: float
    actions: float
    store: float


def parts(turn: Turn, events: Sequence[Event]) -> Parts | None:
    """The parts of a turn from its events, the user's message first; None if it did not end in `action_listen`."""
    listens = [index for index, event in enumerate(events) if event.action == "action_listen"]
    if not listens:
        return None
    end = listens[-1]
    heard, listened = events[0].time, events[end].time
    decisions = sum(event.kind in DECIDED for event in events[: end + 1])
    policy = min(decisions * (listened - events[end - 1].time), listened - heard)
    return Parts(heard - turn.sent, policy, listened - heard - policy, turn.answered - listened)


def median_parts(turns: Iterable[Turn], conversations: Path) -> Mapping[str, Parts]:
    """Kind of turn → the median of each part.

    Args:
        turns: every turn of the conversations that they belong to, in the order in which they were held.
        conversations: Rasa's SQLite tracker store; its sender ids end with those of the turns.
    """
    held: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        held[turn.sender].append(turn)
    found: dict[str, list[Parts]] = defaultdict(list)
    for sender, its_turns in held.items():
        for turn, events in zip(its_turns, _stored_turns(conversations, sender), strict=True):
            split = parts(turn, events)
            if split:
                found[turn.kind].append(split)
    return {kind: Parts(*map(median, zip(*map(astuple, each), strict=True))) for kind, each in found.items()}


def _stored_turns(conversations: Path, sender: str) -> list[list[Event]]:
    """The events of a conversation, a list for each message of the user's, which comes first in it."""
    query = "SELECT type_name, action_name, timestamp FROM events WHERE sender_id LIKE '%' || ? ORDER BY id"
    with closing(sqlite3.connect(conversations)) as database:
        events = [Event(*row) for row in database.execute(query, (sender,))]
    starts = [index for index, event in enumerate(events) if event.kind == "user"]
    return [events[start:end] for start, end in zip(starts, [*starts[1:], len(events)], strict=True)]
