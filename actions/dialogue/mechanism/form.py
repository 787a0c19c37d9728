"""`TaskForm`: the one validator behind every form. It judges each message in a task, fills the slots and asks on.

Rasa calls a form's validator in three cases: the form begins (or is taken up again after another one), it returns after
a digression, or the shopper said something while it was open. All questions are asked here, so that a turn in a task
costs one call of the action server.
"""

from __future__ import annotations

from abc import abstractmethod
from enum import Enum
from typing import Any

from rasa_sdk.events import ActionExecutionRejected, FollowupAction, SlotSet

from actions.dialogue import faq, remarks
from actions.dialogue.action import Events, ShopAction
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.hearing import ALIKE, Hearing
from actions.dialogue.mechanism.questions import Question, Taken
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.turn import Clause, Turn
from actions.dialogue.unsure import ask_which

REQUESTED = "requested_slot"


class Entry(Enum):
    """Why the validator was called."""

    BEGIN = "begin"
    RESUME = "resume"
    RETURN = "return"
    ANSWER = "answer"


class TaskForm(ShopAction):
    """The validator of one task's form; a capability subclasses it only to name its `task`."""

    @property
    @abstractmethod
    def task(self) -> Task:
        """The task; a class attribute of the subclass."""

    def name(self) -> str:
        return f"validate_{self.task.form}"

    def serve(self, context: Context) -> Events:
        match entry(context.turn, self.task.form):
            case Entry.BEGIN:
                return self._begin(context)
            case Entry.RESUME:
                context.say("utter_back_to_task", task=context.text(f"utter_task_{self.task.name}"))
                return self._proceed(TaskState(self.task, context), aside=True)
            case Entry.RETURN:
                return self._proceed(TaskState(self.task, context), aside=True)
            case Entry.ANSWER:
                return self._answer(TaskState(self.task, context))

    def _begin(self, context: Context) -> Events:
        turn = context.turn
        left, events = interrupted(turn, self.task.form)
        if not left and (remark := remarks.serving(context)):
            return [SlotSet(REQUESTED, None), FollowupAction(remark)]
        if not left and ask_which(context):
            return [SlotSet(REQUESTED, None), stack.LISTEN]
        waiting = [e for e in stack.waiting(turn) if e.get("task") != self.task.form]
        before: stack.Entry = next(
            (e for e in stack.waiting(turn) if e.get("task") == self.task.form), {"slots": {}}
        )
        others = [clause for clause in turn.wishes if not self.task.speaks_to(clause)]
        waiting = stack.with_wishes(waiting, others)
        if left:
            waiting.append(left)
        if action := self.task.instead(context):
            kept = SlotSet(stack.SLOT, waiting or None)
            return [*events, kept, SlotSet(REQUESTED, None), FollowupAction(action)]
        if others:
            context.say("utter_one_by_one", task=context.text(f"utter_task_{self.task.name}"))
        state = TaskState(self.task, context, before["slots"])
        hearing = Hearing(state, None)
        hearing.take(hearing.own_clauses() if others else [turn])
        return [*events, *self._proceed(state, stack.with_wishes(waiting, self.task.further(state)))]

    def _answer(self, state: TaskState) -> Events:
        turn, context = state.context.turn, state.context
        question = self.task.question(turn.tracker.get_slot(REQUESTED))
        hearing = Hearing(state, question)
        if hearing.leaves():
            return self._leave(state, others=[c for c in turn.wishes if not self.task.speaks_to(c)])
        aside = "action_answer_question" if faq.asks_on(context) else self.task.instead(context)
        if aside and not hearing.gives_value():
            return [*self._digress(state), FollowupAction(aside)]
        if kind := hearing.steers(ALIKE):
            return self._ask_again(state, hearing.steer(kind))
        digression = hearing.digression()
        taken = hearing.take(hearing.own_clauses())
        if taken:
            state["failures"] = None
            if digression and next(self.task.needed(state), None):
                return self._digress(state)
            wishes = [*self.task.further(state), *([digression] if digression else [])]
            return self._proceed(state, stack.with_wishes(stack.waiting(turn), wishes))
        if resumed := self._resumes_waiting(context, plainly=digression is not None):
            return resumed
        if digression:
            return self._digress(state)
        if hearing.unclear() and faq.covers(context):
            return [*self._digress(state), FollowupAction("action_answer_question")]
        return self._ask_again(state, hearing.respond())

    def _ask_again(self, state: TaskState, again: bool) -> Events:
        """Put the open question once more, or leave it standing as it is."""
        if again:
            return self._proceed(state)
        return [*state.events(), SlotSet(REQUESTED, state.context.turn.tracker.get_slot(REQUESTED))]

    def _proceed(self, state: TaskState, waiting: stack.Stack | None = None, aside: bool = False) -> Events:
        """Check what is known, find the next open question and ask it; the form ends where there is none.

        `aside` says that something else was spoken of in between.
        """
        turn = state.context.turn
        waiting = stack.waiting(turn) if waiting is None else waiting
        kept = [] if waiting == stack.waiting(turn) else [SlotSet(stack.SLOT, waiting or None)]
        try:
            question = self._next(state)
        except HandOver as over:
            given = [SlotSet(slot, value) for slot, value in over.values.items()]
            return [*state.cleared(), *kept, *given, SlotSet(REQUESTED, None), FollowupAction(over.form)]
        except Leave:
            return [*state.cleared(), *kept, SlotSet(REQUESTED, None), stack.then(waiting)]
        if question:
            question.ask(state)
            state["put"] = {"turn": turn.number, "aside": aside}
        return [*kept, *state.events(), SlotSet(REQUESTED, question.slot if question else None)]

    def _next(self, state: TaskState) -> Question | None:
        used: set[tuple[str, Clause]] = set()
        while True:
            self.task.check(state)
            question = next(self.task.needed(state), None)
            if question is None:
                return None
            value = None if question.slot in state.anew else question.known(state)
            for clause in state.said if value is None else ():
                reading = question.read(clause, state, asked=False)
                if isinstance(reading, Taken) and (question.slot, clause) not in used:
                    used.add((question.slot, clause))  # so that nothing is read for ever
                    value = reading.value
                    break
            if value is None:
                return question
            state[question.slot] = value

    def _digress(self, state: TaskState) -> Events:
        """Keep what was taken, and let the rules serve what the shopper asks for; the form returns by itself."""
        return [*state.events(), ActionExecutionRejected(self.task.form)]

    def _leave(self, state: TaskState, others: list[Any]) -> Events:
        context = state.context
        waiting = stack.with_wishes(stack.waiting(context.turn), others)
        farewell = context.turn.intent == "goodbye"
        context.say(f"utter_left_{self.task.name}")
        if farewell:
            context.say("utter_goodbye")
            waiting = []
        return [
            *state.cleared(),
            SlotSet(stack.SLOT, waiting or None),
            SlotSet(REQUESTED, None),
            stack.then(waiting),
        ]

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


