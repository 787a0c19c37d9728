"""Buttons: sealed for one conversation, opened only there."""

from __future__ import annotations

import json

import pytest

from bot.channels.buttons import Buttons

BUTTONS = Buttons("a secret of thirty-two bytes or more")
PAYLOAD = '/return_item{"order_number": "1042", "item": "jacket ☃"}'


def sealed(conversation: str = "c1") -> str:
    message = BUTTONS.seal({"text": "?", "buttons": [{"title": "Return", "payload": PAYLOAD}]}, conversation)
    payload: str = message["buttons"][0]["payload"]
    return payload


def test_a_button_opens_in_its_conversation_only() -> None:
    assert BUTTONS.open(sealed("c1"), "c1") == PAYLOAD
    assert BUTTONS.open(sealed("c1"), "c2") is None


def test_a_button_survives_a_restart_but_not_another_secret() -> None:
    assert Buttons("a secret of thirty-two bytes or more").open(sealed(), "c1") == PAYLOAD
    assert Buttons("another secret of as many bytes as it").open(sealed(), "c1") is None


@pytest.mark.parametrize(
    "forged", ["", PAYLOAD, "/affirm", "gAAAA", "ü", "\ud800", sealed()[:-4], "A" + sealed()[1:]]
)
def test_what_was_not_sealed_does_not_open(forged: str) -> None:
    assert BUTTONS.open(forged, "c1") is None


def test_no_payload_is_left_readable_however_deep() -> None:
    card = {"title": "Boot", "buttons": [{"title": "Details", "payload": PAYLOAD}]}
    message = {"text": "Boots", "custom": {"type": "products", "items": [card]}}
    seen = BUTTONS.seal(message, "c1")
    assert "return_item" not in json.dumps(seen)
    assert BUTTONS.open(seen["custom"]["items"][0]["buttons"][0]["payload"], "c1") == PAYLOAD
    assert seen["custom"]["items"][0]["title"] == "Boot"


def test_the_message_itself_is_left_alone() -> None:
    message = {"buttons": [{"title": "Return", "payload": PAYLOAD}]}
    BUTTONS.seal(message, "c1")
    assert message["buttons"][0]["payload"] == PAYLOAD
