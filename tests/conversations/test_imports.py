"""Products that are imported while both programs serve can be asked for within seconds."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.assistant import ROOT, Assistant, Shopper

WITHIN_S = 30
"""Seconds from the end of an import until what it brought is shown, on a busy machine."""
THEREMINS = [
    {"id": "M1", "title": "Moonwhistle Ether Theremin", "type": "theremin", "brand": "Moonwhistle", "colour": "purple",
     "price": 249, "stock": 5, "rating": 4.8, "rating_count": 12},
    {"id": "M2", "title": "Moonwhistle Nebula Theremin", "type": "theremin", "brand": "Moonwhistle", "colour": "brown",
     "price": 399, "stock": 2, "rating": 3.9, "rating_count": 31},
    {"id": "O1", "title": "Clayhollow Soprano Ocarina", "type": "ocarina", "brand": "Clayhollow", "colour": "brown",
     "price": 35, "stock": 9},
]  # fmt: skip


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("imports")) as assistant:
        yield assistant


def take(assistant: Assistant, products: list[dict[str, Any]]) -> None:
    """`./aisle import products` of these alone."""
    feed = assistant.folder / "feed.jsonl"
    feed.write_text("".join(f"{json.dumps(product)}\n" for product in products), encoding="utf-8")
    assistant.run([str(ROOT / "aisle"), "import", "products", str(feed), "--replace-demo"])


def shown(assistant: Assistant, text: str, wanted: Callable[[set[str]], bool]) -> set[str]:
    """The products shown for a message as soon as they are what is wanted, or at last."""
    end = time.monotonic() + WITHIN_S
    while True:
        shopper = Shopper(assistant)
        shopper.say(text)
        found = {card["product_id"] for card in shopper.cards()}
        if wanted(found) or time.monotonic() > end:
            return found
        time.sleep(0.5)


def test_what_is_imported_is_found_within_seconds(running: Assistant) -> None:
    before = Shopper(running)
    before.say("do you have theremins?")
    assert not {"M1", "M2"} & {card["product_id"] for card in before.cards()}
    take(running, THEREMINS)
    assert shown(running, "show me theremins", {"M1", "M2"}.__eq__) == {"M1", "M2"}
