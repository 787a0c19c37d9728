"""Judging a message in the middle of a task: an answer, a correction, a word about the task, or something else."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.clause import Clause
from actions.dialogue.intents import BROWSING, CONTROLS, MOODS, SMALL_TALK
from actions.dialogue.mechanism.consent import SURE, assent, left_over
from actions.dialogue.mechanism.questions import Question, Taken, Unusable
from actions.dialogue.mechanism.reopening import reopened
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation

STEERING = 0.5
"""Least confidence at which a word about the task itself (stop, why, wait …) is believed."""
ALIKE = 0.85
"""Least likeness at which a message is taken for a word about the question, whatever else it may be."""
LIKE = 0.65
"""The same, where nothing else was found in the message."""
BARE = ("polite", "deny", "hedge", "correction")
"""Kinds of words that add nothing to what a message says of the task."""
LONG = 1000
"""Characters from which a message counts as a novel, where nothing was found in it."""


class Hearing:
    """What the shopper's message means to the open question of a task."""

    def __init__(self, state: TaskState, question: Question | None) -> None:
        self.state = state
        self.question = question
        self.turn = state.context.turn
        self.language = state.context.language

    def leaves(self) -> bool:
        """Whether the shopper stops the task, says goodbye, or says both no and stop."""
        if self.turn.is_button:
            return self.turn.intent == "stop"
        if self.confirms():
            return False  # "cancel it", where just that was asked
        text, language = self.turn.text, self.language
        if self.state.task.calls_off(self.turn, self.state):
            return True
        if self.state.before and language.says(text, "as_before"):
            return False  # to what stood before the correction
        if language.says(text, "as_before") and isinstance(self.question, Confirmation):
            return not self.gives_value()
        leaving = (*self.state.task.leaving, "as_before")
        if language.consists_of(text, *leaving, "polite", "deny"):
            return any(language.says(text, kind) for kind in leaving)
        if language.consists_of(text, "second_thoughts", *BARE) and language.says(text, "second_thoughts"):
            return not self.gives_value()  # where it is no reason
        if language.says(text, "stays_at") and (self.turn.entities or any(map(str.isdigit, text))):
            return False  # "no, leave it at 9"
        names = self._names_answer() or self._amends(self.turn)
        if names and not language.says(language.without(text, "stays"), "leave"):
            return False  # "no longer want it" leaves a task, unless it was asked why something goes back
        if not isinstance(self.question, Confirmation) and self.steers(ALIKE) == "skip":
            return False  # passes over the question, not the task
        if language.asks(text):
            return False  # "until when", "what if i change my mind"
        intents = [c.intent for c in self.turn.clauses if c.confidence >= STEERING]
        return "stop" in intents or (self.turn.intent == "goodbye" and self.turn.confidence >= STEERING)

    def refuses(self) -> bool:
        """Whether it begins with a no to what stands to be confirmed, and wants nothing else with the same things."""
        text, language = self.turn.text, self.language
        says_no = isinstance(self.question, Confirmation) and language.begins_with(text, "deny")
        return says_no and not language.says(text, "points_back")  # "no, i'd rather return them"

    def confirms(self) -> bool:
        """Whether it says yes to what stands to be confirmed, whatever else it asks for."""
        question = self.question
        if not isinstance(question, Confirmation):
            return False
        return isinstance(question.read(self._assent, self.state, asked=True), Taken)

    @property
    def _assent(self) -> Clause:
        """What of the message may say yes: all of it, where the rest speaks of what would be done, too."""
        here = (None, self.state["order_number"])
        own = (c for c in self.turn.clauses if c.is_wish and self.state.task.speaks_to(c))
        bare = (c for c in self.turn.clauses if c.intent in BROWSING and c.is_named)
        aside = all(clause.first("order_number") not in here for clause in (*own, *bare))
        return assent(self.turn) if aside else self.turn

    def _says_nothing_else(self) -> bool:
        """Whether it is a bare yes, whose words name nothing, whatever things are called."""
        return self.turn.is_button or not left_over(
            self.turn.text, self.language, self.language.doing(self.state.task.name)
        )

    def _names_answer(self) -> bool:
        """Whether the message holds an answer to the open question that would be one unasked as well."""
        question = self.question
        return question is not None and isinstance(question.read(self.turn, self.state, asked=False), Taken)

    def own_clauses(self) -> list[Clause]:
        """What of the message may speak to this task: all of it, unless a part asks for something else."""
        task, context = self.state.task, self.state.context
        mine = [c for c in self.turn.clauses if not c.is_wish or task.takes(c, context) or self._amends(c)]
        return mine if mine and len(mine) < len(self.turn.clauses) else [self.turn]

    def digression(self) -> Clause | None:
        """The wish for something else, where the message utters one and is not plainly an answer."""
        if reopened(self.turn, self.state, self.question):
            return None
        for clause in self.turn.wishes:
            if self.state.task.speaks_to(clause) or self._asks_of_task(clause) or self._leads_on(clause):
                continue
            if clause.intent in MOODS and self._only_asks(clause):
                continue  # "i binned the box, is that ok"
            if len(self.turn.text) > LONG and clause.confidence < SURE:
                continue  # of so many words, some always sound like a wish
            if not self._plainly_answers(clause):
                return clause
        return None

    def _leads_on(self, clause: Clause) -> bool:
        """Whether it only leads to the answer that the message mostly is: "my e-mail address is ann@example.com"."""
        weak = clause.confidence < SURE and not (clause.entities or isinstance(self.question, Confirmation))
        reading = self.question.read(self.turn, self.state, asked=True) if self.question and weak else None
        return isinstance(reading, Taken) and reading.certain

    def _asks_of_task(self, clause: Clause) -> bool:
        """Whether what sounds like the cart is what the task is about: "how much is that in all"."""
        cart = clause.intent == "view_cart" and not self.language.says(clause.text, "in_cart")
        return cart and self.state.task.about_order

    def _plainly_answers(self, clause: Clause) -> bool:
        question = self.question
        if self._amends(clause):
            return True
        reading = question.read(clause, self.state, asked=True) if question else None
        if question is None or not isinstance(reading, Taken):
            # "105 or 106" is no search, and neither is "a sleeping bag" where an item was asked for.
            return isinstance(reading, Unusable) and (not clause.entities or reading.plain)
        mistaken = clause.intent in question.sounds_like and clause.confidence <= question.sure
        return reading.certain or mistaken

    def _amends(self, clause: Clause) -> bool:
        """Whether it corrects what stands to be confirmed: "in green", which sounds like a search; "only the boots"."""
        if not isinstance(self.question, Confirmation):
            return False
        corrects = self.language.says(clause.text, "amend") or self.language.adds(clause.text)
        for question in self.state.task.questions:
            if not (question.amends and (corrects or clause.intent in question.sounds_like)):
                continue
            reading = question.read(clause, self.state, asked=False)
            if isinstance(reading, Unusable) and reading.plain:
                return True
            if not isinstance(reading, Taken):
                continue
            if reading.certain or (corrects and reading.value != self.state[question.slot]):
                return True
        return False

    def unusable_amendment(self) -> Unusable | None:
        """What is wrong with a correction of what stands to be confirmed, such as a payment method that will not do."""
        amending = [
            q for q in self.state.task.questions if q.amends and isinstance(self.question, Confirmation)
        ]
        readings = (question.read(self.turn, self.state, asked=False) for question in amending)
        return next((reading for reading in readings if isinstance(reading, Unusable)), None)

    def take(self, clauses: Sequence[Clause]) -> bool:
        """Take every value that the clauses give, the open question's first; whether there was one."""
        if self.question and self.confirms() and self._says_nothing_else():
            return self._set(self.question, Taken(True))
        if self.state.before and self.language.says(self.turn.text, "as_before"):
            return self._restore()
        again = reopened(self.turn, self.state, self.question)
        if again:
            again.reopen(self.turn, self.state)
        taken = again is not None
        digression = (
            self.digression() if self.question else None
        )  # what begins a task is no digression from it
        others = [self._left_over(clause) for clause in clauses]
        answers = [self._assent] if isinstance(self.question, Confirmation) else clauses
        for question in self.state.task.questions:
            asked = question is self.question
            for clause in answers if asked else others:
                if self._only_asks(clause) and not asked:
                    continue
                reading = question.read(clause, self.state, asked)
                if not isinstance(reading, Taken) or (not asked and self._is_so(question, reading)):
                    continue
                if clause is self.turn and digression and not (reading.certain or question.apart):
                    continue
                if asked and not reading.certain and self._corrects_another(clause):
                    continue
                taken = self._set(question, reading) or taken
                break
        for clause in others:
            if taken or not (digression and clause is self.turn):
                self.state.remember(clause)
        return taken

    def _is_so(self, question: Question, reading: Taken) -> bool:
        """Whether a value that nobody had to say is how it stands to be confirmed anyway."""
        unsaid = isinstance(self.question, Confirmation) and self.state[question.slot] is None
        return unsaid and reading.value == question.unsaid(self.state)

    def _only_asks(self, clause: Clause) -> bool:
        """Whether a message asks about what stands to be confirmed, and so corrects nothing of it."""
        asks = self.language.asks(clause.text) or self.language.ends_with(self.turn.text, "is_that_ok")
        asks = asks and not self.language.goes_on(clause.text)
        return asks and isinstance(self.question, Confirmation)

    def corrects_earlier(self) -> bool:
        """Take the message as another answer to a question answered before, the latest first: "no, the second"."""
        corrects = any(self.language.says(self.turn.text, kind) for kind in ("correction", "amend"))
        if self.turn.is_button or not corrects:
            return False
        for question in reversed([question for question in self._others() if question.choosable]):
            reading = question.read(self.turn, self.state, asked=True)
            if isinstance(reading, Taken) and reading.certain and reading.value != self.state[question.slot]:
                return self._set(question, reading)
        return False

    def answers_other(self) -> bool:
        """Whether it answered other questions than the open one."""
        if self.question is None or isinstance(self.question, Confirmation):
            return False
        return self.state[self.question.slot] is None and any(
            self.state.took(question.slot) for question in self.state.task.questions
        )

    def _corrects_another(self, clause: Clause) -> bool:
        """Whether it corrects the answer to another question than the open one: "not that order, 1043"."""
        if not self.language.says(clause.text, "correction"):
            return False
        return any(
            isinstance(reading, Taken)
            and (reading.certain or not bare)
            and (reading.value != self.state[question.slot] or self.state.took(question.slot))
            for question in self._others()
            for bare in (False, question.choosable)
            for reading in (question.read(clause, self.state, asked=bare),)
        )

    def _others(self) -> list[Question]:
        """The questions that were answered before the open one."""
        return [
            q for q in self.state.task.questions if q is not self.question and self.state[q.slot] is not None
        ]

    def _restore(self) -> bool:
        """Put back what the last correction took the place of."""
        for slot, value in self.state.before.items():
            self.state[slot] = value
        self.state["put"] = None
        self.state.say("utter_corrected_so", value="")
        return True

    def _left_over(self, clause: Clause) -> Clause:
        """What of a clause the open question leaves to the others."""
        reading = self.question.read(clause, self.state, asked=True) if self.question else None
        rest = reading.rest if isinstance(reading, Taken) else None
        return clause if rest is None else rest

    def _set(self, question: Question, reading: Taken) -> bool:
        before = self.state[question.slot]
        if before == reading.value:
            return question is self.question
        self.state[question.slot] = reading.value
        if before is not None and question.corrects(before, reading.value):
            self.state.keep_before()
            value = question.describe(reading.value, self.state)
            self.state.say("utter_corrected" if value else "utter_corrected_so", value=value)
            self.state.task.changed(question.slot, self.state)
        return True

    def steers(self, likeness: float) -> str | None:
        """The kind of word about the question (`ask_why`, `wait` …) that the message is, if it is so alike to one."""
        if self.turn.is_button or self.gives_value():
            return None
        confirms = isinstance(self.question, Confirmation)
        if confirms and self.confirms():
            return None
        meaning = self.state.context.services.steering.nearest(self.turn.text)
        if meaning and confirms and meaning.code in ("ask_done", "ask_outcome"):
            likeness = LIKE  # nothing else can be meant
        if meaning is None or meaning.likeness < likeness or meaning.code == "other":
            return None
        told = meaning.code == "ask_outcome"  # of what only a confirmation tells
        return None if told and not confirms else meaning.code

    def gives_value(self, asks: bool = False) -> bool:
        """Whether the message plainly holds something that the task wants to know; where it `asks` on after an answer,
        no more than what is open now."""
        text = self.turn.text
        if self._only_asks(self.turn) or (
            asks and (self.language.is_question(text) or self.language.says(text, "of_other_case"))
        ):
            return self._names_answer()
        questions = self.state.task.questions
        return any(isinstance(q.read(self.turn, self.state, asked=False), Taken) for q in questions)

    def unclear(self) -> bool:
        """Whether a message that gave nothing is no word about the task or its question either."""
        turn, question = self.turn, self.question
        spoken = turn.intent in SMALL_TALK | CONTROLS and turn.confidence >= STEERING
        misread = question is not None and question.read(turn, self.state, asked=True) is not None
        return not (spoken or misread or self.unusable_amendment() or self.steers(LIKE))
