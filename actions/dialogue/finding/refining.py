"""How a search goes on: whether a message tells more of it, what it is then, and what another search takes over from
it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from actions.dialogue.clause import WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import (
    FIELDS,
    others_of_kinds_ruled_out,
    read_filters,
    specs_of,
    specs_of_attribute,
)
from actions.dialogue.finding.pointing import named
from actions.dialogue.finding.relaxing import parts_given_up, relaxed
from actions.dialogue.finding.shown import beyond, spoken_of
from actions.dialogue.finding.wishes import Wishes, content_words, owned, words
from actions.dialogue.suggesting.audience import only_for, shown_for
from actions.search import Bounds, Filters, Traits
from actions.shop.catalogue import ProductView

FEW_WORDS = 3
CONSIDERED = 200
"""Products of a kind of which it is seen whether they speak of a message's words."""
LEAST_LESS = Decimal("0.01")
NEARLY = Decimal("0.95")
"""The share of a limit to which it may be rounded down."""


def goes_on(before: Wishes, said: Wishes, context: Context) -> bool:
    """Whether a message that was taken for a search only tells more of the one before it: it is a trait or two, names a
    kind by the way, one of several looked for, or none, and speaks of what is looked for."""
    wish, mine, kinds = context.turn.wish, before.filters.types, said.filters.types
    if not before:
        return False
    if _only_narrows(said, context) or _without_asides(before, wish, context) != wish:
        return True
    if before.filters.products:
        return False
    if said.guessed or not kinds:
        return _speaks_of(before, said, context)
    of_mine = _narrower(mine, kinds) or (len(mine) > 1 and set(kinds) < set(mine))
    return bool(of_mine) or (bool(before.filters) and (before.guessed or not mine))


def refined(before: Wishes, clause: Clause, context: Context) -> Wishes:
    """A search with what the message adds, changes or gives up: a new value of a field takes the old one's place.
    What names another product, or another kind, is another search."""
    kept, clause = relaxed(before.filters, _without_asides(before, clause, context), context)
    gave_up = kept != before.filters
    said = others_of_kinds_ruled_out(read_filters(clause, context, kept), kept.types, context)
    than = named(clause, context) if clause.values("ordinal") else spoken_of(context)
    more = beyond(than, clause, context)
    cheaper = context.language.says(clause.text, "cheaper")
    if gave_up:
        said = replace(said, telling="", not_telling="")
    elif parts := parts_given_up(clause, context):  # of which nothing was wished: "forget the price"
        idle = {
            *context.language.phrases("gives_up"),
            *(n for p in parts for n in context.language.wishes[p]),
        }
        said = replace(said, telling=" ".join(w for w in said.telling.split() if w not in idle))
    if owned(clause, context):
        said = replace(said, types=(), telling="", without=replace(said.without, types=said.types))
    if set(said.products) - set(kept.products) and not (more or cheaper or before.aimed):
        return followed_by(before, Wishes(words(clause, context), said), context)
    if said.types and not set(said.types) & set(kept.types):
        if before.aimed:
            attributes = _with_attributes(before.filters, said, context)
            limit = said.price_max or before.filters.price_max
            of_kind = replace(said, price_max=limit, attributes=attributes)
            return Wishes(words(clause, context), of_kind, before=before.root())
        if narrower := _narrower(kept.types, said.types):
            kept, said = replace(kept, types=()), replace(said, types=narrower)
        elif before.guessed or not (kept.types or kept.products):
            kept = replace(kept, types=(), telling="", not_telling="")
        else:
            said = replace(said, price_max=said.price_max or kept.price_max)
            return followed_by(before, Wishes(words(clause, context), said), context)
    changes: dict[str, Any] = {name: getattr(said, name) for name in FIELDS.values() if getattr(said, name)}
    if more:
        said = replace(said, measures=(*said.measures, more))
    changes["attributes"] = _with_attributes(kept, said, context)
    changes["measures"] = _with_bounds(kept, said, context)
    changes |= {
        name: getattr(said, name)
        for name in ("price_min", "price_max", "rating_min")
        if getattr(said, name) is not None
    }
    for name in ("telling", "not_telling"):
        changes[name] = " ".join(filter(None, (getattr(kept, name), getattr(said, name))))
    changes["without"] = kept.without.but(said).plus(said.without)
    sort_by = str(clause.first("sort_by") or before.sort_by)
    if cheaper:
        sort_by = before.sort_by
        if said.price_max is None and (limit := _just_below(than)):
            changes["price_max"] = limit
    filters = replace(kept, **changes).but(said.without)
    text = (
        words(clause, context) if said.types and not kept.types else f"{before.text} {said.telling}".strip()
    )
    new = replace(before, filters=filters, sort_by=sort_by, offset=0, before=before.root())
    if before.aimed and not said.types:
        return new
    return replace(new, text=text, guessed=before.guessed and not said.types, purposes=(), gift=False)


