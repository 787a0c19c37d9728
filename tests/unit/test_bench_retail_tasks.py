"""How the retail tasks are played and reported, with an assistant of a few lines on a shop of two orders."""

from __future__ import annotations

import gzip
import json
import math
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bench.common.report import Report
from bench.common.running import CannotRun
from bench.retail.customer import Customer
from bench.retail.expectation import after, changing_actions
from bench.retail.files import read_json, read_tasks
from bench.retail.playing import TURN_LIMIT, Messages, Play, load_customer, play
from bench.retail_tasks import add_figures, chosen, pass_hat, told
from tests.unit.retail_shop import CANCEL, EXCHANGE, FORBIDDEN, Json, shop, task

SCRIPT = {
    "cancel": ["What's your e-mail?", "And why?", "I'll cancel order W1000002, Water Bottle. Shall I do it?"],
    "exchange": [
        "What's your name and zip code?",
        "I'll exchange your Desk Lamp of order W1000001 for black, low; gift card. Shall I do it?",
    ],
    "forbidden": ["Sorry, that's not possible."],
}


@dataclass
class Scripted:
    """Asks what its script says, and after a yes to the last question does what the task asks for."""

    asked: Json
    able: bool = True
    before: Json = field(default_factory=shop)
    now: Json = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def restore(self) -> None:
        self.now, self.lines = self.before, []

    def export(self) -> Json:
        return self.now

    def say(self, sender: str, line: str) -> tuple[Messages, float]:
        self.lines.append(line)
        script = SCRIPT[self.asked["id"]]
        if len(self.lines) <= len(script):
            return [{"text": script[len(self.lines) - 1]}], 0.04
        if line.startswith("Yes") and self.able:
            self.now = after(self.now, changing_actions(self.asked))
        return [{"text": "Done."}], 0.04


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("asked", [CANCEL, EXCHANGE, FORBIDDEN], ids=lambda asked: asked["id"])
def test_a_task_is_played_to_its_end(asked: Json, seed: int) -> None:
    played = play(asked, shop(), seed, Customer, Scripted(asked))
    assert played.solved and played.ended == "by the customer"
    assert len(played.seconds) == len(played.transcript) / 2 >= 2


def test_what_is_not_done_is_a_difference() -> None:
    played = play(CANCEL, shop(), 0, Customer, Scripted(CANCEL, able=False))
    assert (
        not played.solved
        and "orders.#W1000002.status: 'pending' instead of 'cancelled'" in played.differences
    )


def test_who_never_ends_is_broken_off() -> None:
    class Endless:
        def __init__(self, task: Json, shop: Json, seed: int) -> None: ...

        def reply(self, messages: Any) -> str:
            return "hm"

    played = play(FORBIDDEN, shop(), 0, Endless, Scripted(FORBIDDEN))
    assert len(played.seconds) == TURN_LIMIT and played.ended != "by the customer"


def test_figures_and_files(tmp_path: Path) -> None:
    plays = [
        play(one, shop(), seed, Customer, Scripted(one, able=seed < 2))
        for one in (CANCEL, FORBIDDEN)
        for seed in range(3)
    ]
    report = Report("t", tmp_path)
    add_figures(report, plays)
    summary = report.summary()
    assert (summary["tasks"], summary["solved"], summary["unchanging"]) == (2, 2, 1)
    assert summary["pass_1"] == pytest.approx((2 / 3 + 1) / 2) and summary["pass_3"] == 0.5
    assert summary["turn_ms_p50"] == pytest.approx(40) and summary[
        "cancel_pending_order_pass_1"
    ] == pytest.approx(2 / 3)
    first, second = json.loads(json.dumps(told(plays, [CANCEL, FORBIDDEN])))
    assert (first["task"], first["solved"], second["solved"]) == ("cancel", [True, True, False], [True] * 3)
    assert first["plays"][2]["differences"] and first["plays"][0]["transcript"][0]["customer"]


