"""Seeded chance: one independent stream of random numbers for each purpose."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

SEED = 2042

T = TypeVar("T")


def stream(*purpose: object) -> random.Random:
    """A generator that depends on nothing but the seed and the purpose, the same on every machine."""
    return random.Random(":".join(map(str, (SEED, *purpose))))


def pick(rng: random.Random, options: Sequence[T], weights: Sequence[float]) -> T:
    """One of `options`, with probability proportional to its weight."""
    return rng.choices(options, weights)[0]


def days(time: float) -> float:
    """A time in days as the files hold it: three decimals, about a minute and a half."""
    return round(time, 3) + 0.0
