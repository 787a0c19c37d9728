"""What is told of each of several items: a reason or kind for each, by their names."""

from __future__ import annotations

import pytest

from actions.dialogue.language import language
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.orders.told_of_items import only, told_of_items

EN = language("en")
OPTIONS = [
    Option("1", ("Featherlode Puff Ultralight Inflatable Pillow – yellow",), ("pillow",)),
    Option("2", ("Woolmere Merino Sleeping Bag Liner – navy",), ("sleeping bag liner",)),
    Option("3", ("Velmara Mule Cargo E-Bike – black",), ("e-bike",)),
]
PHRASES = {
    "faulty": ["has a hole", "leaks", "faulty", "cracked"],
    "small": ["too small"],
    "large": ["too long", "too big"],
    "mind": ["changed my mind", "don't like it"],
    "missing": ["missing"],
}


def literal(text: str) -> str | None:
    found = [
        (at, code)
        for code, phrases in PHRASES.items()
        if (at := EN.find(text, phrases)) is not None and not EN.denies(text, at)
    ]
    return max(found)[1] if found else None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("liner too long, pillow has a hole", {"2": "large", "1": "faulty"}),
        (
            "the ebike arrived with a cracked display and the pillow is missing",
            {"3": "faulty", "1": "missing"},
        ),
        ("two things: bike cracked, pillow missing", {"3": "faulty", "1": "missing"}),
        ("the bike is CRACKED not missing. pillow missing", {"3": "faulty", "1": "missing"}),
        ("the liner and the pillow are too small", {"2": "small", "1": "small"}),
        ("the liner and the pillow, both too small", {"2": "small", "1": "small"}),
        ("the pillow leaks, the liner too", {"1": "faulty", "2": "faulty"}),
        ("no the liner isnt faulty i just don't like it", {"2": "mind"}),
        (
            "return the pillow cause it leaks and the liner because i changed my mind",
            {"1": "faulty", "2": "mind"},
        ),
        ("pillow leaks liner too long", {"1": "faulty", "2": "large"}),
        ("the liner too big the pillow leaks", {"2": "large", "1": "faulty"}),
        ("they are too small", {}),
        ("the pillow and the liner", {}),
        ("the pillow isn't faulty", {}),
    ],
)
def test_each_item_has_what_is_told_of_it(text: str, codes: dict[str, str]) -> None:
    assert told_of_items(text, OPTIONS, EN, literal).codes == codes


@pytest.mark.parametrize(
    ("text", "silent", "spare"),
    [
        ("return the boots and the liner, the pillow leaks", ["2"], []),
        ("i send the liner back, the pillow has a hole", ["2"], []),
        ("changed my mind on the liner, the lid is faulty", [], ["faulty"]),
        ("no, too small", [], ["small"]),
    ],
)
def test_what_is_told_of_nothing_by_name(text: str, silent: list[str], spare: list[str]) -> None:
    told = told_of_items(text, OPTIONS, EN, literal)
    assert (told.silent, told.spare) == (silent, spare)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("just put the bike, the pillow i'll find", "just put the bike"),
        ("no, only the liner", " only the liner"),
        ("i just don't like the liner", None),
        ("only too small", None),
    ],
)
def test_what_alone_shall_stand(text: str, piece: str | None) -> None:
    assert only(text, OPTIONS, EN) == piece
