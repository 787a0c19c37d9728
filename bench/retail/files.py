"""Reading the retail shop's files, gzipped or not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from bench.common.running import CannotRun


def read_json(path: Path) -> Any:
    """The file's content. Raises `CannotRun` where it is missing or no JSON."""
    try:
        data = path.read_bytes()
        return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    except OSError as error:
        raise CannotRun(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise CannotRun(f"{path} is no JSON: {error}.") from error
