"""Both programs, running against a seeded shop of their own, for the tests that talk to them as a user would."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx
import jwt

from tests.support.later import AHEAD

ROOT = Path(__file__).resolve().parents[2]
FILL = "from actions.launcher.prepare import fill_database; fill_database()"
LATER = "tests.support.later"
START_SECONDS = 180
"""How long the two programs may take to start on a busy machine."""


def free_port() -> int:
    with closing(socket.socket()) as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class Assistant:
    """The running assistant. `folder` holds its database, conversations and logs; `settings` are added to its own."""

    folder: Path
    bot_port: int = field(default_factory=free_port)
    action_port: int = field(default_factory=free_port)
    token_secret: str = field(default_factory=lambda: secrets.token_hex(32))
    action_secret: str = field(default_factory=lambda: secrets.token_hex(32))
    settings: Mapping[str, str] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.folder / "shop.db"

    @property
    def _ahead_file(self) -> Path:
        return self.folder / "ahead"

    @property
    def hours_ahead(self) -> float:
        """How far both programs' clocks run ahead; setting it lets time pass for them."""
        return float(self._ahead_file.read_text() or 0) / 3600 if self._ahead_file.exists() else 0.0

    @hours_ahead.setter
    def hours_ahead(self, hours: float) -> None:
        # Put in place at once: a program that reads it meanwhile sees the old or the new.
        written = self.folder / "ahead.new"
        written.write_text(str(hours * 3600), encoding="ascii")
        written.replace(self._ahead_file)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.bot_port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "AISLE_DATABASE_URL": f"sqlite:///{self.database}",
            "AISLE_MODELS_FOLDER": str(self.folder / "models"),
            "AISLE_VAR_FOLDER": str(self.folder),
            "AISLE_CONVERSATIONS": str(self.folder / "conversations.db"),
            "AISLE_BOT_PORT": str(self.bot_port),
            "AISLE_ACTION_PORT": str(self.action_port),
            "AISLE_TOKEN_SECRET": self.token_secret,
            "AISLE_ACTION_SECRET": self.action_secret,
            "AISLE_DEVELOPMENT": "true",
            AHEAD: str(self._ahead_file),
            "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
            "RASA_TELEMETRY_ENABLED": "false",
            **self.settings,
        }

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Seed the database and start both programs, on a copy of `models/`; returns when both answer."""
        shutil.copytree(ROOT / "models", self.folder / "models", ignore=shutil.ignore_patterns("rasa"))
        self.run([str(ROOT / ".venv-actions/bin/python"), "-c", FILL])
        self.start_actions()
        self.start_bot()
        self.wait_until_up()
        self.snapshot()

    def start_actions(self) -> None:
        self._spawn(
            "actions", [str(ROOT / ".venv-actions/bin/python"), "-m", LATER, "actions.dialogue.server"]
        )

    def start_bot(self) -> None:
        rasa = [str(ROOT / ".venv-bot/bin/python"), "-m", LATER, "bot", "run"]
        files = ["--model", "models/rasa", "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
        self._spawn("bot", [*rasa, *files, "-i", "127.0.0.1", "-p", str(self.bot_port)])

    def wait_until_up(self) -> None:
        for url in (f"http://127.0.0.1:{self.action_port}/health", f"{self.url}/"):
            self._wait(url)

    def stop(self, *names: str) -> None:
        for name in names or tuple(self.processes):
            process = self.processes.pop(name, None)
            if process:
                process.terminate()
                process.wait(20)

    def run(self, command: list[str]) -> None:
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def _spawn(self, name: str, command: list[str]) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=log, stderr=subprocess.STDOUT
        )

    def _wait(self, url: str) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            for name, process in self.processes.items():
                if process.poll() is not None:
                    log = (self.folder / f"{name}.log").read_text(errors="replace")
                    raise RuntimeError(f"{name} ended with {process.returncode}:\n{log[-3000:]}")
            try:
                if httpx.get(url, timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.3)
        raise TimeoutError(url)

    def snapshot(self) -> None:
        """Remember the shop's data as it is now."""
        with (
            closing(sqlite3.connect(self.database)) as live,
            closing(sqlite3.connect(self.folder / "seeded.db")) as kept,
        ):
            live.backup(kept)

    def restore(self) -> None:
        """Put the shop's data back as they were, under the running programs."""
        with (
            closing(sqlite3.connect(self.folder / "seeded.db")) as kept,
            closing(sqlite3.connect(self.database, timeout=20)) as live,
        ):
            kept.backup(live)

    def tables(self) -> list[str]:
        """The tables of the shop's database."""
        return [
            name
            for (name,) in self.query("select name from sqlite_master where type = 'table' order by name")
        ]

    def changed_rows(self, table: str) -> list[dict[str, Any]]:
        """Rows that are new since the snapshot, or others, as they are now; then those that went, as they were."""
        came = f"select rowid, * from main.{table} except select rowid, * from kept.{table}"
        went = f"select rowid, * from kept.{table} where rowid not in (select rowid from main.{table})"
        with closing(sqlite3.connect(self.database, timeout=20)) as connection:
            connection.execute("attach ? as kept", [str(self.folder / "seeded.db")])
            found = []
            for sql in (came, went):
                cursor = connection.execute(sql)
                names = [column for column, *_ in cursor.description]
                found += [dict(zip(names, row, strict=True)) for row in cursor]
        return found

    def query(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of the shop's database."""
        with closing(sqlite3.connect(self.database, timeout=20)) as connection:
            return connection.execute(sql, values).fetchall()

    def execute(self, sql: str, **values: Any) -> None:
        """Change the shop's database."""
        with closing(sqlite3.connect(self.database, timeout=20)) as connection, connection:
            connection.execute(sql, values)

    def token(self, customer: str) -> str:
        """A token as `./aisle token --customer` makes it."""
        claims = {"customer": customer, "exp": int(time.time() + 3600 * (1 + self.hours_ahead))}
        return jwt.encode(claims, self.token_secret, algorithm="HS256")


@dataclass
class Shopper:
    """Somebody who talks to the assistant over the REST channel."""

    assistant: Assistant
    customer: str | None = None
    sender: str = field(default_factory=lambda: secrets.token_hex(8))
    replies: list[Mapping[str, Any]] = field(default_factory=list)

    def say(self, text: str) -> list[Mapping[str, Any]]:
        """Send a message; the replies, which are also kept in `replies`."""
        headers = {"Authorization": f"Bearer {self.assistant.token(self.customer)}"} if self.customer else {}
        answer = httpx.post(
            f"{self.assistant.url}/webhooks/rest/webhook",
            json={"sender": self.sender, "message": text},
            headers=headers,
            timeout=60,
        )
        answer.raise_for_status()
        self.replies = answer.json()
        return self.replies

    def press(self, title: str) -> list[Mapping[str, Any]]:
        """Press the button of that title among the last replies."""
        return self.say(self.buttons()[title])

    def buttons(self) -> dict[str, str]:
        """Title → payload of every button in the last replies, those on cards included."""
        groups = [reply.get("buttons") or [] for reply in self.replies]
        groups += [card.get("buttons") or [] for card in self.cards()]
        return {button["title"]: button["payload"] for group in groups for button in group}

    def cards(self) -> list[Mapping[str, Any]]:
        """The product cards in the last replies."""
        return [
            card for custom in self.customs() if custom.get("type") == "products" for card in custom["items"]
        ]

    def customs(self) -> list[Mapping[str, Any]]:
        """What the last replies show beside their texts: cards, tables, timelines, the source of an answer."""
        return [reply["custom"] for reply in self.replies if reply.get("custom")]

    @property
    def text(self) -> str:
        """The last replies' texts, a line each."""
        return "\n".join(str(reply.get("text", "")) for reply in self.replies)
