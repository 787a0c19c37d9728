"""Money, days and moments as each locale writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from actions.dialogue.formats import Formats
from actions.shop.clock import FixedClock

NOW = datetime(2026, 5, 13, 16, tzinfo=UTC)
SOON, LAST_YEAR = date(2026, 11, 24), date(2025, 11, 25)
AFTERNOON = datetime(2026, 11, 24, 22, 15, tzinfo=UTC)
"""15:15 in Denver."""


def formats(locale: str, zone: str = "America/Denver") -> Formats:
    return Formats(locale, ZoneInfo(zone), "USD", "US", FixedClock(NOW))


@pytest.mark.parametrize(
    ("locale", "soon", "last_year", "afternoon"),
    [
        ("en_US", "Tuesday, November 24", "Tuesday, November 25, 2025", "Nov 24, 3:15 PM"),
        ("en_GB", "Tuesday 24 November", "Tuesday, 25 November 2025", "24 Nov, 15:15"),
        ("de_DE", "Dienstag, 24. November", "Dienstag, 25. November 2025", "24. Nov., 15:15"),
        ("es_ES", "martes, 24 de noviembre", "martes, 25 de noviembre de 2025", "24 nov, 15:15"),
        ("zh_Hans_CN", "11月24日星期二", "2025年11月25日星期二", "11月24日 15:15"),
    ],
)
def test_days_are_written_as_in_the_locale(locale: str, soon: str, last_year: str, afternoon: str) -> None:
    assert formats(locale).day(SOON) == soon
    assert formats(locale).day(LAST_YEAR) == last_year
    assert formats(locale).moment(AFTERNOON) == afternoon


def test_a_moment_of_another_year_says_which() -> None:
    assert formats("en_US").moment(datetime(2025, 1, 2, 22, 15, tzinfo=UTC)) == "Jan 2, 2025, 3:15 PM"


def test_the_zone_decides_which_day_and_which_year_it_is() -> None:
    end = datetime(2026, 1, 1, 6, 59, tzinfo=UTC)  # the last minute of 2025 in Denver
    assert formats("en_US").day(end) == "Wednesday, December 31, 2025"
    assert formats("en_US", "Europe/Berlin").day(end) == "Thursday, January 1"
