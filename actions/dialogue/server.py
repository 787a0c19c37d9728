"""The action server: Rasa's action protocol, for nobody but our bot.

`python -m actions.dialogue.server`. It requires the shared secret and bounds what it reads. The routes are our own
because those of rasa_sdk answer an error with the whole conversation in its body.
"""

from __future__ import annotations

import gc
import hmac
import logging
import sys
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions.dialogue.current import current
from actions.settings import LOOPBACK, Settings, settings

logger = logging.getLogger(__name__)

FRESH_SECONDS = 5.0
"""How soon new products and answers are taken up."""
LARGEST_REQUEST = 16 * 2**20
"""Bytes. A request carries the whole conversation, some 2 kB a turn."""

GARBAGE_AFTER = 20_000
"""New objects, of which a turn makes some thousands."""


def build(config: Settings) -> Sanic[Any, Any]:
    """The server with every action of `actions.dialogue`.

    Raises:
        ValueError: there is no secret to share with the bot.
    """
    secret = config.action_secret.get_secret_value()
    if not secret:
        raise ValueError(
            "AISLE_ACTION_SECRET is not set. `make run` writes one into .env; or set it yourself."
        )
    executor = ActionExecutor()
    executor.register_package("actions.dialogue")

    app = Sanic("aisle-actions", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_REQUEST
    app.config.ACCESS_LOG = False

    @app.get("/health")
    async def health(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @app.post("/webhook")
    async def webhook(request: Request) -> HTTPResponse:
        given = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(given, f"Bearer {secret}".encode()):
            return json({"error": "The action server answers its own bot only."}, status=401)
        call = request.json
        if not isinstance(call, dict) or "tracker" not in call:
            return json({"error": "This is not a call of an action."}, status=400)
        call.setdefault("domain", {})  # the bot leaves it out, as no action reads it; rasa_sdk insists on one
        try:
            result = await executor.run(call)
        except ActionExecutionRejection as rejection:
            return json({"error": rejection.message, "action_name": rejection.action_name}, status=400)
        except ActionNotFoundException as missing:
            return json({"error": missing.message, "action_name": missing.action_name}, status=404)
        return json(result.model_dump() if result else None)

    @app.exception(Exception)
    async def refuse(_: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, SanicException):
            return json({"error": str(error)}, status=error.status_code)
        logger.error("An action failed: %s", type(error).__name__)
        return json({"error": "The action failed; the log says where."}, status=500)

    return app


def leave_out_of_garbage() -> None:
    """Look for cycles only among what is made from now on, and after 20,000 new objects instead of 700.

    The catalogue, the indexes and the models live as long as the process. To look through them takes some 200 ms,
    in which nobody is answered, and happened every sixty messages.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER, *gc.get_threshold()[1:])


def main() -> None:
    """Serve until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    config = settings()
    try:
        app = build(config)
        current().keep_fresh(FRESH_SECONDS)
    except Exception as error:
        sys.exit(f"The action server cannot start: {error}")
    leave_out_of_garbage()
    app.run(host=LOOPBACK, port=config.action_port, single_process=True, motd=False)


if __name__ == "__main__":
    main()
