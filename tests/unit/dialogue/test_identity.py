"""Whom the action server believes a message to be from."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import jwt
import pytest

from actions.dialogue.customers.identity import Identity, identity

SECRET = "a secret of thirty-two bytes or more"


@dataclass
class Said:
    """What of a turn is looked at."""

    metadata: dict[str, Any] = field(default_factory=dict)
    conversation: str = "c1"


def judged(**claims: Any) -> Identity:
    token = jwt.encode({"sub": "c1", "use": "message", "exp": time.time() + 60, **claims}, SECRET, "HS256")
    return identity(Said({"identity": token}), SECRET)  # type: ignore[arg-type]


def test_a_message_token_vouches_for_customer_and_address() -> None:
    found = judged(customer="C0001", addr="203.0.113.5")
    assert (found.customer, found.address) == ("C0001", "203.0.113.5")
    assert found.expires is not None


@pytest.mark.parametrize(
    "claims", [{"use": "session"}, {"use": None}, {"sub": "c2"}, {"exp": time.time() - 1}]
)
def test_no_other_token_vouches_for_anybody(claims: dict[str, Any]) -> None:
    assert judged(customer="C0001", **claims) == Identity()


def test_without_a_token_nobody_speaks() -> None:
    assert identity(Said(), SECRET) == Identity()  # type: ignore[arg-type]
