"""Talks to a running bot over Rasa's REST protocol as shoppers would, and times every answer."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

from bench.common.running import CannotRun

ANSWER_SECONDS = 60


@dataclass(frozen=True)
class Message:
    """What is said, which kind of turn it makes, and a pattern (any case) that a right answer contains."""

    kind: str
    text: str
    answer: str


Conversation = Sequence[Message]


@dataclass(frozen=True)
class Turn:
    """One message answered: `sent` in seconds since the epoch, `seconds` until the whole answer was there."""

    kind: str
    sender: str
    sent: float
    seconds: float

    @property
    def answered(self) -> float:
        """When the answer was there, in seconds since the epoch."""
        return self.sent + self.seconds


async def hold(
    url: str,
    conversations: Sequence[Conversation],
    at_once: int = 1,
    answered: Callable[[], object] = lambda: None,
) -> list[Turn]:
    """Hold new conversations, `at_once` of them at a time; within one, each message waits for the last one's answer.

    Args:
        url: the bot's address, without a path.
        answered: called after every turn.

    Raises:
        CannotRun: a message was not answered, or not with what its pattern asks for.
    """
    waiting = iter(conversations)

    async def shopper(client: httpx.AsyncClient) -> list[Turn]:
        turns = []
        for conversation in waiting:
            sender = secrets.token_hex(8)
            for message in conversation:
                turns.append(await _say(client, sender, message))
                answered()
        return turns

    # trust_env: a proxy for the outside world is not for this machine's own ports.
    async with httpx.AsyncClient(base_url=url, timeout=ANSWER_SECONDS, trust_env=False) as client:
        held = await asyncio.gather(*(shopper(client) for _ in range(at_once)))
    return [turn for turns in held for turn in turns]


async def _say(client: httpx.AsyncClient, sender: str, message: Message) -> Turn:
    body = {"sender": sender, "message": message.text}
    sent, started = time.time(), time.perf_counter()
    try:
        response = await client.post("/webhooks/rest/webhook", json=body)
    except httpx.HTTPError as error:
        raise CannotRun(f"{message.text!r} was not answered: {type(error).__name__} {error}.") from error
    turn = Turn(message.kind, sender, sent, time.perf_counter() - started)
    if response.status_code != httpx.codes.OK:
        raise CannotRun(f"{message.text!r} was answered with status {response.status_code}.")
    said = "\n".join(reply.get("text", "") for reply in response.json())
    if not re.search(message.answer, said, re.IGNORECASE):
        raise CannotRun(f"{message.text!r} was answered wrongly, so timing it would mean nothing: {said!r}.")
    return turn
