"""When people are at work, by the policy's service hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from actions.shop.policy import Service
from actions.shop.working_days import add_working_days, is_working


def is_open(service: Service, moment: datetime) -> bool:
    """Whether people are at work then; opening counts, closing does not."""
    local = moment.astimezone(service.time_zone)
    opens, closes = service.hours
    return is_working(local.date(), service.days) and opens <= local.time() < closes


def next_opening(service: Service, moment: datetime) -> datetime:
    """When people are next at work, in their time zone: the moment itself, if they are."""
    local = moment.astimezone(service.time_zone)
    if is_open(service, moment):
        return local
    day = local.date()
    if not is_working(day, service.days) or local.time() >= service.hours[0]:
        day = add_working_days(day + timedelta(days=1), 0, service.days)
    return datetime.combine(day, service.hours[0], service.time_zone)


def answer_by(service: Service, moment: datetime) -> date:
    """The last day on which a message left then is answered, counted from when it is taken up."""
    taken_up = next_opening(service, moment).date()
    return add_working_days(taken_up, service.reply_working_days, service.days)
