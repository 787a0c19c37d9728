"""Recognising a remark about what was suggested or done, whatever intent it was taken for."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.turn import Clause

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
UNDO = "undo_form"
UNDOING = ("undo", "call_off")
FRESH = 0.6
"""Likeness from which a message right after something was done wants that undone; it is asked before it is."""
ABOUT_DONE = {"undo": UNDO}
AT_ANY_TIME = {
    "look_back": "action_look_back",
    "no_history": "action_switch_off_suggestions",
    "use_history": "action_switch_on_suggestions",
    "call_off": UNDO,
}


def serving(context: Context) -> str | None:
    """The action that serves the remark that the message is; None where it is none."""
    turn = context.turn
    if turn.is_button:
        return None
    meaning = context.services.remarks.nearest(turn.unnamed)
    if meaning and meaning.code in UNDOING and meaning.likeness >= FRESH and _just_done(context):
        return UNDO
    own = turn.confidence >= SURE and turn.intent not in MISTAKEN
    if meaning is None or meaning.likeness < (ALIKE if own else LIKE):
        return None
    about_shown = ABOUT_SHOWN if turn.slot("shown") else {}
    about_done = ABOUT_DONE if turn.slot("deeds") else {}
    return (about_shown | about_done | AT_ANY_TIME).get(meaning.code)


def undoes(clause: Clause, context: Context) -> bool:
    """Whether a message wants what was done undone."""
    meaning = context.services.remarks.nearest(clause.unnamed)
    least = FRESH if _just_done(context) else LIKE
    return meaning is not None and meaning.likeness >= least and meaning.code in UNDOING


def _just_done(context: Context) -> bool:
    """Whether the last thing that happened is that something was done to an order."""
    turn, last = context.turn, context.turn.slot("last_order", {})
    done = last.get("order_number") in turn.slot("deeds", {}) and not turn.first("order_number")
    return done and bool(last["turn"] == turn.number - 1)
