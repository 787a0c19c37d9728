"""Reading the retail shop's files, gzipped or not."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from bench.common.running import CannotRun
from bench.retail.importing import Json

POLICY = Path(__file__).with_name("policy.yml")
"""The shop's written policy as ours."""


def read_json(path: Path) -> Any:
    """The file's content. Raises `CannotRun` where it is missing or no JSON."""
    try:
        data = path.read_bytes()
        return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    except OSError as error:
        raise CannotRun(f"{path} cannot be read: {error.strerror or error}.") from error
    except (EOFError, zlib.error) as error:
        raise CannotRun(f"{path} is broken off or no gzip: {error}.") from error
    except ValueError as error:
        raise CannotRun(f"{path} is no JSON: {error}.") from error


def read_tasks(path: Path) -> list[Json]:
    """The tasks of a file. Raises `CannotRun` where it is missing, no JSON, or holds something else."""
    tasks = read_json(path)
    if not isinstance(tasks, list) or not tasks:
        raise CannotRun(f"{path} has no list of tasks.")
    for place, task in enumerate(tasks):
        try:
            task["id"], task["user_scenario"]["instructions"]
            actions = task["evaluation_criteria"]["actions"] or []
            [(action["name"], dict(action["arguments"])) for action in actions]
        except (KeyError, TypeError, ValueError) as error:
            raise CannotRun(f"The entry {place} of {path} is no retail task: {error!r}.") from error
    return tasks
