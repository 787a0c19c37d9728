"""Runs programs side by side as one: up when all are, ended when one is, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NoReturn
from urllib.error import URLError
from urllib.request import urlopen

from actions.launcher import LaunchError
from actions.launcher.tools import logs, shown, tail
from actions.settings import ROOT

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 10.0
"""Seconds in which a program may end by itself before it is killed."""
POLL = 0.1

Hear = Callable[[str, str], None]
"""Called with a program's name and a line that it wrote."""


@dataclass(frozen=True)
class Program:
    """A program to run. `health` is an address that answers 200 once it is up."""

    name: str
    command: Sequence[str]
    health: str


@dataclass
class Supervisor:
    """Runs programs, each in a process group of its own and with a log in `logs`; `hear` gets every line too."""

    variables: Mapping[str, str]
    hear: Hear = lambda name, line: None
    logs: Path = field(default_factory=logs)
    running: dict[str, tuple[Program, subprocess.Popen[str], threading.Thread]] = field(default_factory=dict)

    def start(self, programs: Iterable[Program]) -> None:
        """Start them side by side and return at once."""
        self.logs.mkdir(parents=True, exist_ok=True)
        for program in programs:
            process = subprocess.Popen(
                program.command,
                cwd=ROOT,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                start_new_session=True,
            )
            reader = threading.Thread(target=self._mirror, args=(program.name, process), daemon=True)
            reader.start()
            self.running[program.name] = program, process, reader

    def wait_until_up(self, limit: float = 180.0) -> dict[str, float]:
        """Return when all answer: the seconds that each one took from now.

        Raises:
            LaunchError: one ended before, or did not answer within `limit` seconds.
        """
        began = time.monotonic()
        took: dict[str, float] = {}
        waiting = {program.name: program for program, _, _ in self.running.values()}
        while waiting:
            self._require_alive()
            for name in [name for name, program in waiting.items() if answers(program.health)]:
                took[name] = time.monotonic() - began
                del waiting[name]
            if waiting and time.monotonic() > began + limit:
                names = " and ".join(waiting)
                raise LaunchError(
                    f"After {limit:.0f} s there is no answer from {names}: see {shown(self.logs)}/."
                )
            time.sleep(POLL)
        return took

    def wait(self) -> NoReturn:
        """Return never, but raise LaunchError when one of the programs ends."""
        while True:
            self._require_alive()
            time.sleep(POLL)

    def stop(self) -> None:
        """End all, asking first; return when none of their processes is left."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for _, process, _ in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
        self._signal(signal.SIGKILL)  # also what a program left behind in its group
        for _, process, reader in self.running.values():
            process.wait()
            reader.join(1.0)
        self.running.clear()

    def log(self, name: str) -> Path:
        """Where a program's words are kept."""
        return self.logs / f"{name}.log"

    def _signal(self, number: signal.Signals) -> None:
        for _, process, _ in self.running.values():
            with suppress(
                ProcessLookupError, PermissionError
            ):  # macOS: a group of zombies may not be signalled
                os.killpg(process.pid, number)

    def _require_alive(self) -> None:
        for program, process, reader in self.running.values():
            if (status := process.poll()) is not None:
                reader.join(1.0)
                log = self.log(program.name)
                raise LaunchError(
                    f"{tail(log)}\n{program.name} ended with status {status}: see {shown(log)}."
                )

    def _mirror(self, name: str, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with self.log(name).open("w", encoding="utf-8") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                self.hear(name, line.rstrip("\n"))


def answers(address: str) -> bool:
    """Whether something answers there with 200."""
    try:
        with urlopen(address, timeout=2) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Within, Ctrl-C and the other signals that end a program leave by `SystemExit`, so that `finally` is run.

    Only the first does; the next ones must not cut short what that sets going.
    """

    def leave(number: int, _: FrameType | None) -> None:
        for one in ENDING_SIGNALS:
            signal.signal(one, signal.SIG_IGN)
        sys.exit(128 + number)

    before = {number: signal.signal(number, leave) for number in ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
