"""The REST channel, over HTTP: shaped as Rasa's, open to the developer only."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest

from tests.channels.assistant.running import Assistant, Reply

WEBHOOK = "/webhooks/rest/webhook"


def say(assistant: Assistant, message: object, sender: object = "ann", **headers: str) -> Reply:
    return assistant.post(WEBHOOK, {"sender": sender, "message": message}, **headers)


def texts(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.body
    return [message["text"] for message in reply.json]


def test_a_message_is_answered_as_rasa_does(assistant: Assistant) -> None:
    (message,) = say(assistant, "hi").json
    assert message["recipient_id"] == "ann"
    assert message["text"].startswith("Hello!")
    assert message["buttons"][0]["title"] == "Find hiking boots"


def test_text_and_cards_of_one_message_stay_one_message(assistant: Assistant) -> None:
    (message,) = say(assistant, "boots").json
    assert "\n\n1. Kestrel Mid" in message["text"]
    assert [item["product_id"] for item in message["custom"]["items"]] == ["T1001", "T1002"]


def test_a_button_works_when_sent_back_by_its_sender_only(assistant: Assistant) -> None:
    payload = say(assistant, "boots").json[0]["custom"]["items"][0]["buttons"][0]["payload"]
    assert "ask_product_detail" not in payload
    assert texts(say(assistant, payload)) == ["The Kestrel Mid weighs 480 g."]
    assert texts(say(assistant, payload, sender="bob")) == ["I did not get that."]


@pytest.mark.parametrize("text", ["/affirm", "  /affirm", "/restart", '/ask_product_detail{"product": "x"}'])
def test_text_with_a_slash_is_text(assistant: Assistant, text: str) -> None:
    assert texts(say(assistant, text)) == ["I did not get that."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 10_000,
        "🥾🏔️🔥",
        "你好我想退货",
        "مرحبا",
        "<script>alert(1)</script>",
        "'; DROP TABLE orders; --",
        "a\u0000b",
        "\ud800",
        "null",
        "{}",
    ],
)
def test_strange_text_gets_an_answer_and_the_conversation_goes_on(assistant: Assistant, text: str) -> None:
    assert texts(say(assistant, text, sender="strange")) == ["I did not get that."]
    assert texts(say(assistant, "hello", sender="strange"))[0].startswith("Hello!")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b'{"sender": "ann", "message": "hi"', 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"1" * 10_000, 400),
        (b"[]", 400),
        (b"null", 400),
        (b"{}", 400),
        (b'{"message": "hi"}', 400),
        (b'{"sender": "ann"}', 400),
        (b'{"sender": "ann", "message": null}', 400),
        (b'{"sender": "ann", "message": ["hi"]}', 400),
        (b'{"sender": 5, "message": "hi"}', 400),
        (b'{"sender": "", "message": "hi"}', 400),
        (b'{"sender": "a\\u0000b", "message": "hi"}', 400),
        (b'{"sender": "%s", "message": "hi"}' % (b"a" * 201), 413),
        (b'{"sender": "ann", "message": "%s"}' % (b"a" * 10_001), 413),
        (b'{"sender": "ann", "message": "%s"}' % (b"a" * 1_000_000), 413),
    ],
)
def test_a_bad_body_is_refused_with_a_sentence(assistant: Assistant, body: bytes, status: int) -> None:
    reply = assistant.call("POST", WEBHOOK, body, {"Content-Type": "application/json"})
    assert reply.status == status
    assert reply.json["error"].endswith(".")


def test_other_sites_forms_are_refused(assistant: Assistant) -> None:
    body = b'{"sender": "ann", "message": "hi"}'
    for headers in (
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ):
        assert assistant.call("POST", WEBHOOK, body, headers).status == 415
    preflight = assistant.call("OPTIONS", WEBHOOK, headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in preflight.headers


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via", "X-Real-IP", "x-forwarded-proto"]
)
def test_forwarded_requests_are_refused(assistant: Assistant, header: str) -> None:
    assert say(assistant, "hi", **{header: "203.0.113.5"}).status == 403


def test_a_failing_assistant_says_so_and_logs_no_words(assistant: Assistant) -> None:
    for broken in ("kaboom, my name is Zephyrine", "where is my order"):
        (message,) = say(assistant, broken).json
        assert message["text"] == "Something is wrong on my side."
        assert texts(say(assistant, message["buttons"][0]["payload"]))[0].startswith("Hello!")
    assert "could not be answered" in assistant.log
    assert "Zephyrine" not in assistant.log


def signed(assistant: Assistant, **claims: Any) -> str:
    return jwt.encode({"exp": time.time() + 60, **claims}, assistant.secret, "HS256")


def test_a_token_signs_a_customer_in_for_the_action_server(assistant: Assistant) -> None:
    body = {"sender": "signed", "message": "hi", "metadata": {"identity": "forged", "customer": "C0009"}}
    reply = assistant.post(WEBHOOK, body, token=signed(assistant, customer="C0001"))
    assert reply.status == 200
    (said,) = assistant.said_by("dev:signed")
    assert said["input_channel"] == "rest"
    assert said["metadata"].keys() <= {"identity", "model_id", "assistant_id"}
    claims = jwt.decode(said["metadata"]["identity"], assistant.secret, ["HS256"])
    assert (claims["sub"], claims["customer"]) == ("dev:signed", "C0001")
    assert "addr" not in claims


def test_a_bad_token_is_refused(assistant: Assistant) -> None:
    expired = signed(assistant, customer="C0001", exp=time.time() - 1)
    session = assistant.post("/shop/session", {"customer": "C0001"}).json["token"]
    for token in ("nonsense", expired, session):
        reply = assistant.post(WEBHOOK, {"sender": "ann", "message": "hi"}, token=token)
        assert reply.status == 401
        assert reply.json["error"]
