"""The inbox: what becomes of a message when Rasa is slow, breaks, or its client hangs up."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from bot.channels import inbox
from bot.channels.identity import Identity, Tokens
from bot.channels.inbox import LAST_RESORT, Collector, Inbox, as_message

TOKENS = Tokens("a secret of thirty-two bytes or more")
UNREADY: Any = SimpleNamespace(domain=Domain.empty(), nlg=None, processor=None, lock_store=None)


async def answer(handle: Any) -> list[dict[str, Any]]:
    return await Inbox("web", TOKENS, handle).answer(UNREADY, "hi", Identity("c1"), Collector())


async def speak(message: UserMessage, text: str = "Hello.") -> None:
    await message.output_channel.send_response(message.sender_id, {"text": text})


def test_silence_and_failure_are_answered_even_without_a_domain() -> None:
    async def silent(_: UserMessage) -> None:
        return None

    async def broken(message: UserMessage) -> None:
        await speak(message)
        raise ValueError("my e-mail is ann@example.com")

    assert asyncio.run(answer(silent)) == [{"text": LAST_RESORT}]
    assert asyncio.run(answer(broken)) == [{"text": "Hello."}, {"text": LAST_RESORT}]


def test_a_turn_that_was_given_up_does_not_weigh_on_the_next() -> None:
    store = InMemoryTrackerStore(Domain.empty())
    agent: Any = SimpleNamespace(
        domain=Domain.empty(),
        nlg=None,
        lock_store=InMemoryLockStore(),
        tracker_store=store,
        processor=SimpleNamespace(get_tracker=store.get_or_create_tracker),
    )

    async def given_up(message: UserMessage) -> None:
        tracker = await store.get_or_create_tracker(message.sender_id)
        tracker.update_with_events(
            [UserUttered("hi"), *[ActionExecuted("action_again")] * 10], Domain.empty()
        )
        await store.save(tracker)

    async def scenario() -> list[Any]:
        await Inbox("web", TOKENS, given_up).answer(agent, "hi", Identity("c1"), Collector())
        return list((await store.get_or_create_tracker("c1")).events)

    said, ended = asyncio.run(scenario())[-2:]
    assert isinstance(said, BotUttered) and said.text == LAST_RESORT
    assert isinstance(ended, ActionExecuted) and ended.action_name == ACTION_LISTEN_NAME


def test_a_failure_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    words = "my e-mail is ann@example.com"

    async def broken(_: UserMessage) -> None:
        raise ValueError(words)

    asyncio.run(answer(broken))
    assert "ValueError" in caplog.text
    assert words not in caplog.text


def test_a_slow_answer_is_given_up_but_carried_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "ANSWER_LIMIT", 0.01)
    done = asyncio.Event()

    async def slow(message: UserMessage) -> None:
        await asyncio.sleep(0.05)
        await speak(message)
        done.set()

    async def scenario() -> list[dict[str, Any]]:
        said = await answer(slow)
        await asyncio.wait_for(done.wait(), 1)
        return said

    assert asyncio.run(scenario()) == [{"text": LAST_RESORT}]


def test_a_message_is_carried_through_when_its_client_hangs_up() -> None:
    handled: list[str] = []

    async def slow(message: UserMessage) -> None:
        await asyncio.sleep(0.02)
        handled.append(message.text)

    async def scenario() -> None:
        request = asyncio.ensure_future(answer(slow))
        await asyncio.sleep(0.01)
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        await asyncio.sleep(0.05)

    asyncio.run(scenario())
    assert handled == ["hi"]


def test_a_message_keeps_its_parts_and_shares_none_with_rasas_event() -> None:
    said = {"text": "a\n\nb", "buttons": [{"title": "Yes"}], "custom": {"type": "table"}, "elements": None}
    kept = as_message({**said, "quick_replies": [{"title": "No"}], "timestamp": 1.0})
    assert kept == {
        "text": "a\n\nb",
        "buttons": [{"title": "Yes"}, {"title": "No"}],
        "custom": {"type": "table"},
    }
    kept["custom"]["type"] = "changed"
    assert said["custom"] == {"type": "table"}
