"""What can be measured: a bot of one or more programs that answers at a port of this machine."""

from __future__ import annotations

import asyncio
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import httpx
import psutil

from bench.bots.talking import Conversation, hold
from bench.common.running import CannotRun

START_SECONDS = 240
"""How long a bot may take to start on a busy machine."""
STOP_SECONDS = 20


@dataclass(frozen=True)
class Start:
    """Seconds until a first message was answered, and until each program was up."""

    answered_s: float
    up_s: Mapping[str, float]


class Bot(ABC):
    """A bot with a folder for its logs. `name` is its system's name in reports."""

    name: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    @abstractmethod
    def url(self) -> str:
        """Where it answers, without a path."""

    @property
    @abstractmethod
    def programs(self) -> Mapping[str, subprocess.Popen[bytes]]:
        """What it runs as, by name."""

    @property
    @abstractmethod
    def health(self) -> Mapping[str, str]:
        """For each program, an address that answers once it is up."""

    @abstractmethod
    def prepare(self) -> None:
        """Make what it needs before it can start; no part of its start-up time."""

    @abstractmethod
    def launch(self) -> None:
        """Start its programs."""

    @abstractmethod
    def conversation(self, number: int) -> Conversation:
        """The `number`-th conversation to measure (from 0), the same in every run."""

    @abstractmethod
    def small_talk(self) -> Conversation:
        """Messages that can be said over and over in one conversation, and are always answered the same way."""

    def start(self) -> Start:
        """Start it, and wait for its first answer.

        Raises:
            CannotRun: a program ended, or there was no answer in `START_SECONDS`.
        """
        started = time.monotonic()
        self.launch()
        up: dict[str, float] = {}
        with httpx.Client(timeout=2, trust_env=False) as client:
            while len(up) < len(self.health):
                waited = time.monotonic() - started
                up |= {
                    name: waited
                    for name, url in self.health.items()
                    if name not in up and _answers(client, url)
                }
                if any(program.poll() is not None for program in self.programs.values()):
                    raise CannotRun(f"The bot {self.name!r} ended while it started: {self._last_words()}")
                if waited > START_SECONDS:
                    raise CannotRun(
                        f"The bot {self.name!r} is not up after {START_SECONDS} s: {self._last_words()}"
                    )
                time.sleep(0.1)
        asyncio.run(hold(self.url, [self.conversation(0)[:1]]))
        return Start(time.monotonic() - started, up)

    def stop(self) -> None:
        """End its programs."""
        for program in self.programs.values():
            program.terminate()
        for program in self.programs.values():
            try:
                program.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                program.kill()

    def memory_gb(self) -> dict[str, float]:
        """Program → resident memory of all its processes, GB."""
        return {
            name: sum(process.memory_info().rss for process in _processes(program)) / 1e9
            for name, program in self.programs.items()
        }

    def processor_s(self) -> dict[str, float]:
        """Program → processor time that all its processes have used so far, seconds."""
        return {
            name: sum(sum(process.cpu_times()[:2]) for process in _processes(program))
            for name, program in self.programs.items()
        }

    def _last_words(self) -> str:
        logs = sorted(self.folder.glob("*.log"), key=lambda log: log.stat().st_mtime)
        return "\n".join(log.read_text(errors="replace")[-1000:] for log in logs)


def _processes(program: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """A program's process and all that it started."""
    first = psutil.Process(program.pid)
    return [first, *first.children(recursive=True)]


def _answers(client: httpx.Client, url: str) -> bool:
    try:
        return client.get(url).is_success
    except httpx.TransportError:
        return False
