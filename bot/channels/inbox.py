"""How a message reaches Rasa and how its answer comes back, for every channel of ours."""

from __future__ import annotations

import asyncio
import copy
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.identity import Identity, Tokens
from bot.channels.json_api import log_failure

Message = dict[str, Any]
"""One thing the assistant says: `text`, and beside it `buttons`, `custom` or `image`."""

ANSWER_LIMIT = 45.0
"""Seconds after which a shopper is told that something is wrong; Sanic itself would answer 503 after 60."""

TROUBLE = "utter_trouble"
LAST_RESORT = "Sorry, something went wrong on my side. Please try that again in a moment."

logger = logging.getLogger(__name__)


class Collector(OutputChannel):
    """Keeps what the assistant says, a bot message as one; Rasa would send text, buttons and custom apart."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    async def send_response(self, recipient_id: str, message: Message) -> None:
        """Takes a bot message as Rasa made it."""
        kept = as_message(message)
        if kept:
            self.messages.append(kept)


def as_message(said: Message) -> Message:
    """The parts of a bot message that a client gets, copied: Rasa's events share them."""
    buttons = [*(said.get("buttons") or []), *(said.get("quick_replies") or [])]
    parts = {**{name: said.get(name) for name in ("text", "custom", "image")}, "buttons": buttons}
    return copy.deepcopy({name: part for name, part in parts.items() if part})


class Inbox:
    """Hands accepted messages to Rasa; each one is answered, whatever happens.

    Args:
        channel: the name of the input channel.
        tokens: signs who is speaking, for the action server.
        handle: what Rasa gave the channel to pass messages on with.
    """

    def __init__(self, channel: str, tokens: Tokens, handle: Callable[[UserMessage], Awaitable[Any]]) -> None:
        self._channel = channel
        self._tokens = tokens
        self._handle = handle
        self._running: set[asyncio.Task[Any]] = set()

    async def answer(self, agent: Agent, text: str, identity: Identity, output: Collector) -> list[Message]:
        """What the assistant says to a text (from `wording.typed`) or a button's payload: at least one thing.

        A message once begun is carried through even if its client hangs up: it may be changing an order.
        """
        metadata = {"identity": self._tokens.message(identity)}
        message = UserMessage(
            text, output, identity.conversation, input_channel=self._channel, metadata=metadata
        )
        task = asyncio.ensure_future(self._handle(message))
        self._running.add(task)
        task.add_done_callback(self._finished)
        try:
            await asyncio.wait_for(asyncio.shield(task), ANSWER_LIMIT)
        except Exception as error:
            log_failure("A message could not be answered", error)
            return [*output.messages, await trouble(agent, output.name())]
        if not output.messages:
            logger.error("A message was met with silence")
            output.messages.append(await trouble(agent, output.name()))
            await self._remember(agent, identity.conversation, output.messages[-1])
        return list(output.messages)

    async def _remember(self, agent: Agent, conversation: str, message: Message) -> None:
        """Adds what the channel itself said to the conversation, so that its history is what the shopper saw.

        A turn that Rasa gave up ("circuit breaker") is ended here too; left open, it would count against the next one,
        and that would be given up at once.
        """
        try:
            async with agent.lock_store.lock(conversation):
                tracker = await agent.processor.get_tracker(conversation)
                data = {name: part for name, part in message.items() if name != "text"}
                tracker.update(BotUttered(message.get("text"), data))
                if tracker.latest_action_name != ACTION_LISTEN_NAME:
                    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
                await agent.tracker_store.save(tracker)
        except Exception as error:
            log_failure("What the channel said is missing from a conversation", error)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # marks it as seen; asyncio would log its text


async def trouble(agent: Agent, channel: str) -> Message:
    """The domain's words for `something went wrong`, or plain ones where even those cannot be had."""
    try:
        speechless = DialogueStateTracker.from_events("trouble", [], agent.domain.slots, domain=agent.domain)
        said = await agent.nlg.generate(TROUBLE, speechless, channel)
    except Exception as error:
        log_failure(f"{TROUBLE} could not be made", error)
        said = None
    return as_message(said or {}) or {"text": LAST_RESORT}
