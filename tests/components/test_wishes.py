"""A message's meaning from its parts."""

from __future__ import annotations

import pytest

from bot.components.wishes import Reading, WishReader

READER = WishReader("nlu_fallback", frozenset({"greet", "inform"}), frozenset({"complain"}), sure=0.5)


def parts(*said: tuple[str, float]) -> list[Reading]:
    return [Reading(10 * i, 10 * i + 9, intent, confidence) for i, (intent, confidence) in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ([("track", 0.9), ("return", 0.8)], [("track", 0, 9), ("return", 10, 19)]),
        ([("track", 0.9), ("track", 0.8), ("return", 0.8)], [("track", 0, 19), ("return", 20, 29)]),
        ([("track", 0.9), ("return", 0.4)], [("track", 0, 19)]),
        ([("nlu_fallback", 0.9), ("return", 0.8)], [("return", 0, 19)]),
        ([("return", 0.2), ("nlu_fallback", 0.9)], []),
    ],
)
def test_clauses(said: list[tuple[str, float]], clauses: list[tuple[str, int, int]]) -> None:
    assert [(c.intent, c.start, c.end) for c in READER.clauses(parts(*said))] == clauses


@pytest.mark.parametrize(
    ("whole", "said", "meant"),
    [
        # of several wishes the first is served, whatever the whole sounds like
        (("return", 0.9), [("track", 0.9), ("return", 0.8)], "track"),
        # of a story the whole tells what it comes to, if it is sure; else the surest wish
        (("return", 0.9), [("track", 0.9), ("return", 0.8)] * 3, "return"),
        (("cancel", 0.4), [("return", 0.8), ("track", 0.9)] * 3, "track"),
        # an unsure whole gives way to a surer wish
        (("cancel", 0.4), [("greet", 0.9), ("return", 0.8)], "return"),
        (("cancel", 0.9), [("greet", 0.9), ("return", 0.8)], "cancel"),
        # a whole that sounds like what no part says must be surer than the parts
        (("cancel", 0.6), [("greet", 0.9), ("return", 0.8)], "return"),
        (("return", 0.6), [("track", 0.7), ("return", 0.8)] * 3, "return"),
        # a mood gives way to a wish, however sure it is, and stays where there is none
        (("complain", 0.9), [("complain", 0.9), ("return", 0.8)], "return"),
        (("complain", 0.9), [("complain", 0.9), ("greet", 0.8)], "complain"),
        # what asks for nothing gives way to a wish
        (("greet", 0.9), [("greet", 0.9), ("track", 0.8)], "track"),
        (("nlu_fallback", 0.9), [("nlu_fallback", 0.9), ("track", 0.8)], "track"),
        # without a wish the whole stays
        (("greet", 0.9), [("greet", 0.9), ("inform", 0.8)], "greet"),
        (("nlu_fallback", 0.9), [("nlu_fallback", 0.9), ("track", 0.3)], "nlu_fallback"),
    ],
)
def test_meant(whole: tuple[str, float], said: list[tuple[str, float]], meant: str) -> None:
    reading = Reading(0, 99, *whole)
    assert READER.meant(reading, parts(*said)).intent == meant
