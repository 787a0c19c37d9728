"""Recognising what goes on with the products that were shown, whatever intent it was taken for: "size 42", "and for
3?", "which is lighter?"."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding import picking
from actions.dialogue.finding.filters import FIELDS, LIMITS, read_filters, read_measures, sizes_named
from actions.dialogue.finding.pointing import named, pointed_at
from actions.dialogue.finding.relaxing import gives_up
from actions.dialogue.finding.shown import asks_which_of_shown, beyond_what_is_shown, compared, the_one
from actions.dialogue.finding.unmet import is_spoken_of, tells
from actions.dialogue.finding.wishes import Wishes, content_words, owned
from actions.dialogue.products import asking_about
from actions.dialogue.products.safety import speaks_of_allergy
from actions.search import Filters

NARROWING = FIELDS.keys() | LIMITS
"""Entities that narrow or reorder a search."""
TAKEN_FOR = frozenset({"ask_faq", "chitchat", "give_feedback", "inform", "nlu_fallback"})
"""Intents that what is not wanted is taken for."""
RESULTS = frozenset(
    f"utter_{name}"
    for name in (
        "found_products",
        "found_first",
        "found_nearest",
        "found_without",
        "gifts",
        "for_purpose",
        "which_of_these",
    )
)
"""Responses that show what was found, or ask about it."""
FEW_WORDS = 9
"""Words up to which a message may be one more wish for what was found."""
FEW_TELLING = 3
"""Words up to which a message that was taken for something else may say what the things found shall be."""
CONSENT = frozenset({"affirm", "deny", "thank", "greet", "stop", "go_back", "ask_human"})
"""Intents of messages that say nothing of products."""
TELLING_WORDS = 2
"""Words up to which a message may only tell more of the kind that is looked for."""


def about_results(context: Context) -> str | None:
    """The action for a few words that nothing else understands, right after results: what they count to, what else
    there is where they only say no, or these words as one more wish."""
    turn, language = context.turn, context.language
    fresh = turn.said_last and not RESULTS.isdisjoint(turn.said_last)
    if turn.is_button or not turn.slot("shown"):
        return None
    if turn.values("ordinal"):
        return "action_show_product"
    if not fresh or not turn.slot("search") or len(language.words(turn.text)) > FEW_WORDS:
        return None
    if language.consists_of(turn.text, "deny", "polite", "hedge", "other_ideas"):
        return "action_show_more"
    idle = ("affirm", "acknowledge", "polite", "hedge", "thanks")
    return None if language.consists_of(turn.text, *idle) else "action_refine_search"


def asks_for_variant(context: Context) -> bool:
    """Whether it only names a size or colour of the product spoken of, and nothing else is looked for: "in large?"."""
    turn, looked_for = context.turn, Wishes.before_this(context).filters
    focus, named = turn.slot("focus"), turn.values("size") or turn.values("colour")
    alone = focus and (not turn.slot("search") or focus in looked_for.products)
    return bool(named and alone and _only_narrows(turn, context))


def parts_with(clause: Clause, context: Context) -> bool:
    """Whether it gives up something of what is looked for, or only rules something out, such as what somebody has."""
    before = Wishes.before_this(context).filters
    return gives_up(clause, before, context) or owned(clause, context) or _rules_out(context)


def _rules_out(context: Context) -> bool:
    """Whether a message that was taken for something else only says what is not wanted ("i can't wear wool")."""
    turn, language = context.turn, context.language
    named = [entity for entity in turn.entities if entity.kind in FIELDS]
    only = bool(named) and all(entity.role == "not" for entity in named) and not turn.values("product")
    own = language.says(turn.text, "mine") or language.is_question(turn.text)
    of_it = speaks_of_allergy(turn.text, context) and the_one(context)  # what it holds is asked
    return only and turn.intent in TAKEN_FOR and not (own or of_it)


def about_shown(context: Context) -> str | None:
    """The action for a question about what was shown, or one more wish for it; None where the message is neither."""
    turn = context.turn
    if not turn.slot("shown") and not turn.slot("focus"):
        return asking_about.answering(context, narrows=False)
    if picking.picks_variant(context):
        return "action_show_availability"
    if picking.points_at_several(context):
        return "action_compare_products"
    narrows = _only_narrows(turn, context)
    if asks_which_of_shown(turn, context) or _adds_to_comparison(turn, context):
        return "action_compare_products"
    if narrows and turn.slot("search") and (_asks_about_one(context) or _asks_about_all(context)):
        return "action_show_product"
    if about := asking_about.answering(context, narrows):
        return about
    narrows = narrows and bool(turn.slot("search"))
    if turn.intent in asking_about.LOOKING:
        return None if turn.entities or not _tells_more(turn, context) else "action_refine_search"
    more = narrows or _tells_more(turn, context) or _tells_of_found(turn, context)
    return "action_refine_search" if more else None


def _adds_to_comparison(clause: Clause, context: Context) -> bool:
    """Whether it only names one more product beside those that were just compared: "and the third?"."""
    before, language = compared(context), context.language
    if not before or not language.goes_on(clause.text):
        return False
    further = [product for product in named(clause, context) if product not in before]
    return len(further) == 1 and language.consists_of(
        clause.unnamed, "follow_up", "narrowing", "polite", "of_order"
    )


def _tells_more(clause: Clause, context: Context) -> bool:
    """Whether a message says what the things looked for must be, or is a word or two that tell some of them from
    others: "padded", of shorts."""
    kind = Filters(types=Wishes.before_this(context).filters.types)
    language = context.language
    words = language.words(clause.text)
    must = any(words[: len(p)] == p for p in map(language.words, language.phrases("must")))
    if not kind or clause.entities:
        return False
    return must or (len(words) <= TELLING_WORDS and tells(clause.text, kind, context))


def _tells_of_found(clause: Clause, context: Context) -> bool:
    """Whether a few words right after results say what some of the things found are said to be: "summer" of sleeping
    bags, "keeps hot" of bottles."""
    turn, before = context.turn, Wishes.before_this(context)
    words = content_words(clause.text)
    fresh = before.filters.types and not RESULTS.isdisjoint(turn.said_last)
    few = 0 < len(context.language.words(clause.text)) <= FEW_TELLING
    if not (fresh and few and words) or clause.entities or turn.intent in CONSENT:
        return False
    return not context.language.asks_in_particular(clause.text) and is_spoken_of(words, before, context)


def _asks_about_one(context: Context) -> bool:
    """Whether it asks about a product that it points at: "is the first one waterproof?"."""
    turn, language = context.turn, context.language
    points = turn.values("ordinal") or language.says(turn.text, "pointed")
    other = turn.values("product_type") or turn.values("sort_by") or beyond_what_is_shown(turn, context)
    return bool(points and not other and language.asks_in_particular(turn.text) and pointed_at(context))


def _asks_about_all(context: Context) -> bool:
    """Whether it asks the same of all that is shown: "are these waterproof?"."""
    text, language = context.turn.text, context.language
    return language.asks_of_it(text) and language.says(text, "several_referred")


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
    idle = [p for kind in ("narrowing", "polite", "correction") for p in language.phrases(kind)]
    idle += sizes_named(clause, context, before)
    return not language.words(rest) or language.made_of(rest, idle)
