"""Times in CSV files: dates, or days from the first import."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from actions.shop.csv_rows import Moment

SEEDED = datetime(2026, 5, 13, 12, tzinfo=UTC)
MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-05-01T14:30:00Z", datetime(2026, 5, 1, 14, 30, tzinfo=UTC)),
        ("2026-05-01T14:30:00+02:00", datetime(2026, 5, 1, 12, 30, tzinfo=UTC)),
        ("2026-05-01", datetime(2026, 5, 1, tzinfo=UTC)),
        ("20260501", datetime(2026, 5, 1, tzinfo=UTC)),
        ("-2.5", SEEDED - timedelta(days=2.5)),
        ("3", SEEDED + timedelta(days=3)),
    ],
)
def test_a_time_is_a_date_or_days_from_the_first_import(written: str, moment: datetime) -> None:
    assert MOMENT.validate_python(written, context={"seeded": SEEDED}) == moment


@pytest.mark.parametrize("written", ["yesterday", "2026-13-01", "", "1e99"])
def test_what_is_no_time(written: str) -> None:
    with pytest.raises(ValidationError):
        MOMENT.validate_python(written, context={"seeded": SEEDED})
