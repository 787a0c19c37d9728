"""Files with a customer's own data, each for as long as it takes to fetch it, under a name that nobody can guess."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MINUTES = 60
"""How long a file can be fetched."""


class Exports:
    """Writes files to a folder, from which the web channel hands them out. Too old ones are removed at every write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: Mapping[str, Any]) -> str:
        """Write a file; its name."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for file in self._folder.glob("*.json"):
            if time.time() - file.stat().st_mtime > MINUTES * 60:
                file.unlink(missing_ok=True)
        name = f"{secrets.token_urlsafe(32)}.json"
        path = self._folder / name
        path.touch(mode=0o600)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return name
