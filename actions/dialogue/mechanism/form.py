"""`TaskForm`: the one validator behind every form. It judges each message in a task, fills the slots and asks on.

Rasa calls a form's validator in three cases: the form begins (or is taken up again after another one), it returns after
a digression, or the shopper said something while it was open. All questions are asked here, so that a turn in a task
costs one call of the action server.
"""

from __future__ import annotations

from abc import abstractmethod

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ShopAction
from actions.dialogue.answers import faq
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.intents import SMALL_TALK
from actions.dialogue.mechanism import coming_back, replying, stack
from actions.dialogue.mechanism.beginning import begin
from actions.dialogue.mechanism.consent import Consent, consent
from actions.dialogue.mechanism.entering import REQUESTED, Entry, entry
from actions.dialogue.mechanism.hearing import ALIKE, Hearing
from actions.dialogue.mechanism.proceeding import (
    ask_again,
    digress,
    is_forgotten,
    leave,
    proceed,
    return_to,
    was_refused,
)
from actions.dialogue.mechanism.questions import Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation, Task
from actions.dialogue.orders import asking_on, asking_purchases
from actions.dialogue.orders.asking_on import HANDED_OVER
from actions.dialogue.talk import doubting


class TaskForm(ShopAction):
    """The validator of one task's form; a capability subclasses it only to name its `task`."""

    @property
    @abstractmethod
    def task(self) -> Task:
        """The task; a class attribute of the subclass."""

    def name(self) -> str:
        return f"validate_{self.task.form}"

    def serve(self, context: Context) -> Events:
        match entry(context.turn, self.task.form, {task.form for task in tasks()}):
            case Entry.BEGIN:
                return begin(self.task, context, tasks())
            case Entry.RESUME | Entry.RETURN if context.turn.comes_back_to(self.task.form):
                return proceed(TaskState(self.task, context), late=True)
            case Entry.RESUME:
                state = TaskState(self.task, context)
                if not (is_forgotten(state) or self.task.gives_way(state)):
                    context.say("utter_back_to_task", task=self.task.title(context))
                return return_to(state)
            case Entry.RETURN if not HANDED_OVER.isdisjoint(context.turn.said_now):
                return ask_again(TaskState(self.task, context), again=False)
            case Entry.RETURN:
                return return_to(TaskState(self.task, context))
            case Entry.ANSWER:
                return self._answer(TaskState(self.task, context))

    def _answer(self, state: TaskState) -> Events:
        turn, context = state.context.turn, state.context
        question = self.task.question(turn.tracker.get_slot(REQUESTED))
        hearing = Hearing(state, question)
        if late := turn.comes_back_to(self.task.form):
            state.lapse()
        going_on = coming_back.answer_to_going_on(hearing)
        if hearing.leaves() or going_on is Consent.NO:
            return leave(state, others=[c for c in turn.wishes if not self.task.speaks_to(c)])
        if going_on is Consent.YES:
            return digress(state) if hearing.digression() else proceed(state)
        if late and not coming_back.takes_up(hearing):
            return digress(state) if hearing.digression() else proceed(state, late=True)
        if late:
            context.say("utter_back_to_task", task=self.task.title(context))
        if kind := hearing.steers(ALIKE):
            if kind == "ask_done" and was_refused(state):
                return leave(state, others=())
            return ask_again(state, replying.steer(hearing, kind))
        on_order = asking_on.meant(context) if self.task.about_order else None
        on_order = on_order or asking_purchases.meant(context)
        aside = "action_answer_question" if faq.asks_on(context) else on_order or self.task.instead(context)
        if aside and not (hearing.confirms() or hearing.gives_value(asks=faq.asks_on(context))):
            return [*digress(state), FollowupAction(aside)]
        digression = hearing.digression()
        if digression and not self.task.about_order and doubting.doubted(context):
            digression = None
        if digression and hearing.refuses() and _changes_something(digression):
            return leave(state, others=[digression])  # "no, change the address instead"
        taken = hearing.take(hearing.own_clauses())
        if not taken and hearing.corrects_earlier():
            taken, digression = True, None
        further = self.task.further(state)
        if taken or further:
            state["failures"] = None
            if digression and next(self.task.needed(state), None):
                return digress(state)
            if hearing.answers_other() and not context.spoke:
                context.say("utter_noted")
            if not taken:
                context.say("utter_right_after", task=self.task.title(context))
            wishes = [*further, *([digression] if digression else [])]
            return proceed(state, stack.with_wishes(stack.waiting(turn), wishes, turn))
        if resumed := self._resumes_waiting(context, plainly=digression is not None):
            return resumed
        if digression:
            return digress(state)
        asks = context.language.asks_in_particular(turn.text) and consent(turn, context.language) is None
        if hearing.unclear() and (asks or faq.covers(context)):
            return [*digress(state), FollowupAction("action_answer_question")]
        again = replying.respond(hearing)
        if again and turn.intent in SMALL_TALK and is_forgotten(state):
            return return_to(state)
        return ask_again(state, again)

    def _resumes_waiting(self, context: Context, plainly: bool) -> Events:
        """An answer to the question at which an interrupted task stands takes that task up again by itself; `plainly`
        asks that the message is nothing else."""
        waiting = stack.waiting(context.turn)
        if not waiting or "task" not in waiting[-1]:
            return []
        task = next((task for task in tasks() if task.form == waiting[-1]["task"]), None)
        question = task.question(waiting[-1].get("open")) if task else None
        if task is None or question is None:
            return []
        other = TaskState(task, context, waiting[-1]["slots"], open=question.slot)
        reading = question.read(context.turn, other, asked=False)
        if not isinstance(reading, Taken) or (plainly and not reading.certain):
            return []
        other[question.slot] = reading.value
        mine = TaskState(self.task, context)
        current = {
            "task": self.task.form,
            "slots": mine.values(),
            "open": context.turn.tracker.get_slot(REQUESTED),
        }
        swapped = [*waiting[:-1], current, {**waiting[-1], "slots": other.values()}]
        return [*mine.cleared(), SlotSet(stack.SLOT, swapped), SlotSet(REQUESTED, None), stack.CONTINUE]


def _changes_something(clause: Clause) -> bool:
    """Whether a wish begins a task that ends in a change, and so has something to be confirmed."""
    spoken_to = (task for task in tasks() if task.speaks_to(clause))
    return any(isinstance(question, Confirmation) for task in spoken_to for question in task.questions)


def tasks() -> list[Task]:
    """Every task there is."""
    return [form().task for form in TaskForm.__subclasses__()]
