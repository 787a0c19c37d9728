"""Money, days and lists as the shopper's locale writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format, match_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from actions.shop.clock import Clock


@dataclass(frozen=True)
class Formats:
    """Formats for one locale and time zone.

    Args:
        locale: such as `en_US`.
        zone: the zone in which a moment becomes a day.
        currency: ISO 4217 code of amounts that name none.
        country: the shop's own, ISO 3166: addresses in it do not name it.
        clock: which year it is; days of another year are written with theirs.
    """

    locale: str
    zone: ZoneInfo
    currency: str
    country: str
    clock: Clock

    def money(self, amount: Decimal, currency: str | None = None) -> str:
        return format_currency(amount, currency or self.currency, locale=self.locale)

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def plural(self, count: float) -> str:
        """The category (Unicode CLDR) of what is counted: `one`, `other` …"""
        return str(Locale.parse(self.locale).plural_form(count))

    def day(self, value: date | datetime) -> str:
        """Such as `Tuesday, November 24`."""
        if isinstance(value, datetime):
            value = value.astimezone(self.zone).date()
        pattern = _weekday_and_day(self.locale) if self._is_this_year(value) else "full"
        return format_date(value, pattern, locale=self.locale)

    def moment(self, value: datetime) -> str:
        """Such as `Nov 24, 3:15 PM`."""
        local = value.astimezone(self.zone)
        day = format_skeleton("MMMd" if self._is_this_year(local) else "yMMMd", local, locale=self.locale)
        time = format_time(local, "short", locale=self.locale).replace("\u202f", " ")
        joined = str(get_datetime_format("medium", locale=self.locale)).replace("'", "")
        return joined.replace("{1}", day).replace("{0}", time)

    def _is_this_year(self, day: date) -> bool:
        return day.year == self.clock.now().astimezone(self.zone).year

    def territory(self, country: str) -> str:
        """A country's name by its code; the code where there is none such."""
        return str(Locale.parse(self.locale).territories.get(country, country))

    def listing(self, parts: Sequence[str]) -> str:
        """Such as `a, b, and c`."""
        return format_list(list(parts), locale=self.locale)

    def choice(self, parts: Sequence[str]) -> str:
        """Such as `a, b, or c`."""
        return format_list(list(parts), style="or", locale=self.locale)


def _weekday_and_day(locale: str) -> str:
    """The pattern of a day with its weekday and without its year, all written out.

    CLDR has one of these fields for every locale but often with short names; its rule for that (UTS 35, part 4,
    "Missing Skeleton Fields") is to take that pattern and to widen the names.
    """
    patterns = Locale.parse(locale).datetime_skeletons
    pattern = patterns[match_skeleton("MMMMEd", patterns)].pattern
    return re.sub(r"MMM+", "MMMM", re.sub(r"E+", "EEEE", pattern))
