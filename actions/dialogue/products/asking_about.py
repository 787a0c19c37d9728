"""Recognising a question about a product, whatever intent it was taken for: "in large?", "how much headroom"."""

from __future__ import annotations

from actions.dialogue.clause import WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS, read_filters
from actions.dialogue.finding.pointing import named, pointed_at
from actions.dialogue.finding.shown import beyond_what_is_shown, comparable, order_asked
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.products.product_questions import Question, is_asked
from actions.dialogue.products.safety import speaks_of_allergy
from actions.dialogue.products.telling import specs_asked
from actions.shop.catalogue import ProductView

LOOKING = frozenset({"search_product", "refine_search"})
"""Intents whose own actions tell one kind of search from the other."""
TAKEN_FOR = LOOKING | {
    "ask_faq", "ask_goes_with", "ask_promotion", "ask_recommendation", "compare_products", "complain",
    "give_feedback", "inform", "nlu_fallback", "show_profile",
}  # fmt: skip
"""Intents that a question about a product is taken for; with less confidence than a wish's it may be any."""
OWN = frozenset({"ask_product_detail", "ask_availability"})
"""Intents that are questions about a product."""
ELSEWHERE = frozenset(
    {"ask_faq", "ask_goes_with", "ask_promotion", "complain", "give_feedback", "show_profile"}
)
"""Intents that something else than the product may answer."""
FEW_WORDS = 5
DETAIL, STOCK = "action_show_product", "action_show_availability"


def answering(context: Context, narrows: bool) -> str | None:
    """The action that answers a question about what was shown or is named; None where the message asks none. `narrows`
    says that it is nothing but traits."""
    turn, shown = context.turn, context.turn.slot("shown", [])
    if turn.intent not in TAKEN_FOR and turn.confidence >= WISH:
        return None
    if not (shown and context.language.asks_of_it(turn.text)):
        if names_one(turn) and turn.intent in LOOKING | {"nlu_fallback", "ask_faq"}:
            return _of_named(context)
        if turn.values("product_type"):
            return None
    if turn.slot("focus") or len(shown) == 1:
        meant = pointed_at(context)
        return _of_the_one(meant[0], turn, context, narrows) if meant else None
    return _of_several(turn, context, narrows) if shown else None


def is_about_shown(context: Context) -> bool:
    """Whether a message that was taken for a question about a product is one that this product answers."""
    turn = context.turn
    if turn.intent not in OWN or turn.values("product_type"):
        return False
    meant = pointed_at(context)
    return bool(meant) and is_asked(meant[0], turn.question, context)


def names_one(clause: Clause) -> bool:
    """Whether a message names one product, of which there may be several editions."""
    return len(set(clause.values("product"))) == 1


def beside_name(clause: Clause) -> Clause:
    """What a message says beside the product that it names: of "the Thistle tent, does it have two doors" the question,
    as of the product spoken of."""
    for entity in clause.entities:
        if entity.kind == "product":
            clause = clause.without(entity.start, entity.end)
    return clause.part(clause.text.strip(" ,;:-")) if not clause.entities else clause


def _of_named(context: Context) -> str | None:
    """Of a product that the message names."""
    turn, language = context.turn, context.language
    products = named(turn, context)
    if not products:
        return None
    if language.says(turn.text, "tell_all"):
        return DETAIL
    question = beside_name(turn)
    asks = language.asks_in_particular(turn.text) or language.asks_in_particular(question.text)
    if asks and language.says(turn.text, "available"):
        return STOCK
    if asks and turn.intent == "nlu_fallback":
        return DETAIL
    if not asks and not any(
        language.says(turn.text, kind) for kind in ("made_of", "asks_reduction", "asks_price")
    ):
        return None
    if turn.intent == "ask_faq":
        fact = Question(products[0], question, context).fact
        answered = context.services.faq.answer(turn.text) is not None
        return DETAIL if fact and fact.stated and not answered else None
    told = language.asks_of_it(question.text) or is_asked(products[0], question, context)
    return DETAIL if told else None


def _of_the_one(product: ProductView, clause: Clause, context: Context, narrows: bool) -> str | None:
    """Of the only product that is spoken of."""
    language, text = context.language, clause.text
    focused = context.turn.slot("focus")
    traits = {entity.kind for entity in clause.entities if entity.kind in FIELDS}
    asks = language.asks_in_particular(text) or language.goes_on(text)
    if speaks_of_allergy(text, context):
        return DETAIL  # what is ruled out is no filter then
    if narrows:
        asks_for = traits and traits <= {"colour", "size"} and language.is_question(text)
        return STOCK if focused and asks_for else None
    short = len(language.words(text)) <= FEW_WORDS
    if short and not traits and language.says(text, "asks_variants"):
        return DETAIL
    question = Question(product, clause, context)
    if question.reviews and not _wants_rated(clause, context):
        return DETAIL
    if not asks or _wants_other(clause, context):
        return None
    if specs_asked(product, clause, context) or language.says(text, "asks_reduction"):
        return DETAIL
    if _is_told(question):
        return DETAIL
    if clause.intent in ELSEWHERE:
        return None
    points = language.says(text, "pointed") or language.asks_how_much(text)
    goes_on = clause.intent == "refine_search" or language.goes_on(text)
    return DETAIL if points or (goes_on and not _adds(clause, context)) else None


def _is_told(question: Question) -> bool:
    """Whether a question is answered by a fact of the product: certainly, or where it refers to the product, or
    no written answer covers it, and none was just given."""
    fact, turn = question.fact, question.context.turn
    if fact is None or not fact.stated:
        return False
    if question.is_certain(fact.kind):
        return True
    if turn.slot("last_question", {}).get("turn") == turn.number - 1:
        return False
    return question.says("refers") or question.context.services.faq.answer(question.text) is None


def _of_several(clause: Clause, context: Context, narrows: bool) -> str | None:
    """Of those that were shown, by a figure that they have; or of one of them, which is then asked."""
    ordered = order_asked(clause, context) or _wants_rated(clause, context)
    if context.language.says(clause.text, "reviews") and not ordered:
        return DETAIL
    if clause.values("ordinal") and not narrows and (products := named(clause, context)):
        question = Question(products[0], clause, context)
        if question.measured[0] or question.unknown_measure:
            return DETAIL  # "what's the R-value of the second?"
    if narrows or clause.intent in ELSEWHERE:
        return None
    asks = context.language.asks_in_particular(clause.text)
    points = clause.values("ordinal") or context.language.says(clause.text, "pointed")
    if asks and points and not _wants_other(clause, context):
        return DETAIL
    measured = any(specs_asked(product, clause, context) for product in comparable(context))
    short = len(context.language.words(clause.text)) <= FEW_WORDS
    return "action_compare_products" if asks and short and measured and not _adds(clause, context) else None


def _wants_rated(clause: Clause, context: Context) -> bool:
    """Whether it wants the best rated or those rated well, and does not ask whether this is one of them."""
    limited = clause.values("rating_min") and not context.language.asks_in_particular(clause.text)
    return bool(clause.values("sort_by") or limited)


def _wants_other(clause: Clause, context: Context) -> bool:
    """Whether it wants something else than what is spoken of: "is there one that is lighter"."""
    return bool(clause.values("sort_by") or beyond_what_is_shown(clause, context))


def _adds(clause: Clause, context: Context) -> bool:
    """Whether it adds a filter to the search."""
    before = Wishes.from_slot(context.turn.slot("search", {})).filters
    said = read_filters(clause, context, before)
    return bool(said.wishes())
