"""Runs the programs that make things, with what they say in a log."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from actions.launcher import LaunchError
from actions.settings import ROOT, settings

TAIL = 20
"""Lines of a log that an error shows."""


def run_logged(
    name: str, command: Sequence[str], folder: Path = ROOT, variables: Mapping[str, str] | None = None
) -> None:
    """Run a command to its end; what it says goes to `<name>.log`.

    Raises:
        LaunchError: it failed; the end of its log is in the message.
    """
    log = logs() / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if status != 0:
        raise LaunchError(f"{tail(log)}\n{name} failed with status {status}: {shown(log)} has it all.")


def logs() -> Path:
    """The folder in which everything that is started or made keeps its log."""
    return settings().var_folder / "logs"


def tail(log: Path, lines: int = TAIL) -> str:
    """The last lines of a log."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def shown(path: Path) -> str:
    """A path as people type it: relative to the project where it lies there."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
