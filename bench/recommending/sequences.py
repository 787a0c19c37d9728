"""Sequences of items as the project's recommender takes them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

import numpy as np

from actions.recommender import Did, Event, Item
from actions.recommender.history import History
from actions.recommender.shelf import Shelf
from bench.common.running import CannotRun

FEWEST = 4
"""Items of a user: one to test, one to validate, two to learn a step from."""
END = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class User:
    """Somebody, and the items that they turned to, in time order."""

    name: str
    items: tuple[str, ...]

    @property
    def target(self) -> str:
        """The item that is tested."""
        return self.items[-1]


@dataclass(frozen=True)
class Sequences:
    """Users with enough items to hold two out, and how many were left out for having fewer."""

    users: Sequence[User]
    left_out: int

    @cached_property
    def items(self) -> list[str]:
        """All items."""
        return sorted({item for user in self.users for item in user.items}, key=int)

    def history(self, held_out: int) -> History:
        """What the users did before their last `held_out` items.

        A sequence tells no times: every step is taken for a purchase and for a day, and everybody's last for one day.
        """
        events = (
            Event(user.name, item, Did.BUY, END - timedelta(days=steps_left))
            for user in self.users
            for steps_left, item in enumerate(reversed(user.items))
            if steps_left >= held_out
        )
        return History(self.items, events)

    def shelf(self) -> Shelf:
        """The items, of which nothing is known but that they are there."""
        items = [Item(item, "", "", "", (), (), 0.0, True, END, 0) for item in self.items]
        return Shelf(items, np.zeros((len(items), 1), dtype=np.float32))


def read(path: Path) -> Sequences:
    """A file of lines `user item item …`, whole numbers, gzipped or not.

    Raises:
        CannotRun: it is missing or is no such file; says where.
    """
    try:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            lines = [line.split() for line in file]
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise CannotRun(f"The sequences in {path} can't be read: {reason}.") from error
    for number, words in enumerate(lines, 1):
        if words and not (len(words) > 1 and all(map(str.isdecimal, words))):
            raise CannotRun(f"{path}:{number}: a line is `user item item …` in whole numbers.")
    users = [User(words[0], tuple(words[1:])) for words in lines if words]
    if len({user.name for user in users}) < len(users):
        raise CannotRun(f"{path}: a user has two lines.")
    kept = [user for user in users if len(user.items) >= FEWEST]
    if not kept:
        raise CannotRun(f"{path} has no user with {FEWEST} items or more.")
    return Sequences(kept, len(users) - len(kept))
