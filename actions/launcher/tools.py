"""Runs the programs that make or test things."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from actions.launcher import LaunchError
from actions.settings import ROOT, settings

TAIL = 20
"""Lines of a log that an error shows."""
GRACE = 20.0
"""Seconds in which an interrupted program may end what it has started itself."""


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
        status = run_in_group(command, folder, variables, stream)
    if status != 0:
        raise LaunchError(f"{tail(log)}\n{name} failed with status {status}: {shown(log)} has it all.")


def run_in_group(
    command: Sequence[str],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    output: IO[bytes] | None = None,
) -> int:
    """Run a command to its end in a process group of its own; its status.

    What it says goes to `output`, or to where our own words go. Whatever ends us early interrupts it first, and
    kills what is left of its group.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        start_new_session=True,
    )
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