def test_pass_hat_k() -> None:
    def held(name: str, *solved: bool) -> list[Play]:
        return [Play(name, seed, (), differences=[] if one else ["x"]) for seed, one in enumerate(solved)]

    plays = held("a", True, True, False, True) + held("b", True, True, True, True)
    assert pass_hat(plays, 1) == pytest.approx((3 / 4 + 1) / 2)
    assert pass_hat(plays, 3) == pytest.approx((1 / 4 + 1) / 2)
    assert math.isnan(pass_hat(plays, 5)) and math.isnan(pass_hat([], 1))


def test_another_customer_is_loaded_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "other.py"
    file.write_text(
        "class Mute:\n    def __init__(self, task, shop, seed): pass\n    def reply(self, messages): return None\n"
    )
    played = play(CANCEL, shop(), 0, load_customer(f"{file}:Mute"), Scripted(CANCEL))
    assert played.seconds == [] and not played.solved


def test_another_customer_may_be_a_dataclass_with_files_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [*sys.path])
    (tmp_path / "beside_it.py").write_text("LINES = ['hello', None]\n")
    file = tmp_path / "other.py"
    file.write_text(
        "from __future__ import annotations\nfrom dataclasses import dataclass, field\nfrom beside_it import LINES\n"
        "@dataclass\nclass Brief:\n    task: dict\n    shop: dict\n    seed: int\n"
        "    left: list = field(default_factory=lambda: list(LINES))\n"
        "    def reply(self, messages: list[dict]) -> str | None:\n"
        "        self.shop.clear()\n        return self.left.pop(0)\n"
    )
    mine = shop()
    played = play(CANCEL, mine, 0, load_customer(f"{file}:Brief"), Scripted(CANCEL))
    assert len(played.seconds) == 1 and mine == shop()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "missing.py:Mute", "no file"),
        ("class A: pass", "{file}:B", "no class 'B'"),
        ("1/0", "{file}:A", "ZeroDivisionError"),
        ("class A: pass", "A", "FILE.py:Class"),
    ],
)
def test_what_is_no_customer_is_said(tmp_path: Path, text: str, place: str, words: str) -> None:
    file = tmp_path / "other.py"
    file.write_text(text)
    with pytest.raises(CannotRun, match=words):
        load_customer(place.format(file=file))


def test_a_customer_that_fails_is_said() -> None:
    class Failing:
        def __init__(self, task: Json, shop: Json, seed: int) -> None: ...

        def reply(self, messages: Any) -> str:
            raise LookupError("lost")

    with pytest.raises(CannotRun, match="task cancel failed: LookupError lost"):
        play(CANCEL, shop(), 0, Failing, Scripted(CANCEL))


def test_a_customer_that_says_no_line_is_said() -> None:
    class Odd:
        def __init__(self, task: Json, shop: Json, seed: int) -> None: ...

        def reply(self, messages: Any) -> Any:
            return {"text": "hello"}

    with pytest.raises(CannotRun, match="neither a line nor None"):
        play(CANCEL, shop(), 0, Odd, Scripted(CANCEL))


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"id": 1}', '[{"id": "1"}]', '[{"id": "1", "user_scenario": 3}]', "[7]"]
)
def test_what_are_no_tasks_is_said(tmp_path: Path, text: str) -> None:
    file = tmp_path / "tasks.json"
    file.write_text(text)
    with pytest.raises(CannotRun, match=r"tasks\.json"):
        read_tasks(file)
    with pytest.raises(CannotRun, match=r"none\.json"):
        read_tasks(tmp_path / "none.json")


def test_a_broken_archive_is_said(tmp_path: Path) -> None:
    file = tmp_path / "db.json.gz"
    file.write_bytes(gzip.compress(b"{" * 1000)[:-9])
    with pytest.raises(CannotRun, match="broken off"):
        read_json(file)


def test_a_task_of_another_shop_is_said() -> None:
    asked = task("odd", "", ("cancel_pending_order", {"order_id": "#W9", "reason": "no longer needed"}))
    with pytest.raises(CannotRun, match="'odd' does not fit"):
        play(asked, shop(), 0, Customer, Scripted(CANCEL))


def test_tasks_are_chosen_by_id() -> None:
    assert chosen([CANCEL, EXCHANGE], "exchange") == [EXCHANGE] and len(chosen([CANCEL, EXCHANGE], "")) == 2
    with pytest.raises(CannotRun, match="no task nine"):
        chosen([CANCEL], "nine, cancel")
