"""The one clock. Whatever depends on the time of day takes a `Clock`, so that tests can set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The current moment, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is told to go on; for tests and for reproducible seeding."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def advance(self, **duration: float) -> None:
        """Move on by a `timedelta`'s arguments, such as `minutes=30`."""
        self.moment += timedelta(**duration)
