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
    if is_built():
        return
    with working("Building the page"):
        sources = _sources()
        install()
        npm("run", "build")
        write_text(BUILT, sources)


def is_built() -> bool:
    """Whether the page was built from its present sources."""
    return _says(BUILT, _sources())


def install() -> None:
    """The packages that are locked for the page, unless they are there."""
    locked = inputs_hash([WIDGET / "package-lock.json"])
    if not _says(INSTALLED, locked):
        npm("ci")
        write_text(INSTALLED, locked)


def npm(*arguments: str) -> None:
    """One npm command in the widget's folder; its log is `npm.log`."""
    run_logged("npm", ["npm", *arguments], WIDGET, node_variables())


def node_variables() -> dict[str, str]:
    """The environment in which the Node.js of our requirements is the first to be found."""
    programs = Path(sys.executable).parent
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}


def _sources() -> str:
    return inputs_hash(sorted(path for path in WIDGET.iterdir() if path.name not in GENERATED))


def _says(stamp: Path, text: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="utf-8") == text
