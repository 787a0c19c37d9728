"""`TaskForm`: the one validator behind every form. It judges each message in a task, fills the slots and asks on.

Rasa calls a form's validator in three cases: the form begins (or is taken up again after another one), it returns after
a digression, or the shopper said something while it was open. All questions are asked here, so that a turn in a task
costs one call of the action server.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk.events import ActionExecutionRejected, FollowupAction, SlotSet

from actions.dialogue import asking_on, doubting, faq, following, invoice_or_delivery, remarks
from actions.dialogue.action import Events, ShopAction
from actions.dialogue.context import Context
from actions.dialogue.mechanism import coming_back, replying, stack
from actions.dialogue.mechanism.consent import Consent
from actions.dialogue.mechanism.entering import REQUESTED, Entry, entry, interrupted
from actions.dialogue.mechanism.hearing import ALIKE, Hearing
from actions.dialogue.mechanism.questions import Question, Taken
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.spoken import UNTOLD, untold
from actions.dialogue.turn import SMALL_TALK, Clause
from actions.dialogue.unsure import ask_which

LEFT_TASK = "left_task"
"""The slot of the task that ended unfinished last."""
REMINDERS = 2
"""How often the question of a task that nobody went into is put again, after something else was spoken of."""


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
                return self._begin(context)
            case Entry.RESUME | Entry.RETURN if context.turn.comes_back_to(self.task.form):
                return self._proceed(TaskState(self.task, context), late=True)
            case Entry.RESUME:
                state = TaskState(self.task, context)
                if not self._is_forgotten(state):
                    context.say("utter_back_to_task", task=context.text(f"utter_task_{self.task.name}"))
                return self._return(state)
            case Entry.RETURN:
                return self._return(TaskState(self.task, context))
            case Entry.ANSWER:
                return self._answer(TaskState(self.task, context))

    def _begin(self, context: Context) -> Events:
        turn = context.turn
        left, events = interrupted(turn, self.task.form, tasks())
        meant = None if left else following.meant(context)
        if meant and meant != self.task.form:
            other = next((task for task in tasks() if task.form == meant), None)
            if action := other.instead(context) if other else meant:
                return [SlotSet(REQUESTED, None), FollowupAction(action)]
            said = [clause.as_dict() for clause in turn.clauses]
            if other and len(turn.wishes) < 2:  # that is what it asks for, whatever it was taken for
                said = [
                    turn.part(turn.text).as_dict() | {"intent": {"name": other.intent, "confidence": 1.0}}
                ]
            further = other.further(TaskState(other, context)) if other else []
            kept = SlotSet(stack.SLOT, stack.with_wishes(stack.waiting(turn), further, turn) or None)
            return [kept, *_given_over(HandOver(meant, {"said": said}))]
        if not (left or meant) and ask_which(context):
            return [SlotSet(REQUESTED, None), stack.LISTEN]
        waiting = [e for e in stack.waiting(turn) if e.get("task") != self.task.form]
        before: stack.Entry = next(
            (e for e in stack.waiting(turn) if e.get("task") == self.task.form), {"slots": {}}
        )
        others = [clause for clause in turn.wishes if not self.task.speaks_to(clause)]
        if len(turn.wishes) < 2:
            others = []  # what it asks for is this, whatever it was taken for
        if meant:
            others = [
                c for c in others if not (remarks.is_one(c, context) or invoice_or_delivery.meant(c, context))
            ]
        whole = self._serves_all(others, context)
        waiting = stack.with_wishes(waiting, [c for c in others if not (whole and whole.speaks_to(c))], turn)
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
        events = [*events, SlotSet(UNTOLD, None)] if turn.slot(UNTOLD) else events
        state = TaskState(self.task, context, {**inherited, **before["slots"]}, emptied=emptied)
        for clause in untold(context) if self.task.about_order else ():
            state.remember(replace(clause, intent=self.task.intent, confidence=1.0))
        hearing = Hearing(state, None)
        hearing.take([self.task.own(c, context) for c in (hearing.own_clauses() if others else [turn])])
        return [*events, *self._proceed(state, stack.with_wishes(waiting, self.task.further(state), turn))]

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
        if late := turn.comes_back_to(self.task.form):
            state.lapse()
        going_on = coming_back.answer_to_going_on(hearing)
        if hearing.leaves() or going_on is Consent.NO:
            return self._leave(state, others=[c for c in turn.wishes if not self.task.speaks_to(c)])
        if going_on is Consent.YES:
            return self._digress(state) if hearing.digression() else self._proceed(state)
        if late and not coming_back.takes_up(hearing):
            return self._digress(state) if hearing.digression() else self._proceed(state, late=True)
        if late:
            context.say("utter_back_to_task", task=context.text(f"utter_task_{self.task.name}"))
        if kind := hearing.steers(ALIKE):
            return self._ask_again(state, replying.steer(hearing, kind))
        on_order = asking_on.meant(context) if self.task.about_order else None
        aside = "action_answer_question" if faq.asks_on(context) else on_order or self.task.instead(context)
        if aside and not hearing.gives_value(asks=faq.asks_on(context)):
            return [*self._digress(state), FollowupAction(aside)]
        digression = hearing.digression()
        if digression and not self.task.about_order and doubting.doubted(context):
            digression = None
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
            return self._proceed(state, stack.with_wishes(stack.waiting(turn), wishes, turn))
        if resumed := self._resumes_waiting(context, plainly=digression is not None):
            return resumed
        if digression:
            return self._digress(state)
        if hearing.unclear() and faq.covers(context):
            return [*self._digress(state), FollowupAction("action_answer_question")]
        again = replying.respond(hearing)
        if again and turn.intent in SMALL_TALK and self._is_forgotten(state):
            return self._return(state)
        return self._ask_again(state, again)

    def _ask_again(self, state: TaskState, again: bool) -> Events:
        """Put the open question once more, or leave it standing as it is."""
        if again:
            return self._proceed(state, again=True)
        return [*state.events(), SlotSet(REQUESTED, state.context.turn.tracker.get_slot(REQUESTED))]

    def _return(self, state: TaskState) -> Events:
        """Come back from something else: the open question is put again; a task that nobody went into is left without a
        word."""
        if self._is_forgotten(state):
            return [*state.cleared(), SlotSet(stack.SLOT, None), SlotSet(REQUESTED, None), stack.LISTEN]
        return self._proceed(state, aside=True, again=True)

    def _is_forgotten(self, state: TaskState) -> bool:
        """Whether nothing was answered in the task, though its question was put again as often as is bearable: likely
        it was never wanted."""
        return self.task.patience is None and state.is_untouched and state.reminders >= REMINDERS

    def _proceed(
        self,
        state: TaskState,
        waiting: stack.Stack | None = None,
        aside: bool = False,
        again: bool = False,
        late: bool = False,
    ) -> Events:
        """Check what is known, find the next open question and ask it; the form ends where there is none.

        Args:
            waiting: what waits from now on, where that is something else than before.
            aside: something else was spoken of in between.
            again: the open question got no answer.
            late: hours have passed, and first it is asked whether to go on.
        """
        turn = state.context.turn
        waiting = stack.waiting(turn) if waiting is None else waiting
        kept = [] if waiting == stack.waiting(turn) else [SlotSet(stack.SLOT, waiting or None)]
        try:
            question = next_question(state)
            if question and again and self.task.patience is not None and state.in_vain >= self.task.patience:
                self.task.let_go(state)
                raise Leave
        except HandOver as over:
            return [*state.cleared(), *kept, *_given_over(over)]
        except Leave as left:
            following = FollowupAction(left.action) if left.action else stack.then(waiting)
            spoken_of = [*self.task.spoken_of(state), _left_task(state)]
            return [*state.cleared(), *spoken_of, *kept, SlotSet(REQUESTED, None), following]
        if question and late:
            coming_back.say_where_it_stood(state)
        elif question:
            question.ask(state)
            state.asked(aside, again)
        return [*kept, *state.events(), SlotSet(REQUESTED, question.slot if question else None)]

    def _digress(self, state: TaskState) -> Events:
        """Keep what was taken, and let the rules serve what the shopper asks for; the form returns by itself."""
        return [*state.events(), ActionExecutionRejected(self.task.form)]

    def _leave(self, state: TaskState, others: list[Any]) -> Events:
        context = state.context
        waiting = stack.with_wishes(stack.waiting(context.turn), others, context.turn)
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
            _left_task(state),
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


def _left_task(state: TaskState) -> dict[str, Any]:
    """The event that keeps what was known of a task which ends unfinished, for a person who may be asked for next."""
    lasting = {q.slot for q in state.task.questions if not q.lapses}
    known = {slot: value for slot, value in state.values().items() if slot in lasting}
    left = {"task": state.task.form, "slots": known, "turn": state.context.turn.number}
    kept: dict[str, Any] = SlotSet(LEFT_TASK, left)
    return kept


def _given_over(over: HandOver) -> Events:
    """The events with which another task's form goes on."""
    given = [SlotSet(slot, value) for slot, value in over.values.items()]
    return [*given, SlotSet(REQUESTED, None), FollowupAction(over.form)]


def tasks() -> list[Task]:
    """Every task there is."""
    return [form().task for form in TaskForm.__subclasses__()]
