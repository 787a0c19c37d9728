"""Which variants of a product may still be meant for the cart, and how what is said narrows that down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many, how_many_of
from actions.dialogue.finding.size_systems import with_own_sizes
from actions.dialogue.products.variant_wishes import Wish, concerns, read_wish, speaks_of, tokens
from actions.dialogue.products.variant_wishes import fitting as meeting
from actions.dialogue.suggesting import own_things
from actions.search import Filters
from actions.shop.catalogue import ProductView, VariantView

NUMBER = re.compile(r"\d+(\.\d+)?")
TRAITS = ("size", "colour")
"""Traits that are asked for in words of their own, and first: what fits goes before what pleases."""
REFERENCES = frozenset(
    {"product", "brand", "ordinal", "order_number", "email", "postcode", "price_min", "price_max"}
)
"""Entities whose words and figures say nothing of a variant."""
ANY = "*"
"""Stands for whichever value there is, where the choice is left to the shop."""
IDLE = (
    "around_choice",
    "polite",
    "affirm",
    "hedge",
    "pieces",
    "fillers",
    "counted",
    "asking",
    "puts",
    "in_cart",
)
"""Kinds of words that add nothing to a choice."""

Allowed = dict[str, list[str]]
"""Trait → the values that may be meant; none where what was wanted is not there, so that it has to be asked."""


@dataclass(frozen=True)
class Said:
    """What a message says of a product's variants."""

    allowed: Allowed = field(default_factory=dict)
    """The values that it leaves, of each trait that it speaks of."""
    missing: tuple[str, ...] = ()
    """Values that it names, and the product does not come in."""
    coverage: float = 0.0
    """The share of its words that say this, those that add nothing to a choice left out."""
    beside: tuple[str, ...] = ()
    """The words that say something else."""


def fitting(product: ProductView, allowed: Mapping[str, Sequence[str]]) -> list[VariantView]:
    """The variants in stock that have values of these."""
    named = {trait: values for trait, values in allowed.items() if values and ANY not in values}
    return [
        variant
        for variant in product.in_stock
        if all(variant.traits.get(trait) in values for trait, values in named.items())
    ]


def open_trait(product: ProductView, allowed: Mapping[str, Sequence[str]]) -> str | None:
    """The trait in which those that fit still differ, or of which what was wanted is not there; None where one fits."""
    left = fitting(product, allowed)
    for trait in traits_of(product):
        there = values_of(trait, left)
        if len(there) > 1 or (there and allowed.get(trait) == []):
            return trait
    return None


def exactly(traits: Mapping[str, str]) -> Allowed:
    """These values and no others."""
    return {trait: [value] for trait, value in traits.items()}


def traits_of(product: ProductView) -> list[str]:
    """What its variants may differ by, in the order in which it is asked for."""
    return [*TRAITS, *product.options]


def values_of(trait: str, variants: Iterable[VariantView]) -> list[str]:
    """The values of a trait; numbers in their order, everything else in the shop's."""
    values = list(dict.fromkeys(v.traits[trait] for v in variants if trait in v.traits))
    return sorted(values, key=float) if all(map(NUMBER.fullmatch, values)) else values


def read_said(
    clause: Clause, product: ProductView, before: Allowed, context: Context, asked: str | None = None
) -> Said:
    """What a message says of a product of which `before` was said already; `asked` is the trait that was asked for."""
    clause = with_own_sizes(clause, product.product_id, context)
    language, text = context.language, without_references(without_sizes(clause, product, context))
    features, words = [variant.traits for variant in product.variants], tokens(text)
    wish = read_wish(text, {}, features, language)
    own_size = _own_size(clause, product, context)
    allowed = (
        _narrowed(wish, product, before, context) | own_size | _left_to_shop(text, product, asked, context)
    )
    allowed = {
        trait: values for trait, values in allowed.items() if len(values_of(trait, product.variants)) > 1
    }
    known = {*wish.wanted, *own_size}
    missing = [str(value) for trait in TRAITS for value in clause.values(trait) if trait not in known]
    if asked and not allowed and not missing:
        missing = [word for word in words if word[0].isdigit()][:1]
    left_open = bool(own_size) or any(ANY in values for values in allowed.values())
    speaking = _words_of(("any_will_do", "own_size") if left_open else (), context)
    speaking |= {word for value in missing for word in tokens(value)}
    speaking |= {word for word in words if concerns(word, features, language)}
    names, idle = [*tokens(product.title), *tokens(product.type)], _words_of(IDLE, context)
    idle |= {word for word in words for name in names if word == name or language.plural(word, name)}
    telling = [word for word in words if word in speaking or word not in idle]
    beside = tuple(word for word in telling if word not in speaking)
    return Said(allowed, tuple(missing), 1 - len(beside) / len(telling) if telling else 0.0, beside)


