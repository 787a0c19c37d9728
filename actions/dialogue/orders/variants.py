"""Choosing for each chosen line of an order which variant of its product it should become."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.mechanism.questions import Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.dealing import dealt_out
from actions.dialogue.orders.lacking import takes_out
from actions.dialogue.orders.lines import chosen_lines, item_title, ordered
from actions.dialogue.orders.refusals import variant_name
from actions.dialogue.products.variant_wishes import (
    Wish,
    decided,
    fitting,
    meets,
    read_wish,
    tokens,
)
from actions.orders.swapping import Wanted
from actions.orders.types import OrderLine, VariantChoice

BUTTONS = 8
"""How many variants are offered as buttons; of more than that, the features are told."""
FEW_WORDS = 3
"""Words up to which what is said of a line only lists it: "the dal and the"."""
NOTHING = ""
"""Stands for the variant of pieces that are taken out of the order."""

Chosen = dict[str, dict[str, Any]]
"""Line → `wish` (what was said) and, once that leaves but one, `sku`."""


class VariantsWanted(Question):
    """Which variant, line by line; what was said of several at once is dealt out among them."""

    slot = "variants"
    choosable = True
    amends = True
    sounds_like = frozenset(
        {
            "search_product",
            "refine_search",
            "ask_product_detail",
            "ask_availability",
            "change_order",
            "exchange_item",
            "find_similar",
            "add_to_cart",
            "remove_from_cart",
        }
    )

    @abstractmethod
    def variants(self, line: OrderLine, state: TaskState) -> Sequence[VariantChoice]:
        """What a line could become."""

    def may_go(self, state: TaskState) -> bool:
        """Whether pieces can be taken out instead."""
        return False

    def needed(self, state: TaskState) -> bool:
        return bool(undecided(state))

    def corrects(self, before: Chosen, after: Chosen) -> bool:
        return any(
            "sku" in after[key] and after[key] != before.get(key, {}) for key in before if key in after
        )

    def ask(self, state: TaskState) -> None:
        line = undecided(state)[0]
        everything = self.variants(line, state)
        wish = self._wish(line, state)
        found = fitting(wish, line, everything, state.context.language)
        if not found:
            state.say("utter_no_variant_like_that", title=line.title)
        variants = found or everything
        buttons = [
            Choice(_title(variant, state), payload("inform", answer=variant.sku))
            for variant in (variants if len(variants) <= BUTTONS else ())
        ]
        there = "" if buttons else _features_of(variants, state)
        response = "utter_question_variants" if buttons else "utter_question_variants_of"
        state.say(response, title=item_title(line, state.context), variants=there, choices=buttons)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        lines = {str(line.line): line for line in ordered(state) if line.line in chosen_lines(state)}
        amending = state.open == "confirmed" and not state.context.language.asks(clause.text)
        opening = state.task.speaks_to(clause) or amending
        if not lines or not (asked or opening):
            return None
        waiting, language = undecided(state), state.context.language
        chosen: Chosen = dict(state[self.slot] or {})
        current = waiting[0] if waiting else None
        if sku := self._pressed(clause, current, state) if asked else None:
            return Taken({**chosen, str(current.line if current else ""): {"sku": sku}})
        had = self._values(lines.values(), state)
        said = dealt_out(clause, list(lines.values()), current if asked else None, language, had)
        nothing_fits = False
        turn = state.context.turn
        remembered = not asked and clause not in (turn, *turn.clauses)
        goes, last = False, list(said)[-1:]
        last_goes = any(_takes_out(said[key], False, lines[key], state) for key in last)
        for key, text in said.items():
            if remembered and key in chosen:
                continue  # what was said of it since then holds
            before = Wish(**chosen.get(key, {}).get("wish", {}))
            says_nothing = not self._decide(text, before, lines[key], state)[0]
            listed = goes or (len(tokens(text)) <= FEW_WORDS and last_goes)
            goes = self.may_go(state) and (
                _takes_out(text, says_nothing, lines[key], state) or (listed and says_nothing)
            )
            if goes:  # "remove the hat and the gloves"
                chosen[key] = {"sku": NOTHING}
                continue
            if "sku" in chosen.get(key, {}):
                text = self._instead(text, chosen[key]["sku"], lines[key], state)
            answer, fits = self._decide(text, before, lines[key], state)
            nothing_fits = nothing_fits or not fits
            if answer and (fits or not asked):
                chosen[key] = answer
        if chosen != (state[self.slot] or {}):
            return Taken(chosen, min(1.0, 3 / max(len(tokens(clause.text)), 1)))
        if asked and nothing_fits and current:
            wish = read_wish(said.get(str(current.line), ""), current.traits, (), state.context.language)
            if wish.only(current.traits):
                return Unusable("utter_refused_same_variant", {"title": current.title, "variants": ""})
            return Unusable("utter_no_variant_like_that", {"title": current.title})
        return None

    def _values(self, lines: Iterable[OrderLine], state: TaskState) -> set[str]:
        """What the variants of these lines have, word by word."""
        every = (each.traits.values() for line in lines for each in self.variants(line, state))
        return {token for values in every for value in values for token in tokens(value)}

    def _instead(self, text: str, sku: str, line: OrderLine, state: TaskState) -> str:
        """A text without the "no" before what is wanted instead of what was chosen: to rule out what was not chosen
        ("no XL") would say nothing."""
        language, everything = state.context.language, self.variants(line, state)
        rest = language.without_no(text)
        there = [variant.traits for variant in everything]
        wish = read_wish(rest, line.traits, there, language) if rest != text else Wish()
        chosen = next((variant.traits for variant in everything if variant.sku == sku), {})
        return rest if wish.wanted and not meets(wish, chosen) else text

    def _decide(
        self, text: str, before: Wish, line: OrderLine, state: TaskState
    ) -> tuple[dict[str, Any] | None, bool]:
        """What a text says of a line's variant, and whether there is one like that."""
        language, everything = state.context.language, self.variants(line, state)
        wish = read_wish(text, line.traits, [variant.traits for variant in everything], language)
        if not wish:
            return None, True
        whole = before.then(wish)
        found = fitting(whole, line, everything, language)
        if not found:
            whole, found = wish, fitting(wish, line, everything, language)
        answer: dict[str, Any] = {"wish": whole.as_dict()}
        if not before and whole.only(line.traits):
            return None, False  # as it is now
        if whole == Wish(same=True):
            return {**answer, "sku": line.sku}, True
        if variant := decided(whole, line, found):
            answer["sku"] = variant.sku
        return answer, bool(found)

    def _pressed(self, clause: Clause, line: OrderLine | None, state: TaskState) -> str | None:
        """The variant of a button, or the one at a place among them."""
        if line is None:
            return None
        everything = self.variants(line, state)
        shown = fitting(self._wish(line, state), line, everything, state.context.language) or everything
        by_sku = {variant.sku for variant in everything}
        if str(clause.first("answer")) in by_sku:
            return str(clause.first("answer"))
        place = clause.first("ordinal")
        if place is None or not 1 <= int(place) <= len(shown) <= BUTTONS:
            return None
        return shown[int(place) - 1].sku

    def _wish(self, line: OrderLine, state: TaskState) -> Wish:
        return Wish(**(state[self.slot] or {}).get(str(line.line), {}).get("wish", {}))

    def describe(self, value: Chosen, state: TaskState) -> str:
        named = []
        for line in ordered(state):
            sku = value.get(str(line.line), {}).get("sku")
            variants = {variant.sku: variant for variant in self.variants(line, state)} if sku else {}
            if sku in variants:
                named.append(f"{line.title} ({variant_name(variants[sku], state.context)})")
        return state.context.formats.listing(named)


