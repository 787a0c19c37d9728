"""Whether processes have gone, which the system may take a moment to notice."""

from __future__ import annotations

import time
from collections.abc import Iterable

import psutil

PATIENCE = 5.0
"""Seconds."""


def all_gone(pids: Iterable[int]) -> bool:
    """Whether within `PATIENCE` none of these runs any more; what only waits to be noted by its parent does not."""
    deadline, left = time.monotonic() + PATIENCE, list(pids)
    while left := [pid for pid in left if _runs(pid)]:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
