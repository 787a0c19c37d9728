"""Files with a customer's own data, each for as long as it takes to fetch it, under a name that nobody can guess.

A file's time of modification is the end until which it can be fetched: who hands it out needs to know nothing else.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

MINUTES = 60
"""How long a file can be fetched."""


class Exports:
    """Writes files to a folder, from which the web channel hands them out until their end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: Mapping[str, Any]) -> str:
        """Write a file; its name."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{secrets.token_urlsafe(32)}.json"
        path = self._folder / name
        path.touch(mode=0o600)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        end = time.time() + MINUTES * 60
        os.utime(path, (end, end))
        return name

    def sweep(self) -> None:
        """Remove the files that can't be fetched any more."""
        for file in self._files():
            if file.stat().st_mtime < time.time():
                file.unlink(missing_ok=True)

    def forget(self, customer_id: str) -> None:
        """Remove the files about a customer, fetched or not."""
        for file in self._files():
            data = json.loads(file.read_text(encoding="utf-8"))
            if any(row.get("customer_id") == customer_id for row in data.get("customers", ())):
                file.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        return self._folder.glob("*.json")
