"""The developer's REST channel, shaped as Rasa's: `POST /webhooks/rest/webhook`, `{"sender", "message"}`.

It is off outside development, because a client names its own sender. It takes nothing else from the client:
not the input channel, not metadata, and no payload but one that came with a button of the same sender.
`Authorization: Bearer $(./aisle token --customer ID)` signs that customer in for the message.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels import configuration
from bot.channels.buttons import Buttons
from bot.channels.identity import Identity, SecretError, TokenError, Tokens, vouched_address
from bot.channels.inbox import Collector, Inbox
from bot.channels.json_api import Refused, bearer_token, json_object, speak_json, text_field
from bot.channels.wording import typed

SENDER_LIMIT = 200
SENDER_PREFIX = "dev:"
"""Keeps what a client names apart from the conversations whose ids the server mints."""

_FORWARDING = {"forwarded", "via", "x-real-ip", "true-client-ip", "cf-connecting-ip"}


class RestOutput(Collector):
    """What the assistant says over REST."""

    @classmethod
    def name(cls) -> str:
        """As in a response's `channel:`."""
        return "rest"


class RestInput(InputChannel):
    """Serves `/webhooks/rest/webhook`.

    Args:
        secret: opens customer tokens and seals buttons, at least 32 bytes.
        development: without it every message is refused.
    """

    def __init__(self, secret: str, development: bool) -> None:
        self._tokens = Tokens(secret)
        self._buttons = Buttons(secret)
        self._development = development

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in a conversation's events."""
        return "rest"

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> RestInput:
        """The channel as `credentials.yml` names it.

        Raises:
            RasaException: `AISLE_TOKEN_SECRET` is missing or too short.
        """
        try:
            return cls(configuration.token_secret(), configuration.development())
        except SecretError as error:
            raise RasaException(str(error)) from error

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The one route, and a health check beside it as in Rasa's."""
        blueprint = Blueprint("rest")
        inbox = Inbox(self.name(), self._tokens, on_new_message)
        speak_json(blueprint)

        @blueprint.get("/")
        async def health(_: Request) -> HTTPResponse:
            return json_response({"status": "ok"})

        @blueprint.post("/webhook")
        async def webhook(request: Request) -> HTTPResponse:
            self._admit(request)
            body = json_object(request)
            sender = text_field(body, "sender", SENDER_LIMIT)
            if not sender.isprintable() or not sender.strip():
                raise Refused("'sender' must be a name of printable characters.")
            identity = Identity(SENDER_PREFIX + sender, self._customer(request), vouched_address(request.ip))
            message = text_field(body, "message")
            text = self._buttons.open(message, identity.conversation) or typed(message)
            said = await inbox.answer(request.app.ctx.agent, text, identity, RestOutput())
            sealed = self._buttons.seal(said, identity.conversation)
            return json_response([{"recipient_id": sender, **message} for message in sealed])

        return blueprint

    def _admit(self, request: Request) -> None:
        """Refuses whoever may not be the developer at this machine."""
        if not self._development:
            raise Refused("The REST channel is off outside development.", 403)
        names = {name.lower() for name in request.headers}
        if names & _FORWARDING or any(name.startswith("x-forwarded") for name in names):
            raise Refused("The REST channel does not answer forwarded requests.", 403)

    def _customer(self, request: Request) -> str | None:
        token = bearer_token(request)
        try:
            return self._tokens.open_customer(token) if token else None
        except TokenError as error:
            raise Refused(str(error), 401) from error
