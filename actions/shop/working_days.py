"""Counting in working days and asking what is open, in a place's own time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_working(day: date, working_days: Collection[str]) -> bool:
    """Whether people work on that weekday."""
    return WEEKDAYS[day.weekday()] in working_days


def add_working_days(day: date, count: int, working_days: Collection[str]) -> date:
    """The `count`-th working day after `day`; for 0, `day` itself or the first working day after it."""
    if count == 0 and is_working(day, working_days):
        return day
    remaining = max(count, 1)
    while remaining:
        day += timedelta(days=1)
        remaining -= is_working(day, working_days)
    return day


def working_days_between(first: date, last: date, working_days: Collection[str]) -> int:
    """How many working days lie after `first`, up to and with `last`."""
    return sum(
        is_working(first + timedelta(days=step), working_days) for step in range(1, (last - first).days + 1)
    )


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The last moment of a day there."""
    return datetime.combine(day, time.max, zone)
