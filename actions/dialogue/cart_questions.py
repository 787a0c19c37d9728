"""What has to be known before a cart is changed: which products, in which size and colour, and how many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actions.dialogue.cart_lists import settled
from actions.dialogue.cart_view import cart_of, line_name
from actions.dialogue.cart_wishes import in_all, replaced
from actions.dialogue.context import Context
from actions.dialogue.counting import how_many
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import (
    PLAIN,
    Option,
    Question,
    Reading,
    Taken,
    Unusable,
    answer_choices,
    coverage,
)
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.pointing import named, pointed_at
from actions.dialogue.shown import all_shown
from actions.dialogue.turn import Clause
from actions.dialogue.variant_wishes import read_wish
from actions.dialogue.wishes import Wishes
from actions.shop.catalogue import ProductView, VariantView

NUMBER = re.compile(r"\d+(\.\d+)?")
TRAITS = ("size", "colour")
"""Traits that are asked for in words of their own, and first."""
MOSTLY = 0.75
"""Share of a message that makes it nothing else."""
ANOTHER = ""
"""The value of a trait where what was wanted is not there, so that another must be chosen."""
Goods = dict[str, tuple[int | None, bool, str | None]]
"""Product → how many pieces (None where it was not said), whether so many in all (else so many more), and the SKU in
the cart in place of which they come."""
Wanted = dict[str, dict[str, str]]
"""Product → trait → value."""


class GoodsToAdd(Question):
    """Which products, and how many pieces of each."""

    slot = "goods"
    sounds_like = frozenset({"search_product", "refine_search", "ask_product_detail", "compare_products"})

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(p.title, payload("add_to_cart", product_id=p.product_id)) for p in self._candidates(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context, before = state.context, state[self.slot]
        wishes, adds = clause.intent in state.task.intents, context.language.says(clause.text, "also_last")
        if before and not (asked or wishes or adds):
            return self._fewer_or_more(clause, state)
        if not asked and not wishes and not (before and adds):
            return None
        if wishes and before is None and (corrected := replaced(clause, context)):
            line, _ = corrected
            return Taken({line.product_id: (line.quantity, False, line.sku)}, PLAIN)
        if wishes and before is None and (each := settled(clause, context)):
            counts = {product.product_id: how_many(part, context) for part, product in each}
            return Taken({key: (pieces, False, None) for key, pieces in counts.items()}, PLAIN)
        products = named(clause, context, self._candidates(state))
        if not products and before is None and wishes:
            products = pointed_at(context) or _only_one_there(clause, context)
        if len(products) > 1 and not _several(clause, context):
            return Unusable("utter_several_such", coverage=1.0) if asked else None
        if not products and asked and before is None and _only_traits(clause):
            return Unusable("utter_several_such", coverage=1.0)
        if not products:
            return self._fewer_or_more(clause, state)
        pieces = how_many(clause, context)
        exactly = pieces is not None and in_all(clause, context)
        goods: Goods = {product.product_id: (pieces, exactly, None) for product in products}
        return Taken({**(before or {}), **goods} if adds else goods, PLAIN)

    def _candidates(self, state: TaskState) -> list[ProductView]:
        """What may be meant: those of several that the shopper's words fit ("the brown one"), or all that are shown."""
        context = state.context
        for clause in (context.turn, *state.said):
            fitting = named(clause, context)
            if len(fitting) > 1:
                return fitting
        return all_shown(context)

    def _fewer_or_more(self, clause: Clause, state: TaskState) -> Reading:
        """Another number of pieces, which is not one of the sizes that are asked for."""
        pieces, before = how_many(clause, state.context), state[self.slot]
        sizes = {size for product in chosen_products(state) for size in product.sizes}
        counts = (
            pieces
            and before
            and str(pieces) not in sizes
            and state.context.language.says(clause.text, "set_to")
        )
        return Taken({key: (pieces, True, sku) for key, (_, _, sku) in before.items()}) if counts else None

    def describe(self, value: Goods, state: TaskState) -> str:
        products = state.context.services.catalogue.products(value)
        titles = [
            state.text("utter_pieces", quantity=str(value[product.product_id][0] or 1), item=product.title)
            for product in products
        ]
        return state.context.formats.listing(titles)


