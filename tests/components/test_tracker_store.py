"""Conversations kept in memory and in the database: what Rasa's own stores give, at a cost that does not grow."""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.exc import OperationalError

from bot.stores.tracker_store import RecentTrackerStore

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [greet, return_item]
slots:
  size: {type: any, mappings: [{type: custom}]}
  items: {type: list, mappings: [{type: custom}]}
forms: {return_form: {required_slots: [size]}}
""")


def said(text: str, intent: str = "greet") -> UserUttered:
    parse = {"text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": []}
    return UserUttered(text, parse["intent"], [], parse, input_channel="rest", metadata={"identity": "token"})


def start() -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(number: int) -> list[Event]:
    reply = BotUttered(f"answer {number}", {"buttons": [{"title": "é", "payload": "/greet"}]})
    return [said(f"message {number}"), SlotSet("size", number), ActionExecuted("utter_greet"), reply]


def listen() -> list[Event]:
    return [ActionExecuted("action_listen")]


CONVERSATION: list[list[Event]] = [
    start() + turn(1) + listen(),
    [said("return", "return_item"), ActionExecuted("return_form"), ActiveLoop("return_form"), *listen()],
    [said("hm"), LoopInterrupted(True), *turn(2)[2:], ActionExecuted("return_form"), *listen()],
    [said("42"), SlotSet("items", [{"sku": "T1", "quantity": 2}]), ActiveLoop(None), *listen()],
    [said("oh"), UserUtteranceReverted()],
    [*start(), SlotSet("size", 2), *listen(), *turn(3), *listen()],
    turn(4) + listen(),
    [said("again"), Restarted(), *start(), *turn(5), *listen()],
    turn(6) + listen(),
]
"""The events that each message adds: a form that is left and taken up again, undone, new sessions, a restart."""


async def send(store: TrackerStore, events: list[Event], conversation: str = "ann") -> None:
    """What Rasa's processor does with a store at one message."""
    tracker = await store.get_or_create_tracker(conversation, append_action_listen=False)
    tracker.model_id = "model"
    tracker.update_with_events(copy.deepcopy(events), DOMAIN)
    await store.save(tracker)


def state(tracker: DialogueStateTracker | None) -> dict[str, Any] | None:
    """All that can be told about a tracker, but for times."""
    if tracker is None:
        return None
    seen: dict[str, Any] = tracker.current_state(EventVerbosity.ALL)
    seen["events"] = [{**event, "timestamp": None} for event in seen["events"]]
    seen["applied"] = [type(event) for event in tracker.applied_events()]
    return {**seen, "latest_event_time": None}


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "conversations.db")


@pytest.fixture
def store(file: str) -> RecentTrackerStore:
    return RecentTrackerStore(DOMAIN, db=file)


