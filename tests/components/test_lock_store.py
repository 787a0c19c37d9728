"""The lock of a conversation: order, no waiting for a clock, nothing left behind."""

from __future__ import annotations

import asyncio
import time

import pytest
from rasa.core.lock_store import LockError, LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.stores.lock_store import FairLockStore


def test_rasa_makes_it_from_endpoints() -> None:
    store = LockStore.create(EndpointConfig(type="bot.stores.lock_store.FairLockStore"))
    assert isinstance(store, FairLockStore)


def test_second_message_starts_within_milliseconds_of_the_first_ones_end() -> None:
    store = FairLockStore()
    ended: list[float] = []
    started: list[float] = []

    async def message() -> None:
        async with store.lock("ann"):
            started.append(time.perf_counter())
            await asyncio.sleep(0.05)
            ended.append(time.perf_counter())

    async def both() -> None:
        await asyncio.gather(message(), message())

    asyncio.run(both())
    assert 0 <= started[1] - ended[0] < 0.01


def test_messages_are_served_in_the_order_in_which_they_came() -> None:
    store = FairLockStore()
    served: list[int] = []

    async def message(number: int) -> None:
        async with store.lock("ann"):
            await asyncio.sleep(0.001 * (5 - number % 5))
            served.append(number)

    async def all_of_them() -> None:
        await asyncio.gather(*(message(number) for number in range(20)))

    asyncio.run(all_of_them())
    assert served == list(range(20))


def test_conversations_do_not_wait_for_each_other() -> None:
    store = FairLockStore()

    async def message(conversation: str) -> None:
        async with store.lock(conversation):
            await asyncio.sleep(0.05)

    async def many() -> None:
        await asyncio.gather(*(message(f"shopper {number}") for number in range(20)))

    start = time.perf_counter()
    asyncio.run(many())
    assert time.perf_counter() - start < 0.5


def test_the_lock_is_free_again_after_an_error_and_leaves_nothing_behind() -> None:
    store = FairLockStore()

    async def failing_then_another() -> None:
        with pytest.raises(ValueError):
            async with store.lock("ann"):
                raise ValueError
        async with store.lock("ann", lock_lifetime=0.01):
            assert len(store._locks) == 1

    asyncio.run(failing_then_another())
    assert len(store._locks) == 0


def test_waiting_ends_with_an_error_and_the_lock_still_works() -> None:
    store = FairLockStore()

    async def impatient() -> None:
        async with store.lock("ann"):
            with pytest.raises(LockError, match="not answered after 0.01 s"):
                async with store.lock("ann", lock_lifetime=0.01):
                    pytest.fail("two messages of one conversation at once")
        async with store.lock("ann", lock_lifetime=0.01):
            pass

    asyncio.run(impatient())
