"""When an order arrives, in a sentence, and for how long it is late."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.orders.days import day_named, days_late, due
from actions.orders.types import Days, Tracking


def arrival(tracking: Tracking, context: Context) -> str:
    """When an order arrives or did, in a sentence; where a day is named, whether it is there by then."""
    day = context.formats.day
    if tracking.lost:
        return context.text("utter_arrival_lost")
    if tracking.expected is None:
        arrived = tracking.delivered
        return (
            context.text("utter_parcel_delivered", day=day(arrived))
            if arrived
            else context.text("utter_arrival_none")
        )
    if tracking.late:
        return context.text("utter_arrival_late", **lateness(tracking.expected, context))
    values = {"day": due(tracking.expected, context)}
    wanted = day_named(context)
    if wanted is None:
        return context.text("utter_parcel_expected", **values)
    return context.text(
        f"utter_arrival_{_in_time(wanted, tracking.expected.earliest, tracking.expected.latest, context)}",
        **values,
    )


def _in_time(wanted: date, earliest: date, latest: date, context: Context) -> str:
    """Whether it is there by a day, or "before" one: `yes`, `no` or, of a span, `maybe`."""
    before = context.language.says(context.turn.text, "before")
    early, late = ((day < wanted if before else day <= wanted) for day in (earliest, latest))
    return "yes" if late else "maybe" if early else "no"


def lateness(days: Days, context: Context) -> dict[str, Any]:
    """What is said of something late: when it was expected, for how long it is late, and when it counts as lost."""
    formats, late = context.formats, days_late(days, context)
    silence = context.services.policy.delivery.lost_after_working_days
    return {
        "day": " – ".join(dict.fromkeys(map(formats.day, (days.earliest, days.latest)))),
        "since": context.text(f"utter_days_late_{formats.plural(late)}", days=str(late)),
        "lost": context.text("utter_counts_as_lost", days=str(silence)) if silence else "",
    }
