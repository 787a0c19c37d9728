"""What "it", "the second one" and "the grey one" point at: the products shown last, or one named by its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.finding.shown import all_shown
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.suggesting import own_things
from actions.search import Filters
from actions.shop.catalogue import ProductView

CERTAIN = 0.55
"""Least search score at which a product named in free words is taken for the one meant."""
AHEAD = 0.25
"""Search score by which that must be ahead of the next."""
NUMBER, NUMBERS = re.compile(r"\s?(\d+)(?![\d.])"), re.compile(r"\d+")
FEW_WORDS = 5
TRAITS = ("size", "colour")
"""Entities that say in which variant something is wanted."""
BETWEEN = 2
"""Words that may stand between a number and the kind that it counts: "the second warm jacket"."""


def pointed_at(context: Context) -> list[ProductView]:
    """The products that the message means, the likeliest first; empty where it points at nothing known."""
    wish, catalogue = context.turn.wish, context.services.catalogue
    if by_name := named(wish, context):
        return by_name
    if wish.values("product_type") and own_things.calls_own(wish, context):
        own = own_things.owned(wish, context)
        if own or context.language.says(wish.text, "i_have"):
            return own
    shown = all_shown(context)
    focus = context.turn.slot("focus")
    if (order := superlative(wish)) and wish.values("product_type"):
        return foremost(order, Filters(types=tuple(map(str, wish.values("product_type")))), context)
    if wish.values("ordinal"):
        return []  # "the first mug" where none of those shown is one, "the third" of two
    kinds = [entity for entity in wish.entities if entity.kind == "product_type"]
    own = [p for p in own_things.in_task(context) if all(is_kind(p, kind, wish, context) for kind in kinds)]
    if len(own) == 1:
        return own
    in_view = catalogue.products([focus]) if focus else shown if len(shown) == 1 else []
    if in_view and all(is_kind(in_view[0], kind, wish, context) for kind in kinds):
        return in_view
    hits = context.services.search.search(wish.text, k=2) if kinds and not shown else []
    plain = bool(hits) and hits[0].score >= CERTAIN and all(h.score < hits[0].score - AHEAD for h in hits[1:])
    return catalogue.products([hits[0].product_id]) if plain else []


def named(clause: Clause, context: Context, among: Sequence[ProductView] | None = None) -> list[ProductView]:
    """The products that a message names, counts or singles out (`the cheapest`) of some, or of those shown, in the
    order in which they were shown; a button names its own."""
    catalogue = context.services.catalogue
    pressed = clause.first("product_id")
    if pressed is not None:
        return catalogue.products([str(pressed)])
    shown = all_shown(context) if among is None else list(among)
    by_name = [entity.id for entity in clause.entities if entity.kind == "product" and entity.id]
    by_name = _alike(by_name, clause, context)
    if by_name and not clause.values("ordinal") and {p.product_id for p in shown}.isdisjoint(by_name):
        return catalogue.products(by_name)  # it shares words with those that are shown, and is none of them
    if kind := counted_kind(clause):
        shown = [product for product in shown if is_kind(product, kind, clause, context)]
    if (order := superlative(clause)) and len(shown) > 1:
        kinds = [entity for entity in clause.entities if entity.kind == "product_type"]
        alike = [p for p in shown if all(is_kind(p, each, clause, context) for each in kinds)]
        if alike:
            return foremost(order, Filters(products=tuple(p.product_id for p in alike)), context)
    options = [Option(p.product_id, (p.title, p.type, *p.colours)) for p in shown]
    pointing = without_traits(clause) if clause.values("ordinal") else clause
    if chosen := choose(pointing, options, context.language):
        return [product for product in shown if product.product_id in chosen.keys]
    if among and len(ids := _alike([p.product_id for p in among], clause, context)) == 1:
        return catalogue.products(ids)  # "the women's"
    if numbered := [shown[place] for place in _places(clause, context) if place < len(shown)]:
        return numbered
    return catalogue.products(by_name)


def without_traits(clause: Clause) -> Clause:
    """A message without the sizes and colours that it names: of "the second in black" what points."""
    for entity in clause.entities:
        if entity.kind in TRAITS and entity.role != "not":
            clause = clause.without(entity.start, entity.end)
    return clause


def several_meant(state: TaskState) -> list[ProductView]:
    """What may be meant in a task: those of several that the shopper's words fit ("the brown one"), or all shown."""
    for clause in (state.context.turn, *state.said):
        fitting = named(clause, state.context)
        if len(fitting) > 1:
            return fitting
    return all_shown(state.context)


