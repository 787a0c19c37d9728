"""Runs the benchmarks of `bench/`, each in the environment whose name stands in it as `ENVIRONMENT`."""

from __future__ import annotations

import ast
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from actions.launcher import LaunchError
from actions.launcher.environments import ACTIONS, BOT
from actions.settings import ROOT

BENCH = ROOT / "bench"
ENVIRONMENTS = {each.name: each for each in (ACTIONS, BOT)}


def run(arguments: Sequence[str]) -> NoReturn:
    """Become the benchmark that is named first, with the other arguments: a signal is its own to heed.

    Raises:
        LaunchError: there is none of that name.
    """
    files = [path for path in sorted(BENCH.glob("*.py")) if path.stem != "__init__"]
    known = {path.stem.replace("_", "-"): path for path in files}
    if not arguments or arguments[0] not in known:
        raise LaunchError(f"Name a benchmark: {', '.join(known)}. `./aisle bench NAME --help` says more.")
    name, *rest = arguments
    python = str(ENVIRONMENTS[environment(known[name])].python)
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    os.execve(python, [python, "-m", f"bench.{known[name].stem}", *rest], variables)


def environment(path: Path) -> str:
    """The value of the module's constant `ENVIRONMENT`, without importing it; `actions` where there is none."""
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="ENVIRONMENT")], value=ast.Constant(value=str(name))):
                if name not in ENVIRONMENTS:
                    raise LaunchError(
                        f"{path.name} wants the environment {name!r}; there are {', '.join(ENVIRONMENTS)}."
                    )
                return name
    return ACTIONS.name
