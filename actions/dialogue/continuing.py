"""Going on with what waits: the task that was interrupted, or the wish that was uttered besides."""

from __future__ import annotations

from rasa_sdk.events import ActionExecuted, FollowupAction, SlotSet

from actions.dialogue.action import Events, ShopAction
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.turn import PART_OF


class ActionContinue(ShopAction):
    """Takes the uppermost entry off the stack: resumes a task, or hands a wish to Rasa as if it were said now."""

    def name(self) -> str:
        return "action_continue"

    def serve(self, context: Context) -> Events:
        waiting = stack.waiting(context.turn)
        if not waiting:
            return [stack.LISTEN]
        entry = waiting.pop()
        kept = SlotSet(stack.SLOT, waiting or None)
        if "task" in entry:
            slots = [SlotSet(slot, value) for slot, value in entry["slots"].items()]
            return [kept, *slots, FollowupAction(entry["task"])]
        wish = Clause.read(entry["wish"])
        context.say("utter_next_wish", wish=wish.text)
        return [kept, ActionExecuted("action_listen"), said(wish, context)]


def said(wish: Clause, context: Context) -> dict[str, object]:
    """The event of a message that was part of an earlier one: understood already, spoken by the same shopper."""
    turn = context.turn
    data = wish.as_dict()
    metadata = {**turn.metadata, PART_OF: turn.tracker.latest_message.get("message_id")}
    return {
        "event": "user",
        "text": wish.text,
        "parse_data": {**data, "metadata": metadata, "text": wish.text},
        "metadata": metadata,
        "input_channel": turn.tracker.get_latest_input_channel(),
    }
