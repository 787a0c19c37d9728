"""Choosing lines of an order, for every task that is about some of its items."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import Chosen, choose, ruled_out
from actions.dialogue.mechanism.questions import (
    Option,
    Question,
    Reading,
    Taken,
    Unusable,
    answer_choices,
    coverage,
)
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.dealing import dealt_out, without_references
from actions.dialogue.orders.lacking import without_traits
from actions.dialogue.orders.pieces import pieces_said
from actions.dialogue.orders.refusals import told_apart
from actions.dialogue.orders.tasks import known_order
from actions.dialogue.orders.told_of_items import only
from actions.dialogue.products.variant_wishes import meets, read_wish
from actions.orders.types import OrderLine, Refusal
from actions.search import Filters
from actions.shop.models.customers import PaymentKind

NAMES = ("product_type", "product", "colour", "ordinal")
"""Entities by which an item is named."""

NOVEL = 300
"""Characters from which a message that began no task and answered no question names nothing."""

Lines = dict[str, int]
"""Line → quantity, as kept in a slot (JSON keeps no integer keys)."""


class Items(Question):
    """Which items, and how many of each. A subclass says which can be chosen."""

    slot = "items"
    choosable = True
    amends = True
    sounds_like = frozenset(
        {
            "search_product",
            "refine_search",
            "ask_product_detail",
            "add_to_cart",
            "remove_from_cart",
            "ask_faq",
        }
    )

    @abstractmethod
    def possible(self, state: TaskState) -> Lines:
        """The lines of which something can be done, each with its pieces."""

    def standing(self, state: TaskState) -> Lines:
        """What a message takes things away from ("not the boots")."""
        return state[self.slot] or {}

    def needed(self, state: TaskState) -> bool:
        return super().needed(state) and state.customer is not None

    def known(self, state: TaskState) -> Lines | None:
        lines = self.possible(state)
        return lines if len(ordered(state)) == 1 and list(lines.values()) == [1] else None

    def ask(self, state: TaskState) -> None:
        deed = state.text(f"utter_deed_{state.task.name}")
        state.say("utter_question_items", deed=deed, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        lines = self.possible(state)
        buttons = answer_choices([option for option in line_options(state) if option.key in lines])
        everything = Choice(state.text("utter_button_all_items"), payload("inform", answer="all"))
        return [*buttons, everything] if len(buttons) > 1 else buttons

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        lines = {str(line.line): line for line in ordered(state)}
        aside = not (asked or state.task.speaks_to(clause))
        points_at_order = state.open == "order_number" and state.context.language.says(
            clause.text, "order_with"
        )
        if not lines or (aside and (len(clause.text) > NOVEL or points_at_order)):
            return None
        if clause.first("answer") == "all":
            return Taken(self.possible(state))
        language, before = state.context.language, self.standing(state)
        listed = (
            state.open == Confirmation.slot and len(before) > 1
        )  # "all but the lamp" is of what is listed
        out = ruled_out(clause, self.options(clause, state), language, listed) if before else ()
        out = () if listed and set(out).isdisjoint(before) else out
        if left := {key: pieces for key, pieces in before.items() if key not in out} if out else {}:
            return Taken(left) if left != before else None
        reasons = [sentence for each in language.reasons.values() for sentence in each]
        options = self.options(clause, state)
        if before and not asked and self.only_tells(clause, state):
            return None
        left_standing = only(clause.text, options, language) if before else None
        said = without_payments(left_standing or clause.text, options, language)
        named = clause.part(without_traits(said, list(lines.values()), language))
        chosen = choose(named, options, language, shown=asked, telling=reasons, rest=asked)
        if chosen:
            keys = narrowed(chosen.keys, lines, self.naming(clause, state), language)
            standing = tuple(key for key in keys if key in before) if left_standing else ()
            chosen = replace(chosen, keys=standing or keys)  # "only the bag" adds no other bag
        if chosen and self.fits(clause, [lines[key] for key in chosen.keys]):
            kept = self._kept(chosen, clause, state)
            return Taken({**kept, **_quantities(clause, lines, chosen.keys, language)}, chosen.coverage)
        if some := self._some_of(before, clause, lines, language):
            return Taken(some)
        if asked and language.says(clause.text, "none"):
            return Unusable("utter_none_of_the_items", {"order_number": state["order_number"]})
        if asked and any(entity.kind in NAMES for entity in clause.entities):
            there = [line.title for key, line in lines.items() if key in self.possible(state)]
            values = {"named": clause.text.strip(), "items": state.context.formats.listing(there)}
            return Unusable("utter_no_such_item", values, coverage(clause, *NAMES))
        return None

    def only_tells(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message that names some of the chosen items only says how they are, and so chooses none."""
        return False

    def _kept(self, chosen: Chosen, clause: Clause, state: TaskState) -> Lines:
        """What of the items chosen before stays beside those named now: all where those are added, the rest where one
        is put in the place of another ("not the jacket, the boots")."""
        before: Lines = state[self.slot] or {}
        if state.context.language.adds(clause.text):
            return before
        replaced = set(chosen.excluded) & set(before) and not set(chosen.keys) & set(before)
        return {key: n for key, n in before.items() if key not in chosen.excluded} if replaced else {}

    def _some_of(
        self, before: Lines, clause: Clause, lines: Mapping[str, OrderLine], language: Language
    ) -> Lines | None:
        """The one line that was chosen, with another number of its pieces: "just one of them"."""
        if len(before) != 1:
            return None
        ((key, now),) = before.items()
        pieces = pieces_said(without_references(clause), lines[key], [lines[key].traits], language)
        return {key: pieces} if pieces and pieces != now and pieces <= lines[key].quantity else None

    def takes_back(self, clause: Clause, state: TaskState) -> bool:
        """Whether all that was chosen is ruled out: "not the boots", "not that one"."""
        chosen, language = state[self.slot] or {}, state.context.language
        if language.says(clause.text, "not_that") and language.consists_of(
            clause.text, "not_that", "polite", "deny", "correction"
        ):
            return bool(chosen)
        return bool(chosen) and set(chosen) <= set(ruled_out(clause, self.options(clause, state), language))

    def naming(self, clause: Clause, state: TaskState) -> str:
        """The part of a message that tells alike items apart."""
        return clause.text

    def options(self, clause: Clause, state: TaskState) -> list[Option]:
        """What may be named, those lines too that cannot be chosen: naming one of them deserves an answer."""
        return [
            replace(option, kinds=kinds_named(line, clause, state))
            for option, line in zip(line_options(state), ordered(state), strict=True)
        ]

    def fits(self, clause: Clause, chosen: Sequence[OrderLine]) -> bool:
        """Whether the colours named are those of what was chosen: a green jacket is not the blue one."""
        there = " ".join(f"{line.title} {line.colour}" for line in chosen).lower()
        colours = [str(colour).lower() for colour in clause.values("colour")]
        return not colours or any(colour in there for colour in colours)

    def describe(self, value: Lines, state: TaskState) -> str:
        return state.context.formats.listing(
            [line.title for line in ordered(state) if str(line.line) in value]
        )

    def repeated(self, value: Lines, state: TaskState) -> str:
        chosen = [line for line in ordered(state) if str(line.line) in value]
        named = (word for line in chosen for word in (self.title(line, state), line.type))
        return " ".join((*named, *numbers_of(value, state.context.language)))

    def title(self, line: OrderLine, state: TaskState) -> str:
        """What a line is called, so that it is told from others."""
        return item_title(line, state.context)


