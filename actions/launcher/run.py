"""`make run` and `make shell`: everything prepared, then the two programs."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

from rich.text import Text

from actions.launcher import LaunchError, ports, rasa_model
from actions.launcher.environments import ACTIONS, BOT
from actions.launcher.prepare import prepare
from actions.launcher.progress import console, working
from actions.launcher.supervisor import Program, Supervisor
from actions.launcher.tools import logs, shown
from actions.launcher.variables import ensure_secrets, program_variables
from actions.settings import LOOPBACK, ROOT, Settings, settings

COLOURS = {"bot": "cyan", "actions": "magenta"}
EVERYWHERE = ("0.0.0.0", "::")
"""To listen at every address; no address to be asked at."""
UNLOADED = re.compile(r"Could not load model due to (.*)|(No valid model found)")
"""How Rasa 3.6.21 says that it goes on without a model."""


def run() -> None:
    """Prepare, start both programs and stay until Ctrl-C, a signal, or the end of one of them.

    Raises:
        LaunchError: a port is taken, something could not be made, or a program did not start or ended.
    """
    config = _ready()
    variables = {"AISLE_DEVELOPMENT": "true", **program_variables()}
    supervisor = Supervisor(variables)
    try:
        with working("Starting the bot and the action server"):
            supervisor.start([action_server(config), bot(config)])
            supervisor.wait_until_up()
            require_model(supervisor.log("bot"))
        console.print(f"\nThe shop is open at [bold]http://localhost:{config.bot_port}/shop[/bold]")
        console.print(f"Ctrl-C closes it. Logs: {shown(logs())}/\n", style="dim")
        supervisor.hear = _print
        supervisor.wait()
    finally:
        supervisor.stop()


def shell() -> int:
    """Prepare, start the action server and talk in the terminal; the status of Rasa's shell."""
    config = _ready()
    variables = program_variables()
    supervisor = Supervisor(variables)
    try:
        with working("Starting the action server"):
            supervisor.start([action_server(config)])
            supervisor.wait_until_up()
        signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the shell, which then ends
        files = ["--model", str(rasa_model.model(config.models_folder)), "--endpoints", "endpoints.yml"]
        command = [str(BOT.python), "-m", "bot", "shell", *files, "--port", str(config.bot_port)]
        return subprocess.run(command, cwd=ROOT, env=variables).returncode
    finally:
        supervisor.stop()


def action_server(config: Settings) -> Program:
    """The action server, which listens to this machine alone."""
    command = [str(ACTIONS.python), "-m", "actions.dialogue.server"]
    return Program("actions", command, f"http://{LOOPBACK}:{config.action_port}/health")


def bot(config: Settings) -> Program:
    """The Rasa server with our channels and without its HTTP API, which asks nobody who they are."""
    model = str(rasa_model.model(config.models_folder))
    files = ["--model", model, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
    place = ["--interface", config.host, "--port", str(config.bot_port)]
    asked = LOOPBACK if config.host in EVERYWHERE else config.host
    command = [str(BOT.python), "-m", "bot", "run", *files, *place]
    return Program("bot", command, f"http://{asked}:{config.bot_port}/")


def require_model(log: Path) -> None:
    """LaunchError if the bot's log says that it could not load its model: Rasa would serve without one."""
    if found := UNLOADED.search(log.read_text(encoding="utf-8")):
        reason = found[1] or found[2]
        raise LaunchError(
            f"The bot cannot load its model ({reason.rstrip('.')}): `rm -r models/rasa` and start again "
            f"to train a new one; {shown(log)} has the details."
        )


def _ready() -> Settings:
    ensure_secrets()
    config = settings()
    ports.require_free(config)
    prepare()
    return config


def _print(name: str, line: str) -> None:
    console.print(Text.assemble((f"{name:>7} │ ", COLOURS[name]), Text.from_ansi(line)), soft_wrap=True)
