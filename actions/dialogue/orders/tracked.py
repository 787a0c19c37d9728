"""What the policy and the tracking say of problems with an order, for the tasks that meet one."""

from __future__ import annotations

from actions.dialogue.mechanism.state import TaskState
from actions.orders.types import Tracking


def kinds(state: TaskState) -> tuple[str, ...]:
    """The kinds of problem that the policy knows."""
    return state.context.services.orders.problem_kinds()


def tracked(state: TaskState, number: str) -> Tracking | None:
    """Where an order is; None where there is no such order of the customer's."""
    found = state.context.services.orders.track(state.customer or "", number)
    return found if isinstance(found, Tracking) else None


def overdue(state: TaskState, number: str | None) -> str | None:
    """What the tracking of an order shows to be wrong: `lost`, `late`, or nothing."""
    tracking = tracked(state, number) if number else None
    return tracking.overdue if tracking else None
