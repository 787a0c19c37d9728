"""Who is speaking: signed tokens (JWT, RFC 7519, HS256) that a client can carry but not make.

Three kinds, told apart by their claims so that none passes for another:

- a *session* token (`sub`, `use` = session, maybe `customer` with `auth_time`, the moment of signing in as OpenID
  Connect calls it) is what a shopper's browser keeps;
- a *message* token (`sub`, `use` = message, maybe `customer`, maybe `addr`) goes with one message to the action
  server and expires within minutes;
- a *customer* token (`customer`, no `sub`) signs a customer in: the shop's own server mints it for its page, and
  `./aisle token` for a developer over REST.
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
SIGN_IN_LIFETIME = timedelta(days=1)
"""How long a session speaks for the customer who signed in, however often it is prolonged."""
MESSAGE_LIFETIME = timedelta(minutes=10)
PAGE_TOKEN_LIFETIME = timedelta(minutes=10)
"""How long a customer token may at most be good for still where a browser hands it in: it may be seen there."""


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
    auth_time: int | None = None
    """When the customer signed in, in seconds of Unix time; None where nobody did."""


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

    def session(self, identity: Identity) -> str:
        """The token with which a browser goes on with its conversation; the customer's ends with their sign-in."""
        expires = time.time() + SESSION_LIFETIME.total_seconds()
        if identity.customer is not None:
            signed_in = identity.auth_time or 0
            expires = min(expires, signed_in + SIGN_IN_LIFETIME.total_seconds())
        return self._sign(
            expires,
            sub=identity.conversation,
            use="session",
            customer=identity.customer,
            auth_time=identity.auth_time,
        )

    def message(self, identity: Identity) -> str:
        """The token that vouches to the action server for who sent one message."""
        return self._sign(
            time.time() + MESSAGE_LIFETIME.total_seconds(),
            sub=identity.conversation,
            use="message",
            customer=identity.customer,
            addr=identity.address,
        )

    def open_session(self, token: str) -> Identity:
        """Whose session this is.

        Raises:
            TokenError: it is no valid session token.
        """
        claims = self._verify(token, "exp", "sub")
        if claims.get("use") != "session":
            raise TokenError("This token is not for a conversation.")
        if ("customer" in claims) != isinstance(claims.get("auth_time"), int):
            raise TokenError("The token is not valid.")
        return Identity(claims["sub"], claims.get("customer"), auth_time=claims.get("auth_time"))

    def open_customer(self, token: str, within: timedelta | None = None) -> str:
        """The id of the customer whom a token signs in.

        Args:
            token: a customer token.
            within: when it must have expired; None takes any.

        Raises:
            TokenError: it is no valid customer token, or good for longer.
        """
        claims = self._verify(token, "exp", "customer")
        if "sub" in claims:
            raise TokenError("This token is for a conversation; a customer token has no 'sub'.")
        if within is not None and claims["exp"] > time.time() + within.total_seconds():
            minutes = within.total_seconds() / 60
            raise TokenError(f"A customer token of a page must expire within {minutes:.0f} minutes.")
        return str(claims["customer"])

    def _sign(self, expires: float, **claims: str | int | None) -> str:
        known: dict[str, Any] = {name: value for name, value in claims.items() if value is not None}
        known["exp"] = int(expires)
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
