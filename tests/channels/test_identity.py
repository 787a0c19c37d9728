"""Tokens: what the server signed is believed, nothing else."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import jwt
import pytest

from bot.channels.identity import (
    SIGN_IN_LIFETIME,
    Identity,
    SecretError,
    TokenError,
    Tokens,
    new_conversation,
    vouched_address,
)

SECRET = "a secret of sixty-four bytes or more, long enough for any of the tests"
TOKENS = Tokens(SECRET)


def signed(secret: str = SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    return jwt.encode({"exp": time.time() + 60, **claims}, secret, algorithm)


def signed_in(seconds_ago: float = 0) -> Identity:
    return Identity("c1", "C0001", auth_time=int(time.time() - seconds_ago))


def test_a_session_comes_back_as_it_was_signed() -> None:
    for identity in (Identity("c1"), signed_in()):
        assert TOKENS.open_session(TOKENS.session(identity)) == identity


def test_a_sign_in_ends_however_often_its_session_is_prolonged() -> None:
    day = SIGN_IN_LIFETIME.total_seconds()
    almost = signed_in(day - 60)
    prolonged = TOKENS.open_session(TOKENS.session(TOKENS.open_session(TOKENS.session(almost))))
    assert prolonged == almost
    claims = jwt.decode(TOKENS.session(prolonged), SECRET, ["HS256"])
    assert claims["exp"] == pytest.approx(time.time() + 60, abs=5)
    with pytest.raises(TokenError, match="expired"):
        TOKENS.open_session(TOKENS.session(signed_in(day + 1)))


def test_the_action_server_gets_the_agreed_claims() -> None:
    identity = Identity("c1", "C0001", "203.0.113.5")
    claims = jwt.decode(TOKENS.message(identity), SECRET, ["HS256"], {"require": ["sub", "exp"]})
    assert {name: claims[name] for name in ("sub", "customer", "addr")} == {
        "sub": "c1",
        "customer": "C0001",
        "addr": "203.0.113.5",
    }
    assert claims["exp"] < time.time() + 3600
    assert jwt.decode(TOKENS.message(Identity("c1")), SECRET, ["HS256"]).keys() == {
        "sub",
        "use",
        "exp",
    }


def test_a_customer_token_names_the_customer() -> None:
    assert TOKENS.open_customer(signed(customer="C0001")) == "C0001"


def test_a_pages_customer_token_must_be_short_lived() -> None:
    ten = timedelta(minutes=10)
    assert TOKENS.open_customer(signed(customer="C0001", exp=time.time() + 500), within=ten) == "C0001"
    with pytest.raises(TokenError, match="within 10 minutes"):
        TOKENS.open_customer(signed(customer="C0001", exp=time.time() + 700), within=ten)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        "a.b.c",
        "ü.é.😀",
        "\udc80.x.y",
        signed(secret="b" * 40, sub="c1", use="session"),
        signed(algorithm="HS512", sub="c1", use="session"),
        jwt.encode({"sub": "c1", "use": "session", "exp": time.time() + 60}, "", "none"),
        signed(sub="c1", use="session", exp=time.time() - 1),
        jwt.encode({"sub": "c1", "use": "session"}, SECRET, "HS256"),
        signed(sub="c1", use="session", customer=["C0001"]),
        signed(use="session"),
        signed(sub="c1", use="session", customer="C0001"),
        signed(sub="c1", use="session", auth_time=1),
        TOKENS.session(Identity("c1"))[:-2] + "xx",
        TOKENS.message(Identity("c1")),
        signed(customer="C0001"),
    ],
)
def test_no_other_token_opens_a_session(token: str) -> None:
    with pytest.raises(TokenError):
        TOKENS.open_session(token)


@pytest.mark.parametrize(
    "token",
    [
        "",
        TOKENS.session(signed_in()),
        TOKENS.message(Identity("c1", "C0001")),
        signed(customer="C0001", exp=time.time() - 1),
        signed(customer=1),
        signed(secret="b" * 40, customer="C0001"),
    ],
)
def test_no_other_token_signs_a_customer_in(token: str) -> None:
    with pytest.raises(TokenError):
        TOKENS.open_customer(token)


@pytest.mark.parametrize("secret", ["", "short"])
def test_a_weak_secret_is_refused_with_the_way_to_mend_it(secret: str) -> None:
    with pytest.raises(SecretError, match=r"AISLE_TOKEN_SECRET.*make run"):
        Tokens(secret)


def test_conversations_cannot_be_guessed() -> None:
    ids = {new_conversation() for _ in range(1000)}
    assert len(ids) == 1000
    assert min(map(len, ids)) >= 22


@pytest.mark.parametrize(
    ("seen", "vouched"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", None),
        ("127.8.8.8", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        ("", None),
        (None, None),
        ("unix:/tmp/socket", None),
    ],
)
def test_the_loopback_is_never_vouched_for(seen: str | None, vouched: str | None) -> None:
    assert vouched_address(seen) == vouched
