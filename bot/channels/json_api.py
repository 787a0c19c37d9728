"""JSON over HTTP as every channel of ours speaks it: bounded bodies in, one sentence out on an error."""

from __future__ import annotations

import json
import logging
from traceback import format_tb
from typing import Any

from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels.wording import ACCEPT_LIMIT

BODY_LIMIT = 256 * 1024
"""Bytes: the longest accepted message, every character written as a JSON escape, twice over."""

logger = logging.getLogger(__name__)


class Refused(SanicException):
    """A request that is not served; its text goes to the client."""

    def __init__(self, message: str, status_code: int = 400) -> None:
        super().__init__(message, status_code=status_code, quiet=True)


def speak_json(blueprint: Blueprint) -> None:
    """Answers every error of a blueprint as `{"error": sentence}` and bounds the bodies of its server."""

    @blueprint.listener("before_server_start")  # type: ignore[untyped-decorator]
    async def bound_bodies(app: Any, _: Any) -> None:
        app.config.REQUEST_MAX_SIZE = min(app.config.REQUEST_MAX_SIZE, BODY_LIMIT)

    @blueprint.exception(SanicException)  # type: ignore[untyped-decorator]
    async def refuse(_: Request, error: SanicException) -> HTTPResponse:
        return json_response({"error": f"{str(error).rstrip('.')}."}, status=error.status_code)

    @blueprint.exception(Exception)  # type: ignore[untyped-decorator]
    async def apologise(_: Request, error: Exception) -> HTTPResponse:
        log_failure("A request failed", error)
        return json_response({"error": "Something went wrong on our side. Please try again."}, status=500)


def json_object(request: Request) -> dict[str, Any]:
    """The JSON object that a request carries.

    Asking for the content type is also what keeps other sites' forms out: a browser lets them send
    `application/json` only after a preflight, which nobody here answers.

    Raises:
        Refused: 415 without `Content-Type: application/json`, 400 where the body is not a JSON object.
    """
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise Refused("Send a JSON object with 'Content-Type: application/json'.", 415)
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise Refused("The body is not valid JSON.") from error
    if not isinstance(body, dict):
        raise Refused("The body must be a JSON object.")
    return body


def text_field(body: dict[str, Any], name: str, limit: int = ACCEPT_LIMIT) -> str:
    """A text of a JSON object.

    Raises:
        Refused: 400 where it is missing or no text, 413 where it is longer than `limit` characters.
    """
    value = body.get(name)
    if not isinstance(value, str):
        raise Refused(f"'{name}' must be a text.")
    if len(value) > limit:
        raise Refused(f"'{name}' must be at most {limit:,} characters long.", 413)
    return value


def bearer_token(request: Request) -> str | None:
    """The token of the header `Authorization: Bearer …`, None without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def log_failure(what: str, error: BaseException) -> None:
    """Logs where an error came from but not its text, which may quote a shopper."""
    where = "".join(format_tb(error.__traceback__))
    logger.error("%s: %s at\n%s", what, type(error).__name__, where)
