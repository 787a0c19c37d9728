"""A question is one thing that a task needs to know: when it is open, how it is asked, how an answer is read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from actions.dialogue.clause import Clause
from actions.dialogue.messages import Choice, payload

if TYPE_CHECKING:
    from actions.dialogue.mechanism.state import TaskState


PLAIN = 0.4
"""Least share of a message that must be the answer for it to be nothing but an answer, whatever else it sounds like."""


@dataclass(frozen=True)
class Taken:
    """A value that was read, and the share of the message (0–1) that said it."""

    value: Any
    coverage: float = 1.0
    rest: Clause | None = None
    """What of the message the other questions may still read, where the figures of this answer are nothing else's."""

    @property
    def certain(self) -> bool:
        """Whether the message is plainly an answer, whatever its intent."""
        return self.coverage >= PLAIN


@dataclass(frozen=True)
class Unusable:
    """An answer to this question that cannot be used; `response` says what is wrong and gives an example, `coverage` is
    the share of the message (0–1) that it takes."""

    response: str
    values: dict[str, Any] = field(default_factory=dict)
    coverage: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether the message is plainly meant as an answer, whatever its intent."""
        return self.coverage >= PLAIN


Reading = Taken | Unusable | None


class Question(ABC):
    """One thing that a task needs to know.

    The responses of a question with slot `x` are named by it: `utter_question_x`, `utter_why_x` (why it is asked),
    `utter_what_x` (what it is and where to find it), `utter_help_x` (what else would do, after two failures).
    Rasa would ask by itself with a response `utter_ask_x`; there is none, because the validator has asked already.
    """

    slot: ClassVar[str]
    sounds_like: ClassVar[frozenset[str]] = frozenset()
    """Intents of wishes that an answer to this question is easily mistaken for."""
    sure: ClassVar[float] = 1.0
    """Confidence above which a message of such an intent is a wish after all."""
    asked_for: ClassVar[bool] = True
    """Whether it is ever open; otherwise it only takes what is said unasked."""
    apart: ClassVar[bool] = False
    """Whether an answer to it is one even in the middle of a wish for something else."""

    choosable: ClassVar[bool] = False
    """Whether its answer is one of a few, so that a bare one ("no, the second") corrects it after it was given, too."""

    lapses: ClassVar[bool] = False
    """Whether its answer holds for a while only, and is asked for anew from whoever comes back after hours."""

    free: ClassVar[bool] = False
    """Whether any words would do as its answer."""

    amends: ClassVar[bool] = False
    """Whether at the confirmation what `sounds_like` a wish for something else is a correction of its answer."""

    def needed(self, state: TaskState) -> bool:
        """Whether it is open now."""
        return self.asked_for and state[self.slot] is None

    def known(self, state: TaskState) -> Any | None:
        """A value that needs no asking, from the shop's data; None where the shopper must say."""
        return None

    def ask(self, state: TaskState) -> None:
        """Put the question."""
        state.say(f"utter_question_{self.slot}", choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        """Buttons, where the answers are few."""
        return ()

    def ensure_answerable(self, state: TaskState) -> None:
        """Look before it is asked whether there is anything to choose from.

        Raises:
            Leave: no answer would do; why has been said.
        """
        return

    @abstractmethod
    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        """The answer in a message, or None. `asked`: this question is the open one, so that a bare answer counts."""

    def takes_back(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message takes the answer back and gives no other."""
        return False

    def reopen(self, clause: Clause, state: TaskState) -> None:
        """Empty it, to be asked anew, because a message wants it so."""
        state.clear(self.slot)

    def unsaid(self, state: TaskState) -> Any | None:
        """What stands where the shopper would rather not say; None where the task cannot do without."""
        return None

    def corrects(self, before: Any, after: Any) -> bool:
        """Whether a new value takes the old one back, rather than adding to it."""
        return True

    def describe(self, value: Any, state: TaskState) -> str:
        """A value in words, for acknowledging a correction; empty where it takes more than a few."""
        return value if isinstance(value, str) else ""

    def repeated(self, value: Any, state: TaskState) -> str:
        """All the words in which somebody who agrees to a value may say it again."""
        return self.describe(value, state)


def coverage(clause: Clause, *kinds: str) -> float:
    """The share of a message's characters that its entities of these kinds take."""
    if clause.text.startswith("/"):
        return 1.0
    return sum(e.end - e.start for e in clause.entities if e.kind in kinds) / max(len(clause.text.strip()), 1)


def last_said(kind: str, clause: Clause, state: TaskState) -> Any | None:
    """The value of a kind in a message; of several the last, where the first was taken back ("1042, sorry, 1043")."""
    values = clause.values(kind)
    corrected = len(values) > 1 and state.context.language.says(clause.text, "correction")
    return values[-1] if corrected else next(iter(values), None)


class PatternQuestion(Question):
    """A question answered by one kind of entity."""

    entity: ClassVar[str]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        value = clause.first(self.entity)
        if value is not None:
            return Taken(value, coverage(clause, self.entity))
        return self.misread(clause) if asked else None

    def misread(self, clause: Clause) -> Reading:
        """What a message without the entity is, when just this was asked."""
        return None


class CodedQuestion(Question):
    """A question whose answer is a code. It has a button for each, named by the response `utter_<label>_<code>`."""

    label: ClassVar[str]

    @abstractmethod
    def codes(self, state: TaskState) -> Sequence[str]:
        """Those that can be answered now."""

    @abstractmethod
    def read_words(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        """The answer in a message that is no button."""

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(self.describe(code, state), payload("inform", answer=code)) for code in self.codes(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        pressed = clause.first("answer")
        if pressed is None:
            return self.read_words(clause, state, asked)
        return Taken(str(pressed)) if str(pressed) in self.codes(state) else None

    def describe(self, value: str, state: TaskState) -> str:
        return state.text(f"utter_{self.label}_{value}")


@dataclass(frozen=True)
class Option:
    """One of the things to choose from: `labels` are the names it may be called by, the first being shown, `kinds` what
    kind of thing it is; a name goes before a kind."""

    key: str
    labels: tuple[str, ...]
    kinds: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.labels[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called by, its kinds among them."""
        return (*self.labels, *self.kinds)


def answer_choices(options: Sequence[Option]) -> list[Choice]:
    """A button for each option; its key comes back as the entity `answer`."""
    return [Choice(option.title, payload("inform", answer=option.key)) for option in options]
