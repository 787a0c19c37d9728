"""Typed text: never a payload, never unreadable, and shown again as it was written."""

from __future__ import annotations

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.channels.wording import ACCEPT_LIMIT, READ_LIMIT, is_payload, shown, typed


def intent_by_payload(text: str) -> object:
    """The intent that Rasa reads from a text without any classification."""
    message = Message({TEXT: UserMessage(text).text})
    return YAMLStoryReader.unpack_regex_message(message).get(INTENT)


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        '/affirm{"order_number": "1042"}',
        "  /affirm",
        "\n\t/affirm",
        "\u00a0/affirm",
        "\u2003\u3000/affirm",
        "\x1c\x85/affirm",
        "\x00/affirm",
        "\u200b/affirm",
        "\u2060/affirm",
        "\ufeff/affirm",
        "/\x00affirm",
        "//affirm",
        "\uff0faffirm",
        "\u2215affirm",
        "/",
        "/ affirm",
        "/affirm@1.0",
        " " * READ_LIMIT + "/affirm",
    ],
)
def test_rasa_reads_no_payload_from_typed_text(text: str) -> None:
    assert intent_by_payload(typed(text)) is None
    assert not is_payload(typed(text))


def test_rasa_would_have_read_one() -> None:
    assert intent_by_payload("/affirm") == {"name": "affirm", "confidence": 1.0}


@pytest.mark.parametrize(
    "text", ["/restart", "//", "1/2 price", "größe 42 🥾", "防水", "<b>hi</b>", "", "'; DROP TABLE orders;--"]
)
def test_text_is_shown_as_it_was_written(text: str) -> None:
    assert shown(typed(text)) == text


def test_what_no_encoding_knows_is_replaced() -> None:
    typed("a\ud800b").encode("utf-8")
    assert typed("a\x00b\x1b[31mc") == "a b [31mc"
    assert typed("one\ntwo\tthree") == "one\ntwo\tthree"


def test_a_novel_is_read_up_to_the_limit() -> None:
    assert typed("x" * ACCEPT_LIMIT) == "x" * READ_LIMIT
