"""Starts nothing by itself: each test starts the assistant, or a copy of its set-up, with something wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.launch import ROOT, Launch


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    one = Launch(tmp_path)
    yield one
    if one.process and one.process.poll() is None:
        one.process.terminate()
        one.process.communicate(timeout=60)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A copy of what a fresh clone sets itself up with, and nothing else."""
    for name in ("aisle", "actions/__init__.py", "actions/launcher"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    for program in ("actions", "bot"):
        (tmp_path / program).mkdir(exist_ok=True)
        shutil.copy(ROOT / program / "requirements.txt", tmp_path / program)
    return tmp_path
