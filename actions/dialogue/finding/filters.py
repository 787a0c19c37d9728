"""What a message asks of the products that are looked for, as filters of the search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.finding.measuring import Said
from actions.dialogue.finding.size_systems import foreign
from actions.dialogue.products.variant_wishes import tokens
from actions.dialogue.suggesting import own_things
from actions.search import Bounds, Filters, Traits

FIELDS = {
    "product_type": "types",
    "brand": "brands",
    "colour": "colours",
    "size": "sizes",
    "material": "materials",
    "attribute": "attributes",
}
"""Entity → filter."""
LIMITS = {"price_min", "price_max", "rating_min", "sort_by"}
"""Entities that no product's texts speak of."""
POINTING = {"ordinal", "quantity"}
"""Entities that say which, or how many, of what is there."""
PRICES = ("price_min", "price_max")
PAUSE = re.compile(r"[,;.!?()]|\b(?:and|but)\b")
"""Ends what a "no" rules out."""
MANY = 100
"""Products of a kind among whose names a measure is looked for."""
MOST_TELLING = 12
"""Words beside what a message names that may tell which products of a kind are meant; more of them tell a story."""
COUNTED = ("size", "quantity", "ordinal", "price_min", "price_max", "rating_min", "order_number", "postcode")
"""Entities for which a number with a unit may have been taken."""


def read_filters(clause: Clause, context: Context, before: Filters | None = None) -> Filters:
    """What a message asks for and rules out; `before` is the search that it may go on with."""
    measured = read_measures(clause, context, before)
    called_so = {said: ids for said in measured if (ids := _called_so(said, clause, context, before))}
    measured = [said for said in measured if said not in called_so]
    clause = without_beside_kinds(without_measured(clause, measured), context)
    kinds = Filters(types=_kinds(clause, before), products=before.products if before else ())
    sizes = tuple(size for size in sizes_named(clause, context, kinds) if not clause.values("size"))
    asked: dict[str, Any] = {name: tuple(map(str, clause.values(kind))) for kind, name in FIELDS.items()}
    ruled_out = {name: tuple(map(str, clause.excluded(kind))) for kind, name in FIELDS.items()}
    products = tuple(entity.id for entity in clause.entities if entity.kind == "product" and entity.id)
    products = products or next(iter(called_so.values()), ())
    prices: dict[str, Any] = {kind: _price(clause.first(kind)) for kind in ("price_min", "price_max")}
    rating = clause.first("rating_min")
    limits = {**prices, "rating_min": None if rating is None else float(rating)}
    if products:
        asked["types"] = ()  # "the wool hat, the Crushable" is no other hat
    filters = Filters(**asked, products=products, **limits, without=Traits(**ruled_out))
    telling, not_telling = _telling(clause, measured, context)
    filters = replace(filters, telling=telling, not_telling=not_telling, sizes=filters.sizes or sizes)
    bounds = tuple(said.bounds for said in measured)
    attributes = {each: attribute for each in bounds if (attribute := _as_attribute(each, context))}
    filters = replace(
        filters,
        measures=tuple(each for each in bounds if each not in attributes),
        attributes=tuple(dict.fromkeys((*filters.attributes, *attributes.values()))),
    )
    types = filters.types or (before.types if before else ())
    own = own_things.in_own_size(replace(filters, types=types), clause, context)
    return replace(own, types=filters.types)


def others_of_kinds_ruled_out(filters: Filters, looked_for: Sequence[str], context: Context) -> Filters:
    """These filters with what a kind that is ruled out is told by, a material or a feature, in place of it, unless they
    name another: `no leather boots` asks for boots, if none are looked for, and for none of leather."""
    for name in () if filters.types else filters.without.types:
        kind = context.services.search.synonyms.kinds.get(name)
        if kind is None or kind.titled or not set(looked_for) <= set(kind.traits.types):
            continue
        told = replace(kind.traits, types=())
        if told:
            without = filters.without.but(Traits(types=(name,))).plus(told)
            types = () if looked_for else kind.traits.types
            filters = replace(filters.plus(Traits(types=types)), without=without)
    return filters


