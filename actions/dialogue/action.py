"""The base of every action: runs it aside, and turns a failure into an honest sentence."""

from __future__ import annotations

import asyncio
import logging
import traceback
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dialogue import routing
from actions.dialogue.cart import wishes as cart_wishes
from actions.dialogue.context import Context
from actions.dialogue.current import services
from actions.dialogue.mechanism import stack
from actions.dialogue.talk.spoken import LAST_REFUSAL
from actions.dialogue.talk.unsure import ask_which
from actions.dialogue.turn import Turn
from actions.shop.session import ShopUnavailable

logger = logging.getLogger(__name__)
Events = list[dict[str, Any]]


class ShopAction(Action, ABC):
    """An action that says something. Subclasses implement `serve`; nothing that they say is lost or said twice."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        context = Context(Turn(tracker), services().for_one_action())
        try:
            events = await asyncio.to_thread(self._serve_known, context)
        except ShopUnavailable:
            events = self.failed(context, "utter_shop_unavailable")
        except Exception as error:
            # The message may hold personal data, and so may the error's: the log gets its kind and place alone.
            place = "".join(traceback.format_tb(error.__traceback__))
            logger.error("%s failed: %s\n%s", self.name(), type(error).__name__, place)
            events = self.failed(context, "utter_trouble")
        await asyncio.sleep(context.delay)
        context.deliver(dispatcher)
        return events

    def _serve_known(self, context: Context) -> Events:
        context.note_customer()
        if intent := cart_wishes.meant(context):
            context.turn = context.turn.taken_for(intent)
        if context.turn.holds_card_number_unanswered:
            context.say("utter_no_card_numbers")
        events = self.serve(context)
        if context.refusal is None:
            return events
        return [SlotSet(LAST_REFUSAL, {**context.refusal, "turn": context.turn.number}), *events]

    def failed(self, context: Context, response: str) -> Events:
        """Say that it failed, and the events to record then; nothing has been done, so nothing else is said."""
        context.forget()
        context.say(response)
        return []

    @abstractmethod
    def serve(self, context: Context) -> Events:
        """Say what there is to say and return the events to record."""


class ServeWish(ShopAction):
    """An action for one wish, in or out of a task: what else the message asked for is kept and served next."""

    def serve(self, context: Context) -> Events:
        if not context.turn.tracker.active_loop_name and self.by_rule(context):
            action = routing.meant(context)
            if action and action != self.name():
                return [FollowupAction(action)]
            if not action and ask_which(context):
                return [stack.LISTEN]
        events = self.answer(context)
        return [*self._lead_back(context), *events, *stack.keep_other_wishes(context)]

    def _lead_back(self, context: Context) -> Events:
        """What comes next, unless the answer says otherwise; an interrupted form is best led back to by its rules."""
        form = context.turn.tracker.active_loop_name
        if not form:
            return [stack.then(stack.waiting(context.turn))]
        return [] if self.by_rule(context) else [FollowupAction(form)]

    def by_rule(self, context: Context) -> bool:
        """Whether a rule led here, and not another action, so that rules know what comes next."""
        since = context.turn.events_since_message()
        return not any(e.get("event") == "followup" and e.get("name") == self.name() for e in since)

    @abstractmethod
    def answer(self, context: Context) -> Events:
        """Serve the wish `context.turn.wish` alone."""
