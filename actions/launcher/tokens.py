"""Tokens with which a developer signs a customer in."""

from __future__ import annotations

import time
from datetime import timedelta

import jwt

from actions.launcher import LaunchError
from actions.settings import settings


def customer_token(customer: str, lifetime: timedelta) -> str:
    """A JWT (RFC 7519, HS256) with the claims `customer` and `exp`, as the REST channel takes it.

    Raises:
        LaunchError: there is no secret to sign with.
    """
    secret = settings().token_secret.get_secret_value()
    if not secret:
        raise LaunchError("There is no AISLE_TOKEN_SECRET to sign with yet: `make run` writes one into .env.")
    return jwt.encode({"customer": customer, "exp": int(time.time() + lifetime.total_seconds())}, secret)
