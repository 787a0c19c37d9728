"""A conversation as its shopper saw it, read back from Rasa's tracker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.events import BotUttered, Event, UserUttered

from bot.channels.inbox import Message, as_message
from bot.channels.wording import is_payload, shown

LENGTH = 200
"""Messages that are read back, the latest ones."""


async def history(agent: Agent, conversation: str) -> list[Message]:
    """The latest messages, oldest first, each with `from` (`shopper` or `assistant`); payloads are Rasa's."""
    tracker = await agent.tracker_store.retrieve_full_tracker(conversation)
    return as_seen(tracker.events)[-LENGTH:] if tracker else []


def as_seen(events: list[Event]) -> list[Message]:
    """What was said in a list of events; a pressed button is shown by its title."""
    return [message for _, message in seen(events)]


def seen(events: Iterable[Event]) -> Iterator[tuple[Event, Message]]:
    """Each event by which something was said, and the message as its shopper saw it."""
    titles: dict[str, str] = {}
    for event in events:
        if isinstance(event, BotUttered):
            message = as_message(event.message())
            titles.update(_titles(message))
            if message:
                yield event, {"from": "assistant", **message}
        elif isinstance(event, UserUttered) and event.text:
            text = titles.get(event.text) if is_payload(event.text) else shown(event.text)
            if text:
                yield event, {"from": "shopper", "text": text}


def _titles(part: Any) -> dict[str, str]:
    """Payload → title of every button within a message."""
    if isinstance(part, list):
        return {payload: title for inner in part for payload, title in _titles(inner).items()}
    if not isinstance(part, dict):
        return {}
    found = {payload: title for inner in part.values() for payload, title in _titles(inner).items()}
    if isinstance(part.get("payload"), str) and isinstance(part.get("title"), str):
        found[part["payload"]] = part["title"]
    return found
