"""Asking what may be otherwise for each of several items: why it goes back, or what is wrong with it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.meanings import Meanings
from actions.dialogue.mechanism.questions import CodedQuestion, Reading, Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.lines import Items, line_options, ordered
from actions.dialogue.orders.told_of_items import Told, ToldOfItems, only, pieces, told_of_items

NAMES = ("product_type", "product")
"""Entities that name a thing."""


class OfEachItem(CodedQuestion):
    """Its value is one code for all the items, or line → code where they differ. What a message tells of an item by its
    name is told of that item alone; what it tells of none by name holds for all that have no answer yet."""

    amends = True

    @abstractmethod
    def meanings(self, state: TaskState) -> Meanings:
        """What reads a code out of words."""

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) or bool(self.lacking(state))

    def lacking(self, state: TaskState) -> list[str]:
        """The chosen items that have no answer, where others have."""
        value = state[self.slot]
        return [line for line in state[Items.slot] or {} if isinstance(value, Mapping) and line not in value]

    def ask(self, state: TaskState) -> None:
        lacking = self.lacking(state)
        if not lacking:
            return super().ask(state)
        titles = [line.title for line in ordered(state) if str(line.line) in lacking]
        items = state.context.formats.listing(titles)
        return state.say(f"utter_question_{self.slot}_of_item", items=items, choices=self.choices(state))

    def of_each(self, state: TaskState) -> dict[int, str]:
        """Line → code of the chosen items, as the order desk takes it; without those that have none yet."""
        told = _each(state[self.slot], state)
        return {int(line): told[line] for line in state[Items.slot] or {} if told.get(line)}

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if self._of_something_else(clause, state):
            return None
        told, chosen = self.told(clause, state), state[Items.slot] or {}
        if told.codes and (asked or chosen or state.task.speaks_to(clause)):
            return Taken(self._with(told, state))
        if not (asked or ordered(state)) and self._tells_apart(clause, state):
            return None  # to be read once it is known what there is to tell apart
        reading = super().read(clause, state, asked)
        if isinstance(reading, Taken) and self.lacking(state):
            return Taken(self._completed(reading.value, state), reading.coverage)
        return reading

    def told(self, clause: Clause, state: TaskState) -> ToldOfItems:
        """What a message tells of items by their names; nothing where there is but one."""
        context, options = state.context, line_options(state)
        if clause.text.startswith("/") or context.language.asks(clause.text) or len(options) < 2:
            return ToldOfItems()
        codes, meanings = self.codes(state), self.meanings(state)
        return told_of_items(
            clause.text, options, context.language, lambda text: meanings.literal(text, codes)
        )

    def only_tells(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message that names some of the chosen items leaves the choice as it is, as it says how they are."""
        chosen, told = state[Items.slot] or {}, self.told(clause, state)
        alone = only(clause.text, line_options(state), state.context.language)
        if not told.codes or (alone and self.meanings(state).literal(alone, self.codes(state)) is None):
            return False
        return {*told.codes, *told.silent} <= set(chosen)

    def unsaid(self, state: TaskState) -> Any | None:
        code = self.unsaid_code(state)
        return self._completed(code, state) if code and self.lacking(state) else code

    def unsaid_code(self, state: TaskState) -> str | None:
        """What stands where the shopper would rather not say; None where the task cannot do without."""
        return None

    def describe(self, value: Any, state: TaskState) -> str:
        if not isinstance(value, Mapping):
            return super().describe(value, state)
        titles = {str(line.line): line.title for line in ordered(state)}
        told = [
            state.text("utter_of_item", item=titles[line], told=super(OfEachItem, self).describe(code, state))
            for line, code in value.items()
            if line in titles
        ]
        return state.context.formats.listing(told)

    def _completed(self, code: str, state: TaskState) -> Told:
        """The answers that there are, and this one for the rest."""
        return {**dict.fromkeys(self.lacking(state), code), **_each(state[self.slot], state)}

    def _with(self, told: ToldOfItems, state: TaskState) -> Told | str:
        """What was told, with what stood before of the other items; one code where it is the same of all of them."""
        chosen, codes = state[Items.slot] or {}, dict(told.codes)
        untold = [line for line in chosen if line not in codes]
        if len(untold) == len(told.spare) == 1:
            codes[untold[0]] = told.spare[0]  # "changed my mind on the cutlery, the lid is faulty"
        every = {**_each(state[self.slot], state), **codes}
        about = chosen or {*codes, *told.silent}
        same = len({*every.values()}) == 1 and set(every) >= set(about)
        return next(iter(every.values())) if same else every

    def _tells_apart(self, clause: Clause, state: TaskState) -> bool:
        said = (
            self.meanings(state).literal(p, self.codes(state))
            for p in pieces(clause.text, state.context.language)
        )
        return len({*filter(None, said)}) > 1

    def _of_something_else(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message at the confirmation speaks of another order, or of things that are not in this one."""
        order, options = state["order_number"], line_options(state)
        if not (order and options and state[Items.slot]):
            return False
        if clause.first("order_number") not in (None, order):
            return True
        named = [e for e in clause.entities if e.kind in NAMES and e.role != "not"]
        told = told_of_items(clause.text, options, state.context.language, lambda text: text)
        return bool(named) and len(options) > 1 and not told.codes


def _each(value: Any, state: TaskState) -> Told:
    """A value as that of each chosen item."""
    if isinstance(value, Mapping):
        return {str(line): str(code) for line, code in value.items()}
    return dict.fromkeys(state[Items.slot] or {}, str(value)) if value else {}
