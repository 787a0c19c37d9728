"""Doing what a task was about, once its form is complete."""

from __future__ import annotations

from abc import abstractmethod

from rasa_sdk.events import SlotSet

from actions.dialogue.action import Events, ShopAction
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation, Task
from actions.dialogue.talk.spoken import deeds


class FinishTask(ShopAction):
    """What a completed form does. Afterwards the task's slots are empty, and what waits is gone on with."""

    @property
    @abstractmethod
    def task(self) -> Task:
        """The task that it finishes; a class attribute of the subclass."""

    def serve(self, context: Context) -> Events:
        state = TaskState(self.task, context)
        self.finish(state)
        waiting = stack.waiting(context.turn)
        return [*state.cleared(), *self._remember(state), stack.then(waiting)]

    def _remember(self, state: TaskState) -> Events:
        """Keep which order was spoken of last, and what was done to which."""
        context = state.context
        events = self.task.spoken_of(state)
        if context.done:
            done = {**deeds(context), **context.done}
            events.append(SlotSet("deeds", {order: deed for order, deed in done.items() if deed}))
        return events

    def failed(self, context: Context, response: str) -> Events:
        """What was said to be done is done, whatever failed after it; and no yes outlives what it was given for."""
        context.say("utter_rest_failed" if context.spoke else response)
        state = TaskState(self.task, context)
        return [*state.cleared(), *self._remember(state)]

    @abstractmethod
    def finish(self, state: TaskState) -> None:
        """Do it, and say what was done."""


class FinishForCustomer(FinishTask):
    """What is done for a customer who has proved who they are, and has said yes where the task asks for that; where the
    proof has run out meanwhile, nothing is done."""

    def finish(self, state: TaskState) -> None:
        customer = state.customer
        asks = any(isinstance(question, Confirmation) for question in self.task.questions)
        if customer is None or (asks and not state[Confirmation.slot]):
            return state.say("utter_proof_expired")
        self.finish_for(customer, state)

    @abstractmethod
    def finish_for(self, customer: str, state: TaskState) -> None:
        """Do it, and say what was done."""