class VariantToAdd(Question):
    """Which size, then which colour, then which of whatever else they differ by, of each product of which several
    variants could be meant."""

    slot = "variant"
    sounds_like = frozenset({"search_product", "refine_search", "ask_availability", "ask_product_detail"})

    def needed(self, state: TaskState) -> bool:
        return self._open(state) is not None

    def known(self, state: TaskState) -> Wanted | None:
        """What the search that found it asked for anyway; of "two more" that which is in the cart already."""
        context, found, wanted = state.context, self._open(state), state[self.slot] or {}
        if found is None:
            return None
        product, trait = found
        mine = wanted.get(product.product_id, {})
        if trait in mine:
            return None  # what was wanted is not there
        there = _in_cart(product, context) if state["goods"][product.product_id][0] else None
        if there and fitting(product, there | mine):
            return {**wanted, product.product_id: there | mine}
        value = _looked_for(product, trait, context)
        if value is None or not fitting(product, {**mine, trait: value}):
            return None
        return {**wanted, product.product_id: {**mine, trait: value}}

    def ask(self, state: TaskState) -> None:
        if found := self._open(state):
            product, trait = found
            response = f"utter_question_variant_{trait if trait in TRAITS else 'option'}"
            state.say(response, title=product.title, option=trait, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return answer_choices(self._options(state))

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        told = asked or clause.intent in state.task.intents
        if not told and not _only_traits(clause):
            return None
        if state.context.language.says(clause.text, "also_last") and clause.values("ordinal"):
            return None  # "and the second one too" is a further product
        wanted: Wanted = {key: dict(traits) for key, traits in (state[self.slot] or {}).items()}
        found = self._open(state) if asked else None
        said = {trait: str(value) for trait in TRAITS if (value := clause.first(trait)) is not None}
        if found and (chosen := self._chosen(clause, state)):
            said[found[1]] = chosen
        for product in chosen_products(state):
            if found is None or product.product_id == found[0].product_id:
                of_product = _options_said(clause, product, state.context) | said
                mine = {
                    trait: value
                    for trait, value in of_product.items()
                    if len(_values(trait, product.variants)) > 1
                }
                if mine:
                    wanted[product.product_id] = wanted.get(product.product_id, {}) | mine
        if found and said.get(found[1]) and not fitting(found[0], wanted.get(found[0].product_id, {})):
            return self._not_there(found[0], state)
        if not told and not all(fitting(p, wanted.get(p.product_id, {})) for p in chosen_products(state)):
            return None  # said of something else
        if wanted != (state[self.slot] or {}):
            return Taken(wanted, 1.0 if found else coverage(clause, *TRAITS))
        if found and any(character.isdigit() for character in clause.text):
            return self._not_there(found[0], state)
        return None

    def corrects(self, before: Wanted, after: Wanted) -> bool:
        """Naming the colour after the size is no correction."""
        traits = ((mine, after.get(product, {})) for product, mine in before.items())
        return any(
            now.get(trait, said) != said for mine, now in traits for trait, said in mine.items() if said
        )

    def _not_there(self, product: ProductView, state: TaskState) -> Unusable:
        there = ", ".join(option.title for option in self._options(state))
        return Unusable("utter_no_such_variant", {"title": product.title, "there": there}, 1.0)

    def describe(self, value: Wanted, state: TaskState) -> str:
        return ", ".join(part for traits in value.values() for part in traits.values() if part)

    def _chosen(self, clause: Clause, state: TaskState) -> str | None:
        """The one value that the message names, counts, or is."""
        options = self._options(state)
        if len(options) == 1 and state.context.language.consists_of(clause.text, "affirm", "polite"):
            return options[0].key
        words = set(state.context.language.words(clause.text))
        literal = [option.key for option in options if option.key.lower() in words]
        if len(literal) == 1:
            return literal[0]
        chosen = choose(clause, options, state.context.language)
        return chosen.keys[0] if chosen and len(chosen.keys) == 1 else None

    def _open(self, state: TaskState) -> tuple[ProductView, str] | None:
        """The first product of which it is not clear yet which one is meant, and the trait to ask for."""
        for product in chosen_products(state):
            trait = open_trait(product, (state[self.slot] or {}).get(product.product_id, {}))
            if trait:
                return product, trait
        return None

    def _options(self, state: TaskState) -> list[Option]:
        found = self._open(state)
        if found is None:
            return []
        product, trait = found
        wanted = (state[self.slot] or {}).get(product.product_id, {})
        return [Option(value, (value,)) for value in _values(trait, fitting(product, wanted))]


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
        chosen = choose(clause, self._options(state), context.language)
        keys = chosen.keys if chosen else self._meant(clause, state)
        if not keys:
            return None
        pieces = how_many(clause, context)
        if pieces is None or len(keys) > 1:
            return Taken(dict.fromkeys(keys, 0))
        exactly = context.language.says(clause.text, "set_to")
        return Taken({keys[0]: pieces if exactly else max(lines[keys[0]].quantity - pieces, 0)})

    def _meant(self, clause: Clause, state: TaskState) -> tuple[str, ...]:
        """The line that is meant where none is named: the only one, or that of the product just spoken of."""
        lines = cart_of(state.context).lines
        if not state.task.speaks_to(clause) or any(
            e.kind in ("product_type", "brand", "product") for e in clause.entities
        ):
            return ()
        focus = [line.sku for line in lines if line.product_id == state.context.turn.slot("focus")]
        if len(lines) == 1:
            return (lines[0].sku,)
        return tuple(focus) if len(focus) == 1 else ()

    def _options(self, state: TaskState) -> list[Option]:
        lines = cart_of(state.context).lines
        return [Option(line.sku, (line_name(line, state.context),), (line.type,)) for line in lines]


def chosen_products(state: TaskState) -> list[ProductView]:
    """The products to put in."""
    return state.context.services.catalogue.products(state["goods"] or {})


def fitting(product: ProductView, wanted: Mapping[str, str]) -> list[VariantView]:
    """The variants in stock that have these traits; `red` is `rust red`, too, where nothing is just red."""
    fits = list(product.in_stock)
    for trait, value in wanted.items():
        if value == ANOTHER:
            continue
        exactly = [variant for variant in fits if variant.traits.get(trait, "").lower() == value.lower()]
        fits = exactly or [v for v in fits if value.lower() in v.traits.get(trait, "").lower().split()]
    return fits


def open_trait(product: ProductView, wanted: Mapping[str, str]) -> str | None:
    """The trait in which the variants still differ; None where there is one left."""
    fits = fitting(product, wanted)
    return next(
        (
            trait
            for trait in (*TRAITS, *product.options)
            if len(values := _values(trait, fits)) > 1 or (values and wanted.get(trait) == ANOTHER)
        ),
        None,
    )


def _values(trait: str, variants: Sequence[VariantView]) -> list[str]:
    """The values of a trait; numbers in their order, everything else in the shop's."""
    values = list(dict.fromkeys(v.traits[trait] for v in variants if trait in v.traits))
    return sorted(values, key=float) if all(map(NUMBER.fullmatch, values)) else values


def _options_said(clause: Clause, product: ProductView, context: Context) -> dict[str, str]:
    """The options that a message names plainly, `the 1 l one`; size and colour are entities."""
    if not product.options:
        return {}
    wish = read_wish(clause.text, {}, [variant.options for variant in product.variants], context.language)
    return {option: values[0] for option, values in wish.wanted.items() if len(values) == 1}


def _looked_for(product: ProductView, trait: str, context: Context) -> str | None:
    """The value of a trait that the search asked for by which the product was found."""
    filters = Wishes.from_slot(context.turn.slot("search", {})).filters
    values = {"size": filters.sizes, "colour": filters.colours}.get(trait, ())
    if len(values) == 1:
        return values[0]
    of_trait = [{trait: variant.traits[trait]} for variant in product.variants if trait in variant.traits]
    measured = ", ".join(bounds.said for bounds in filters.measures if None not in (bounds.low, bounds.high))
    said = read_wish(measured, {}, of_trait, context.language).wanted.get(trait, ())
    return said[0] if len(said) == 1 else None


def _only_one_there(clause: Clause, context: Context) -> list[ProductView]:
    """Where nothing but a number is named ("make it three"): what the cart holds, if that is one thing."""
    lines = cart_of(context).lines if how_many(clause, context) else ()
    return context.services.catalogue.products([lines[0].product_id]) if len(lines) == 1 else []


def _in_cart(product: ProductView, context: Context) -> dict[str, str] | None:
    """The traits of the product's only variant in the cart."""
    lines = [line for line in cart_of(context).lines if line.product_id == product.product_id]
    if len(lines) != 1:
        return None
    variants = {variant.sku: variant for variant in product.variants}
    return variants[lines[0].sku].traits


def _only_traits(clause: Clause) -> bool:
    """Whether a message is hardly more than a size or a colour, or both."""
    return coverage(clause, *TRAITS) >= MOSTLY


def _several(clause: Clause, context: Context) -> bool:
    """Whether more than one of the products are plainly meant."""
    return len(clause.values("ordinal")) > 1 or context.language.says(clause.text, "several")
