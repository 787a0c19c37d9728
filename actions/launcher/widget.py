"""Builds the page and its chat (`bot/widget`) with the Node.js that is locked among the requirements."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from actions.artefacts import inputs_hash, write_text
from actions.launcher.progress import working
from actions.launcher.tools import run_logged
from actions.settings import ROOT

WIDGET = ROOT / "bot" / "widget"
BUILT = WIDGET / "dist" / ".built"
INSTALLED = WIDGET / "node_modules" / ".installed"
GENERATED = {"dist", "node_modules"}


def build() -> None:
    """Build the page unless it was built from the same sources.

    Raises:
        LaunchError: npm failed.
    """
    inputs = inputs_hash(sorted(path for path in WIDGET.iterdir() if path.name not in GENERATED))
    if _says(BUILT, inputs):
        return
    with working("Building the page"):
        install()
        npm("run", "build")
    write_text(BUILT, inputs)


def install() -> None:
    """The packages that are locked for the page, unless they are there."""
    locked = inputs_hash([WIDGET / "package-lock.json"])
    if not _says(INSTALLED, locked):
        npm("ci")
        write_text(INSTALLED, locked)


def npm(*arguments: str) -> None:
    """One npm command in the widget's folder; its log is `var/logs/npm.log`."""
    programs = Path(sys.executable).parent
    variables = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}
    run_logged("npm", [programs / "npm", *arguments], WIDGET, variables)


def _says(stamp: Path, text: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="utf-8") == text
