"""What one action asks of the database: the same thing once, whatever asks for it."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from sqlalchemy import Engine, event

from actions.dialogue import action
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.read_once import read_once
from actions.dialogue.services import Services, build
from actions.search import Filters
from actions.settings import settings
from tests.unit.demo_shop.conftest import CLOCK

EXECUTOR = ActionExecutor()
EXECUTOR.register_package("actions.dialogue")
HEADLAMPS = ("T1447", "T1448", "T1453", "T1455")
SECOND = {"entity": "ordinal", "value": 2, "start": 7, "end": 13}


@pytest.fixture(scope="module")
def services(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The demo shop's, with what `make train` made; somebody is signed in."""
    folder = tmp_path_factory.mktemp("read_once")
    shutil.copy(demo_database, folder / "shop.db")
    config = settings().model_copy(
        update={"database_url": f"sqlite:///{folder / 'shop.db'}", "var_folder": folder}
    )
    built = build(config, CLOCK)
    built.customers.sign_in("someone", "C0001", CLOCK.now() + timedelta(hours=1))
    return built


@pytest.fixture
def counted() -> Iterator[Counter[tuple[str, str]]]:
    """Statement and parameters → how often the database was asked so."""
    statements: Counter[tuple[str, str]] = Counter()

    def count(_1: Any, _2: Any, statement: str, parameters: Any, _3: Any, _4: Any) -> None:
        statements[statement, str(parameters)] += statement.startswith("SELECT")

    event.listen(Engine, "before_cursor_execute", count)
    yield statements
    event.remove(Engine, "before_cursor_execute", count)


@pytest.mark.parametrize(
    ("name", "text", "slots", "times"),
    [
        ("action_show_product", "is the second one lighter?", {"shown": HEADLAMPS}, 1),
        (
            "validate_problem_form",
            "I would like a replacement",
            {
                "requested_slot": "remedy",
                "order_number": "1042",
                "problem": "damaged",
                "items": {"3": 1},
                "evidence": "the lamp arrived broken",
            },
            2,  # the order by itself, and in the quote
        ),
        (
            "validate_address_form",
            "12 Oak Street",
            {"requested_slot": "address", "order_number": "1077"},
            2,
        ),
    ],
)
def test_nothing_is_read_again_in_one_action(
    name: str,
    text: str,
    slots: dict[str, Any],
    times: int,
    services: Services,
    counted: Counter[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(action, "services", lambda: services)
    said = answers(name, text, slots)
    assert said and "Something went wrong" not in said[0]
    assert max(counted.values()) <= times


def answers(name: str, text: str, slots: dict[str, Any]) -> list[str]:
    """What an action says to a message; in its form, where it is a form's."""
    form = name.removeprefix("validate_")
    entities = [SECOND] if "second" in text else []
    intent = {"name": "inform" if form != name else "ask_product_detail", "confidence": 0.9}
    message = {"text": text, "intent": intent, "entities": entities}
    events = [{"event": "action", "name": "action_listen"}, {"event": "user", "parse_data": message}]
    search = Wishes("headlamps", Filters(types=("headlamp",))).as_slot()
    values = {"task_stack": None, "search": search, **slots}
    loop = {"name": form} if form != name else {}
    tracker = Tracker("someone", values, message, events, False, None, loop, "action_listen")
    dispatcher = CollectingDispatcher()
    asyncio.run(EXECUTOR.actions[name](dispatcher, tracker, {}))
    return [response["text"] for response in dispatcher.messages]


class Shelf:
    """A service: `count` reads, `put` changes."""

    pieces = 0
    looked = 0

    def count(self, kinds: list[str]) -> int:
        self.looked += 1
        return self.pieces

    def put(self) -> None:
        self.pieces += 1


def test_after_a_change_it_is_read_again() -> None:
    shelf = Shelf()
    once = read_once(shelf, ("count",), {})
    assert [once.count(["boots"]), once.count(["boots"]), once.count(["caps"])] == [0, 0, 0]
    assert shelf.looked == 2
    once.put()
    assert once.count(["boots"]) == 1
    assert once.pieces == 1
