"""Recognising a remark about what was suggested or done, whatever intent it was taken for."""

from __future__ import annotations

from collections.abc import Collection

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.meanings import Meaning
from actions.dialogue.orders import asking_on
from actions.dialogue.talk.spoken import deeds, just_done, last_order, names_other_goods

NONE = "other"
"""The kind of what is none of the known questions."""
LIKE = 0.75
"""Least likeness to a known remark."""
SURE = 0.97
"""Confidence from which an intent of its own is believed before a remark that is not quite one of those known."""
ALIKE = 0.82
"""Likeness from which it is a remark all the same."""
MISTAKEN = frozenset(
    {"affirm", "deny", "inform", "find_similar", "ask_help", "go_back", "stop", "ask_faq", "complain"}
)
"""Intents that a remark is taken for with whatever confidence: they have no examples of remarks to know better."""
ABOUT_SHOWN = {
    "decline": "action_mind_dislike",
    "own": "action_mind_owned",
    "why_suggested": "action_explain_suggestion",
}
"""Remark about what was just shown → the action that serves it."""
UNDO, SHOW, REPORT, FORGET = "undo_form", "orders_form", "problem_form", "erase_form"
ABOUT_ORDER = ("ask_order", "ask_done")
"""Questions about the order spoken of, or about what was done to it."""
UNDOING = ("undo", "call_off")
FRESH = 0.6
"""Likeness from which a message right after something was done is about that: wants it undone, which is asked before
it is, or asks how it is."""
BEFORE_CORRECTION = 3
"""Words that may stand before the one that corrects: "that was wrong, i meant 8.5"."""
ABOUT_DONE = {"undo": UNDO}
AT_ANY_TIME = {
    "look_back": "action_look_back",
    "assortment": "action_show_assortment",
    "no_history": "action_switch_off_suggestions",
    "use_history": "action_switch_on_suggestions",
    "forget_taste": FORGET,
    "call_off": UNDO,
    "ask_done": SHOW,
}
ABOUT_SPOKEN = {"ask_order": SHOW}
ABOUT_PARCEL = {"make_good": REPORT}
OVERDUE = frozenset({"utter_parcel_lost", "utter_parcel_late"})
"""What was said of a parcel that calls for making it good."""
DOING_ANEW = frozenset(
    {"return_item", "exchange_item", "change_order", "change_address", "change_payment", "refine_search"}
)
"""Intents that, as a correction of what was just done, want it done otherwise."""
ABOUT_CUSTOMER = {"own_size": "action_tell_size"}
"""Remark about what a known customer has → the action that serves it."""


def serving(context: Context) -> str | None:
    """The action that serves the remark that the message is; None where it is none."""
    turn = context.turn
    if turn.is_button:
        return None
    meaning = context.services.remarks.nearest(turn.unnamed)
    undoing = meaning and meaning.code in UNDOING and meaning.likeness >= FRESH
    if undoing and not turn.has_waited and just_done(context):  # what waited was said before it was done
        last = filter(None, [last_order(context)])
        if not names_other_goods(last, context, done=True):
            return UNDO
    if meaning is None or (turn.has_waited and meaning.code not in ABOUT_PARCEL):
        return None
    if meaning.code == "own" and context.language.asks_in_particular(turn.text):
        return None  # "what alerts have i got"
    done, number = deeds(context), turn.first("order_number")
    kinds = dict(AT_ANY_TIME)
    if turn.slot("shown"):
        kinds |= ABOUT_SHOWN
    if done and (number is None or number in done) and not names_other_goods(done, context, done=True):
        kinds |= ABOUT_DONE
    if number or last_order(context):
        kinds |= ABOUT_SPOKEN
    if _told_of_parcel(context):
        kinds |= ABOUT_PARCEL
    asks = context.language.asks_in_particular(turn.text) or not turn.slot("search")  # "my size" narrows it
    if context.customer and asks:
        kinds |= ABOUT_CUSTOMER
    if meaning.code in ABOUT_ORDER and (_asks_on(meaning, context) or asking_on.asked(context)):
        return None
    return kinds.get(meaning.code) if meaning.likeness >= _least(meaning.code, context) else None


def _asks_on(remark: Meaning, context: Context) -> bool:
    """Whether it is more like a question that goes on from what was said of the order: "where do i send it"."""
    question = context.services.asking_on.nearest(context.turn.text)
    return question is not None and question.code != NONE and question.likeness > remark.likeness


def _least(code: str, context: Context) -> float:
    """Least likeness to a known remark of a kind that makes a message one, whatever intent it was taken for."""
    turn = context.turn
    if code in ABOUT_ORDER:
        return FRESH if just_done(context) and turn.intent != "track_refund" else LIKE
    own = turn.confidence >= SURE and turn.intent not in MISTAKEN
    return ALIKE if own else LIKE


def asks_about_order(clause: Clause, context: Context) -> bool:
    """Whether a message asks about the order that was spoken of, or about what was done to it."""
    return _means(clause, ABOUT_ORDER, context)


def asks_about_done(clause: Clause, context: Context) -> bool:
    """Whether a message asks what was done, or whether."""
    return _means(clause, ("ask_done",), context)


def undoes(clause: Clause, context: Context) -> bool:
    """Whether a message wants what was done undone."""
    return _means(clause, UNDOING, context)


def forgets_taste(clause: Clause, context: Context) -> bool:
    """Whether a message wants what is known of the shopper's taste forgotten."""
    meaning = context.services.remarks.nearest(clause.unnamed)
    return meaning is not None and meaning.code == "forget_taste" and meaning.likeness >= LIKE


def is_one(clause: Clause, context: Context) -> bool:
    """Whether a message is a remark about what was done, or asks about it, and no other wish."""
    about_parcel = _told_of_parcel(context) and _means(clause, ABOUT_PARCEL, context)
    return undoes(clause, context) or asks_about_order(clause, context) or about_parcel


def _means(clause: Clause, codes: Collection[str], context: Context) -> bool:
    meaning = context.services.remarks.nearest(clause.unnamed)
    if meaning is None or meaning.code not in codes:
        return False
    return meaning.likeness >= (FRESH if just_done(context) else LIKE)


def redoes(context: Context) -> bool:
    """Whether a message right after something was done corrects what it was done with: "oh no, i meant 8.5"."""
    turn, language = context.turn, context.language
    if turn.has_waited:
        return False  # it was said before that was done
    at = language.find(turn.text, language.phrases("correction"))
    if at is None or at > BEFORE_CORRECTION or language.adds(turn.text) or not just_done(context):
        return False
    names = bool(turn.entities) or any(map(str.isdigit, turn.text)) or language.says(turn.text, "keeps")
    names = names or context.services.reasons.literal(turn.text) is not None
    return names and (not turn.is_wish or turn.intent in DOING_ANEW)


def _told_of_parcel(context: Context) -> bool:
    """Whether the order spoken of was told to be late or lost."""
    return last_order(context) is not None and not OVERDUE.isdisjoint(context.turn.responses_said)
