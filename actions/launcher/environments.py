"""Makes the two environments, before there is one to run in: standard library only, Python 3.9 or newer.

`python3 actions/launcher/environments.py [--dev]` installs the locked requirements of both programs; a second call
finds by hashes that there is nothing to do. Everything is installed by uv, which is put into `.tools/` if need be.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLDEST_UV = (0, 8)
PIP_SETTINGS = {
    "PIP_FIND_LINKS": "UV_FIND_LINKS",
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
}
"""Settings of pip's that uv should heed too: who has a mirror for the one has it for the other."""


class SetupError(Exception):
    """Something that the set-up needs is missing; the message says in a sentence what to do."""


@dataclass(frozen=True)
class Environment:
    """The environment of one of the two programs and the Python it needs: `versions` in order of preference."""

    name: str
    versions: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return ROOT / f".venv-{self.name}"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def setting(self) -> str:
        """The variable that may name a Python to use, such as `PYTHON310`."""
        return f"PYTHON{self.versions[0].replace('.', '')}"


BOT = Environment("bot", ("3.10",))
ACTIONS = Environment("actions", ("3.11", "3.12", "3.13"))


def set_up(dev: bool = False) -> None:
    """Both environments with what is locked for them, with what tests and linters need if `dev`.

    Raises:
        SetupError: uv or a Python can't be had, or the installation failed.
    """
    names = ("requirements", "requirements-dev") if dev else ("requirements",)
    for wanted in (ACTIONS, BOT):
        if not wanted.python.exists():
            _create(wanted)
        for name in names:
            _install(wanted, name)


def _create(wanted: Environment) -> None:
    python = next(_pythons(wanted), wanted.versions[0])
    _say(f"Making the environment of {wanted.name}/ with Python {python}")
    if _uv("venv", "--no-project", "--clear", "--quiet", "--python", python, str(wanted.folder)) != 0:
        raise SetupError(
            f"Aisle needs Python {wanted.versions[0]} for {wanted.name}/, and none was found or could be fetched: "
            f"install it, or say where it is with {wanted.setting}=/path/to/python."
        )


def _install(wanted: Environment, name: str) -> None:
    """What `name`.txt locks, unless that was installed before."""
    locked = ROOT / wanted.name / f"{name}.txt"
    stamp = wanted.folder / f"{name}.sha256"
    digest = hashlib.sha256(locked.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    _say(f"Installing {locked.relative_to(ROOT)}")
    started = time.monotonic()
    # The list is complete, so nothing else is looked for: torch's own list would bring the CUDA libraries.
    arguments = ["--no-deps", "--python", str(wanted.python), "-r", str(locked)]
    if not torch_is_local(os.environ):
        arguments.append("--torch-backend=cpu")
    if _uv("pip", "install", *arguments) != 0:
        raise SetupError(f"{locked.relative_to(ROOT)} could not be installed: see above, then try again.")
    stamp.write_text(digest)
    _say(f"Installed in {time.monotonic() - started:.0f} s")


def torch_is_local(environment: Mapping[str, str]) -> bool:
    """Whether a CPU build of torch lies in a folder that uv is to look into; PyPI's builds for Linux are for CUDA."""
    links = uv_environment(environment).get("UV_FIND_LINKS", "")
    return any(any(Path(link).glob("torch-*+cpu-*.whl")) for link in links.split(",") if link)


def uv_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for uv, with pip's settings in uv's words where uv has none of its own."""
    words = {
        uv: ",".join(environment[pip].split()) for pip, uv in PIP_SETTINGS.items() if environment.get(pip)
    }
    return {**words, **environment}


def _pythons(wanted: Environment) -> Iterator[str]:
    """Interpreters on this machine that will do, the best first; of those that uv finds itself, none."""
    named = os.environ.get(wanted.setting)
    if named:
        if _version(named) not in wanted.versions:
            raise SetupError(
                f"{wanted.setting}={named} is not a Python {' or '.join(wanted.versions)} that runs."
            )
        yield named
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for version in wanted.versions:
        on_path = [Path(folder, f"python{version}") for folder in os.get_exec_path()]
        for candidate in [*on_path, *sorted(pyenv.glob(f"versions/{version}*/bin/python"))]:
            if os.access(candidate, os.X_OK) and _version(str(candidate)) == version:
                yield str(candidate)


def _version(python: str) -> str | None:
    """`3.10` and the like; None for what does not run, as pyenv's shims of versions not chosen."""
    program = "import sqlite3, ssl, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        found = subprocess.run([python, "-c", program], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return found.stdout.strip() if found.returncode == 0 else None


def _uv(*arguments: str) -> int:
    return subprocess.run([_uv_path(), *arguments], cwd=ROOT, env=uv_environment(os.environ)).returncode


def _uv_path() -> str:
    """uv from PATH, else from `.tools/`, where it is installed first if need be."""
    own = ROOT / ".tools" / "bin" / "uv"
    found = shutil.which("uv")
    for candidate in (found, str(own)):
        if candidate and _uv_version(candidate) >= OLDEST_UV:
            return candidate
    _say("Fetching uv, which installs the rest")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(ROOT / ".tools")], capture_output=True
    )
    pip = [str(ROOT / ".tools" / "bin" / "python"), "-m", "pip", "install", "--quiet", "uv"]
    if made.returncode != 0 or subprocess.run(pip).returncode != 0:
        raise SetupError(
            "Aisle installs itself with uv, which could not be fetched: install it "
            "(https://docs.astral.sh/uv/), or your system's package python3-venv."
        )
    return str(own)


def _uv_version(uv: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([uv, "--version"], capture_output=True, text=True).stdout
    except OSError:
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", said)[:2])


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Set up; one sentence and status 1 where that can't be done."""
    try:
        set_up(dev="--dev" in sys.argv[1:])
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
