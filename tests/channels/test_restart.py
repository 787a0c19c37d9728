"""The same assistant in a new process and outside development: what goes on, and what is closed there."""

from __future__ import annotations

import time
from collections.abc import Iterator

import jwt
import pytest

from tests.channels.assistant.running import Assistant


@pytest.fixture(scope="module")
def deployed(assistant: Assistant) -> Iterator[Assistant]:
    """A second process with the first one's folder and secret."""
    one = Assistant(assistant.folder, development=False, secret=assistant.secret)
    one.start()
    yield one
    one.stop()


def test_a_conversation_goes_on_after_a_restart(
    assistant: Assistant, deployed: Assistant, session: str
) -> None:
    assistant.post("/shop/messages", {"text": "hi"}, token=session)
    reply = deployed.call("GET", "/shop/messages", headers={"Authorization": f"Bearer {session}"})
    asked, greeting = reply.json["messages"]
    assert (asked["from"], asked["text"], greeting["from"]) == ("shopper", "hi", "assistant")
    button = {"button": greeting["buttons"][1]["payload"]}
    assert deployed.post("/shop/messages", button, token=session).json["messages"] == [{"text": "Signed."}]


def test_the_rest_channel_is_off_outside_development(deployed: Assistant) -> None:
    reply = deployed.post("/webhooks/rest/webhook", {"sender": "ann", "message": "hi"})
    assert (reply.status, "development" in reply.json["error"]) == (403, True)


def test_nobody_signs_in_as_a_demo_customer_outside_development(deployed: Assistant) -> None:
    assert deployed.post("/shop/session", {"customer": "C0001"}).status == 403
    assert deployed.call("GET", "/shop/demo").json["customers"] == []
    assert deployed.post("/shop/session", {}).status == 200


def test_the_shops_own_server_signs_in_outside_development(deployed: Assistant) -> None:
    claims = {"customer": "S-77", "exp": time.time() + 300}
    body = {"customer_token": jwt.encode(claims, deployed.secret, "HS256")}
    reply = deployed.post("/shop/session", body)
    assert (reply.status, reply.json["customer"]) == (200, {"customer_id": "S-77"})
