"""What the shop promotes says so wherever it is shown, on its card and in plain text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.assistant import Assistant, Shopper

WISH = "show me headlamps"


@pytest.fixture
def promoted(assistant: Assistant) -> Iterator[str]:
    """The id of a headlamp that the shop promotes."""
    assistant.restore()
    shopper = Shopper(assistant)
    shopper.say(WISH)
    product_id = str(shopper.cards()[1]["product_id"])
    assistant.execute("update products set promoted = 1 where product_id = :id", id=product_id)
    yield product_id
    assistant.restore()


def test_a_promoted_product_is_marked_on_its_card_and_in_the_text(
    assistant: Assistant, promoted: str
) -> None:
    (title,) = assistant.query("select title from products where product_id = :id", id=promoted)[0]
    shopper = Shopper(assistant)
    shopper.say(WISH)
    marks = {card["product_id"]: card.get("promoted") for card in shopper.cards()}
    assert marks.pop(promoted) == "Promoted"
    assert not any(marks.values())
    lines = [line for line in shopper.text.splitlines() if "Promoted" in line]
    assert len(lines) == 1 and title in lines[0]