def undecided(state: TaskState) -> list[OrderLine]:
    """The chosen lines of which it is open what they should become."""
    chosen = state[VariantsWanted.slot] or {}
    return [
        line
        for line in ordered(state)
        if line.line in chosen_lines(state) and "sku" not in chosen.get(str(line.line), {})
    ]


def wanted(state: TaskState) -> Mapping[int, Wanted]:
    """What each chosen line should become, as the order desk takes it."""
    chosen, pieces = state[VariantsWanted.slot] or {}, chosen_lines(state)
    return {
        line.line: Wanted(
            chosen[str(line.line)]["sku"] or None,
            pieces[line.line] if pieces[line.line] != line.quantity else None,
        )
        for line in ordered(state)
        if line.line in pieces
    }


def _takes_out(text: str, says_nothing: bool, line: OrderLine, state: TaskState) -> bool:
    """Whether a text wants pieces out of the order; "without" alone only where it says nothing of a variant."""
    language = state.context.language
    return takes_out(text, line, language) or (says_nothing and language.says(text, "take_out"))


def _title(variant: VariantChoice, state: TaskState) -> str:
    """A variant as a button, with what it costs more or less."""
    name = variant_name(variant, state.context)
    if not variant.difference:
        return name
    sign = "+" if variant.difference > 0 else "−"
    amount = state.context.formats.money(abs(variant.difference))
    return state.text("utter_variant_with_difference", variant=name, difference=f"{sign}{amount}")


def _features_of(variants: Sequence[VariantChoice], state: TaskState) -> str:
    """The values that there are, feature by feature."""
    values: dict[str, dict[str, None]] = {}
    for variant in variants:
        for name, value in variant.traits.items():
            values.setdefault(name, {})[value] = None
    return "; ".join(f"{name} {', '.join(several)}" for name, several in values.items())
