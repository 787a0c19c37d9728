"""The page's channel, over HTTP: sessions, messages, history, and what surrounds the page."""

from __future__ import annotations

import os
import time
from typing import Any

import jwt
import pytest

from tests.channels.assistant.running import HERE, Assistant, Reply

MESSAGES = "/shop/messages"


def say(assistant: Assistant, session: str, text: object) -> Reply:
    return assistant.post(MESSAGES, {"text": text}, token=session)


def history(assistant: Assistant, session: str) -> list[dict[str, Any]]:
    reply = assistant.call("GET", MESSAGES, headers={"Authorization": f"Bearer {session}"})
    assert reply.status == 200
    messages: list[dict[str, Any]] = reply.json["messages"]
    return messages


def subject(assistant: Assistant, token: str) -> str:
    return str(jwt.decode(token, assistant.secret, ["HS256"])["sub"])


def test_a_conversation_is_held_and_read_back(assistant: Assistant, session: str) -> None:
    (greeting,) = say(assistant, session, "hi").json["messages"]
    pressed = assistant.post(MESSAGES, {"button": greeting["buttons"][0]["payload"]}, token=session)
    (cards,) = pressed.json["messages"]
    details = cards["custom"]["items"][1]["buttons"][0]["payload"]
    (answer,) = assistant.post(MESSAGES, {"button": details}, token=session).json["messages"]
    assert answer == {"text": "The Ridge Walker weighs 480 g."}
    said = [(message["from"], message["text"].partition("\n")[0]) for message in history(assistant, session)]
    assert said == [
        ("shopper", "hi"),
        ("assistant", "Hello! I find gear, answer questions and look after orders."),
        ("shopper", "Find hiking boots"),
        ("assistant", "Two boots fit:"),
        ("shopper", "Details"),
        ("assistant", "The Ridge Walker weighs 480 g."),
    ]


def test_buttons_in_the_history_still_work(assistant: Assistant, session: str) -> None:
    say(assistant, session, "hi")
    payload = history(assistant, session)[-1]["buttons"][1]["payload"]
    reply = assistant.post(MESSAGES, {"button": payload}, token=session)
    assert reply.json["messages"] == [{"text": "Signed."}]


def test_what_the_channel_itself_said_is_in_the_history(assistant: Assistant, session: str) -> None:
    (answer,) = say(assistant, session, "where is my order").json["messages"]
    assert answer["text"] == "Something is wrong on my side."
    assert [message["text"] for message in history(assistant, session)] == [
        "where is my order",
        answer["text"],
    ]


def test_slashes_and_markup_come_back_as_they_were_typed(assistant: Assistant, session: str) -> None:
    for text in ("/restart", "<b>hello there</b>"):
        assert say(assistant, session, text).status == 200
    assert [said["text"] for said in history(assistant, session) if said["from"] == "shopper"] == [
        "/restart",
        "<b>hello there</b>",
    ]


def test_a_button_of_another_conversation_is_refused(assistant: Assistant, session: str) -> None:
    payload = say(assistant, session, "hi").json["messages"][0]["buttons"][1]["payload"]
    other = assistant.post("/shop/session", {}).json["token"]
    for button in (payload, "/affirm", "", "x" * 9_000, None, 7):
        reply = assistant.post(MESSAGES, {"button": button}, token=other)
        assert reply.status in (400, 413)
        assert reply.json["error"]
    assert history(assistant, other) == []


def test_conversations_are_apart(assistant: Assistant, session: str) -> None:
    say(assistant, session, "hi")
    other = assistant.post("/shop/session", {}).json["token"]
    assert subject(assistant, other) != subject(assistant, session)
    assert history(assistant, other) == []


@pytest.mark.parametrize("token", [None, "nonsense", "a.b.c"])
def test_without_a_session_nothing_is_said_or_read(assistant: Assistant, token: str | None) -> None:
    assert assistant.post(MESSAGES, {"text": "hi"}, token=token).status == 401
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    assert assistant.call("GET", MESSAGES, headers=headers).status == 401


def test_a_token_signed_by_somebody_else_is_refused(assistant: Assistant, session: str) -> None:
    claims = jwt.decode(session, options={"verify_signature": False})
    for forged in (
        jwt.encode(claims, "x" * 40, "HS256"),
        jwt.encode(claims, "", "none"),
        session[:-3] + "abc",
    ):
        assert assistant.post(MESSAGES, {"text": "hi"}, token=forged).status == 401


