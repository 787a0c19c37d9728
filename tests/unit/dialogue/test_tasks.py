"""A task whose check takes values back, and one whose deed fails: nothing is tried for ever, and no yes is kept."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dialogue import action
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finishing import FinishTask
from actions.dialogue.language import language
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.proceeding import next_question
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation, Task
from actions.dialogue.phrases import Phrases
from actions.dialogue.turn import PART_OF, Turn
from actions.shop.session import ShopUnavailable

PHRASES = Phrases(
    {
        name: [{"text": name}]
        for name in ("utter_deed_done", "utter_rest_failed", "utter_shop_unavailable", "utter_trouble")
    }
)
REMARKS = SimpleNamespace(nearest=lambda text: None)
SERVICES: Any = SimpleNamespace(phrases=PHRASES, language=language("en"), token_secret="", remarks=REMARKS)


class Size(Question):
    """The shop's data and what was said before both answer it."""

    slot = "size"

    def known(self, state: TaskState) -> str:
        return "M"

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        return Taken(clause.text)


class Buy(Task):
    name = "buy"
    intent = "buy"
    intents = frozenset({"buy"})
    questions = (Size(), Confirmation())
    sold_out = frozenset({"M", "L"})

    def check(self, state: TaskState) -> None:
        if state["size"] in self.sold_out:
            state["size"] = None


class Bought(FinishTask):
    """Sells one, then another; the second fails where the shop's data cannot be reached."""

    task = Buy()

    def __init__(self, sold: int = 0) -> None:
        self.sold = sold

    def name(self) -> str:
        return "action_buy"

    def finish(self, state: TaskState) -> None:
        for _ in range(self.sold):
            state.say("utter_deed_done")
        raise ShopUnavailable


def tracker(**slots: Any) -> Tracker:
    every = dict.fromkeys((*Buy().slots, "task_stack", "requested_slot")) | slots
    message = {"text": "yes", "intent": {"name": "affirm", "confidence": 1.0}, "entities": []}
    return Tracker("someone", every, message, [], False, None, {}, "action_listen")


def state_of(**slots: Any) -> TaskState:
    return TaskState(Buy(), Context(Turn(tracker(**slots)), SERVICES))


def test_what_a_check_takes_back_is_asked_and_not_tried_for_ever() -> None:
    state = state_of()
    question = next_question(state)
    assert isinstance(question, Size)
    assert state["size"] is None


def test_what_was_said_serves_where_the_data_do_not() -> None:
    said = [Clause(size, "inform", 1.0).as_dict() for size in ("S", "L")]
    state = state_of(said=said)
    assert isinstance(next_question(state), Confirmation)
    assert state["size"] == "S"


def test_slots_of_an_earlier_try_are_emptied_where_it_begins_again() -> None:
    context = Context(Turn(tracker(confirmed=True, size="S")), SERVICES)
    begun = TaskState(Buy(), context, {})
    emptied = {event["name"]: event["value"] for event in begun.events()}
    assert emptied["confirmed"] is None
    assert emptied["size"] is None


def test_what_has_waited_leaves_only_less_behind() -> None:
    message = {"text": "the lamp and a tent", "metadata": {PART_OF: "1"}}
    waited = Turn(Tracker("someone", {}, message, [], False, None, {}, "action_listen"))
    wishes = [Clause(text, "buy", 1.0) for text in ("the lamp and a tent", "a tent")]
    assert [entry["wish"]["text"] for entry in stack.with_wishes([], wishes, waited)] == ["a tent"]
    first = Turn(
        Tracker("someone", {}, {"text": "the lamp and a tent"}, [], False, None, {}, "action_listen")
    )
    assert len(stack.with_wishes([], wishes, first)) == 2


@pytest.mark.parametrize(
    ("sold", "said"),
    [(0, ["utter_shop_unavailable"]), (1, ["utter_deed_done", "utter_rest_failed"])],
)
def test_a_deed_that_fails(sold: int, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    services = SimpleNamespace(for_one_action=lambda: SERVICES)
    monkeypatch.setattr(action, "services", lambda: services)
    dispatcher = CollectingDispatcher()
    events = asyncio.run(Bought(sold).run(dispatcher, tracker(confirmed=True, size="S"), {}))
    assert [message["text"] for message in dispatcher.messages] == said
    emptied = {event["name"]: event["value"] for event in events}
    assert emptied["confirmed"] is None, "a yes counts once"


def test_a_request_is_the_one_time_that_its_confirmation_was_put() -> None:
    state = state_of(size="S")
    assert state.request is None
    state.asked(aside=False)
    slots = {event["name"]: event["value"] for event in state.events()}
    again = [state_of(size="S", put=slots["put"]).request for _ in range(2)]
    assert again == [state.request, state.request], "the same yes, carried out twice"
    assert str(state.request).startswith("someone:")
    state.asked(aside=True)
    assert state.request not in again, "put anew, it is another"


def test_what_lapses_is_let_go() -> None:
    state = state_of(size="S", put={"turn": 1}, failures=1)
    state.lapse()
    assert (state["size"], state["put"], state["failures"]) == ("S", None, None)
