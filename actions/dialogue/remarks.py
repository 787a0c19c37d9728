"""Recognising a remark about what was suggested, whatever intent it was taken for."""

from __future__ import annotations

from actions.dialogue.context import Context

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
AT_ANY_TIME = {
    "look_back": "action_look_back",
    "no_history": "action_switch_off_suggestions",
    "use_history": "action_switch_on_suggestions",
}


def serving(context: Context) -> str | None:
    """The action that serves the remark that the message is; None where it is none."""
    turn = context.turn
    if turn.is_button:
        return None
    meaning = context.services.remarks.nearest(turn.unnamed)
    own = turn.confidence >= SURE and turn.intent not in MISTAKEN
    if meaning is None or meaning.likeness < (ALIKE if own else LIKE):
        return None
    about_shown = ABOUT_SHOWN if turn.slot("shown") else {}
    return (about_shown | AT_ANY_TIME).get(meaning.code)
