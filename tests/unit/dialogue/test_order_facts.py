"""What can be asked of an order is what its data tell, and which order is meant follows from what was shown last."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from rasa_sdk import Tracker

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.language import language
from actions.dialogue.orders.order_facts import FACTS, things
from actions.dialogue.talk.spoken import order_in_mind
from actions.dialogue.turn import Turn


def test_every_known_question_has_what_tells_its_answer() -> None:
    assert set(language("en").order_facts) == set(FACTS)


def test_what_a_message_names_is_called_by_another_name() -> None:
    clause = Clause(
        "is the rain jacket in it", "inform", 1.0, (Entity("product_type", "rain jacket", 7, 18),)
    )
    assert clause.calling({"product_type": "thing"}) == "is the thing in it"
    assert things(clause) == "rain jacket"


ORDER = {"event": "slot", "name": "last_order", "value": {"order_number": "1042", "turn": 1}}
SHOWN = {"event": "slot", "name": "shown", "value": ["P1"]}
HEARD = {"event": "user", "parse_data": {}}


@pytest.mark.parametrize(
    ("events", "number"),
    [([ORDER], "1042"), ([SHOWN, ORDER], "1042"), ([ORDER, SHOWN], None), ([], None)],
)
def test_an_order_is_in_mind_unless_products_were_shown_since(
    events: list[dict[str, Any]], number: str | None
) -> None:
    slots = {"last_order": ORDER["value"] if ORDER in events else None}
    message = {"text": "how much is it", "intent": {"name": "inform", "confidence": 1.0}, "entities": []}
    turn = Turn(Tracker("someone", slots, message, [HEARD, *events, HEARD], False, None, {}, "action_listen"))
    assert order_in_mind(cast(Context, SimpleNamespace(turn=turn))) == number
