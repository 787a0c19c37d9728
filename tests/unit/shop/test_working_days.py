"""Counting in working days."""

from __future__ import annotations

from datetime import date

import pytest

from actions.shop.working_days import add_working_days, working_days_between

WEEK = ("mon", "tue", "wed", "thu", "fri")
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 5, day) for day in (15, 16, 17, 18))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (FRIDAY, 0, FRIDAY),
        (SATURDAY, 0, MONDAY),
        (FRIDAY, 1, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SUNDAY, 2, date(2026, 5, 19)),
        (MONDAY, 5, date(2026, 5, 25)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
    ],
)
def test_adding(day: date, count: int, expected: date) -> None:
    assert add_working_days(day, count, WEEK) == expected


def test_a_week_with_one_working_day() -> None:
    assert add_working_days(FRIDAY, 2, ["sun"]) == date(2026, 5, 24)


def test_counting_between() -> None:
    assert working_days_between(FRIDAY, MONDAY, WEEK) == 1
    assert working_days_between(FRIDAY, SUNDAY, WEEK) == 0
    assert working_days_between(MONDAY, FRIDAY, WEEK) == 0, "the past holds none"