def followed_by(before: Wishes, other: Wishes, context: Context) -> Wishes:
    """Another search after one: for the same people, unless it says for whom, where the shop has for them what is for
    nobody else, and without the materials that were ruled out."""
    audience = context.services.search.synonyms.titles.audience
    told = {*other.filters.attributes, *other.filters.without.attributes} & set(audience)
    attributes = other.filters.attributes
    more = context.services.search.count("", before.filters) > len(context.turn.slot("shown", []))
    guessed = set() if before.filters.types and more else shown_for(context)
    mine = set(before.filters.attributes) & set(audience) or guessed
    for who in () if told or not other.filters.types else mine:
        if only_for(who, Filters(types=other.filters.types), context):
            attributes = (*attributes, who)
    kept = Traits(materials=before.filters.without.materials).but(other.filters)
    without = kept.plus(other.filters.without)
    filters = replace(other.filters, attributes=attributes, without=without)
    return replace(
        other, filters=filters, before=before.root() if before.text or before.filters.types else None
    )


def _only_narrows(said: Wishes, context: Context) -> bool:
    """Whether it is a trait or two and nothing to look for ("mens", "for men in size 11"); so is what is hardly taken
    for a search, or rules something out of it."""
    wish = context.turn.wish
    few = len(context.language.words(said.text)) <= FEW_WORDS or not content_words(wish.unnamed)
    rules_out = bool(said.filters.without or said.filters.not_telling)
    named = said.filters.types or said.filters.products
    return bool(said.filters) and not named and (few or rules_out or wish.confidence < WISH)


def _speaks_of(before: Wishes, said: Wishes, context: Context) -> bool:
    """Whether a message that names no kind is about the kind that is looked for: that is what its need is told to be
    for, some of the kind meet what it asks for, or speak of most of its words; or nothing else does either."""
    kind, search = Filters(types=before.filters.types), context.services.search
    if not kind or before.aimed or said.filters.products:
        return False
    if set(said.filters.types) & set(kind.types):
        return True
    asked = replace(said.filters, types=kind.types, telling="", not_telling="")
    if len(asked.wishes()) > 1:
        return search.count("", asked) > 0
    if said.guessed or context.language.says(said.text, "looks_for"):
        return False
    told = set(content_words(said.text))
    hits = search.search(said.text, kind, CONSIDERED)
    met = ({word for each in hit.words for word in each.split()} for hit in hits)
    if any(2 * len(told & each) > len(told) for each in met):
        return True
    anything = search.search(said.text, said.filters, 1)
    return not any(hit.confident or said.is_met_by(hit) for hit in anything)


def _without_asides(before: Wishes, clause: Clause, context: Context) -> Clause:
    """A message without the kinds of product that it names only to tell more of what is looked for: daypacks "for
    commuting by bike", suitcases, but "only hard shell"."""
    language, search = context.language, context.services.search
    aside = [entity for entity in clause.entities if entity.kind == "product_type" and entity.role != "not"]
    mine = Filters(types=before.filters.types)
    if not aside or not mine or {str(entity.value) for entity in aside} & set(mine.types):
        return clause
    tells_more = any(
        language.words(clause.text)[: len(phrase)] == phrase
        for phrase in map(language.words, language.phrases("tells_more"))
    )
    if not tells_more and language.says(clause.text, "merely"):
        said = " ".join(clause.text[entity.start : entity.end] for entity in aside)
        tells_more = search.count("", replace(mine, telling=said)) < search.count("", mine)
    return (
        clause.part(clause.text, tuple(e for e in clause.entities if e not in aside))
        if tells_more
        else clause
    )


def _just_below(products: Sequence[ProductView]) -> Decimal | None:
    """A limit just below the lower middle one of their prices."""
    prices = sorted(product.price_from for product in products)
    if not prices:
        return None
    below = prices[(len(prices) - 1) // 2] - LEAST_LESS
    whole = below.quantize(Decimal(1), ROUND_FLOOR)
    return whole if whole >= below * NEARLY else below  # "up to $54", and no odd cents


def _narrower(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """Which of several kinds that were looked for are meant by a shorter name: of rain jackets and rain trousers `the
    trousers`."""
    several = before if len(before) > 1 else ()
    return tuple(kind for kind in several if any(kind.endswith(f" {short}") for short in said))


def _with_attributes(before: Filters, said: Filters, context: Context) -> tuple[str, ...]:
    """The attributes with those that are said now, each in place of what it excludes: `3-person` of `2-person`."""
    titles, counted = context.services.search.synonyms.titles, specs_of(said.measures, context)
    groups = [
        set(group) for group in (titles.audience, titles.attributes) if set(group) & set(said.attributes)
    ]
    kept = (
        value
        for value in before.attributes
        if not any(value in group for group in groups)
        and specs_of_attribute(value, context).isdisjoint(counted)
    )
    return tuple(dict.fromkeys((*kept, *said.attributes)))


def _with_bounds(before: Filters, said: Filters, context: Context) -> tuple[Bounds, ...]:
    """The bounds with those that are said now, each in place of what is measured by the same."""
    counted = specs_of(said.measures, context)
    counted |= {spec for value in said.attributes for spec in specs_of_attribute(value, context)}
    return (*(b for b in before.measures if specs_of((b,), context).isdisjoint(counted)), *said.measures)
