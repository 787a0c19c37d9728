"""What was said in conversations: the bot keeps it, and is asked where a customer's data are copied or forgotten."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from actions.settings import Settings
from actions.shop.session import ShopUnavailable

SECONDS = 20.0
"""How long the bot may take to answer."""

logger = logging.getLogger(__name__)


class ConversationsUnavailable(ShopUnavailable):
    """The bot did not answer as it should; nothing was changed."""


class Conversations(Protocol):
    """Reads and forgets conversations, by their ids."""

    def read(self, conversations: Sequence[str]) -> list[dict[str, str]]:
        """What was said, each with `conversation`, `time` (ISO 8601), `from` (`shopper` or `assistant`) and `text`.

        Raises:
            ConversationsUnavailable: the bot can't be asked.
        """

    def forget(self, conversations: Sequence[str], open: str | None = None) -> None:
        """Forget all of them; `open`, the one in which this is asked for, as soon as its message is answered.

        Raises:
            ConversationsUnavailable: the bot can't be asked.
        """


@dataclass(frozen=True)
class BotConversations:
    """Those of the bot at `url`, which `secret` opens (see `bot/channels/conversations.py`)."""

    url: str
    secret: str

    def read(self, conversations: Sequence[str]) -> list[dict[str, str]]:
        """What was said."""
        answer = self._post("read", {"conversations": list(conversations)})
        said: list[dict[str, str]] = answer["said"]
        return said

    def forget(self, conversations: Sequence[str], open: str | None = None) -> None:
        """Forget them."""
        self._post("forget", {"conversations": list(conversations), "open": open})

    def _post(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        import httpx  # seldom needed, and slow to import

        headers = {"Authorization": f"Bearer {self.secret}"}
        try:
            address = f"{self.url}/webhooks/conversations/{what}"
            answer = httpx.post(address, json=body, headers=headers, timeout=SECONDS)
            answer.raise_for_status()
            result: dict[str, Any] = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            logger.warning("The bot's conversations can't be had: %s", type(error).__name__)
            raise ConversationsUnavailable("The bot's conversations can't be had.") from error
        return result


def conversations_of(config: Settings) -> BotConversations:
    """The conversations of the bot that the settings name."""
    return BotConversations(config.bot_url.rstrip("/"), config.action_secret.get_secret_value())
