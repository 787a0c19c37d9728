"""What "it", "the second one" and "the grey one" point at: the products shown last, or one named by its title."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.shown import all_shown
from actions.dialogue.turn import Clause
from actions.shop.catalogue import ProductView

CERTAIN = 0.55
"""Least search score at which a product named in free words is taken for the one meant."""
FEW_WORDS = 5


def pointed_at(context: Context) -> list[ProductView]:
    """The products that the message means, the likeliest first; empty where it points at nothing known."""
    wish, catalogue = context.turn.wish, context.services.catalogue
    if by_name := named(wish, context):
        return by_name
    shown = all_shown(context)
    focus = context.turn.slot("focus")
    if focus:
        return catalogue.products([focus])
    if len(shown) == 1:
        return shown
    hits = context.services.search.search(wish.text, k=1) if wish.values("product_type") and not shown else []
    return catalogue.products([hit.product_id for hit in hits if hit.score >= CERTAIN])


def named(clause: Clause, context: Context) -> list[ProductView]:
    """The products that a message names or counts, in the order in which they were shown; a button names its own."""
    catalogue = context.services.catalogue
    pressed = clause.first("product_id")
    if pressed is not None:
        return catalogue.products([str(pressed)])
    shown = all_shown(context)
    by_name = [entity.id for entity in clause.entities if entity.kind == "product" and entity.id]
    if by_name and not clause.values("ordinal") and {p.product_id for p in shown}.isdisjoint(by_name):
        return catalogue.products(by_name)  # it shares words with those that are shown, and is none of them
    options = [Option(p.product_id, (p.title, p.type, *p.colours)) for p in shown]
    if chosen := choose(clause, options, context.language):
        return [product for product in shown if product.product_id in chosen.keys]
    if (number := _number(clause, context)) is not None and number < len(shown):
        return [shown[number]]
    return catalogue.products(by_name)


def _number(wish: Clause, context: Context) -> int | None:
    """The place, from 0, of which a short message speaks ("details of 1")."""
    *before, last = context.language.words(wish.text) or [""]
    counts = any(entity.kind in ("quantity", "size") for entity in wish.entities)
    said = last.isdecimal() and int(last) > 0 and len(before) < FEW_WORDS and not counts
    return int(last) - 1 if said else None
