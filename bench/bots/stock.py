"""The bot that `rasa init` makes, as it is: the yardstick."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from actions.settings import ROOT
from bench.bots.bot import Bot
from bench.bots.talking import Conversation, Message
from bench.common.running import CannotRun
from tests.support.assistant import free_port

PYTHON = ROOT / ".venv-bot" / "bin" / "python"
KEPT = ROOT / "var" / "bench"

ENVIRONMENT = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}

# Its own examples, in an order of its own stories; every answer is one sentence, as after an `utter_` action.
CONVERSATION = (
    Message("turn", "hi", "how are you"),
    Message("turn", "great", "carry on"),
    Message("turn", "are you a bot?", "powered by Rasa"),
    Message("turn", "bye", "bye"),
)


class StockBot(Bot):
    """`rasa init --no-prompt` once for each version of Rasa, then `rasa run`, with nothing changed.

    It has DIET, TED and its other default components, its REST channel, its store in memory, and no action server.
    """

    name = "stock"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._port = free_port()
        self._bot: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def programs(self) -> Mapping[str, subprocess.Popen[bytes]]:
        return {"bot": self._bot} if self._bot else {}

    @property
    def health(self) -> Mapping[str, str]:
        return {"bot": self.url}

    @property
    def project(self) -> Path:
        """Where `rasa init` put it."""
        return KEPT / f"stock-rasa-{_rasa_version()}"

    def prepare(self) -> None:
        """Create and train it, which takes a few minutes, unless that was done before.

        Raises:
            CannotRun: the bot's environment is missing, or `rasa init` failed.
        """
        if any(self.project.glob("models/*.tar.gz")):
            return
        unfinished = self.project.with_name(f"{self.project.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        log = self.folder / "stock-training.log"
        if self._rasa(unfinished, log, "init", "--no-prompt").wait() != 0:
            raise CannotRun(f"`rasa init` failed: {log.read_text(errors='replace')[-1000:]}")
        shutil.rmtree(self.project, ignore_errors=True)
        unfinished.rename(self.project)

    def launch(self) -> None:
        log = self.folder / "stock.log"
        self._bot = self._rasa(self.project, log, "run", "-i", "127.0.0.1", "-p", str(self._port))

    def conversation(self, number: int) -> Conversation:
        return CONVERSATION

    def small_talk(self) -> Conversation:
        return CONVERSATION[2:]  # what it has rules for; the rest depends on what was said before

    def _rasa(self, project: Path, log: Path, *arguments: str) -> subprocess.Popen[bytes]:
        with log.open("wb") as output:
            return subprocess.Popen(
                [str(PYTHON), "-m", "rasa", *arguments],
                cwd=project,
                env=os.environ | ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )


def _rasa_version() -> str:
    try:
        asked = "import importlib.metadata; print(importlib.metadata.version('rasa'))"
        return subprocess.run(
            [str(PYTHON), "-c", asked], check=True, capture_output=True, text=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotRun("Rasa is not installed in .venv-bot: `./aisle setup` installs it.") from error
