"""Buttons as a client sees them: a sealed id in place of the payload, good in its own conversation only.

A payload such as `/return_item{"order_number": "1042"}` decides an intent without any classification, so a
client may neither write one nor take one into another conversation. Its id is the payload itself, encrypted
and authenticated (Fernet) under a key derived from the secret and the conversation: nothing to store,
nothing to lose on a restart.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken


class Buttons:
    """Seals and opens the buttons of every conversation with one secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def seal(self, message: Any, conversation: str) -> Any:
        """A copy of a bot message in which every `payload`, however deep, is an id for this conversation."""
        fernet = self._fernet(conversation)

        def sealed(value: Any, name: str = "") -> Any:
            if isinstance(value, dict):
                return {key: sealed(inner, key) for key, inner in value.items()}
            if isinstance(value, list):
                return [sealed(inner) for inner in value]
            if name == "payload" and isinstance(value, str):
                return fernet.encrypt(value.encode()).decode()
            return value

        return sealed(message)

    def open(self, button: str, conversation: str) -> str | None:
        """The payload behind an id, or None for anything that was not sealed for this conversation."""
        try:
            return str(self._fernet(conversation).decrypt(button), "utf-8")
        except (InvalidToken, ValueError):
            return None

    def _fernet(self, conversation: str) -> Fernet:
        key = hmac.digest(self._secret, f"button:{conversation}".encode(), sha256)
        return Fernet(urlsafe_b64encode(key))
