"""What a message gives up of a search: "any colour is fine", "it doesn't have to be red", "drop the price limit"."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS
from actions.search import Filters, Traits, Wish

FEW_WORDS = 12
"""A longer message tells more than what it gives up."""
PARTS = {"prices": ("price_min", "price_max"), "ratings": ("rating_min",)}
"""Part of a wish → the filters that it stands for, where it is none itself."""


def relaxed(before: Filters, clause: Clause, context: Context) -> tuple[Filters, Clause]:
    """The filters of a search without what a message gives up, and the message without the values that it names for
    that. For whom it is, is no feature that one gives up among others."""
    language = context.language
    words, need_not_be = language.words(clause.text), language.says(clause.text, "need_not_be")
    asks = not need_not_be and words[:1] and words[0] in language.phrases("asks_whether")
    points = clause.values("ordinal") or clause.values("product")
    if len(words) > FEW_WORDS or asks or points or clause.text.startswith("/"):
        return before, clause
    if need_not_be:
        given = [e for e in clause.entities if str(e.value) in getattr(before, FIELDS.get(e.kind, ""), ())]
        for entity in given:
            before = before.giving_up(Wish(FIELDS[entity.kind], (str(entity.value),)))
        untold = _untold(before, clause, context)
        given += [e for e in clause.entities if e.kind == "product_type" and untold != before]
        before, clause = untold, clause.part(clause.text, tuple(e for e in clause.entities if e not in given))
    if language.says(clause.text, "accepts"):
        without = before.without
        taken = [e for e in clause.entities if str(e.value) in getattr(without, FIELDS.get(e.kind, ""), ())]
        for entity in taken:
            before = before.giving_up(Wish(FIELDS[entity.kind], (str(entity.value),), excluded=True))
        clause = clause.part(clause.text, tuple(e for e in clause.entities if e not in taken))
    for part in parts_given_up(clause, context):
        before = _without(before, part, clause, context)
    return before, clause


def parts_given_up(clause: Clause, context: Context) -> list[str]:
    """The parts of a wish that a message gives up by name, whether anything was wished of them or not."""
    language = context.language
    if not language.says(clause.text, "gives_up"):
        return []
    return [part for part, names in language.wishes.items() if language.find(clause.text, names) is not None]


def gives_up(clause: Clause, before: Filters, context: Context) -> bool:
    """Whether a message gives up something of a search."""
    return relaxed(before, clause, context)[0] != before


def _without(before: Filters, part: str, clause: Clause, context: Context) -> Filters:
    """The filters without a part of them, unless the message says which it shall be."""
    if part == "everything":
        return Filters(types=before.types, products=before.products)
    said = {FIELDS.get(entity.kind, entity.kind) for entity in clause.entities}
    if part == "prices" and "sort_by" in said:
        return before  # "any cheaper price?"
    if part == "measures":
        measures = context.services.search.synonyms.measures
        find = context.language.find
        named = {name for name, measure in measures.items() if find(clause.text, measure.words) is not None}
        return replace(before, measures=tuple(b for b in before.measures if named and b.measure not in named))
    fields = [field for field in PARTS.get(part, (part,)) if field not in said]
    audience = context.services.search.synonyms.titles.audience
    kept = {"attributes": tuple(a for a in before.attributes if a in audience)}
    empty = Filters()
    without = replace(before.without, **{f: () for f in fields if hasattr(Traits(), f)})
    return replace(before, **{f: kept.get(f, getattr(empty, f)) for f in fields}, without=without)


def _untold(before: Filters, clause: Clause, context: Context) -> Filters:
    """The filters without the words of the shopper's own that the message says again."""
    again = set(context.language.words(clause.text))
    kept = (word for word in before.telling.split() if word.lower() not in again)
    return replace(before, telling=" ".join(kept))
