"""Recognising a question about a product, whatever intent it was taken for: "in large?", "how much headroom"."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS, read_filters
from actions.dialogue.pointing import pointed_at
from actions.dialogue.safety import speaks_of_allergy
from actions.dialogue.shown import beyond_what_is_shown, comparable
from actions.dialogue.telling import specs_asked
from actions.dialogue.turn import Clause
from actions.dialogue.wishes import Wishes
from actions.shop.catalogue import ProductView

LOOKING = frozenset({"search_product", "refine_search"})
"""Intents whose own actions tell one kind of search from the other."""
TAKEN_FOR = LOOKING | {
    "ask_faq", "ask_promotion", "ask_recommendation", "compare_products", "complain", "give_feedback", "inform",
    "nlu_fallback", "show_profile",
}  # fmt: skip
"""Intents that a question about a product is taken for."""
FEW_WORDS = 5
DETAIL, STOCK = "action_show_product", "action_show_availability"


def answering(context: Context, narrows: bool) -> str | None:
    """The action that answers a question about what was shown or is named; None where the message asks none. `narrows`
    says that it is nothing but traits."""
    turn, shown = context.turn, context.turn.slot("shown", [])
    if turn.intent not in TAKEN_FOR:
        return None
    if not (shown and context.language.asks_of_it(turn.text)):
        if (
            turn.intent in LOOKING | {"nlu_fallback"}
            and len({e.id for e in turn.entities if e.kind == "product"}) == 1
        ):
            return _of_named(turn, context)
        if turn.values("product_type"):
            return None
    if shown and context.language.says(turn.text, "reviews") and not turn.values("sort_by"):
        return "action_show_ratings"
    if turn.slot("focus") or len(shown) == 1:
        meant = pointed_at(context)
        return _of_the_one(meant[0], turn, context, narrows) if meant else None
    return _of_several(turn, context, narrows) if shown else None


def _of_named(clause: Clause, context: Context) -> str | None:
    """Of a product that the message names."""
    language = context.language
    asks = language.asks_in_particular(clause.text)
    if asks and clause.intent == "nlu_fallback":
        return DETAIL
    kinds = ("made_of", "asks_reduction", "asks_price")
    if any(language.says(clause.text, kind) for kind in kinds) or (
        asks and speaks_of_allergy(clause.text, context)
    ):
        return DETAIL
    return STOCK if asks and language.says(clause.text, "available") else None


def _of_the_one(product: ProductView, clause: Clause, context: Context, narrows: bool) -> str | None:
    """Of the only product that is spoken of."""
    language, text = context.language, clause.text
    focused = context.turn.slot("focus")
    traits = {entity.kind for entity in clause.entities if entity.kind in FIELDS}
    if narrows:
        asks_for = traits and traits <= {"colour", "size"} and language.is_question(text)
        return STOCK if focused and asks_for else None
    asks = language.asks_in_particular(text) or language.goes_on(text)
    short = len(language.words(text)) <= FEW_WORDS
    if short and not traits and language.says(text, "asks_variants"):
        return DETAIL
    if speaks_of_allergy(text, context) and (asks or clause.intent not in LOOKING):
        return DETAIL
    if asks and (specs_asked(product, clause, context) or language.says(text, "asks_reduction")):
        return DETAIL
    if clause.intent in ("ask_faq", "ask_promotion") or not asks or _wants_other(clause, context):
        return None
    points = language.says(text, "pointed") or language.asks_how_much(text)
    goes_on = clause.intent == "refine_search" or language.goes_on(text)
    return DETAIL if points or (goes_on and not _adds(clause, context)) else None


def _of_several(clause: Clause, context: Context, narrows: bool) -> str | None:
    """Of those that were shown, by a figure that they have; or of one of them, which is then asked."""
    if narrows or clause.intent == "ask_faq":
        return None
    asks = context.language.asks_in_particular(clause.text)
    points = clause.values("ordinal") or context.language.says(clause.text, "pointed")
    if asks and points and not _wants_other(clause, context):
        return DETAIL
    measured = any(specs_asked(product, clause, context) for product in comparable(context))
    short = len(context.language.words(clause.text)) <= FEW_WORDS
    return "action_compare_products" if asks and short and measured and not _adds(clause, context) else None


def _wants_other(clause: Clause, context: Context) -> bool:
    """Whether it wants something else than what is spoken of: "is there one that is lighter"."""
    return bool(clause.values("sort_by") or beyond_what_is_shown(clause, context))


def _adds(clause: Clause, context: Context) -> bool:
    """Whether it adds a filter to the search."""
    before = Wishes.from_slot(context.turn.slot("search", {})).filters
    said = read_filters(clause, context, before)
    return bool(said.wishes())
