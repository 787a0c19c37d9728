"""What was done in this conversation, and the order that it was done to."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.order_tasks import OrderNumber, last_order


class OrderOfDeed(OrderNumber):
    """Which order; without a word about it the one to which something was done just now."""

    def known(self, state: TaskState) -> str | None:
        last = last_order(state.context)
        return last if last in deeds(state.context) else super().known(state)


def deeds(context: Context) -> dict[str, str]:
    """Order → the number of what was done to it last in this conversation."""
    return dict(context.turn.slot("deeds", {}))
