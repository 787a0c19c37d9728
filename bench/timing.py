"""How long calls take, for the benchmarks of scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, process_time
from typing import TypeVar

T = TypeVar("T")
Taken = Sequence[tuple[float, float]]
"""Milliseconds of every list: elapsed, and on the processor."""


def timed(ask: Callable[[T], object], of: Iterable[T]) -> Taken:
    """How many milliseconds each call takes."""
    taken = []
    for each in of:
        started, busy = perf_counter(), process_time()
        ask(each)
        taken.append(((perf_counter() - started) * 1000, (process_time() - busy) * 1000))
    return taken
