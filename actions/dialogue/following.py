"""Recognising what goes on with the products that were shown, whatever intent it was taken for: "size 42", "and for
3?", "which is lighter?"."""

from __future__ import annotations

from actions.dialogue import cart_wishes, needs, remarks
from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS, read_filters, read_measures, sizes_named
from actions.dialogue.pointing import pointed_at
from actions.dialogue.shown import asks_which_of_shown, beyond_what_is_shown
from actions.dialogue.turn import Clause
from actions.dialogue.wishes import Wishes

NARROWING = FIELDS.keys() | {"price_min", "price_max", "sort_by"}
"""Entities that narrow or reorder a search."""
LOOKING = frozenset({"search_product", "refine_search"})
"""Intents whose own actions tell one kind of search from the other."""


def meant(context: Context) -> str | None:
    """The action that serves the message better than its intent's own: a remark about what was shown, a word that goes
    on with it, or a told need; None where there is none."""
    turn = context.turn
    if turn.is_button:
        return None
    if turn.mistaken:
        return cart_wishes.FORMS.get(turn.intent)
    if remark := remarks.serving(context):
        return remark
    if len(turn.wishes) > 1:
        return None
    return _about_shown(context) or ("action_search_products" if needs.told(context) else None)


def _about_shown(context: Context) -> str | None:
    turn = context.turn
    if not turn.slot("shown"):
        return None
    if asks_which_of_shown(turn, context):
        return "action_compare_products"
    narrows = bool(turn.slot("search")) and _only_narrows(turn, context)
    if (narrows or turn.intent in LOOKING) and _asks_about_one(context):
        return "action_show_product"
    return "action_refine_search" if narrows and turn.intent not in LOOKING else None


def _asks_about_one(context: Context) -> bool:
    """Whether it asks about a product that it points at: "is the first one waterproof?"."""
    turn, language = context.turn, context.language
    points = turn.values("ordinal") or language.says(turn.text, "pointed")
    other = turn.values("product_type") or turn.values("sort_by") or beyond_what_is_shown(turn, context)
    return bool(points and not other and language.asks_in_particular(turn.text) and pointed_at(context))


def _only_narrows(clause: Clause, context: Context) -> bool:
    """Whether a message is nothing but traits, limits and an order for what was searched before."""
    before = Wishes.from_slot(context.turn.slot("search", {})).filters
    spans = [(e.start, e.end) for e in clause.entities if e.kind in NARROWING]
    spans += [(said.start, said.end) for said in read_measures(clause, context, before)]
    wished = read_filters(clause, context, before) or clause.values("sort_by")
    if not wished or clause.values("product"):
        return False
    rest = clause.text
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    language = context.language
    idle = (*language.phrases("narrowing"), *language.phrases("polite"), *sizes_named(clause, context))
    return not language.words(rest) or language.made_of(rest, idle)
