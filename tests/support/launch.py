"""`./aisle`, started by a test that has something wrong in store for it."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 240
"""Seconds that a start may take on a busy machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Launch:
    """`./aisle` with ports, secrets and a database of its own."""

    folder: Path
    bot_port: int = field(default_factory=free_port)
    action_port: int = field(default_factory=free_port)
    variables: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None

    def environment(self) -> dict[str, str]:
        """What it runs in: this process's own environment with the test's settings over it."""
        return {
            **os.environ,
            "AISLE_BOT_PORT": str(self.bot_port),
            "AISLE_ACTION_PORT": str(self.action_port),
            "AISLE_DATABASE_URL": f"sqlite:///{self.folder / 'shop.db'}",
            "AISLE_CONVERSATIONS": str(self.folder / "conversations.db"),
            "AISLE_VAR_FOLDER": str(self.folder),
            "AISLE_ACTION_SECRET": secrets.token_hex(32),
            "AISLE_TOKEN_SECRET": secrets.token_hex(32),
            **self.variables,
        }

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start the command; what it says, in either stream, can be read from its `stdout`."""
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        return self.process

    def run(self, *command: str) -> tuple[int, str]:
        """Run the command to its end: its status and what it said."""
        process = self.start(*command)
        said, _ = process.communicate(timeout=LIMIT)
        return process.returncode, said

    def wait_until_open(self) -> None:
        """Read what it says until it says where the page is."""
        assert self.process is not None and self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line)
            if f"http://localhost:{self.bot_port}/shop" in line:
                return
        raise RuntimeError("It ended before it was open:\n" + "".join(said))