def ordered(state: TaskState) -> list[OrderLine]:
    """The lines of the order that the task is about."""
    order = known_order(state)
    return list(order.items) if order else []


def line_options(state: TaskState) -> list[Option]:
    """Every line as something to choose, called by its product with what tells it apart, or by its type."""
    return [
        Option(str(line.line), (item_title(line, state.context),), (line.type,)) for line in ordered(state)
    ]


def kinds_named(line: OrderLine, clause: Clause, state: TaskState) -> tuple[str, ...]:
    """What kind of thing a line is, and those that a message names of which it is one, too: bars are "food"."""
    context = state.context

    def is_one(kind: str) -> bool:
        only = Filters(types=(kind,), products=(line.product_id,), in_stock=False)
        return bool(
            context.once((line.product_id, kind), lambda: context.services.search.search("", only, 1))
        )

    named = [entity for entity in clause.entities if entity.kind == "product_type"]
    wider = (clause.text[e.start : e.end] for e in named if e.value != line.type and is_one(str(e.value)))
    return (line.type, *wider)


def item_title(line: OrderLine, context: Context) -> str:
    """A line's product with what tells the variant apart: `Scarp Jacket – blue – M`."""
    return " – ".join([line.title, *told_apart(line.colour, line.size, line.options, context)])


