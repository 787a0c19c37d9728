"""`make lint`: mistakes that can be seen without running anything."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from actions.launcher import widget
from actions.launcher.environments import BOT
from actions.launcher.progress import console, working
from actions.settings import ROOT

OURS = (
    "actions",
    "bench",
    "tests/unit",
    "tests/nlu",
    "tests/conversations",
    "tests/wishes",
    "tests/browser",
    "tests/support",
    "tests/faults",
)
BOTS = ("bot", "tests/components", "tests/channels")


def lint() -> int:
    """Every check, whatever the others find; 0 if none found anything, else 1."""
    module = [sys.executable, "-m"]
    widget.install()
    checks = (
        ("ruff check", [*module, "ruff", "check", "."], ROOT),
        ("ruff format", [*module, "ruff", "format", "--check", "."], ROOT),
        ("mypy, action server", [*module, "mypy", *OURS], ROOT),
        ("mypy, bot", [*module, "mypy", "--python-executable", str(BOT.python), *BOTS], ROOT),
        ("tsc", ["npm", "run", "--silent", "check"], widget.WIDGET),
    )
    found = [title for title, command, folder in checks if not _passes(title, command, folder)]
    if found:
        console.print(f"Found something: {', '.join(found)}.", style="red")
    return 1 if found else 0


def _passes(title: str, command: Sequence[str], folder: Path) -> bool:
    variables = widget.node_variables()
    with working(title) as work:
        done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True)
        work.idle = done.returncode != 0
    if done.returncode:
        console.print(f"[red]✗[/red] {title}")
        print(done.stdout + done.stderr)
    return done.returncode == 0