def _words_of(kinds: Iterable[str], context: Context) -> set[str]:
    """The words of the phrases of some kinds."""
    language = context.language
    return {word for kind in kinds for phrase in language.phrases(kind) for word in tokens(phrase)}


def without_sizes(clause: Clause, product: ProductView, context: Context) -> Clause:
    """The message in which a number after the product's name that is one of its sizes counts no pieces: "the Ridgeway
    boots mens 10", not "2 of the Ridgeway boots"."""
    ends = [entity.end for entity in clause.entities if entity.kind == "product"]
    pieces = context.language.phrases("pieces")

    def is_size(entity: Entity) -> bool:
        following = context.language.words(clause.text[entity.end :])[:1]
        after = bool(ends) and entity.start >= min(ends)
        return (
            entity.kind == "quantity"
            and after
            and str(entity.value) in product.sizes
            and following not in [[p] for p in pieces]
        )

    return clause.part(clause.text, tuple(entity for entity in clause.entities if not is_size(entity)))


def pieces_of(product: ProductView, clause: Clause, context: Context) -> int | None:
    """How many pieces of a product a message speaks of, its sizes left out; None where no number is."""
    counted = how_many(without_sizes(clause, product, context), context)
    beside = how_many_of((product.title, product.type), clause, context)
    return counted or (None if str(beside) in product.sizes else beside)


def without_references(clause: Clause) -> str:
    """The message without what names products, orders, places and prices, and without a number of pieces."""
    sizes = [range(entity.start, entity.end) for entity in clause.entities if entity.kind == "size"]
    text = clause.text
    for entity in clause.entities:
        counts = entity.kind == "quantity" and not any(entity.start in size for size in sizes)
        if entity.kind in REFERENCES or (counts and len(text.split()) > 1):
            text = text[: entity.start] + " " * (entity.end - entity.start) + text[entity.end :]
    return text


def _narrowed(wish: Wish, product: ProductView, before: Allowed, context: Context) -> Allowed:
    """What a wish leaves of each trait that it speaks of, beside what was said before if there is such a thing."""
    spoken = traits_of(product) if abs(wish.price) == 2 else [*wish.wanted, *wish.excluded, *wish.compared]
    others = {trait: values for trait, values in before.items() if trait not in spoken}
    for choices in (fitting(product, others), product.in_stock):
        if found := meeting(wish, None, choices, context.language):
            return {trait: values for trait in spoken if (values := values_of(trait, found))}
    return dict(wish.wanted)  # there is none at all


def _left_to_shop(text: str, product: ProductView, asked: str | None, context: Context) -> Allowed:
    """The traits of which any value will do: those that the message names, or the one that was asked for."""
    language = context.language
    if not language.says(text, "any_will_do"):
        return {}
    named = [t for t in traits_of(product) if any(speaks_of(word, t, language) for word in tokens(text))]
    return {trait: [ANY] for trait in named or ([asked] if asked else [])}


def _own_size(clause: Clause, product: ProductView, context: Context) -> Allowed:
    """The size that the shopper wears, where the message asks for that and it is known."""
    if not own_things.asks_own_size(clause, context):
        return {}
    known = own_things.own_size(Filters(types=(product.type,)), context)
    return {"size": [known.size]} if known and known.size in product.sizes else {}