def without_payments(text: str, options: Sequence[Option], language: Language) -> str:
    """A text without the ways to pay that it names, unless something is called so: no "gift card" is an "SD card"."""
    labels = [name for option in options for name in option.names]
    for phrase in (
        phrase for kind in PaymentKind for phrase in language.payment_kinds(kind) if " " in phrase
    ):
        if all(language.find(label, [phrase]) is None for label in labels):
            text = re.sub(rf"\b{re.escape(phrase)}\b", " ", text, flags=re.IGNORECASE)
    return text


def narrowed(
    keys: Sequence[str], lines: Mapping[str, OrderLine], text: str, language: Language
) -> tuple[str, ...]:
    """Of lines of the same product those alone that are as the text says: "the blue one", "the one without a lid"."""
    kept: list[str] = []
    for key in keys:
        alike = [other for other in keys if lines[other].product_id == lines[key].product_id]
        wish = read_wish(text, {}, [lines[other].traits for other in alike], language)
        fitting = [other for other in alike if meets(wish, lines[other].traits)]
        if key in fitting or not fitting:
            kept.append(key)
    return tuple(kept)


def numbers_of(value: Lines, language: Language) -> list[str]:
    """The words for how many pieces are chosen in all, or for how many lines of one piece each."""
    number = sum(value.values())
    both = language.phrases("both") if 2 in (number, len(value)) else []
    figures = [word for word, count in language.counts.items() if count == number]
    return [str(number), *both, *figures]


def of_named(refusals: Sequence[Refusal], state: TaskState) -> list[Refusal]:
    """Of refusals of an order's lines those of the items that were named; all of them where none was."""
    question = state.task.question(Items.slot)
    readings = (question.read(clause, state, asked=False) for clause in state.said) if question else ()
    found = [reading.value for reading in readings if isinstance(reading, Taken)]
    named: Lines = state[Items.slot] or next(iter(found), {})
    return [refusal for refusal in refusals if str(refusal.line) in named] or [*refusals]


def chosen_lines(state: TaskState) -> dict[int, int]:
    """Line → pieces as the order desk takes it."""
    return {int(line): pieces for line, pieces in (state[Items.slot] or {}).items()}


def _quantities(
    clause: Clause, lines: Mapping[str, OrderLine], keys: Sequence[str], language: Language
) -> Lines:
    """All pieces of each line, unless a number of them was said."""
    whole = {key: max(lines[key].left, 1) for key in keys}
    said = next(
        (e for e in clause.entities if e.kind == "quantity" and not _is_size(e, clause, language)), None
    )
    if said is not None and len(keys) == 1:
        return dict.fromkeys(keys, int(said.value))
    text = without_references(clause)
    told = dealt_out(clause, list(lines.values()), None, language) if len(keys) > 1 else {keys[0]: text}
    pieces = {
        key: pieces_said(told[key], lines[key], [lines[key].traits], language) for key in keys if key in told
    }
    return {key: min(pieces.get(key) or number, number) for key, number in whole.items()}


def _is_size(number: Entity, clause: Clause, language: Language) -> bool:
    """Whether a number is led to as a size is: "the shorts in 34 navy"."""
    return any(word in language.phrases("sized") for word in language.words(clause.text[: number.start])[-1:])
