"""Messages of one conversation are answered one after another, the next as soon as the one before it is done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError
from rasa.utils.endpoints import EndpointConfig


class FairLockStore(InMemoryLockStore):
    """One first-come-first-served lock a conversation, for a server of one process.

    Rasa's own store looks once a second whether it is a message's turn, so that messages of one conversation that
    arrive together wait whole seconds; this one wakes the next. Two messages of a conversation are never handled at
    once: where Rasa lets the next overtake one that takes longer than `TICKET_LOCK_LIFETIME` (60 s), and loses what
    one of them said, here the next raises `LockError`.

    In endpoints.yml: `lock_store: {type: bot.stores.lock_store.FairLockStore}`.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()
        # A lock lives as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[TicketLock]:
        """Hold the conversation's lock; `LockError` after waiting for `lock_lifetime` seconds.

        `wait_time_in_seconds`, the pause between two looks of Rasa's own store, has no meaning here.
        """
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        try:
            await asyncio.wait_for(lock.acquire(), lock_lifetime)
        except asyncio.TimeoutError as error:
            raise LockError(
                f"The message before this one is not answered after {lock_lifetime:g} s."
            ) from error
        try:
            yield self.create_lock(conversation_id)
        finally:
            lock.release()
