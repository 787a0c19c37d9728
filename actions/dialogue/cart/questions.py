"""Which variants go in the cart, and which lines come out of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import cast

from actions.dialogue.cart.goods import MOSTLY, chosen_lines, part_of
from actions.dialogue.cart.swaps import line_of_variant, lines_of_kinds, names_goods, names_trait
from actions.dialogue.cart.variants import (
    ANY,
    TRAITS,
    Allowed,
    Said,
    exactly,
    fitting,
    open_trait,
    read_said,
    traits_of,
    values_of,
)
from actions.dialogue.cart.view import cart_of, line_name, ways_on
from actions.dialogue.cart.wishes import lets_go
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many
from actions.dialogue.finding.pointing import is_kind
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option, Question, Reading, Taken, Unusable, answer_choices
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products.variant_wishes import read_wish
from actions.shop.catalogue import ProductView

LATELY = 2
"""Messages before the wish for a product in which its size or colour may have been said."""
Wanted = dict[str, Allowed]
"""Line → what was said of its variant."""


class VariantToAdd(Question):
    """Which size, then which colour, then which of whatever else they differ by, of each line of which several variants
    could be meant.

    What answers it does so by its words, whatever intent the message was taken for: it must say something of the
    variant and hardly anything else, ask nothing, and name no other product.
    """

    slot = "variant"

    def needed(self, state: TaskState) -> bool:
        return self._open(state) is not None

    def known(self, state: TaskState) -> Wanted | None:
        """What is in the cart already, where it is put in place of that or beside it; what the search that found it
        asked for anyway."""
        context, found, wanted = state.context, self._open(state), state[self.slot] or {}
        if found is None:
            return None
        key, product, trait = found
        mine = wanted.get(key, {})
        if trait in mine:
            return None  # what was wanted is not there, or more than one thing that was
        pieces, _, replaced = state["goods"][key]
        if replaced:  # what is wanted instead goes before what it is
            instead = (part_of(key, product, clause, state)[1] for clause in (context.turn, *state.said))
            mine = next(filter(None, instead), {}) | mine
        there = _in_cart(product, replaced, mine, context) if pieces or replaced else {}
        asked_for = (_said_before(product, trait, context), _looked_for(product, trait, context))
        for known in (there, *({trait: values} for values in asked_for)):
            if known.get(trait) and fitting(product, {**known, **mine}):
                return {**wanted, key: {**known, **mine}}
        return None

    def ask(self, state: TaskState) -> None:
        if found := self._open(state):
            _, product, trait = found
            response = f"utter_question_variant_{trait if trait in TRAITS else 'option'}"
            state.say(response, title=product.title, option=trait, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return answer_choices([Option(value, (value,)) for value in self._values(state)])

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context, before = state.context, cast(Wanted, state[self.slot] or {})
        found = self._open(state) if state.open == self.slot else None
        if asked and found and (value := self._pressed(clause, state)):
            key, _, trait = found
            return Taken({**before, key: {**before.get(key, {}), trait: [value]}})
        if (
            clause.text.startswith("/")
            or names_another(clause, chosen_lines(state).values(), state.context)
            or lets_go(clause, state.context)
        ):
            return None
        told = asked or clause.intent in state.task.intents
        least = 1.0 if _asks(clause, state.context) else 0.0 if told else MOSTLY
        said = self._said(clause, state, found, asked)
        if any(each.coverage < least for each in said.values()):
            return None  # "what's in my cart", "does it come in black?", or what is said of something else
        if not asked and clause not in (
            context.turn,
            *context.turn.clauses,
        ):  # what was said since then holds
            said = {
                key: replace(each, allowed={**each.allowed, **before.get(key, {})})
                for key, each in said.items()
            }
        wanted = {key: {**before.get(key, {}), **each.allowed} for key, each in said.items()}
        wanted = {**before, **{key: traits for key, traits in wanted.items() if traits}}
        if asked and found and not _is_there(found[1], said[found[0]], wanted.get(found[0], {})):
            there = ", ".join(self._values(state))
            values = {"title": found[1].title, "there": there}
            return Unusable("utter_no_such_variant", values, said[found[0]].coverage)
        lines = chosen_lines(state).items()
        if not told and not all(fitting(product, wanted.get(key, {})) for key, product in lines):
            return None  # said of something else
        speaks = any(each.allowed for each in said.values())
        share = max((each.coverage for each in said.values()), default=0.0)
        return Taken(wanted, share) if wanted != before or (asked and speaks) else None

    def _said(
        self, clause: Clause, state: TaskState, found: tuple[str, ProductView, str] | None, asked: bool
    ) -> dict[str, Said]:
        """What a message says of each line that it speaks of: of all, or where one was asked about of that, unless it
        tells them apart. What it names and there is not counts as wanted, unless it answers a question."""
        before, said = state[self.slot] or {}, dict[str, Said]()
        for key, product in chosen_lines(state).items():
            part, own = part_of(key, product, clause, state)
            if asked and found and key != found[0] and not own:
                continue
            each = read_said(part, product, before.get(key, {}), state.context, found[2] if found else None)
            named = {trait: str(value) for trait in TRAITS if (value := clause.first(trait)) is not None}
            missing = {t: [value] for t, value in named.items() if value in each.missing and not asked}
            said[key] = replace(each, allowed={**each.allowed, **missing, **own})
        return said

    def corrects(self, before: Wanted, after: Wanted) -> bool:
        """Naming the colour after the size is no correction, nor is what leaves fewer than before."""
        traits = ((mine, after.get(key, {})) for key, mine in before.items())
        return any(
            not set(now.get(trait, values)) <= set(values)
            for mine, now in traits
            for trait, values in mine.items()
            if values
        )

    def describe(self, value: Wanted, state: TaskState) -> str:
        settled = (values for traits in value.values() for values in traits.values())
        return ", ".join(values[0] for values in settled if len(values) == 1 and ANY not in values)

    def _pressed(self, clause: Clause, state: TaskState) -> str | None:
        """The value that is pressed, or counted among those that the question lists; a yes, where there is one."""
        values, turn = self._values(state), state.context.turn
        if (answer := clause.first("answer")) is not None:
            return str(answer) if answer in values else None
        if len(values) == 1 and state.context.language.consists_of(clause.text, "affirm", "polite"):
            return values[0]
        place = clause.first("ordinal")
        if place is None or turn.listed_last or clause.values("product_type"):
            return None  # it counts what was listed since
        return values[int(place) - (int(place) > 0)] if 0 < abs(int(place)) <= len(values) else None

    def _open(self, state: TaskState) -> tuple[str, ProductView, str] | None:
        """The first line of which it is not clear yet which variant is meant, its product, and the trait to ask for."""
        for key, product in chosen_lines(state).items():
            if trait := open_trait(product, (state[self.slot] or {}).get(key, {})):
                return key, product, trait
        return None

    def _values(self, state: TaskState) -> list[str]:
        """What there is to choose from."""
        if (found := self._open(state)) is None:
            return []
        key, product, trait = found
        return values_of(trait, fitting(product, (state[self.slot] or {}).get(key, {})))


class LinesToChange(Question):
    """Which lines of the cart, and how many pieces are to stay of each: `{sku: 0}` takes one out."""

    slot = "cart_lines"
    sounds_like = frozenset({"search_product", "refine_search", "ask_product_detail", "return_item"})

    def choices(self, state: TaskState) -> Sequence[Choice]:
        buttons = answer_choices(self._options(state))
        everything = Choice(state.text("utter_button_all_items"), payload("inform", answer="all"))
        return [*buttons, everything] if len(buttons) > 1 else buttons

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context = state.context
        lines = {line.sku: line for line in cart_of(context).lines}
        if clause.first("answer") == "all" or context.language.says(clause.text, "empty"):
            return Taken(dict.fromkeys(lines, 0))
        if not asked and not state.task.speaks_to(clause):
            return None
        chosen = choose(clause, self._options(state, clause), context.language)
        keys = chosen.keys if chosen else self._meant(clause, state)
        if not keys:
            return None
        pieces = how_many(clause, context, "around_count", "removes", "pieces", "in_cart")
        pieces = 1 if pieces is None and context.language.says(clause.text, "removes_one") else pieces
        if pieces is None or len(keys) > 1:
            return Taken(dict.fromkeys(keys, 0))
        exactly = context.language.says(clause.text, "set_to")
        return Taken({keys[0]: pieces if exactly else max(lines[keys[0]].quantity - pieces, 0)})

    def ensure_answerable(self, state: TaskState) -> None:
        """What is not in the cart cannot be taken out of it."""
        turn, context = state.context.turn, state.context
        wishes = [clause for clause in turn.clauses if state.task.speaks_to(clause)]
        named = any(names_goods(clause) or names_trait(clause) for clause in wishes)
        there = any(choose(clause, self._options(state, clause), context.language) for clause in wishes)
        if named and not there:
            state.say("utter_not_in_cart", choices=ways_on(context)[:1])
            raise Leave

    def _meant(self, clause: Clause, state: TaskState) -> tuple[str, ...]:
        """The line that is meant where none is named: the only one, or that of the product just spoken of."""
        lines = cart_of(state.context).lines
        if not state.task.speaks_to(clause) or names_goods(clause):
            return ()
        focus = [line.sku for line in lines if line.product_id == state.context.turn.slot("focus")]
        if line := line_of_variant(clause, lines, state.context):
            return (line.sku,)
        if names_trait(clause):
            return ()
        if len(lines) == 1:
            return (lines[0].sku,)
        return tuple(focus) if len(focus) == 1 else ()

    def _options(self, state: TaskState, clause: Clause | None = None) -> list[Option]:
        """The lines of the cart, or those that a message may mean."""
        lines = lines_of_kinds(clause, state.context) if clause else cart_of(state.context).lines
        return [Option(line.sku, (line_name(line, state.context),), (line.type,)) for line in lines]


def _asks(clause: Clause, context: Context) -> bool:
    """Whether a message asks something, rather than for something ("could I have the grey one?")."""
    language = context.language
    return language.asks_in_particular(clause.text) and not language.says(clause.text, "requests")


def names_another(clause: Clause, chosen: Collection[ProductView], context: Context) -> bool:
    """Whether a message names a product, or a kind of product, that is none of those chosen."""
    ids = {entity.id for entity in clause.entities if entity.kind == "product"}
    kinds = [entity for entity in clause.entities if entity.kind == "product_type"]
    other = ids and ids.isdisjoint(product.product_id for product in chosen)
    return bool(other) or not all(
        any(is_kind(product, kind, clause, context) for product in chosen) for kind in kinds
    )


def _is_there(product: ProductView, said: Said, mine: Allowed) -> bool:
    """Whether there is what an answer names, if need be without what was said before of what matters less."""
    if not said.allowed:
        return not said.missing
    return bool(fitting(product, mine)) or _gives_way(said.allowed, mine, product)


def _gives_way(said: Allowed, mine: Allowed, product: ProductView) -> bool:
    """Whether what was said now is there, and of what was said before only what matters less is not there with it."""
    order = traits_of(product)
    first = min(map(order.index, said))
    return bool(fitting(product, {trait: mine[trait] for trait in mine if order.index(trait) <= first}))


def _looked_for(product: ProductView, trait: str, context: Context) -> list[str]:
    """The value of a trait that the search asked for by which the product was found; none where those are several."""
    filters = Wishes.from_slot(context.turn.slot("search", {})).filters
    asked = {"size": filters.sizes, "colour": filters.colours}.get(trait, ())
    measured = [bounds.said for bounds in filters.measures if None not in (bounds.low, bounds.high)]
    of_trait = [{trait: variant.traits[trait]} for variant in product.variants if trait in variant.traits]
    text = ", ".join([*asked, *measured])
    said = read_wish(text, {}, of_trait, context.language).wanted.get(trait, []) if text else []
    return said if len(said) == 1 or len(asked) == 1 else []


def _said_before(product: ProductView, trait: str, context: Context) -> list[str]:
    """The one value of a trait that was said of the product spoken of, right before it was to be put in."""
    for clause in context.turn.heard[:LATELY]:
        ids = {entity.id for entity in clause.entities if entity.kind == "product"}
        if product.product_id not in ids and (ids or context.turn.slot("focus") != product.product_id):
            return []
        values = read_said(clause, product, {}, context).allowed.get(trait, [])
        if len(values) == 1 and ANY not in values:
            return values
    return []


def _in_cart(product: ProductView, sku: str | None, mine: Allowed, context: Context) -> Allowed:
    """What the line of that SKU is, or the product's only line that is as was said; nothing where there is none, or
    several."""
    lines = [line for line in cart_of(context).lines if line.product_id == product.product_id]
    said = [line for line in lines if all(line.traits.get(t) in values for t, values in mine.items())]
    lines = [line for line in lines if line.sku == sku] if sku else said if len(lines) > 1 else lines
    return exactly(lines[0].traits) if len(lines) == 1 else {}
