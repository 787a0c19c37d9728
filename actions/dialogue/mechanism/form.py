"""`TaskForm`: the one validator behind every form. It judges each message in a task, fills the slots and asks on.

Rasa calls a form's validator in three cases: the form begins (or is taken up again after another one), it returns after
a digression, or the shopper said something while it was open. All questions are asked here, so that a turn in a task
costs one call of the action server.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from rasa_sdk.events import ActionExecutionRejected, FollowupAction, SlotSet

from actions.dialogue import asking_on, faq, following, remarks
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
        meant = None if left else following.meant(context)
        if meant and meant != self.task.form:
            other = next((task for task in tasks() if task.form == meant), None)
            if action := other.instead(context) if other else meant:
                return [SlotSet(REQUESTED, None), FollowupAction(action)]
            said = [clause.as_dict() for clause in turn.clauses]
            further = other.further(TaskState(other, context)) if other else []
            kept = SlotSet(stack.SLOT, stack.with_wishes(stack.waiting(turn), further) or None)
            return [kept, *_given_over(HandOver(meant, {"said": said}))]
        if not (left or meant) and ask_which(context):
            return [SlotSet(REQUESTED, None), stack.LISTEN]
        waiting = [e for e in stack.waiting(turn) if e.get("task") != self.task.form]
        before: stack.Entry = next(
            (e for e in stack.waiting(turn) if e.get("task") == self.task.form), {"slots": {}}
        )
        others = [clause for clause in turn.wishes if not self.task.speaks_to(clause)]
        if meant:
            others = [clause for clause in others if not remarks.is_one(clause, context)]
        whole = self._serves_all(others, context)
        waiting = stack.with_wishes(waiting, [c for c in others if not (whole and whole.speaks_to(c))])
        inherited = self.task.inherited(left["slots"], context) if left else {}
        if left and not (inherited and context.language.says(turn.text, "correction")):
            waiting.append(left)  # "actually just return them" takes its place
        if action := self.task.instead(context):
            kept = SlotSet(stack.SLOT, waiting or None)
            return [*events, kept, SlotSet(REQUESTED, None), FollowupAction(action)]
        if whole:
            said = [clause.as_dict() for clause in turn.clauses]
            return [
                *events,
                SlotSet(stack.SLOT, waiting or None),
                *_given_over(HandOver(whole.form, {"said": said})),
            ]
        if others:
            context.say("utter_one_by_one", task=context.text(f"utter_task_{self.task.name}"))
        emptied = {event["name"] for event in events}
        state = TaskState(self.task, context, {**inherited, **before["slots"]}, emptied=emptied)
        hearing = Hearing(state, None)
        hearing.take([self.task.own(c, context) for c in (hearing.own_clauses() if others else [turn])])
        return [*events, *self._proceed(state, stack.with_wishes(waiting, self.task.further(state)))]

    def _serves_all(self, others: Sequence[Clause], context: Context) -> Task | None:
        """Another task that the message asks for, of which this one's wish is but a part: "swap it, and use PayPal"."""
        mine = [clause for clause in context.turn.wishes if clause not in others]
        if not (mine and self.task.yields(context)) or any(clause.first("order_number") for clause in mine):
            return None
        wished = [task for task in tasks() if any(clause.intent in task.intents for clause in others)]
        return next((task for task in wished if all(map(task.speaks_to, mine))), None)

    def _answer(self, state: TaskState) -> Events:
        turn, context = state.context.turn, state.context
        question = self.task.question(turn.tracker.get_slot(REQUESTED))
        hearing = Hearing(state, question)
        if hearing.leaves():
            return self._leave(state, others=[c for c in turn.wishes if not self.task.speaks_to(c)])
        if kind := hearing.steers(ALIKE):
            return self._ask_again(state, hearing.steer(kind))
        on_order = asking_on.meant(context) if self.task.about_order else None
        aside = "action_answer_question" if faq.asks_on(context) else on_order or self.task.instead(context)
        if aside and not hearing.gives_value(asks=faq.asks_on(context)):
            return [*self._digress(state), FollowupAction(aside)]
        digression = hearing.digression()
        taken = hearing.take(hearing.own_clauses())
        if not taken and hearing.corrects_earlier():
            taken, digression = True, None
        further = self.task.further(state)
        if taken or further:
            state["failures"] = None
            if digression and next(self.task.needed(state), None):
                return self._digress(state)
            if not taken:
                context.say("utter_right_after", task=context.text(f"utter_task_{self.task.name}"))
            wishes = [*further, *([digression] if digression else [])]
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
            question = next_question(state)
        except HandOver as over:
            return [*state.cleared(), *kept, *_given_over(over)]
        except Leave as left:
            following = FollowupAction(left.action) if left.action else stack.then(waiting)
            spoken_of = self.task.spoken_of(state)
            return [*state.cleared(), *spoken_of, *kept, SlotSet(REQUESTED, None), following]
        if question:
            question.ask(state)
            state.asked(aside)
        return [*kept, *state.events(), SlotSet(REQUESTED, question.slot if question else None)]

    def _digress(self, state: TaskState) -> Events:
        """Keep what was taken, and let the rules serve what the shopper asks for; the form returns by itself."""
        return [*state.events(), ActionExecutionRejected(self.task.form)]

    def _leave(self, state: TaskState, others: list[Any]) -> Events:
        context = state.context
        waiting = stack.with_wishes(stack.waiting(context.turn), others)
        farewell = context.turn.intent == "goodbye"
        context.say(f"utter_left_{self.task.name}")
        if deeds := context.turn.slot("deeds"):
            context.say("utter_done_before", deeds=context.formats.listing(list(deeds.values())))
        if farewell:
            context.say("utter_goodbye")
            waiting = []
        return [
            *state.cleared(),
            *self.task.spoken_of(state),
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


def next_question(state: TaskState) -> Question | None:
    """Check what is known, take what is at hand, and return the first question that stays open; None where none does.

    Raises:
        Leave: the task ends here; why has been said.
    """
    task = state.task
    used: list[tuple[str, Any]] = []  # what the check takes back is not taken from the same place again
    while True:
        task.check(state)
        question = next(task.needed(state), None)
        if question is None:
            return None
        for source, value in at_hand(question, state):
            if (question.slot, source) not in used:
                used.append((question.slot, source))
                state[question.slot] = value
                break
        else:
            question.ensure_answerable(state)
            return question


def at_hand(question: Question, state: TaskState) -> Iterator[tuple[Any, Any]]:
    """Values that answer a question without its being asked, each after what it comes from: what the shop's data say,
    then what the shopper said before."""
    known = None if question.slot in state.anew else question.known(state)
    if known is not None:
        yield known, known
    for clause in state.said:
        reading = question.read(clause, state, asked=False)
        if isinstance(reading, Taken):
            yield clause, reading.value


def _given_over(over: HandOver) -> Events:
    """The events with which another task's form goes on."""
    given = [SlotSet(slot, value) for slot, value in over.values.items()]
    return [*given, SlotSet(REQUESTED, None), FollowupAction(over.form)]


def tasks() -> list[Task]:
    """Every task there is."""
    return [form().task for form in TaskForm.__subclasses__()]


def entry(turn: Turn, form: str) -> Entry:
    """Why the validator of `form` was called, read off the events since the shopper's last message."""
    events = turn.events_since_message()
    done = [e.get("name") for e in events if e.get("event") == "action"]
    begins = any(e.get("event") == "active_loop" and e.get("name") == form for e in events)
    if any(e.get("event") == "followup" and e.get("name") == form for e in events):
        handed_over = any(task.form in done for task in tasks() if task.form != form)
        if "action_continue" in done or not begins:
            return Entry.RESUME
        return Entry.RETURN if handed_over else Entry.BEGIN
    if begins:
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
