"""Reading the day that a message names: "by friday", "before tomorrow"."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import get_day_names

from actions.dialogue.context import Context
from actions.orders.types import Days

WEEK = 7


def due(days: Days, context: Context) -> str:
    """The day or days on which something should arrive, today and tomorrow by these names; what has passed of them is
    no longer promised."""
    formats = context.formats
    today = context.services.clock.now().astimezone(formats.zone).date()
    earliest = max(days.earliest, today) if days.latest >= today else days.earliest
    near = {today: "utter_day_today", today + timedelta(1): "utter_day_tomorrow"}

    def named(day: date) -> str:
        written = formats.day(day)
        return context.text(near[day], day=written) if day in near else written

    return " – ".join(dict.fromkeys(map(named, (earliest, days.latest))))


def days_late(days: Days, context: Context) -> int:
    """How many days ago the last of the days was on which something was expected."""
    today = context.services.clock.now().astimezone(context.formats.zone).date()
    return (today - days.latest).days


def day_named(context: Context) -> date | None:
    """The next day of that name, today included; None where none is named."""
    formats, language, text = context.formats, context.language, context.turn.text
    today = context.services.clock.now().astimezone(formats.zone).date()
    for days, kind in enumerate(("today", "tomorrow")):
        if language.says(text, kind):
            return today + timedelta(days)
    names = [get_day_names(width, locale=formats.locale) for width in ("wide", "abbreviated")]
    for weekday in range(WEEK):
        if language.find(text, [name[weekday].lower() for name in names]) is not None:
            return today + timedelta((weekday - today.weekday()) % WEEK)
    return today + timedelta((5 - today.weekday()) % WEEK) if language.says(text, "weekend") else None
