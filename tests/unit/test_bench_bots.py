"""How bots are talked to, and how a turn's time is split: on a bot of a few lines and on events with known times."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench.bots.bot import Start
from bench.bots.measuring import Measured, milliseconds
from bench.bots.parts import Event, median_parts, parts
from bench.bots.talking import Message, Turn, hold
from bench.common.running import CannotRun

SLOWNESS = 0.02


@dataclass
class Echo:
    """A bot that repeats what it hears, and remembers by whom it was talked to and by how many at once."""

    url: str = ""
    heard: list[tuple[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, sender: str, message: str) -> list[dict[str, str]]:
        with self.lock:
            self.heard.append((sender, message))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        time.sleep(SLOWNESS)
        with self.lock:
            self.at_once -= 1
        return [{"recipient_id": sender, "text": f"You said {message}"}] if message else []


@pytest.fixture
def echo() -> Iterator[Echo]:
    bot = Echo()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = json.dumps(bot.answer(body["sender"], body["message"])).encode()
            self.send_response(200 if self.path == "/webhooks/rest/webhook" else 404)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        bot.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield bot
        server.shutdown()


CONVERSATION = (Message("first", "one", "said one"), Message("second", "two", "SAID TWO"))


async def test_conversations_are_held_by_different_people_in_order(echo: Echo) -> None:
    answered: list[None] = []
    turns = await hold(echo.url, [CONVERSATION] * 3, answered=lambda: answered.append(None))
    assert [turn.kind for turn in turns] == ["first", "second"] * 3
    assert [message for _, message in echo.heard] == ["one", "two"] * 3
    assert len({sender for sender, _ in echo.heard}) == 3
    assert len(answered) == 6
    assert echo.most_at_once == 1
    assert all(turn.seconds >= SLOWNESS for turn in turns)


async def test_as_many_are_held_at_once_as_asked_for(echo: Echo) -> None:
    turns = await hold(echo.url, [CONVERSATION] * 12, at_once=4)
    assert len(turns) == 24
    assert echo.most_at_once == 4
    for sender in {sender for sender, _ in echo.heard}:
        assert [message for who, message in echo.heard if who == sender] == ["one", "two"]


@pytest.mark.parametrize("message", [Message("wrong", "one", "said two"), Message("silent", "", ".")])
async def test_a_wrong_answer_ends_the_benchmark(echo: Echo, message: Message) -> None:
    with pytest.raises(CannotRun, match="answered wrongly"):
        await hold(echo.url, [[message]])


async def test_a_bot_that_is_not_there_ends_the_benchmark() -> None:
    with pytest.raises(CannotRun, match="'one' was not answered"):
        await hold("http://127.0.0.1:9", [CONVERSATION])


def test_messages_a_second_are_over_the_time_that_each_round_took() -> None:
    rounds = [[Turn("a", "x", 10.0, 1.0), Turn("a", "y", 10.5, 1.5)], [Turn("a", "x", 20.0, 2.0)]]
    assert Measured(Start(1.0, {}), busy=rounds).messages_per_s() == pytest.approx(3 / (2 + 2))


def test_percentiles_are_of_one_kind() -> None:
    turns = [Turn("a", "x", 0, seconds) for seconds in (0.010, 0.020, 0.030)] + [Turn("b", "x", 0, 9)]
    assert milliseconds(turns, 50, "a") == pytest.approx(20)


EVENTS = (
    Event("user", None, 100.010),
    Event("action", "track_form", 100.030),
    Event("slot", None, 100.030),
    Event("action", "action_track_order", 100.050),
    Event("bot", None, 100.050),
    Event("action", "action_listen", 100.052),
)


def test_a_turn_is_split_where_its_events_are() -> None:
    split = parts(Turn("a", "x", 100.0, 0.060), EVENTS)
    assert split is not None
    # Three decisions of 2 ms each, as long as action_listen took.
    assert astuple(split) == pytest.approx((0.010, 0.006, 0.036, 0.008), abs=1e-6)
    assert sum(astuple(split)) == pytest.approx(0.060)


def test_a_turn_without_an_end_is_not_split() -> None:
    assert parts(Turn("a", "x", 100.0, 0.060), EVENTS[:-1]) is None


def test_the_parts_come_from_the_conversation_that_the_turn_was_in(tmp_path: Path) -> None:
    store = tmp_path / "conversations.db"
    start = [Event("action", "action_session_start", 100.001), Event("action", "action_listen", 100.002)]
    later = [Event(event.kind, event.action, event.time + 50) for event in EVENTS]
    with closing(sqlite3.connect(store)) as database, database:
        database.execute(
            "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id, type_name, action_name, timestamp)"
        )
        for sender, events in (("dev:x", [*start, *EVENTS]), ("dev:y", later), ("dev:x", later)):
            rows = [(sender, event.kind, event.action, event.time) for event in events]
            database.executemany(
                "INSERT INTO events (sender_id, type_name, action_name, timestamp) VALUES (?, ?, ?, ?)", rows
            )
    turns = [
        Turn("first", "x", 100.0, 0.060),
        Turn("second", "x", 150.005, 0.055),
        Turn("first", "y", 150.0, 0.060),
    ]
    split = median_parts(turns, store)
    assert set(split) == {"first", "second"}
    assert astuple(split["first"]) == pytest.approx((0.010, 0.006, 0.036, 0.008), abs=1e-6)
    assert split["second"].parse == pytest.approx(0.005, abs=1e-6)
