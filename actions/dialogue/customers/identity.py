"""Who is speaking: the channel's signed token, verified here because the action server trusts nobody's word."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

import jwt

from actions.dialogue.turn import Turn

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Identity:
    """What the channel vouches for: a signed-in `customer` until `expires`, and the `address` it is spoken from."""

    customer: str | None = None
    address: str | None = None
    expires: datetime | None = None


def identity(turn: Turn, secret: str) -> Identity:
    """The identity in the message's metadata; an anonymous one where there is no valid token for this conversation."""
    token = turn.metadata.get("identity")
    if not token or not secret:
        return Identity()
    try:
        claims = jwt.decode(token, secret, algorithms=["HS256"], options={"require": ["sub", "exp"]})
    except jwt.InvalidTokenError as error:
        logger.info("Identity token refused: %s", type(error).__name__)
        return Identity()
    if claims.get("use") != "message":
        logger.warning("Identity token that is not for a message refused")
        return Identity()
    if claims["sub"] != turn.conversation:
        logger.warning("Identity token of another conversation refused")
        return Identity()
    return Identity(claims.get("customer"), claims.get("addr"), datetime.fromtimestamp(claims["exp"], UTC))