def foremost(order: str, filters: Filters, context: Context) -> list[ProductView]:
    """The product in stock that comes first by an order among those that meet the filters."""
    search = context.services.search
    hits = search.search("", filters, 1, sort_by=order)
    known = search.synonyms.orders.get(order)
    if known and not any(spec in search.specs(hit.product_id) for hit in hits for spec in known.specs):
        return []  # "the brightest" of tents
    return context.services.catalogue.products([hit.product_id for hit in hits])


def _alike(named: list[str], clause: Clause, context: Context) -> list[str]:
    """Of several products of one name those that are as the message says otherwise: "for men", "the Tarnside 4"."""
    traits = tuple(map(str, clause.values("attribute")))
    if len(named) < 2:
        return named
    if not traits:
        return _numbered_so(named, clause, context) or named
    like_it = Filters(products=tuple(named), attributes=traits, in_stock=False)
    hits = {hit.product_id for hit in context.services.search.search("", like_it, len(named))}
    return [each for each in named if each in hits] or named


def _numbered_so(named: list[str], clause: Clause, context: Context) -> list[str]:
    """Those of several products of one name whose title goes on with the number that follows the name: "Tarnside 4"."""
    end = max(
        (e.end for e in clause.entities if e.kind == "product" and e.id in named), default=len(clause.text)
    )
    following = NUMBER.match(clause.text, end)
    if following is None:
        return []
    titles = {p.product_id: set(NUMBERS.findall(p.title)) for p in context.services.catalogue.products(named)}
    return [each for each in named if following[1] in titles[each]]


def counted_kind(clause: Clause) -> Entity | None:
    """The kind of thing that a number counts: "the second jacket"."""
    ends = [entity.end for entity in clause.entities if entity.kind == "ordinal"]
    kinds = [entity for entity in clause.entities if entity.kind == "product_type"]
    return next(
        (
            kind
            for kind in kinds
            for end in ends
            if end <= kind.start and len(clause.text[end : kind.start].split()) <= BETWEEN
        ),
        None,
    )


def is_kind(product: ProductView, kind: Entity, clause: Clause, context: Context) -> bool:
    """Whether a product is of the kind that a message names, or called so."""
    said = clause.text[kind.start : kind.end].lower()
    like_it = Filters(types=(str(kind.value),), products=(product.product_id,), in_stock=False)
    return said in product.title.lower() or bool(context.services.search.search("", like_it, 1))


def superlative(clause: Clause) -> str | None:
    """What a message singles one out by: "the cheapest"; "cheaper" singles out none."""
    orders = (e.value for e in clause.entities if e.kind == "sort_by" and e.role != "relative")
    return next(map(str, orders), None)


def _places(wish: Clause, context: Context) -> list[int]:
    """The places, from 0, of which a short message speaks at its end ("details of 1", "compare 1 and 3")."""
    language = context.language
    said, before = list[int](), language.words(wish.text)
    while before and (before[-1].isdecimal() or language.consists_of(before[-1], "between", "polite")):
        word = before.pop()
        said += [int(word)] if word.isdecimal() else []
    counts = any(entity.kind in ("quantity", "size") for entity in wish.entities)
    short = len(before) < FEW_WORDS * len(said)
    return [number - 1 for number in reversed(said) if number] if short and not counts else []
