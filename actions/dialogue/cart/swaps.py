"""Changing what lies in the cart for another variant, and putting back what was taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actions.cart import CartLine
from actions.dialogue.cart.variants import TRAITS, Allowed, values_of, without_references
from actions.dialogue.cart.view import cart_of, line_name, was_filled_last
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many, how_many_of, sets_anew
from actions.dialogue.finding.pointing import is_kind
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.products.variant_wishes import fitting, read_wish
from actions.shop.catalogue import ProductView

TAKEN_OUT = "taken_out"
"""The slot of what was taken out last: SKU → product and pieces, and in which turn."""
LATELY = 3
"""Messages for which that can be put back."""


@dataclass(frozen=True)
class Swap:
    """Pieces of a line that another variant of the same product shall take the place of."""

    line: CartLine
    product: ProductView
    pieces: int
    wanted: Allowed
    """Trait → the values that are wanted instead, any of them."""


def swapped(clause: Clause, context: Context) -> Swap | None:
    """What a message wants changed in the cart: "swap the beanie for the orange one", or of what was just put in
    "sorry, in L"."""
    language = context.language
    asks = language.asks_in_particular(clause.text) and not language.says(clause.text, "requests")
    wants = (
        language.says(clause.text, "swaps")
        or (sets_anew(clause, context) and named_line(clause, context))
        or (was_filled_last(context) and language.says(clause.text, "corrects"))
    )
    if asks or not wants or language.says(clause.text, "tell_all") or language.adds(clause.text):
        return None
    if clause.first("order_number") or language.says(clause.text, "own_order"):
        return None
    line = _line_meant(clause, context)
    product = next(iter(context.services.catalogue.products([line.product_id])), None) if line else None
    wanted = _instead(clause, line, product, context) if line and product else {}
    if line is None or product is None or not wanted:
        return None
    one = 1 if language.says(clause.text, "one_of_several") else None
    pieces = one or clause.first("quantity") or line.quantity
    return Swap(line, product, min(int(pieces), line.quantity), wanted)


def put_back(clause: Clause, context: Context) -> list[tuple[str, str, int]]:
    """The lines taken out last as (product, SKU, pieces), where a message wants them back."""
    taken = context.turn.slot(TAKEN_OUT, {})
    fresh = context.turn.number - int(taken.get("turn", -LATELY)) < LATELY
    if not fresh or not context.language.says(clause.text, "puts_back"):
        return []
    return [(product, sku, pieces) for sku, (product, pieces) in taken["lines"].items()]


def names_goods(clause: Clause) -> bool:
    """Whether a message names a product or a kind of product, rather than a trait or a number."""
    return any(entity.kind in ("product_type", "brand", "product") for entity in clause.entities)


def names_trait(clause: Clause) -> bool:
    """Whether a message says of which size or colour it speaks."""
    return any(clause.values(trait) for trait in TRAITS)


def named_line(clause: Clause, context: Context) -> CartLine | None:
    """The line of the cart that a message names by its kind, name or variant; None where it names none, or several."""
    lines = {line.sku: line for line in lines_of_kinds(clause, context)}
    options = [Option(line.sku, (line_name(line, context),), (line.type,)) for line in lines.values()]
    chosen = choose(clause, options, context.language) if options else None
    if chosen and len(chosen.keys) == 1:
        return lines[chosen.keys[0]]
    return line_of_variant(clause, list(lines.values()), context)


def lines_of_kinds(clause: Clause, context: Context) -> list[CartLine]:
    """The lines of the cart that are of a kind which a message names; all of them where it names none: "trail mix" is
    no other trail meal."""
    lines, kinds = cart_of(context).lines, [e for e in clause.entities if e.kind == "product_type"]
    if not kinds:
        return list(lines)
    products = context.services.catalogue.products([line.product_id for line in lines])
    meant = {p.product_id for p in products if any(is_kind(p, kind, clause, context) for kind in kinds)}
    return [line for line in lines if line.product_id in meant]


def line_of_variant(clause: Clause, lines: Sequence[CartLine], context: Context) -> CartLine | None:
    """The line that alone is of a size or colour which a message speaks of: "the M"."""
    said = {str(entity.value).lower() for entity in clause.entities if entity.kind in TRAITS}
    words = context.language.words(clause.text)
    said.update(word for before, word in pairwise(["", *words]) if not before.isdecimal())  # no litres
    found = [line for line in lines if said & {value.lower() for value in line.traits.values()}]
    return found[0] if len(found) == 1 else None


def recounted(clause: Clause, context: Context) -> tuple[CartLine, int] | None:
    """The line of the cart of which a message says how many there shall be, with that number: "make the gas 2"."""
    line = named_line(clause, context) if sets_anew(clause, context) else None
    if line is None:
        return None
    number = how_many_of((line.title, line.type), clause, context) or how_many(clause, context)
    product = next(iter(context.services.catalogue.products([line.product_id])), None)
    sizes = product.sizes if product else ()
    return (line, number) if number and str(number) not in sizes else None


def _line_meant(clause: Clause, context: Context) -> CartLine | None:
    """The line that is named, else that which was just put in, else the only one."""
    lines, focus = lines_of_kinds(clause, context), context.turn.slot("focus")
    by_name = [line for line in lines if _is_named(line, clause, context)]
    if names_goods(clause) and len(by_name) < 2:
        return next(iter(by_name), None)
    focused = [line for line in lines if line.product_id == focus]
    alone = next((found[0] for found in (by_name, focused, lines) if len(found) == 1), None)
    return alone or line_of_variant(clause, by_name or lines, context)


def _is_named(line: CartLine, clause: Clause, context: Context) -> bool:
    option = Option(line.sku, (line.title,), (line.type,))
    return choose(clause, [option], context.language) is not None


def _instead(clause: Clause, line: CartLine, product: ProductView, context: Context) -> Allowed:
    """What is wanted in place of what the line is."""
    others = [variant.traits for variant in product.variants]
    wish = read_wish(without_references(clause), line.traits, others, context.language)
    found = fitting(wish, line, product.variants, context.language)
    spoken = {*wish.wanted, *wish.compared, *(name for name, values in wish.excluded.items() if any(values))}
    wanted = {name: values_of(name, found) for name in spoken if name in line.traits}
    said = {trait: str(value) for trait in TRAITS if (value := clause.first(trait)) is not None}
    wanted |= {
        trait: [value] for trait, value in said.items() if trait in line.traits and trait not in wanted
    }
    return {name: values for name, values in wanted.items() if values != [line.traits[name]]}
