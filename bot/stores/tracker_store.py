"""Conversations in an SQL database, the latest ones in memory too."""

from __future__ import annotations

import copy
import itertools
import json
from collections import OrderedDict
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool, QueuePool

BUSY_MILLISECONDS = 5000
"""How long a write waits for another program that is writing to the same SQLite database."""


class RecentTrackerStore(SQLTrackerStore):
    """Rasa's SQL store, for a server of one process, where a turn costs the same however long the conversation is.

    Rasa's own reads and replays the whole conversation at every message, and counts its events before it adds the
    new ones. Here the conversations used last are also kept in memory: reading one costs no query, saving one only
    inserts its new events. The database holds whatever is in memory, so that a restart loses nothing; the tables are
    Rasa's. SQLite is opened once and in WAL mode, whose commits do not wait for the disk: a crash of the bot loses
    nothing, a power cut at most the last moments, and never the database.

    In endpoints.yml: `tracker_store: {type: bot.stores.tracker_store.RecentTrackerStore, dialect: sqlite, db: FILE}`.

    Args:
        domain: what the slots of a conversation are.
        recent: how many conversations are kept in memory.
        options: those of Rasa's store (`type: SQL`).
    """

    engine: Engine

    def __init__(self, domain: Domain | None = None, recent: int = 200, **options: Any) -> None:
        super().__init__(domain, **options)
        self._size = recent
        self._recent: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        """The one used last is at the end."""
        if isinstance(self.engine.pool, NullPool):  # what SQLAlchemy takes for a file of SQLite
            self.engine = _kept_open(self.engine)
            self.sessionmaker.configure(bind=self.engine)

    @property
    def domain(self) -> Domain:
        return self._domain

    @domain.setter
    def domain(self, domain: Domain | None) -> None:
        """Another model's domain, for which conversations are read anew: its slots may be others."""
        self._domain = domain or Domain.empty()
        self._recent.clear()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The latest session of a conversation, or None where there is none; the caller may change it at will."""
        tracker = self._recent.get(sender_id)
        if tracker is None:
            tracker = await super().retrieve(sender_id) or self.init_tracker(sender_id)
        self._keep(tracker)
        return _copy(tracker) if tracker.events else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add a conversation's new events to the database, all of them or, if that fails, none."""
        await self.stream_events(tracker)
        # Taken out of memory, so that a write that fails leaves nothing behind there.
        recent = self._recent.pop(tracker.sender_id, None)
        added = _added(recent, tracker) if recent is not None else None
        with self.session_scope() as session:
            events = self._additional_events(session, tracker) if added is None else added
            rows = [_row(tracker.sender_id, event) for event in events]
            if rows:
                session.execute(sa.insert(self.SQLEvent), rows)
                session.commit()
        if added is not None:  # else it did not continue what was in memory; what is stored is read again
            self._keep(_copy(_latest_session(tracker, added, self.domain)))

    def events_of(self, sender_id: str) -> list[Event]:
        """All events of a conversation, oldest first, without replaying them."""
        with self.session_scope() as session:
            rows = self._event_query(session, sender_id, fetch_events_from_all_sessions=True).all()
            events = (Event.from_parameters(json.loads(row.data)) for row in rows)
            return [event for event in events if event is not None]

    def forget(self, sender_id: str) -> None:
        """Remove a conversation from the database and from memory; its sender is a stranger from then on."""
        self._recent.pop(sender_id, None)
        with self.session_scope() as session:
            session.execute(sa.delete(self.SQLEvent).where(self.SQLEvent.sender_id == sender_id))
            session.commit()

    def _keep(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = tracker
        self._recent.move_to_end(tracker.sender_id)
        while len(self._recent) > self._size:
            self._recent.popitem(last=False)


def _kept_open(engine: Engine) -> Engine:
    """The engine of a file of SQLite, with connections that last and commits that do not wait for the disk."""
    kept = sa.create_engine(engine.url, poolclass=QueuePool, connect_args={"check_same_thread": False})

    @sa.event.listens_for(kept, "connect")  # type: ignore[untyped-decorator]
    def _set_up(connection: Any, _: Any) -> None:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")

    return kept


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    """An event as `SQLTrackerStore.save` writes it."""
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _added(before: DialogueStateTracker, after: DialogueStateTracker) -> list[Event] | None:
    """The events that `after` has more than `before`, of which it is a changed copy; None if it is not."""
    if not before.events:
        return list(after.events)
    last = before.events[-1]
    added = list(itertools.takewhile(lambda event: event is not last, reversed(after.events)))
    return added[::-1] if len(added) < len(after.events) else None


def _latest_session(
    tracker: DialogueStateTracker, added: list[Event], domain: Domain
) -> DialogueStateTracker:
    """The tracker; if the events added to it began a new session, that session as Rasa's store would read it."""
    starts = [event.timestamp for event in added if isinstance(event, SessionStarted)]
    if not starts:
        return tracker
    events = [event for event in tracker.events if event.timestamp >= max(starts)]
    return DialogueStateTracker.from_events(tracker.sender_id, events, domain.slots)


def _copy(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """A tracker in the same state, without replaying its events; events are never changed, and so shared."""
    twin = copy.copy(tracker)
    twin.events = copy.copy(tracker.events)
    twin.slots = {name: copy.copy(slot) for name, slot in tracker.slots.items()}
    twin.active_loop = copy.copy(tracker.active_loop)
    twin.latest_action = copy.copy(tracker.latest_action)
    twin.model_id = twin.assistant_id = None  # the processor says again which model is at work
    return twin