def tasks() -> list[Task]:
    """Every task there is."""
    return [form().task for form in TaskForm.__subclasses__()]


def entry(turn: Turn, form: str) -> Entry:
    """Why the validator of `form` was called, read off the events since the shopper's last message."""
    events = turn.events_since_message()
    done = [e.get("name") for e in events if e.get("event") == "action"]
    if any(e.get("event") == "followup" and e.get("name") == form for e in events):
        handed_over = any(task.form in done for task in tasks() if task.form != form)
        return Entry.RETURN if handed_over and "action_continue" not in done else Entry.RESUME
    if any(e.get("event") == "active_loop" and e.get("name") == form for e in events):
        return Entry.BEGIN
    return Entry.RETURN if any(name != form for name in done) else Entry.ANSWER


def interrupted(turn: Turn, form: str) -> tuple[stack.Entry | None, Events]:
    """The stack entry of the task that the beginning of `form` interrupts, and the events that empty its slots."""
    loops = [e.get("name") for e in turn.tracker.events if e.get("event") == "active_loop"]
    previous = loops[-2] if len(loops) > 1 and loops[-1] == form else None
    other = next((task for task in tasks() if task.form == previous), None)
    if other is None:
        return None, []
    values = {
        slot: turn.tracker.get_slot(slot) for slot in other.slots if turn.tracker.get_slot(slot) is not None
    }
    open_slot = next((s for s in reversed(_requested(turn)) if s in other.slots), None)
    return {"task": other.form, "slots": values, "open": open_slot}, [
        SlotSet(slot, None) for slot in other.slots
    ]


def _requested(turn: Turn) -> list[str]:
    return [
        e["value"] for e in turn.tracker.events if e.get("event") == "slot" and e.get("name") == REQUESTED
    ]
