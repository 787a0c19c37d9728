"""The values of one task during one turn, and what of them changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from rasa_sdk.events import SlotSet

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.questions import Taken
from actions.shop.policy import Strength

if TYPE_CHECKING:
    from actions.dialogue.mechanism.task import Task

REMEMBERED = 6
"""How many of the shopper's messages a task keeps, to find in them what could not be understood when it was said."""


class Leave(Exception):
    """The task ends here, unfinished; why has been said. `action`, if any, is what comes next."""

    def __init__(self, action: str | None = None) -> None:
        super().__init__()
        self.action = action


class HandOver(Leave):
    """The task turns out to be another one: its form goes on with these values."""

    def __init__(self, form: str, values: dict[str, Any]) -> None:
        super().__init__()
        self.form = form
        self.values = values


class TaskState:
    """A task's slots, changed in place and turned into events at the end of the turn.

    Args:
        values: what to begin with; without it, what the slots hold now.
        open: the slot of the question that was asked last, of a task that waits; without it, of the one that runs.
        emptied: slots that are emptied before, as the task that is interrupted had its values in them.
    """

    def __init__(
        self,
        task: Task,
        context: Context,
        values: dict[str, Any] | None = None,
        open: str | None = None,
        emptied: Collection[str] = (),
    ) -> None:
        self.task = task
        self.context = context
        turn = context.turn
        now = {slot: None if slot in emptied else turn.tracker.get_slot(slot) for slot in task.slots}
        self._before = now
        self._values = dict(now if values is None else values)
        self._open = open
        self.anew: set[str] = set()
        self.briefly = False
        """Whether the open question is put without what led up to it, which was told just before."""
        self.say = context.say
        self.text = context.text

    def __getitem__(self, slot: str) -> Any:
        return self._values.get(slot)

    def __setitem__(self, slot: str, value: Any) -> None:
        self._values[slot] = value

    @property
    def customer(self) -> str | None:
        """The customer who proved as much as the policy asks for this task, if any."""
        return self.context.customer_for(self.task.asks_proof_for(self))

    @property
    def lacks(self) -> Strength | None:
        """What must still be proved before this task can be done; None where all is."""
        return self.context.lacks(self.task.asks_proof_for(self))

    @property
    def identified(self) -> bool:
        """Whether it is known who is asking, though more may have to be proved."""
        return self.lacks != "guest_proof"

    @property
    def open(self) -> str | None:
        """The slot of the question that was asked last."""
        requested: str | None = self.context.turn.tracker.get_slot("requested_slot")
        return self._open or requested

    @property
    def failures(self) -> int:
        """How often in a row the open question got no usable answer."""
        return int(self["failures"] or 0)

    @property
    def said(self) -> list[Clause]:
        """What the shopper said in this task and may still answer a question to come, the latest first."""
        return [Clause.read(clause) for clause in reversed(self["said"] or [])]

    def remember(self, clause: Clause) -> None:
        self["said"] = [*(self["said"] or []), clause.as_dict()][-REMEMBERED:]

    def keep_before(self) -> None:
        """Remember what stood before a correction, in case that is taken back; what was refused does not come back."""
        put = self["put"] or {}
        if not put.get("refused"):
            before = {question.slot: self._before.get(question.slot) for question in self.task.questions}
            self["put"] = {**put, "before": before}

    @property
    def before(self) -> dict[str, Any]:
        """The values that the last correction took the place of."""
        return (self["put"] or {}).get("before") or {}

    def lapse(self) -> None:
        """Let go of what holds only for a while: who somebody showed to be, and that a question was put just now."""
        for question in self.task.questions:
            if question.lapses and self[question.slot] is not None:
                self.clear(question.slot)
        self["put"] = self["failures"] = None

    @property
    def in_vain(self) -> int:
        """How often in a row the open question was put again without an answer."""
        return int((self["put"] or {}).get("in_vain", 0))

    def asked(self, aside: bool, again: bool = False) -> None:
        """Note that the open question was put just now; `aside`: after something else was spoken of, `again`: as it got
        no answer."""
        answered = any(self.took(question.slot) for question in self.task.questions)
        put = {
            "turn": self.context.turn.number,
            "aside": aside,
            "reminders": 0 if answered else self.reminders + aside,
            "in_vain": self.in_vain + 1 if again else 0,
            "request": uuid4().hex,
        }
        before = (self["put"] or {}).get("before")
        self["put"] = {**put, "before": before} if before else put

    @property
    def request(self) -> str | None:
        """What tells the deed that a yes was said to from every other: the conversation, and the one time that its
        confirmation was put. The same yes again, however it comes to be carried out twice, is the same request."""
        request = (self["put"] or {}).get("request")
        return f"{self.context.turn.conversation}:{request}" if request else None

    def once(self, told: str | None) -> dict[str, str | None]:
        """What every deed is told so that it happens once, and as it was agreed to: see `OrderDesk`."""
        return {
            "conversation": self.context.turn.conversation,
            "idempotency_key": self.request,
            "told": told,
        }

    @property
    def reminders(self) -> int:
        """How often the open question was put again after something else was spoken of, since it was last answered."""
        return int((self["put"] or {}).get("reminders", 0))

    @property
    def is_untouched(self) -> bool:
        """Whether the shopper has answered none of its questions."""
        return all(self[question.slot] is None for question in self.task.questions)

    def took(self, slot: str) -> bool:
        """Whether a value was found in this turn."""
        return self[slot] is not None and self[slot] != self._before.get(slot)

    @property
    def is_changed(self) -> bool:
        """Whether the answer to any question is another than before this turn."""
        return any(self[question.slot] != self._before.get(question.slot) for question in self.task.questions)

    def clear(self, slot: str) -> None:
        """Ask this anew; neither what was said before answers it nor what the shop's data suggest.

        What hung on the old value goes with it: lines of one order are other goods in the next.
        """
        self[slot] = None
        self.anew.add(slot)
        question = self.task.question(slot)
        if question:
            kept = [c for c in self.said if not isinstance(question.read(c, self, asked=False), Taken)]
            self["said"] = [clause.as_dict() for clause in reversed(kept)] or None
        self.task.changed(slot, self)

    def values(self) -> dict[str, Any]:
        """The values that are set, as kept on the stack."""
        return {slot: value for slot, value in self._values.items() if value is not None}

    def events(self) -> list[dict[str, Any]]:
        """The changes as events. `failures` is always among them: Rasa takes a form for rejected without a slot."""
        changed = {s: self[s] for s in self.task.slots if self[s] != self._before.get(s)}
        return [SlotSet(slot, value) for slot, value in {**changed, "failures": self.failures}.items()]

    def described(self) -> list[tuple[str, str]]:
        """What is known of the task, question by question as (slot, value in words); not what only proves who asks."""
        questions = [q for q in self.task.questions if self[q.slot] is not None and not q.lapses]
        told = ((question.slot, question.describe(self[question.slot], self)) for question in questions)
        return [(slot, value) for slot, value in told if value]

    def cleared(self) -> list[dict[str, Any]]:
        """Events that empty every slot of the task."""
        return [SlotSet(slot, None) for slot in self.task.slots]
