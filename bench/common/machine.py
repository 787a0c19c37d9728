"""The machine that a benchmark ran on, without which its figures say little."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def description() -> dict[str, str | float]:
    """Processor, cores that this process may use, memory in GB, system, Python, and how busy it was (1 min load)."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "machine_processor": _processor(),
        "machine_cores": _cores(),
        "machine_memory_gb": round(memory / 2**30, 1),
        "machine_system": platform.platform(),
        "machine_python": platform.python_version(),
        "machine_load": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    """As Linux names it; elsewhere the architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
