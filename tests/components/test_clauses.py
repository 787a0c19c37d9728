"""Messages are taken apart where one wish ends and another begins."""

from __future__ import annotations

import pytest

from bot.components.clauses import ClauseSplitter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("hello", ["hello"]),
        ("", []),
        (
            "cancel my last order and tell me when the other one comes",
            ["cancel my last order", "tell me when the other one comes"],
        ),
        ("yes, and how long do refunds take?", ["yes", "how long do refunds take?"]),
        ("never mind. do you have headlamps?", ["never mind", "do you have headlamps?"]),
        ("it costs 49.95 or 1,200 at ann@example.com", ["it costs 49.95 or 1,200 at ann@example.com"]),
        ('/inform{"answer": "1"}', ['/inform{"answer": "1"}']),
        ("你好。我的订单在哪里？", ["你好。我的订单在哪里？"]),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    splitter = ClauseSplitter(ClauseSplitter.get_default_config())
    assert [part.strip() for part in splitter.split(text)] == parts


def test_a_novel_has_a_bounded_number_of_parts() -> None:
    splitter = ClauseSplitter(ClauseSplitter.get_default_config())
    assert len(splitter.split("one thing. " * 500)) <= ClauseSplitter.get_default_config()["most"]
