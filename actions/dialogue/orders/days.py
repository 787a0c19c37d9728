"""Reading the day that a message names: "by friday", "before tomorrow"."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import get_day_names

from actions.dialogue.context import Context

WEEK = 7


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