def test_a_client_does_not_choose_its_conversation(assistant: Assistant) -> None:
    body = {"sub": "mine", "conversation": "mine", "sender": "mine", "token": "mine"}
    assert subject(assistant, assistant.post("/shop/session", body).json["token"]) != "mine"


def test_a_session_is_prolonged_and_a_lost_one_begins_anew(assistant: Assistant, session: str) -> None:
    renewed = assistant.post("/shop/session", {}, token=session).json["token"]
    assert subject(assistant, renewed) == subject(assistant, session)
    fresh = assistant.post("/shop/session", {}, token="lost").json["token"]
    assert subject(assistant, fresh) != subject(assistant, session)


def test_a_stranger_takes_the_conversation_along_when_signing_in(assistant: Assistant, session: str) -> None:
    signed_in = assistant.post("/shop/session", {"customer": "C0001"}, token=session).json
    assert signed_in["customer"]["name"] == "Ann Becker"
    assert subject(assistant, signed_in["token"]) == subject(assistant, session)
    again = assistant.post("/shop/session", {}, token=signed_in["token"]).json
    assert again["customer"]["customer_id"] == "C0001"
    say(assistant, again["token"], "hi")
    (said,) = assistant.said_by(subject(assistant, session))
    assert jwt.decode(said["metadata"]["identity"], assistant.secret, ["HS256"])["customer"] == "C0001"
    assert said["input_channel"] == "web"


@pytest.mark.parametrize("next_one", ["C0002", None])
def test_nobody_else_enters_a_conversation_that_a_customer_had(
    assistant: Assistant, next_one: str | None
) -> None:
    ann = assistant.post("/shop/session", {"customer": "C0001"}).json["token"]
    other = assistant.post("/shop/session", {"customer": next_one}, token=ann).json["token"]
    assert subject(assistant, other) != subject(assistant, ann)


def customer_token(assistant: Assistant, **claims: Any) -> str:
    """As a shop's own server signs it."""
    claims = {"customer": "S-77", "exp": time.time() + 300, **claims}
    return jwt.encode(claims, assistant.secret, "HS256")


def test_the_shops_own_server_signs_its_customer_in(assistant: Assistant, session: str) -> None:
    body = {"customer_token": customer_token(assistant)}
    signed_in = assistant.post("/shop/session", body, token=session).json
    assert signed_in["customer"] == {"customer_id": "S-77"}
    assert subject(assistant, signed_in["token"]) == subject(assistant, session)
    say(assistant, signed_in["token"], "hi")
    (said,) = assistant.said_by(subject(assistant, session))
    assert jwt.decode(said["metadata"]["identity"], assistant.secret, ["HS256"])["customer"] == "S-77"


@pytest.mark.parametrize("next_one", ["S-78", None])
def test_who_has_signed_out_of_the_shop_leaves_the_conversation(
    assistant: Assistant, next_one: str | None
) -> None:
    mine = assistant.post("/shop/session", {"customer_token": customer_token(assistant)}).json["token"]
    body = {"customer_token": next_one and customer_token(assistant, customer=next_one)}
    other = assistant.post("/shop/session", body, token=mine).json
    assert subject(assistant, other["token"]) != subject(assistant, mine)
    assert other["customer"] == (next_one and {"customer_id": next_one})


def test_only_a_short_lived_customer_token_of_ours_signs_in(assistant: Assistant, session: str) -> None:
    claims = {"customer": "S-77", "exp": time.time() + 300}
    for token in (
        jwt.encode(claims, "x" * 40, "HS256"),
        customer_token(assistant, exp=time.time() - 1),
        customer_token(assistant, exp=time.time() + 86_400),
        customer_token(assistant, sub="c1"),
        session,
        "C0001",
    ):
        reply = assistant.post("/shop/session", {"customer_token": token}, token=session)
        assert (reply.status, reply.json["error"][-1]) == (403, ".")
    assert assistant.post("/shop/session", {"customer_token": 7}, token=session).status == 400