@contextmanager
def queries(store: SQLTrackerStore) -> Iterator[list[str]]:
    """The statements that the database is sent meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(store.engine, "before_cursor_execute", note)


def test_rasa_makes_it_from_endpoints(file: str) -> None:
    options = {"dialect": "sqlite", "db": file, "recent": 7}
    endpoint = EndpointConfig(type="bot.stores.tracker_store.RecentTrackerStore", **options)
    assert isinstance(TrackerStore.create(endpoint, DOMAIN), RecentTrackerStore)


@pytest.mark.parametrize("recent", [0, 1, 200])
async def test_a_conversation_is_what_rasas_sql_store_makes_of_it(tmp_path: Path, recent: int) -> None:
    ours = RecentTrackerStore(DOMAIN, db=str(tmp_path / "ours.db"), recent=recent)
    rasas = SQLTrackerStore(DOMAIN, db=str(tmp_path / "rasas.db"))
    for events in CONVERSATION:
        for store in (ours, rasas):
            await send(store, events)
        assert state(await ours.retrieve("ann")) == state(await rasas.retrieve("ann"))
        assert state(await ours.retrieve_full_tracker("ann")) == state(
            await rasas.retrieve_full_tracker("ann")
        )
    assert rows(tmp_path / "ours.db") == rows(tmp_path / "rasas.db")


def rows(file: Path) -> list[tuple[Any, ...]]:
    """What is stored, but for times."""
    columns = "id, sender_id, type_name, intent_name, action_name, json_remove(data, '$.timestamp')"
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(f"SELECT {columns} FROM events ORDER BY id").fetchall()


async def test_a_conversation_of_one_session_is_what_rasas_memory_makes_of_it(
    store: RecentTrackerStore,
) -> None:
    memory = InMemoryTrackerStore(DOMAIN)
    for events in [[SessionStarted(), *listen()], *CONVERSATION[1:5]]:
        for each in (store, memory):
            await send(each, events)
        assert state(await store.retrieve("ann")) == state(await memory.retrieve("ann"))


async def test_a_restart_loses_nothing(store: RecentTrackerStore, file: str) -> None:
    for events in CONVERSATION:
        await send(store, events)
        assert state(await RecentTrackerStore(DOMAIN, db=file).retrieve("ann")) == state(
            await store.retrieve("ann")
        )


async def test_a_long_conversation_is_read_without_a_query_and_saved_with_one(
    store: RecentTrackerStore,
) -> None:
    await send(store, [event for number in range(300) for event in turn(number) + listen()])
    with queries(store) as seen:
        tracker = await store.retrieve("ann")
    assert tracker is not None
    assert len(tracker.events) == 1500
    assert seen == []
    with queries(store) as seen:
        await send(store, turn(300))
    assert [statement.split()[0] for statement in seen] == ["INSERT"]


async def test_what_a_failed_message_changed_is_forgotten(store: RecentTrackerStore) -> None:
    await send(store, CONVERSATION[0])
    await send(store, CONVERSATION[1])
    before = state(await store.retrieve("ann"))
    tracker = await store.retrieve("ann")
    assert tracker is not None
    tracker.update_with_events([said("more"), SlotSet("size", 7), LoopInterrupted(True)], DOMAIN)
    assert state(await store.retrieve("ann")) == before
    new = await store.get_or_create_tracker("ben", append_action_listen=False)
    new.update(said("hello"))
    assert await store.retrieve("ben") is None


async def test_a_saved_tracker_can_be_changed_and_saved_again(store: RecentTrackerStore, file: str) -> None:
    await send(store, CONVERSATION[0])
    tracker = await store.retrieve("ann")
    assert tracker is not None
    for events in (start(), turn(2), turn(3)):
        tracker.update_with_events(events, DOMAIN)
        await store.save(tracker)
    whole = await RecentTrackerStore(DOMAIN, db=file).retrieve_full_tracker("ann")
    assert whole is not None
    assert [event.text for event in whole.events if isinstance(event, UserUttered)] == [
        "message 1",
        "message 2",
        "message 3",
    ]


async def test_events_are_read_back_as_they_were_said(store: RecentTrackerStore) -> None:
    assert store.events_of("ann") == []
    for events in CONVERSATION:
        await send(store, events)
    read = [event.text for event in store.events_of("ann") if isinstance(event, UserUttered)]
    assert read == [e.text for events in CONVERSATION for e in events if isinstance(e, UserUttered)]


async def test_what_is_forgotten_is_gone_and_may_begin_anew(store: RecentTrackerStore, file: str) -> None:
    for conversation in ("ann", "ben"):
        await send(store, CONVERSATION[0], conversation)
    store.forget("ann")
    store.forget("nobody")
    assert await store.retrieve("ann") is None
    assert [row[1] for row in rows(Path(file))] == ["ben"] * len(CONVERSATION[0])
    await send(store, turn(7))
    assert [event.text for event in store.events_of("ann") if isinstance(event, UserUttered)] == ["message 7"]


async def test_a_write_that_fails_is_an_error_and_leaves_what_was_stored(
    store: RecentTrackerStore, file: str
) -> None:
    await send(store, CONVERSATION[0])
    before = state(await store.retrieve("ann"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON events WHEN new.type_name = 'bot' "
            "BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
        with pytest.raises(sa.exc.DBAPIError, match="disk full"):
            await send(store, turn(2))
        connection.execute("DROP TRIGGER full")
    assert state(await store.retrieve("ann")) == before
    await send(store, turn(3))
    assert state(await store.retrieve("ann")) == state(
        await RecentTrackerStore(DOMAIN, db=file).retrieve("ann")
    )


async def test_a_locked_database_is_an_error(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stores.tracker_store.BUSY_MILLISECONDS", 50)
    store = RecentTrackerStore(DOMAIN, db=file)
    await send(store, CONVERSATION[0])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            await send(store, turn(2))
    await send(store, turn(2))


async def test_conversations_in_turns_do_not_mix_and_only_the_latest_stay_in_memory(file: str) -> None:
    store = RecentTrackerStore(DOMAIN, db=file, recent=2)
    for number in range(4):
        for conversation in ("ann", "ben", "cleo"):
            await send(store, [SlotSet("items", [conversation, number]), *turn(number)], conversation)
    for conversation in ("cleo", "ben"):
        with queries(store) as seen:
            tracker = await store.retrieve(conversation)
        assert seen == []
        assert tracker is not None
        assert tracker.get_slot("items") == [conversation, 3]
        assert len(tracker.events) == 20
    with queries(store) as seen:
        tracker = await store.retrieve("ann")
    assert len(seen) == 1
    assert tracker is not None
    assert tracker.get_slot("items") == ["ann", 3]


async def test_two_copies_of_a_conversation_are_both_stored_as_rasa_does(tmp_path: Path) -> None:
    ours = RecentTrackerStore(DOMAIN, db=str(tmp_path / "ours.db"))
    rasas = SQLTrackerStore(DOMAIN, db=str(tmp_path / "rasas.db"))
    for store in (ours, rasas):
        await send(store, CONVERSATION[0])
        first, second = await store.retrieve("ann"), await store.retrieve("ann")
        assert first is not None
        assert second is not None
        first.update_with_events(copy.deepcopy(turn(2)), DOMAIN)
        second.update_with_events(copy.deepcopy(turn(3) + turn(4)), DOMAIN)
        await store.save(first)
        await store.save(second)
    assert state(await ours.retrieve("ann")) == state(await rasas.retrieve("ann"))


async def test_another_domain_has_its_own_slots(store: RecentTrackerStore) -> None:
    await send(store, CONVERSATION[0])
    store.domain = Domain.from_yaml(
        'version: "3.1"\nslots: {colour: {type: text, mappings: [{type: custom}]}}'
    )
    tracker = await store.retrieve("ann")
    assert tracker is not None
    assert "size" not in tracker.slots
    assert "colour" in tracker.slots


async def test_sqlite_is_opened_once_in_wal_mode(store: RecentTrackerStore) -> None:
    with store.engine.connect() as connection:
        mode, synchronous = (
            connection.execute(sa.text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")
        )
        opened = connection.connection.dbapi_connection
    assert (mode, synchronous) == ("wal", 1)
    with store.engine.connect() as connection:
        assert connection.connection.dbapi_connection is opened
