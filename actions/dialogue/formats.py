"""Money, days and lists as the shopper's locale writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal


@dataclass(frozen=True)
class Formats:
    """Formats for one locale and time zone.

    Args:
        locale: such as `en_US`.
        zone: IANA name; the zone in which a moment becomes a day.
        currency: ISO 4217 code of amounts that name none.
    """

    locale: str
    zone: str
    currency: str

    @property
    def country(self) -> str:
        """The country of the locale, ISO 3166; empty where it names none."""
        return self.locale.partition("_")[2]

    def money(self, amount: Decimal, currency: str | None = None) -> str:
        return format_currency(amount, currency or self.currency, locale=self.locale)

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def day(self, value: date | datetime) -> str:
        """Such as `Tuesday, November 24`."""
        if isinstance(value, datetime):
            value = value.astimezone(ZoneInfo(self.zone)).date()
        return format_date(value, "EEEE, MMMM d", locale=self.locale)

    def moment(self, value: datetime) -> str:
        """Such as `Nov 24, 3:15 PM`."""
        pattern = "MMM d, h:mm a"
        return format_datetime(value, pattern, tzinfo=ZoneInfo(self.zone), locale=self.locale).replace(
            "\u202f", " "
        )

    def listing(self, parts: Sequence[str]) -> str:
        """Such as `a, b, and c`."""
        return format_list(list(parts), locale=self.locale)

    def choice(self, parts: Sequence[str]) -> str:
        """Such as `a, b, or c`."""
        return format_list(list(parts), style="or", locale=self.locale)