def without_beside_kinds(clause: Clause, context: Context) -> Clause:
    """The message without the kinds of product that only say which of another kind is meant: in `road bike helmet` and
    `helmet for my bike` no bike is wanted, in `mountaineering socks` no other socks."""
    kinds = [e for e in clause.entities if e.kind == "product_type" and e.role != "not"]
    purposes = context.language.phrases("purpose")
    beside = [first for first, second in pairwise(kinds) if not clause.text[first.end : second.start].strip()]
    beside += [
        second
        for first, second in pairwise(kinds)
        if " ".join(context.language.words(clause.text[first.end : second.start])) in purposes
    ]
    beside += [e for e in kinds for other in kinds if str(other.value).endswith(f" {e.value}")]
    return clause.part(clause.text, tuple(e for e in clause.entities if e not in beside))


def _telling(clause: Clause, measured: Sequence[Said], context: Context) -> tuple[str, str]:
    """The message without what it names and measures, and what of that it rules out ("no stool")."""
    if clause.text.startswith("/"):
        return "", ""
    spans = [(e.start, e.end) for e in clause.entities if e.kind in FIELDS.keys() | LIMITS | POINTING]
    spans += [(said.start, said.end) for said in measured]
    text = "".join(
        "," if any(start <= place < end for start, end in spans) else character
        for place, character in enumerate(clause.text)
    )
    wanted, ruled_out = list[str](), list[str]()
    for piece in PAUSE.split(text):
        words = context.language.words(piece)
        cut = next(
            (i for i, word in enumerate(words) if word in context.language.phrases("rules_out")), len(words)
        )
        wanted += words[:cut]
        ruled_out += words[cut + 1 :]
    return " ".join(wanted[:MOST_TELLING]), " ".join(ruled_out)


def sizes_named(clause: Clause, context: Context, kinds: Filters) -> list[str]:
    """Numbers that are called a size, whether the shop has such a size or not ("size 42"), or that of these kinds of
    product can be nothing else: "boots 43", and behind a list that is shorter "8 then"."""
    language, words = context.language, context.language.words(clause.text)
    named = language.phrases("size_named")
    called = [word for before, word in pairwise(words) if before in named and is_number(word)]
    free = [word for word in language.words(clause.unnamed) if is_number(word)]
    if called or len(free) != 1 or clause.text.startswith("/") or not kinds:
        return called
    alone = language.made_of(
        clause.text, [*free, *language.phrases("around_count"), *language.phrases("narrowing")]
    )
    counted = free[0].isdecimal() and int(free[0]) <= len(context.turn.slot("shown", []))
    own = (
        alone
        and not counted
        and context.services.search.count("", replace(kinds, sizes=(free[0],), in_stock=False))
    )
    return free if own or foreign(free[0], kinds, context) else []


def read_measures(clause: Clause, context: Context, before: Filters | None = None) -> list[Said]:
    """The measures that a message states of the kind of product that it names, or that is looked for."""
    if clause.text.startswith("/"):
        return []
    services = context.services
    types = _kinds(clause, before)
    there = services.search.extents(Filters(types=types, in_stock=False))
    going_on = [bounds.measure for bounds in before.measures] if before else []
    measured = services.measures.read(clause.text, there, led=bool(types), going_on=going_on)
    # "rated 4.5 or better" means no bag that is rated for 4.5 degrees, and "a L" no litre.
    others = [e for e in clause.entities if e.kind == "rating_min" or _is_letter(e)]
    if before and before.price_min is None and before.price_max is None:
        others += [e for e in clause.entities if e.kind in PRICES and _tells_prices(e, types, context)]
    others += [e for e in clause.entities if e.kind == "size" and _is_made(e, clause, before, context)]
    return [
        m
        for m in measured
        if not any(m.start < e.end and e.start < m.end for e in others if m.bare or not _is_figure(e))
    ]


def _is_letter(entity: Entity) -> bool:
    """Whether it is a size in letters."""
    return entity.kind == "size" and not str(entity.value)[:1].isdigit()


