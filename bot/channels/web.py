"""The web page's channel: the demo shop with the chat in its corner, and the conversation behind it.

| request | answer |
|---|---|
| `GET /shop` | the page (built from `bot/widget`), its files under `/shop/assets/` |
| `GET /shop/chat.js` | the chat by itself, for a shop's own pages |
| `GET /shop/pictures/<product_id>.svg` | a product's picture |
| `GET /shop/demo` | `{"products": [...], "customers": [...]}` for the page; customers in development only |
| `POST /shop/session` | `{"token", "customer"}`: a new session, or the one of the bearer token prolonged; |
|   with `{"customer_token"}` | for the customer whom the shop's own server signed in, for nobody with null |
| `GET /shop/messages` | `{"messages": [...]}`: the conversation so far |
| `POST /shop/messages` | `{"text"}` or `{"button"}` in, `{"messages": [...]}` out |

The last two need `Authorization: Bearer <token>`. A message is `{"text", "buttons", "custom"}`; in the
history it also says `from` whom it is (`shopper` or `assistant`). A button's `payload` is an id to send as
`{"button"}`.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels import configuration, pages
from bot.channels.buttons import Buttons
from bot.channels.demo import DemoShop
from bot.channels.history import history
from bot.channels.identity import (
    PAGE_TOKEN_LIFETIME,
    Identity,
    SecretError,
    TokenError,
    Tokens,
    new_conversation,
    vouched_address,
)
from bot.channels.inbox import Collector, Inbox, Message
from bot.channels.json_api import Refused, bearer_token, json_object, speak_json, text_field
from bot.channels.wording import typed

BUTTON_LIMIT = 8_000
"""Characters of a button's id: far above any that we seal."""


class WebOutput(Collector):
    """What the assistant says to the page."""

    @classmethod
    def name(cls) -> str:
        """As in a response's `channel:`."""
        return "web"


class WebInput(InputChannel):
    """Serves `/shop`.

    Args:
        secret: signs sessions and seals buttons, at least 32 bytes.
        development: lets the page sign in as a demo customer.
        shop: what the page shows.
        page: the folder that `npm run build` writes.
    """

    def __init__(self, secret: str, development: bool, shop: DemoShop, page: Path) -> None:
        self._tokens = Tokens(secret)
        self._buttons = Buttons(secret)
        self._development = development
        self._shop = shop
        self._page = page

    @classmethod
    def name(cls) -> str:
        """The channel's name in a conversation's events."""
        return "web"

    def url_prefix(self) -> str:
        """Absolute, so that Rasa does not put it under `/webhooks/`."""
        return "/shop"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        """The channel as `credentials.yml` names it; `var` there may name another folder with the demo shop.

        Raises:
            RasaException: `AISLE_TOKEN_SECRET` is missing or too short.
        """
        shop = DemoShop(Path((credentials or {}).get("var", configuration.VAR)))
        try:
            return cls(configuration.token_secret(), configuration.development(), shop, configuration.PAGE)
        except SecretError as error:
            raise RasaException(str(error)) from error

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the table above."""
        blueprint = Blueprint("web")
        inbox = Inbox(self.name(), self._tokens, on_new_message)
        speak_json(blueprint)
        pages.serve(blueprint, self._page, self._shop)

        @blueprint.get("/demo")
        async def demo(_: Request) -> HTTPResponse:
            customers = self._shop.customers() if self._development else []
            return json_response({"products": self._shop.products(), "customers": customers})

        @blueprint.post("/session")
        async def session(request: Request) -> HTTPResponse:
            body = json_object(request)
            identity = self._renewed(request)
            if "customer_token" in body:
                identity = signed_in(identity, self._customer(body["customer_token"]))
            elif "customer" in body:
                identity = signed_in(identity, self._demo_customer(body["customer"]))
            token = self._tokens.session(identity)
            return json_response({"token": token, "customer": self._shown(identity.customer)})

        @blueprint.get("/messages")
        async def messages(request: Request) -> HTTPResponse:
            identity = self._identified(request)
            said = await history(request.app.ctx.agent, identity.conversation)
            return self._sealed(said, identity)

        @blueprint.post("/messages")
        async def message(request: Request) -> HTTPResponse:
            identity = self._identified(request)
            text = self._text(json_object(request), identity)
            said = await inbox.answer(request.app.ctx.agent, text, identity, WebOutput())
            return self._sealed(said, identity)

        return blueprint

    def _renewed(self, request: Request) -> Identity:
        """Who the bearer token says it is, a stranger in a new conversation without a valid one."""
        try:
            return self._tokens.open_session(bearer_token(request) or "")
        except TokenError:
            return Identity(new_conversation())

    def _customer(self, token: object) -> str | None:
        """The customer whom a token of the shop's own server signs in; None, for nobody, where it says null."""
        if token is None:
            return None
        if not isinstance(token, str):
            raise Refused("'customer_token' must be a text or null.")
        try:
            return self._tokens.open_customer(token, within=PAGE_TOKEN_LIFETIME)
        except TokenError as error:
            raise Refused(str(error), 403) from error

    def _demo_customer(self, customer: object) -> str | None:
        """The demo customer to sign in, or nobody (None)."""
        if not self._development:
            raise Refused("Signing in as a demo customer works in development only.", 403)
        if customer is not None and not (isinstance(customer, str) and self._shop.customer(customer)):
            raise Refused("There is no such demo customer.")
        return customer

    def _shown(self, customer: str | None) -> dict[str, Any] | None:
        """What the page may show of who is signed in: of demo customers a name, too."""
        return (self._shop.customer(customer) or {"customer_id": customer}) if customer else None

    def _identified(self, request: Request) -> Identity:
        token = bearer_token(request)
        if not token:
            raise Refused("Send the token of 'POST /shop/session' as 'Authorization: Bearer …'.", 401)
        try:
            identity = self._tokens.open_session(token)
        except TokenError as error:
            raise Refused(str(error), 401) from error
        address = vouched_address(request.remote_addr or request.ip)
        return replace(identity, address=address)

    def _text(self, body: dict[str, Any], identity: Identity) -> str:
        """What Rasa gets: typed text, or the payload of a button of this conversation."""
        if "button" not in body:
            return typed(text_field(body, "text"))
        payload = self._buttons.open(text_field(body, "button", BUTTON_LIMIT), identity.conversation)
        if payload is None:
            raise Refused("That button does not belong to this conversation.")
        return payload

    def _sealed(self, said: list[Message], identity: Identity) -> HTTPResponse:
        return json_response({"messages": self._buttons.seal(said, identity.conversation)})


def signed_in(identity: Identity, customer: str | None) -> Identity:
    """The identity once a customer has signed in, or with None nobody any more.

    A stranger takes the conversation along when signing in; nobody else enters one that a customer had.
    """
    keeps = identity.customer in (None, customer)
    conversation = identity.conversation if keeps else new_conversation()
    return Identity(conversation, customer, auth_time=int(time.time()) if customer else None)
