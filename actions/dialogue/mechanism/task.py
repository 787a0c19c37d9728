"""A task: what it needs to know, in which order, and what it checks on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.consent import Consent, consent
from actions.dialogue.mechanism.questions import Question, Reading, Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload

OWN_SLOTS = ("said", "failures", "told", "put")
"""What was said, how often it was no answer, the terms of what was told before a yes, and when that was put."""


class Task:
    """A task is a Rasa form `<name>_form`; its questions are the form's slots.

    The responses of a task with the name `x` are named by it: `utter_task_x` (what it is called, as in "back to …"),
    `utter_left_x` (said when the shopper leaves it: nothing has changed).
    """

    name: ClassVar[str]
    intent: ClassVar[str]
    """The intent under which the policy says what proof it needs."""
    intents: ClassVar[frozenset[str]]
    """The intents that begin it; the form's rule has the same."""
    also: ClassVar[frozenset[str]] = frozenset()
    """Intents that belong to it once it has begun: "swap the shirt, and remove the hat"."""
    leaving: ClassVar[tuple[str, ...]] = ("leave",)
    """The kinds of words with which it is left."""
    questions: ClassVar[tuple[Question, ...]]
    patience: ClassVar[int | None] = None
    """How often in a row a question that gets no answer is put again before the task is let go; None for ever."""
    about_order: ClassVar[bool] = False
    """Whether it is spoken of an order in it."""

    @property
    def form(self) -> str:
        return f"{self.name}_form"

    def title(self, context: Context) -> str:
        """What it is called, as in "back to …"."""
        return context.text(f"utter_task_{self.name}")

    def speaks_to(self, clause: Clause) -> bool:
        """Whether what a clause asks for belongs to this task."""
        return clause.intent in self.intents | self.also

    def takes(self, clause: Clause, context: Context) -> bool:
        """Whether what a clause asks for beside the wish that begins it belongs to it as well."""
        return self.speaks_to(clause)

    @property
    def slots(self) -> tuple[str, ...]:
        return (*(question.slot for question in self.questions), *OWN_SLOTS)

    def question(self, slot: str | None) -> Question | None:
        """The question that fills a slot."""
        return next((question for question in self.questions if question.slot == slot), None)

    def instead(self, context: Context) -> str | None:
        """The action that serves the message better than this task, which then does not begin; None for none."""
        return None

    def yields(self, context: Context) -> bool:
        """Whether it leaves its wish to another task of the same message that asks for this as well."""
        return False

    def further(self, state: TaskState) -> list[Clause]:
        """What else of its kind the message asks for, of which this task takes one at a time: wishes to be served next,
        in order."""
        return []

    def calls_off(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message leaves the task by what it says of its own things."""
        return False

    def gives_way(self, state: TaskState) -> bool:
        """Whether what was served in between takes the place of this task, so that its question is not put again."""
        return False

    def let_go(self, state: TaskState) -> None:
        """Say what was left undone, where its question is not put any more."""

    def asks_proof_for(self, state: TaskState) -> str:
        """The action by whose name the policy says what proof it needs now."""
        return self.intent

    def inherited(self, left: Mapping[str, Any], context: Context) -> dict[str, Any]:
        """What of the values of the task that it interrupts its opening message speaks of: "just return them then"."""
        return {}

    def own(self, clause: Clause, context: Context) -> Clause:
        """What of the wish that begins the task it takes now; `further` says what of it is served next."""
        return clause

    def needed(self, state: TaskState) -> Iterator[Question]:
        """The questions that are open, in order."""
        return (question for question in self.questions if question.needed(state))

    def check(self, state: TaskState) -> None:
        """Look at what is known so far: clear what cannot stand, saying why.

        Raises:
            Leave: the task cannot be done; why, and what else there is, has been said.
        """

    def spoken_of(self, state: TaskState) -> list[dict[str, Any]]:
        """The events that keep what the task was about, once it ends."""
        return []

    def changed(self, slot: str, state: TaskState) -> None:
        """A value was corrected: drop what hung on it and no longer fits."""


class Confirmation(Question):
    """The last question of a task that changes the shop's data: says exactly what will be done, and takes a clear yes.

    Subclasses say it in `ask`. The slot is `confirmed`.
    """

    slot = "confirmed"

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context = state.context
        if not asked or state.is_changed:
            return None  # a yes to what it corrects is none to what stands now
        # A yes is one to what was asked last: not to "or shall we leave it?", nor hours later to whether to go on, and
        # "ok" not to an answer in between.
        put = state["put"] or {}
        if put.get("turn") != context.turn.number - 1 or put.get("asks"):
            return None
        if clause.text.startswith("/"):
            return Taken(True) if clause.intent == "affirm" else None
        if self.consents(clause, state) is not Consent.YES:
            return None
        # In "yes, but who pays the postage?" the part that says yes hangs on the rest.
        return None if context.language.says(context.turn.around_wishes, "provided") else Taken(True)

    def consents(self, clause: Clause, state: TaskState) -> Consent | None:
        """Whether a message says yes, or no, to just what stands to be confirmed."""
        language, aside = state.context.language, bool((state["put"] or {}).get("aside"))
        return consent(clause, language, aside, language.doing(state.task.name), self.repeats(state))

    def repeats(self, state: TaskState) -> list[str]:
        """The words and phrases that say again what stands to be confirmed: what is done, with which values."""
        language, task = state.context.language, state.task
        repeats = [*language.doing(task.name), *language.done_with(task.name)]
        repeats += language.words(self.says(state))
        for question in (question for question in task.questions if question is not self):
            value = question.unsaid(state) if state[question.slot] is None else state[question.slot]
            if value is not None:
                words = language.words(question.repeated(value, state))
                repeats += [*language.names(question.slot), *words]
        return repeats

    def says(self, state: TaskState) -> str:
        """What else is told of what would be done, in words that may be repeated."""
        return ""

    def choices(self, state: TaskState) -> tuple[Choice, ...]:
        yes, no = state.text("utter_button_yes"), state.text("utter_button_no")
        return (Choice(yes, payload("affirm")), Choice(no, payload("deny")))
