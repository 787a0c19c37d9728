"""Several things for the cart in one message, each named by itself: "two kuksa cups and the heron knife"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import is_kind, named
from actions.shop.catalogue import ProductView

IDLE = ("puts", "asking", "polite", "pointers", "around_choice", "pieces", "fillers")
"""Kinds of words that name nothing."""
AHEAD = 0.25
"""Search score by which what is called so must be ahead of the next."""


def listed(clause: Clause, context: Context) -> list[tuple[Clause, list[ProductView]]]:
    """The parts of a list with the products that each names; empty where the message is no list of things, or names
    none of them."""
    if clause.text.startswith("/") or clause.values("ordinal"):
        return []
    parts = _parts(clause, context)
    named_each = [(part, called(part, context)) for part, _ in parts]
    found = [
        (part, products)
        for place, (part, products) in enumerate(named_each)
        if (products or _is_thing(part)) and not _is_named_after(place, parts, named_each)
    ]
    return found if len(found) > 1 and any(products for _, products in found) else []


def settled(clause: Clause, context: Context) -> list[tuple[Clause, ProductView]]:
    """The parts of which it is clear what each means, with that."""
    return [(part, products[0]) for part, products in listed(clause, context) if len(products) == 1]


def unsettled(clause: Clause, context: Context) -> list[Clause]:
    """The other parts, where there are any beside those, as wishes to be shown such things."""
    parts = listed(clause, context)
    open_ones = [part for part, products in parts if len(products) != 1]
    return [
        replace(part, intent="search_product", confidence=1.0)
        for part in open_ones
        if len(open_ones) < len(parts)
    ]


def _is_named_after(
    place: int, parts: Sequence[tuple[Clause, str]], named_each: Sequence[tuple[Clause, list[ProductView]]]
) -> bool:
    """Whether a part only says the kind of what is named after the comma: "a headlamp, the firefly"."""
    if place + 1 == len(parts) or parts[place + 1][1] != "," or len(named_each[place][1]) == 1:
        return False
    kinds, following = parts[place][0].values("product_type"), named_each[place + 1][1]
    return len(following) == 1 and following[0].type in kinds


def _parts(clause: Clause, context: Context) -> list[tuple[Clause, str]]:
    """The message cut at commas and at words that join, but for those within a name; each part with what it was cut at
    before."""
    joints = "|".join(map(re.escape, context.language.phrases("joints")))
    cuts = [
        match.span()
        for match in re.finditer(rf",|\b(?:{joints})\b", clause.text, re.IGNORECASE)
        if not any(e.start < match.end() and match.start() < e.end for e in clause.entities)
    ]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(clause.text)]
    joints_before = ["", *(clause.text[start:end] for start, end in cuts)]
    return [(_part(clause, *span), joint) for *span, joint in zip(starts, ends, joints_before, strict=True)]


def _part(clause: Clause, start: int, end: int) -> Clause:
    """What stands between two places, with the things named there."""
    text = clause.text[start:end]
    start += len(text) - len(text.lstrip())
    there = (e for e in clause.entities if start <= e.start < end)
    return clause.part(
        text.strip(), tuple(replace(e, start=e.start - start, end=e.end - start) for e in there)
    )


def _is_thing(part: Clause) -> bool:
    return any(entity.kind in ("product", "product_type") for entity in part.entities)


def called(part: Clause, context: Context) -> list[ProductView]:
    """The products that a part names, or the one whose title it plainly means; traits and numbers name none."""
    words = context.language.words(part.unnamed)
    idle = {word for kind in IDLE for phrase in context.language.phrases(kind) for word in phrase.split()}
    if not _is_thing(part) and all(word in idle or word.isdecimal() for word in words):
        return []
    if products := named(part, context):
        kinds = [entity for entity in part.entities if entity.kind == "product_type"]
        return [p for p in products if all(is_kind(p, kind, part, context) for kind in kinds)]
    said = " ".join(word for word in context.language.words(part.text) if word not in idle)
    hits = context.services.search.search(said, k=2)
    plain = bool(hits) and hits[0].confident and all(h.score < hits[0].score - AHEAD for h in hits[1:])
    return context.services.catalogue.products([hits[0].product_id]) if plain else []
