"""What is missing before anything is installed is said in one sentence."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path


def aisle(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """`./aisle` of a copy: its status and what it said."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [shutil.which("sh") or "/bin/sh", str(folder / "aisle"), *arguments],
        capture_output=True,
        text=True,
        env={**known, **variables},
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def path_with(folder: Path, **programs: str) -> str:
    """A folder for PATH in which there is nothing but what `aisle` itself calls, and these programs."""
    (folder / "bin").mkdir()
    tools = {name: shutil.which(name) or "" for name in ("dirname", "sh")}
    for name, target in {**tools, **programs}.items():
        (folder / "bin" / name).symlink_to(target)
    return str(folder / "bin")


def test_without_any_python(bare: Path) -> None:
    status, said = aisle(bare, "run", PATH=path_with(bare))
    assert status == 1
    assert said == "Aisle needs Python 3.9 or newer to set itself up: install python3.\n"


def test_with_a_python_for_the_bot_that_is_not_one(bare: Path) -> None:
    (bare / ".venv-actions" / "bin").mkdir(parents=True)
    (bare / ".venv-actions" / "bin" / "python").symlink_to(sys.executable)
    stamp(bare, "actions")
    status, said = aisle(bare, "run", PYTHON310="/nowhere/python3.10")
    assert status == 1
    assert said == "PYTHON310=/nowhere/python3.10 is not a Python 3.10 that runs.\n"


def test_without_a_python_for_the_bot_and_without_a_way_to_fetch_one(bare: Path) -> None:
    (bare / ".venv-actions" / "bin").mkdir(parents=True)
    (bare / ".venv-actions" / "bin" / "python").symlink_to(sys.executable)
    stamp(bare, "actions")
    uv = bare / "uv"
    uv.write_text("#!/bin/sh\n[ \"$1\" = --version ] && echo 'uv 99.0.0' || exit 2\n")
    uv.chmod(0o755)
    nowhere = {"PYENV_ROOT": str(bare / "no-pyenv"), "HOME": str(bare)}
    status, said = aisle(bare, "run", PATH=path_with(bare, uv=str(uv)), **nowhere)
    assert status == 1
    assert said.splitlines()[-1] == (
        "Aisle needs Python 3.10 for bot/, and none was found or could be fetched: "
        "install it, or say where it is with PYTHON310=/path/to/python."
    )
    assert not (bare / ".venv-bot").exists()


def test_a_command_before_the_set_up(bare: Path) -> None:
    status, said = aisle(bare, "show", "product", "T1001")
    assert status == 1
    assert said == "Aisle is not set up yet: `make run` does it.\n"


def stamp(folder: Path, name: str) -> None:
    """Note that what is locked for a program is installed."""
    locked = (folder / name / "requirements.txt").read_bytes()
    (folder / f".venv-{name}" / "requirements.sha256").write_text(hashlib.sha256(locked).hexdigest())