@pytest.mark.parametrize("customer", ["C9999", "", 1, ["C0001"], {"customer_id": "C0001"}])
def test_only_demo_customers_can_be_signed_in(assistant: Assistant, customer: object) -> None:
    assert assistant.post("/shop/session", {"customer": customer}).status == 400


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"text": 1}', b'{"text": null}', b"\xff"])
def test_a_bad_body_is_refused_with_a_sentence(assistant: Assistant, session: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {session}"}
    reply = assistant.call("POST", MESSAGES, body, headers)
    assert (reply.status, reply.json["error"][-1]) == (400, ".")


def test_a_novel_is_read_and_two_novels_are_refused(assistant: Assistant, session: str) -> None:
    assert say(assistant, session, "word " * 2_000).status == 200
    assert say(assistant, session, "word " * 2_001).status == 413
    assert say(assistant, session, "").json["messages"] == [{"text": "I did not get that."}]


def test_products_and_customers_for_the_page(assistant: Assistant) -> None:
    shop = assistant.call("GET", "/shop/demo").json
    assert shop["products"][0]["title"] == "Kestrel Mid Waterproof Boot"
    assert [customer["customer_id"] for customer in shop["customers"]] == ["C0001", "C0002"]


def test_pictures_are_drawings_and_nothing_else(assistant: Assistant) -> None:
    drawn = assistant.call("GET", "/shop/pictures/T1001.svg")
    assert (drawn.status, b"Kestrel Mid" in drawn.body) == (200, True)
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.headers["content-security-policy"].startswith("default-src 'none'")
    missing = assistant.call("GET", "/shop/pictures/T9999.svg")
    assert (missing.status, b"No picture" in missing.body) == (200, True)


def test_the_demos_checkout_shows_what_was_handed_over_and_runs_nothing(assistant: Assistant) -> None:
    page = assistant.call("GET", "/shop/checkout?items=T1001-BRN-10:2,%3Cscript%3E:1")
    assert page.status == 200
    assert "2 × T1001-BRN-10".encode() in page.body
    assert b"nothing can be paid here" in page.body
    assert b"<script>" not in page.body
    assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_a_customers_data_are_fetched_by_their_secret_name_for_a_while(assistant: Assistant) -> None:
    folder = HERE / "shop" / "exports"
    folder.mkdir(exist_ok=True)
    name = f"{'a' * 43}.json"
    file = folder / name
    file.write_text('{"customers": []}', encoding="utf-8")
    os.utime(file, (time.time() + 60, time.time() + 60))  # when it ends
    try:
        fetched = assistant.call("GET", f"/shop/exports/{name}")
        assert (fetched.status, fetched.json) == (200, {"customers": []})
        assert "attachment" in fetched.headers["content-disposition"]
        assert fetched.headers["cache-control"] == "no-store"
        for wrong in (f"{'b' * 43}.json", "..%2fdemo.json", "a.json"):
            assert assistant.call("GET", f"/shop/exports/{wrong}").status == 404
        os.utime(file, (0, 0))
        assert assistant.call("GET", f"/shop/exports/{name}").status == 404
    finally:
        file.unlink()
        folder.rmdir()


@pytest.mark.parametrize(
    "path",
    [
        "/shop/pictures/..%2fdemo.json",
        "/shop/pictures/../demo.json",
        "/shop/pictures/%2e%2e/demo.json",
        "/shop/pictures/demo.json",
        "/shop/assets/../../../../credentials.yml",
        "/shop/assets/..%2f..%2f..%2f..%2fcredentials.yml",
        "/shop/assets/%2e%2e/%2e%2e/package.json",
    ],
)
def test_no_path_leads_out(assistant: Assistant, path: str) -> None:
    reply = assistant.call("GET", path)
    assert reply.status == 404 or b"No picture" in reply.body
    assert b"customer" not in reply.body and b"bot.channels" not in reply.body


def test_answers_are_kept_by_nobody(assistant: Assistant) -> None:
    reply = assistant.post("/shop/session", {})
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in reply.headers


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/conversations/dev:ann/tracker"),
        ("POST", "/model/parse"),
        ("GET", "/domain"),
        ("GET", "/status"),
        ("POST", "/webhooks/callback/webhook"),
        ("GET", "/socket.io/"),
    ],
)
def test_nothing_of_rasas_own_is_reachable(assistant: Assistant, method: str, path: str) -> None:
    assert assistant.call(method, path, b"{}" if method == "POST" else None).status == 404
