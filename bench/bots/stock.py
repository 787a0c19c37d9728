"""The bot that `rasa init` makes, as it is: the yardstick."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from actions.launcher import LaunchError
from actions.launcher.environments import BOT
from actions.launcher.supervisor import Program
from actions.launcher.tools import run_logged
from actions.launcher.variables import QUIET
from actions.settings import settings
from bench.bots.bot import Bot
from bench.bots.talking import Conversation, Message
from bench.common.running import CannotRun

RASA = (str(BOT.python), "-m", "rasa")

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

    def prepare(self) -> None:
        """Create and train it, which takes a few minutes, unless that was done before."""
        project = self._project()
        if any(project.glob("models/*.tar.gz")):
            return
        unfinished = project.with_name(f"{project.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            run_logged("rasa-init", [*RASA, "init", "--no-prompt"], unfinished, self.variables())
        except LaunchError as error:
            raise CannotRun(f"The stock bot could not be made. {error}") from error
        shutil.rmtree(project, ignore_errors=True)
        unfinished.rename(project)

    def programs(self) -> Sequence[Program]:
        project = self._project()
        files = [
            f"--{option}={project / name}"
            for option, name in (
                ("model", "models"),
                ("endpoints", "endpoints.yml"),
                ("credentials", "credentials.yml"),
            )
        ]
        place = ["--interface", "127.0.0.1", "--port", str(self.port)]
        return [Program("bot", [*RASA, "run", *files, *place], f"{self.url}/")]

    def variables(self) -> Mapping[str, str]:
        return {**QUIET, **os.environ}

    def conversation(self, number: int) -> Conversation:
        return CONVERSATION

    def small_talk(self) -> Conversation:
        return CONVERSATION[2:]  # what it has rules for; the rest depends on what was said before

    def _project(self) -> Path:
        """Where `rasa init` puts it, apart for each version of Rasa.

        Raises:
            CannotRun: Rasa is not installed.
        """
        asked = "import importlib.metadata; print(importlib.metadata.version('rasa'))"
        try:
            version = subprocess.check_output([str(BOT.python), "-c", asked], text=True).strip()
        except (OSError, subprocess.CalledProcessError) as error:
            raise CannotRun("Rasa is not installed in .venv-bot: `./aisle setup` installs it.") from error
        return settings().var_folder / "bench" / f"stock-rasa-{version}"
