"""Trains the small assistant of this folder and runs it as `make run` would run the real one.

Standard library only: the tests of the channels use it on Python 3.10, those of the page on a newer one.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PYTHON = ROOT / ".venv-bot" / "bin" / "python"
START_LIMIT = 120


@dataclass(frozen=True)
class Reply:
    """What a server answered: its status, its headers (names in lower case) and its body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Assistant:
    """The small assistant in a process of its own; `folder` keeps its model and its conversations."""

    folder: Path
    development: bool = True
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    action_secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """Everything it has logged."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def train(self) -> None:
        """Makes the model."""
        files = ["--data", HERE / "nlu.yml", HERE / "rules.yml", "--domain", HERE / "domain.yml"]
        config = ["--config", HERE / "config.yml", "--out", self.folder, "--fixed-model-name", "model"]
        with (self.folder / "log").open("ab") as log:
            subprocess.run(self._command("rasa", "train", *files, *config), **self._process(log), check=True)

    def start(self) -> None:
        """Starts it and waits until it answers.

        Raises:
            RuntimeError: it did not come up; its log is in the message.
        """
        files = ["--credentials", HERE / "credentials.yml", "--endpoints", HERE / "endpoints.yml"]
        place = ["--model", self.folder / "model.tar.gz", "--interface", "127.0.0.1", "--port", self.port]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self._command("rasa", "run", *files, *place), **self._process(log)
            )
        deadline = time.monotonic() + START_LIMIT
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                if self.call("GET", "/").status == 200:
                    return
            except URLError:
                time.sleep(0.3)
        self.stop()
        raise RuntimeError(f"The assistant did not start:\n{self.log}")

    def stop(self) -> None:
        """Ends its process."""
        if self.process:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def call(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Reply:
        """One request, answered by whatever status."""
        request = Request(self.url + path, data=body, headers=headers or {}, method=method)
        try:
            with urlopen(request, timeout=60) as answer:
                return _reply(answer.status, answer.headers.items(), answer.read())
        except HTTPError as error:
            return _reply(error.code, error.headers.items(), error.read())

    def post(self, path: str, body: object, token: str | None = None, **headers: str) -> Reply:
        """One JSON object, posted."""
        headers["Content-Type"] = "application/json"
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return self.call("POST", path, json.dumps(body).encode(), headers)

    def said_by(self, conversation: str) -> list[dict[str, Any]]:
        """What was said to it in a conversation, as its tracker store has it."""
        with closing(sqlite3.connect(self.folder / "conversations.db")) as store:
            query = "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user' ORDER BY id"
            return [json.loads(data) for (data,) in store.execute(query, [conversation])]

    def _command(self, module: str, *arguments: object) -> list[str]:
        return [str(PYTHON), "-m", module, *map(str, arguments)]

    def _process(self, log: Any) -> dict[str, Any]:
        environment = {
            **os.environ,
            "AISLE_TOKEN_SECRET": self.secret,
            "AISLE_ACTION_SECRET": self.action_secret,
            "AISLE_DEVELOPMENT": str(self.development),
            "ASSISTANT_FOLDER": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "RASA_TELEMETRY_ENABLED": "false",
        }
        return {"cwd": ROOT, "env": environment, "stdout": log, "stderr": log}


def _reply(status: int, headers: Any, body: bytes) -> Reply:
    return Reply(status, {name.lower(): value for name, value in headers}, body)
