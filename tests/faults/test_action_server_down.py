"""While the action server is away shoppers get an answer, and the conversation goes on when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.assistant import ROOT, Assistant, Shopper

RESPONSES = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]
TROUBLE = RESPONSES["utter_trouble"][0]["text"]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("assistant")) as running:
        yield running


def test_a_message_is_answered_and_the_task_goes_on(assistant: Assistant) -> None:
    shopper = Shopper(assistant)
    shopper.say("where is my order")
    question = shopper.text
    assert "number" in question
    assistant.stop("actions")
    shopper.say("1042")
    assert TROUBLE in shopper.text
    shopper.say("hi")
    assert shopper.text
    assistant.start_actions()
    assistant.wait_until_up()
    shopper.say("1042")
    assert TROUBLE not in shopper.text
    shopper.say("ann@example.com")
    assert "delivered" in shopper.text.lower()


def test_nobody_learns_what_went_wrong_inside(assistant: Assistant) -> None:
    assistant.stop("actions")
    try:
        shopper = Shopper(assistant)
        shopper.say("waterproof hiking boots under $150")
        assert shopper.text == TROUBLE
        log = (Path(assistant.folder) / "bot.log").read_text(encoding="utf-8")
        assert "waterproof hiking boots under $150" not in log
    finally:
        assistant.start_actions()
        assistant.wait_until_up()
