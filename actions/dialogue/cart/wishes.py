"""Recognising what a message wants of the cart, whatever intent it was taken for: "yes add it", "whats the damage", and
right after something was put in "make it three" or "sorry, in L"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile

from actions.dialogue.cart import to_put_in
from actions.dialogue.cart.lists import called
from actions.dialogue.cart.swaps import named_line, names_goods, put_back, recounted, swapped
from actions.dialogue.cart.variants import read_said
from actions.dialogue.cart.view import cart_of, was_filled_last, was_shown_last
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many, how_many_of, sets_anew
from actions.dialogue.finding.pointing import is_kind, named
from actions.dialogue.finding.shown import all_shown, the_one
from actions.dialogue.intents import BROWSING, SUGGESTING
from actions.dialogue.suggesting.own_things import calls_own
from actions.dialogue.talk.spoken import last_order
from actions.dialogue.turn import Turn
from actions.shop.catalogue import ProductView

ADD, REMOVE, VIEW = "add_to_cart", "remove_from_cart", "view_cart"
FORMS = {ADD: "add_form", REMOVE: "remove_form"}
SERVED_BY = {**FORMS, VIEW: "action_view_cart"}
"""Intent → the form or action that serves it."""
VAGUE = frozenset(
    {"inform", "affirm", "deny", "nlu_fallback", "chitchat", "stop", "go_back", "give_feedback", REMOVE}
)
MISTAKEN = BROWSING | SUGGESTING | VAGUE
"""Intents that a wish for the cart is taken for."""
OF_ORDERS = frozenset(
    {
        "exchange_item",
        "change_order",
        "return_item",
        "report_problem",
        "show_orders",
        "show_profile",
        "ask_delivery",
    }
)
"""Intents of what was ordered, which may be meant of what lies in the cart."""
OFFERED_AT_CHECKOUT = "utter_nothing_in_yet"
"""The response that offers to put something in, where nothing is in the cart to pay for."""
ASKS_CART = "ask_cart"
"""Code of the remarks that ask about the cart."""
LIKE = 0.75
"""Least likeness to such a remark."""


def meant(context: Context) -> str | None:
    """The intent that the message has by what it says here; None where it is left what it was taken for."""
    turn = context.turn
    if turn.is_button or _busy(context) or len(turn.wishes) > 1:
        return None
    return next(
        (to for to, taken_for, rule in RULES if turn.intent in taken_for and rule(turn, context)), None
    )


def puts_in(clause: Clause, context: Context) -> bool:
    """Whether a message tells to put in what it names or points at, or anything at all into the cart."""
    language, words = context.language, _told(clause, context)
    asks = language.asks_in_particular(clause.text) and not language.says(clause.text, "requests")
    if (
        clause.first("product")
        and language.says(clause.text, "in_cart")
        and not (asks or lets_go(clause, context))
    ):
        return True  # "the crumble, four times, in my cart"
    if language.says(clause.text, "take_out") or not words or words[0] not in language.phrases("puts"):
        return False
    if clause.intent == "change_order" and _of_order(clause, context):
        return False
    if language.says(clause.text, "in_cart"):
        return True
    rest = " ".join(words[1:])
    return clause.first("product") is not None or language.consists_of(rest, "pointers", "polite")


def takes_out(clause: Clause, context: Context) -> bool:
    """Whether a message tells to take out something that lies in the cart, or all of it."""
    language = context.language
    if not lets_go(clause, context) or not cart_of(context) or _of_order(clause, context):
        return False
    if language.says(clause.text, "in_cart") or language.says(clause.text, "empty"):
        return True
    rest = language.consists_of(clause.unnamed, "removes", "pointers", "polite", "all", "asking", "hedge")
    points = was_shown_last(context) or context.turn.open_form == FORMS[ADD]
    return named_line(clause, context) is not None or (rest and points)


def lets_go(clause: Clause, context: Context) -> bool:
    """Whether a message begins as one that does not want something: "bin the socks", "no, forget the lamp"."""
    language, words = context.language, context.language.words(clause.text)
    asks = language.asks_in_particular(clause.text) and not language.says(clause.text, "requests")
    if asks or words[-1:] in [[end] for end in language.phrases("goes_in")]:
        return False
    at = language.find(clause.text, language.phrases("removes"))
    return at is not None and all(word in _opening(context) for word in words[:at])


def only_counts(clause: Clause, context: Context) -> bool:
    """Whether a message says how many pieces, and hardly anything else."""
    language = context.language
    if how_many(clause, context) is None or names_goods(clause) or clause.values("ordinal"):
        return False
    idle = ("narrowing", "polite", "correction", "set_to", "pieces", "pointers", "affirm")
    known = [*language.counts, *(phrase for kind in idle for phrase in language.phrases(kind))]
    rest = " ".join(word for word in language.words(clause.unnamed) if not word.isdecimal())
    return not rest or language.made_of(rest, known)


def in_all(clause: Clause, context: Context) -> bool:
    """Whether a message says how many there shall be in all, rather than how many more."""
    says = context.language.says
    corrects = was_filled_last(context) and says(clause.text, "correction")
    sets = says(clause.text, "set_to") or sets_anew(clause, context)
    return sets or (corrects and not says(clause.text, "further"))


def _told(clause: Clause, context: Context) -> list[str]:
    """The words of a message from the one on that tells what to do."""
    opening = _opening(context)
    return list(dropwhile(lambda word: word in opening, context.language.words(clause.text)))


def _opening(context: Context) -> set[str]:
    """The words that may stand before the one that tells what to do."""
    language = context.language
    kinds = ("affirm", "deny", "hedge", "correction", "polite", "asking", "requests")
    return {word for kind in kinds for phrase in language.phrases(kind) for word in language.words(phrase)}


def _of_order(clause: Clause, context: Context) -> bool:
    """Whether a message speaks of an order, or one was just spoken of."""
    named_one = clause.first("order_number") or context.language.says(clause.text, "own_order")
    return bool(named_one or last_order(context))


def _busy(context: Context) -> bool:
    """Whether another task than that of putting in was under way when the message came."""
    turn = context.turn
    begun = any(event.get("event") == "active_loop" for event in turn.events_since_message())
    return not begun and turn.tracker.active_loop_name not in (None, FORMS[ADD])


def _wants_back(turn: Turn, context: Context) -> bool:
    return bool(put_back(turn, context))


def _swaps(turn: Turn, context: Context) -> bool:
    return not _of_order(turn, context) and swapped(turn, context) is not None


def _recounts(turn: Turn, context: Context) -> bool:
    return not _of_order(turn, context) and recounted(turn, context) is not None


def _changes_shown(turn: Turn, context: Context) -> bool:
    """Whether it wants other than so far what is on show and not bought yet ("change gas to 5"), though nothing of
    something ordered was said."""
    says = context.language.says
    bought = _of_order(turn, context) or calls_own(turn, context) or says(turn.text, "sends_back")
    in_view = turn.listed_last or turn.slot("focus")
    if bought or not in_view or not (says(turn.text, "swaps") or sets_anew(turn, context)):
        return False
    names = {word for product in all_shown(context) for word in context.language.words(product.title)}
    return _names_shown(turn, context) or how_many_of(names, turn, context) is not None


def _names_shown(clause: Clause, context: Context) -> bool:
    """Whether a message names one of the products shown, or the kind of thing that they are."""
    kinds = [entity for entity in clause.entities if entity.kind == "product_type"]
    shown = all_shown(context)
    return bool(named(clause, context, shown)) or any(
        is_kind(product, kind, clause, context) for kind in kinds for product in shown
    )


def _buys(turn: Turn, context: Context) -> bool:
    """Whether it says to take what it names ("i'll have the liner gloves, L"), or so many of the one thing in view
    ("one in green please"), and nothing else."""
    language = context.language
    if turn.open_form or language.asks_in_particular(turn.text) or lets_go(turn, context):
        return False
    if turn.values("sort_by") or language.says(turn.text, "different"):
        return False  # "get me another", "give me a cheaper one"
    if language.says(turn.text, "buys"):
        meant = named(turn, context) if turn.values("product") or _names_shown(turn, context) else []
    else:
        one = _told(turn, context)[:1] in [[word] for word in language.phrases("just_one")]
        bare = len(language.words(turn.text)) < 2 or language.goes_on(turn.text)
        only = the_one(context) if not bare and (one or how_many(turn, context)) else None
        meant = [only] if only and not _may_be_size(turn, only, context) else []
    if len({product.name for product in meant}) != 1:
        return False
    return {str(how_many(turn, context))}.issuperset(read_said(turn, meant[0], {}, context).beside)


def _may_be_size(clause: Clause, product: ProductView, context: Context) -> bool:
    """Whether the number in a message may as well be a size of a product that comes in figures: "8 then"."""
    figures = [float(size) for size in product.sizes if size.replace(".", "", 1).isdecimal()]
    number = how_many(clause, context)
    pieces = context.language.says(clause.text, "pieces")
    return number is not None and bool(figures) and not pieces and number >= min(figures)


def _asks_about_cart(turn: Turn, context: Context) -> bool:
    """Whether it asks what is in the cart or comes to, while there is something in it, or it was just spoken of."""
    meaning = context.services.remarks.nearest(turn.unnamed)
    if meaning is None or meaning.code != ASKS_CART or meaning.likeness < LIKE or _of_order(turn, context):
        return False
    return bool(cart_of(context)) or was_shown_last(context)


def _chooses(turn: Turn, context: Context) -> bool:
    """Whether it points at one of the things that were looked for to be put in, or listed since it was asked which
    variant of another."""
    newer = turn.open_form == FORMS[ADD] and turn.listed_last
    if to_put_in.was_only_one(context):
        return True
    if not (newer or to_put_in.is_wanted(context)) or turn.values("sort_by"):
        return False
    points = bool(turn.values("ordinal")) or names_goods(turn) or not newer
    chosen = named(turn, context) if points and not context.language.asks_in_particular(turn.text) else []
    if len(chosen) != 1 or read_said(turn, chosen[0], {}, context).beside:
        return False
    kinds = [entity for entity in turn.entities if entity.kind == "product_type"]
    return all(is_kind(chosen[0], kind, turn, context) for kind in kinds)


def _counts(turn: Turn, context: Context) -> bool:
    """Whether it only says how many, right after something was put in, or looked for to be put in; "two of those" also
    where things were merely listed."""
    of_listed = turn.listed_last and context.language.says(turn.text, "of_these")
    wanted = was_filled_last(context) or to_put_in.is_wanted(context) or of_listed
    return wanted and not context.language.asks_in_particular(turn.text) and only_counts(turn, context)


def _accepts(turn: Turn, context: Context) -> bool:
    """Whether it says yes to what was offered where there was nothing to pay for."""
    only = context.language.consists_of(turn.text, "affirm", "polite")
    return only and OFFERED_AT_CHECKOUT in turn.said_last


def _calls_off(turn: Turn, context: Context) -> bool:
    """Whether it says of what was just put in that it is not wanted any more, and nothing else."""
    language = context.language
    return (
        was_filled_last(context)
        and language.says(turn.text, "not_wanted")
        and language.consists_of(turn.text, "not_wanted", "polite", "deny", "correction")
    )


def _wants_one_more(turn: Turn, context: Context) -> bool:
    """Whether it names one more thing, right after something was put in: "and the navy fisherman beanie"."""
    asks = context.language.asks_in_particular(turn.text)
    adds = was_filled_last(context) and not asks and context.language.adds(turn.text)
    return adds and names_goods(turn) and len(called(turn, context)) == 1


Rule = Callable[[Turn, Context], bool]
RULES: tuple[tuple[str, frozenset[str], Rule], ...] = (
    (ADD, MISTAKEN | OF_ORDERS, _wants_back),
    (ADD, MISTAKEN | OF_ORDERS | {ADD}, _recounts),
    (ADD, MISTAKEN | OF_ORDERS, _swaps),
    (VIEW, MISTAKEN | OF_ORDERS | {"ask_faq"}, _asks_about_cart),
    (REMOVE, MISTAKEN | {"cancel_order", "return_item", "ask_promotion"}, takes_out),
    (ADD, MISTAKEN | {"change_order"}, puts_in),
    (ADD, MISTAKEN | {ADD}, _chooses),
    (ADD, MISTAKEN | {ADD}, _buys),
    (ADD, frozenset({"exchange_item", "change_order"}), _changes_shown),
    (ADD, MISTAKEN, _counts),
    (ADD, MISTAKEN, _accepts),
    (REMOVE, MISTAKEN, _calls_off),
    (ADD, MISTAKEN | {ADD}, _wants_one_more),
)
"""What a message may mean, the intents that it is taken for then, and how it is told; the first that holds counts."""
