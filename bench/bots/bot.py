"""What can be measured: a bot of one or more programs that answers at a port of this machine."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import psutil

from actions.launcher import LaunchError
from actions.launcher.supervisor import Program, Supervisor
from actions.launcher.tools import logs
from bench.bots.talking import Conversation, hold
from bench.common.running import CannotRun

START_LIMIT = 300.0
"""Seconds that a bot may take to start on a busy machine."""


@dataclass(frozen=True)
class Start:
    """Seconds until a first message was answered, and until each program was up."""

    answered_s: float
    up_s: Mapping[str, float]


class Bot(ABC):
    """A bot with a port of its own. `name` is its system's name in reports."""

    name: ClassVar[str]

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._running: Supervisor | None = None

    @abstractmethod
    def prepare(self) -> None:
        """Make what it needs before it can start; no part of its start-up time.

        Raises:
            CannotRun: that can't be done.
        """

    @abstractmethod
    def programs(self) -> Sequence[Program]:
        """What it runs as."""

    @abstractmethod
    def variables(self) -> Mapping[str, str]:
        """The environment of its programs."""

    @abstractmethod
    def conversation(self, number: int) -> Conversation:
        """The `number`-th conversation to measure (from 0), the same in every run."""

    @abstractmethod
    def small_talk(self) -> Conversation:
        """Messages that can be said over and over in one conversation, and are always answered the same way."""

    def start(self) -> Start:
        """Start it as `make run` starts programs, and wait for its first answer.

        Raises:
            CannotRun: a program ended, was not up within `START_LIMIT`, or answered wrongly.
        """
        self._running = Supervisor(self.variables(), logs=logs() / "bench" / self.name)
        started = time.monotonic()
        try:
            self._running.start(self.programs())
            up = self._running.wait_until_up(START_LIMIT)
        except LaunchError as error:
            raise CannotRun(f"{self.name} could not be started. {error}") from error
        asyncio.run(hold(self.url, [self.conversation(0)[:1]]))
        return Start(time.monotonic() - started, up)

    def stop(self) -> None:
        """End its programs, if they run."""
        if self._running:
            self._running.stop()

    def memory_gb(self) -> dict[str, float]:
        """Program → resident memory of all its processes, GB."""
        return {
            name: sum(process.memory_info().rss for process in processes) / 1e9
            for name, processes in self._processes().items()
        }

    def processor_s(self) -> dict[str, float]:
        """Program → processor time that all its processes have used so far, seconds."""
        return {
            name: sum(sum(process.cpu_times()[:2]) for process in processes)
            for name, processes in self._processes().items()
        }

    def _processes(self) -> dict[str, list[psutil.Process]]:
        running = self._running.running if self._running else {}
        return {name: _tree(popen) for name, (_, popen, _) in running.items()}


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tree(popen: subprocess.Popen[str]) -> list[psutil.Process]:
    """A process and all that it started."""
    first = psutil.Process(popen.pid)
    return [first, *first.children(recursive=True)]