def _is_figure(entity: Entity) -> bool:
    """Whether it is a size or a price in figures, to which a unit makes a number none."""
    return entity.kind in PRICES or (entity.kind == "size" and not _is_letter(entity))


def _is_made(size: Entity, clause: Clause, before: Filters | None, context: Context) -> bool:
    """Whether what is named, or looked for, comes in a size: boots "in 11" are none for 11 degrees."""
    ids = tuple(entity.id for entity in clause.entities if entity.kind == "product" and entity.id)
    kinds = Filters(types=_kinds(clause, before), products=ids or (before.products if before else ()))
    return bool(kinds) and context.services.search.count("", replace(kinds, sizes=(str(size.value),))) > 0


def _tells_prices(limit: Entity, types: tuple[str, ...], context: Context) -> bool:
    """Whether a limit, taken for a price, tells some products of these kinds from others: after "30 litres" "under 100"
    does."""
    kinds, price = Filters(types=types), _price(limit.value)
    limited = (
        replace(kinds, price_min=price) if limit.kind == "price_min" else replace(kinds, price_max=price)
    )
    count = context.services.search.count("", limited)
    return 0 < count < context.services.search.count("", kinds)


def _called_so(said: Said, clause: Clause, context: Context, before: Filters | None) -> tuple[str, ...]:
    """The products looked for that are called by what sounds like a measure and is none of theirs: the gas canister
    "230 g" weighs more than that."""
    search = context.services.search
    kind = Filters(types=_kinds(clause, before), in_stock=False)
    if not kind or not said.bounds.said[:1].isdigit():  # "-40 F" is no bag for 40 °F
        return ()
    words, ids = tokens(said.bounds.said), [hit.product_id for hit in search.search("", kind, MANY)]
    titles = {p.product_id: tokens(p.title) for p in context.services.catalogue.products(ids)}
    called = tuple(
        each
        for each, title in titles.items()
        if any(title[i : i + len(words)] == words for i in range(len(title)))
    )
    so = replace(kind, products=called, measures=(said.bounds,))
    return () if not called or search.search("", so, 1) else called


def without_measured(clause: Clause, measured: Sequence[Said]) -> Clause:
    """The message without the numbers that are measures: in `under 40 l` 40 is no price."""
    kept = tuple(
        entity
        for entity in clause.entities
        if not any(
            (entity.kind in COUNTED and entity.start < m.end and m.start < entity.end)
            or (m.start <= entity.start and entity.end <= m.end)
            for m in measured
        )
    )
    return clause.part(clause.text, kept)


def specs_of(measures: Iterable[Bounds], context: Context) -> set[str]:
    """The specifications by which these are measured."""
    known = context.services.search.synonyms.measures
    return {spec for bounds in measures for spec in known[bounds.measure].specs}


def specs_of_attribute(attribute: str, context: Context) -> set[str]:
    """The specifications that an attribute speaks of which titles tell: `3-person` of the `persons`."""
    measured = _as_bounds(attribute, context)
    return specs_of((measured,), context) if measured else set()


def _as_attribute(bounds: Bounds, context: Context) -> str | None:
    """The attribute that says the same, where titles tell it: `3 man` is `3-person`."""
    for attribute in context.services.search.synonyms.titles.attributes:
        same = _as_bounds(attribute, context)
        if same and (same.measure, same.low, same.high) == (bounds.measure, bounds.low, bounds.high):
            return attribute
    return None


def _as_bounds(attribute: str, context: Context) -> Bounds | None:
    services = context.services
    if attribute not in services.search.synonyms.titles.attributes:
        return None
    there = dict.fromkeys(services.search.synonyms.measures, (0.0, 0.0))
    said = services.measures.read(attribute, there, led=False)
    return said[0].bounds if said else None


def is_number(word: str) -> bool:
    """Whether a word is a number in figures, were it with a half."""
    return word.replace(".", "", 1).isdecimal()


def _kinds(clause: Clause, before: Filters | None) -> tuple[str, ...]:
    """The kinds of product that a message names, or that are looked for."""
    return tuple(map(str, clause.values("product_type"))) or (before.types if before else ())


def _price(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
