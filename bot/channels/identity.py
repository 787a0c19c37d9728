"""Who is speaking: signed tokens (JWT, RFC 7519, HS256) that a client can carry but not make.

Three kinds, told apart by their claims so that none passes for another:

- a *session* token (`sub`, `use` = session, maybe `customer`) is what a shopper's browser keeps;
- a *message* token (`sub`, maybe `customer`, maybe `addr`) goes with one message to the action server and
  expires within minutes;
- a *customer* token (`customer`, no `sub`) is what a developer mints with `./aisle token` to sign in over
  REST.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from secrets import token_urlsafe
from typing import Any

import jwt

ALGORITHM = "HS256"
SECRET_BYTES = 32
SESSION_LIFETIME = timedelta(days=7)
MESSAGE_LIFETIME = timedelta(minutes=10)


class TokenError(ValueError):
    """A token that is not ours, has expired, or is of another kind. Its text is fit for a client."""


class SecretError(ValueError):
    """The secret is missing or too short to sign with."""


@dataclass(frozen=True)
class Identity:
    """One side of a conversation: its id (Rasa's sender id), and what the channel vouches for about it."""

    conversation: str
    customer: str | None = None
    address: str | None = None


class Tokens:
    """Mints and opens tokens with one secret of at least 32 bytes (RFC 7518, 3.2).

    Raises:
        SecretError: the secret is shorter than that.
    """

    def __init__(self, secret: str) -> None:
        if len(secret.encode()) < SECRET_BYTES:
            raise SecretError(
                f"AISLE_TOKEN_SECRET is missing or shorter than {SECRET_BYTES} bytes; "
                "`make run` writes one into .env."
            )
        self._secret = secret

    def session(self, conversation: str, customer: str | None = None) -> str:
        """The token with which a browser goes on with its conversation."""
        return self._sign(SESSION_LIFETIME, sub=conversation, use="session", customer=customer)

    def message(self, identity: Identity) -> str:
        """The token that vouches to the action server for who sent one message."""
        return self._sign(
            MESSAGE_LIFETIME, sub=identity.conversation, customer=identity.customer, addr=identity.address
        )

    def open_session(self, token: str) -> Identity:
        """Whose session this is.

        Raises:
            TokenError: it is no valid session token.
        """
        claims = self._verify(token, "exp", "sub")
        if claims.get("use") != "session":
            raise TokenError("This token is not for a conversation.")
        return Identity(claims["sub"], claims.get("customer"))

    def open_customer(self, token: str) -> str:
        """The id of the customer whom a developer's token signs in.

        Raises:
            TokenError: it is no valid customer token.
        """
        claims = self._verify(token, "exp", "customer")
        if "sub" in claims:
            raise TokenError("This token is for a conversation; `./aisle token` mints one to sign in.")
        return str(claims["customer"])

    def _sign(self, lifetime: timedelta, **claims: str | None) -> str:
        known: dict[str, Any] = {name: value for name, value in claims.items() if value is not None}
        known["exp"] = int(time.time() + lifetime.total_seconds())
        return jwt.encode(known, self._secret, algorithm=ALGORITHM)

    def _verify(self, token: str, *required: str) -> dict[str, Any]:
        try:
            claims = jwt.decode(token, self._secret, [ALGORITHM], {"require": list(required)})
        except jwt.ExpiredSignatureError as error:
            raise TokenError("The token has expired.") from error
        except (jwt.PyJWTError, ValueError) as error:
            raise TokenError("The token is not valid.") from error
        if not isinstance(claims.get("customer", ""), str):
            raise TokenError("The token is not valid.")
        return claims


def new_conversation() -> str:
    """An unguessable conversation id (128 random bits), chosen by the server and never by a client."""
    return token_urlsafe(16)


def vouched_address(address: str | None) -> str | None:
    """A client's address as attempts may be counted against it, or None for the loopback and for no address.

    The loopback says nothing about who speaks: a proxy on this machine, or the developer.
    """
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return None
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return None if parsed.is_loopback else str(parsed)
