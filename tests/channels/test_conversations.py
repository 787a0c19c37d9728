"""What was said, for the action server alone: read and forgotten over HTTP."""

from __future__ import annotations

import jwt
import pytest

from tests.channels.assistant.running import Assistant, Reply

READ, FORGET = "/webhooks/conversations/read", "/webhooks/conversations/forget"


def talked(assistant: Assistant, text: str = "hi") -> tuple[str, str]:
    """A new conversation in which something was said: its token and its id."""
    token = assistant.post("/shop/session", {}).json["token"]
    assert assistant.post("/shop/messages", {"text": text}, token=token).status == 200
    return token, str(jwt.decode(token, assistant.secret, ["HS256"])["sub"])


def ask(assistant: Assistant, path: str, *conversations: str, **more: str) -> Reply:
    return assistant.post(path, {"conversations": conversations, **more}, token=assistant.action_secret)


def test_what_was_said_is_read_with_its_times(assistant: Assistant) -> None:
    _, one = talked(assistant)
    _, other = talked(assistant, "hello")
    said = ask(assistant, READ, one, "never held").json["said"]
    assert [(line["conversation"], line["from"]) for line in said] == [(one, "shopper"), (one, "assistant")]
    assert said[0]["text"] == "hi" and said[0]["time"].endswith("+00:00")
    assert ask(assistant, READ, one, other).json["said"][2]["text"] == "hello"


@pytest.mark.parametrize("open", ["", "itself"])
def test_what_is_forgotten_is_gone_and_the_conversation_goes_on(assistant: Assistant, open: str) -> None:
    token, one = talked(assistant)
    _, kept = talked(assistant)
    assert ask(assistant, FORGET, one, **({"open": one} if open else {})).json == {"forgotten": 1}
    assert ask(assistant, READ, one).json["said"] == []
    assert len(ask(assistant, READ, kept).json["said"]) == 2
    assert assistant.post("/shop/messages", {"text": "hi again"}, token=token).status == 200
    assert ask(assistant, READ, one).json["said"][0]["text"] == "hi again"
    assert [each["text"] for each in assistant.said_by(one)] == ["hi again"]


@pytest.mark.parametrize("path", [READ, FORGET])
def test_nobody_else_gets_in(assistant: Assistant, session: str, path: str) -> None:
    _, one = talked(assistant)
    for token in (None, session, assistant.secret, "x"):
        assert assistant.post(path, {"conversations": [one]}, token=token).status == 401
    assert len(ask(assistant, READ, one).json["said"]) == 2


@pytest.mark.parametrize("body", [{}, {"conversations": "c"}, {"conversations": [1]}])
def test_a_wrong_body_is_refused(assistant: Assistant, body: object) -> None:
    assert assistant.post(READ, body, token=assistant.action_secret).status == 400
