"""What was said in conversations, for the action server alone: read for a copy of somebody's data, or forgotten.

| request | answer |
|---|---|
| `POST …/read` with `{"conversations": [ID …]}` | `{"said": [{"conversation", "time", "from", "text"} …]}` |
| `POST …/forget` with `{"conversations": [ID …], "open": ID}` | `{"forgotten": how many}` |

at `/webhooks/conversations`. `open` is the conversation in which this is asked for; it is forgotten when its message is
answered. The secret that both programs share lets in: `Authorization: Bearer AISLE_ACTION_SECRET`. It is a channel only
so that Rasa adds it to its server; no message comes in here.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime, timezone
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels import configuration
from bot.channels.history import seen
from bot.channels.json_api import Refused, bearer_token, json_object, log_failure, speak_json
from bot.stores.tracker_store import RecentTrackerStore


class ConversationsInput(InputChannel):
    """Serves `/webhooks/conversations`.

    Args:
        secret: what the action server shows; not empty.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._running: set[asyncio.Task[None]] = set()

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address."""
        return "conversations"

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> ConversationsInput:
        """The channel as `credentials.yml` names it.

        Raises:
            RasaException: `AISLE_ACTION_SECRET` is missing.
        """
        if not (secret := configuration.action_secret()):
            raise RasaException("AISLE_ACTION_SECRET is missing; `make run` writes one into .env.")
        return cls(secret)

    def blueprint(self, _: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the table above."""
        blueprint = Blueprint("conversations")
        speak_json(blueprint)

        @blueprint.post("/read")
        async def read(request: Request) -> HTTPResponse:
            self._admit(request)
            store = _store(request.app.ctx.agent)
            lines = [
                line for conversation in _ids(json_object(request)) for line in said(conversation, store)
            ]
            return json_response({"said": lines})

        @blueprint.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            self._admit(request)
            body, agent = json_object(request), request.app.ctx.agent
            conversations = _ids(body)
            for conversation in conversations:
                if conversation != body.get("open"):
                    await self._forget(conversation, agent)
                    continue
                # Its lock is held by the very message that asks for this.
                task = asyncio.ensure_future(self._forget_later(conversation, agent))
                self._running.add(task)
                task.add_done_callback(self._running.discard)
            return json_response({"forgotten": len(conversations)})

        return blueprint

    def _admit(self, request: Request) -> None:
        if not hmac.compare_digest((bearer_token(request) or "").encode(), self._secret):
            raise Refused("This is for the action server only.", 401)

    async def _forget_later(self, conversation: str, agent: Agent) -> None:
        try:
            await self._forget(conversation, agent)
        except Exception as error:
            log_failure("A conversation could not be forgotten", error)

    async def _forget(self, conversation: str, agent: Agent) -> None:
        """Forget it between two of its messages."""
        async with agent.lock_store.lock(conversation):
            _store(agent).forget(conversation)


def said(conversation: str, store: RecentTrackerStore) -> list[dict[str, str]]:
    """What the shopper and the assistant said, oldest first; `time` is ISO 8601 in UTC."""
    return [
        {
            "conversation": conversation,
            "time": datetime.fromtimestamp(event.timestamp, timezone.utc).isoformat(),
            "from": message["from"],
            "text": str(message.get("text") or ""),
        }
        for event, message in seen(store.events_of(conversation))
    ]


def _ids(body: dict[str, Any]) -> list[str]:
    """Refused: 400 where it names no list of conversations."""
    ids = body.get("conversations")
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise Refused("'conversations' must be a list of ids.")
    return ids


def _store(agent: Agent) -> RecentTrackerStore:
    """Our own store: Rasa wraps it in one that knows nothing of forgetting."""
    store: RecentTrackerStore = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
    return store
