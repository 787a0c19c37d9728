"""A message that may mean several wishes ("order", "refund"), or one that is not likely here: asking which."""

from __future__ import annotations

from actions.dialogue.clause import WISH
from actions.dialogue.context import Context
from actions.dialogue.intents import BROWSING, SMALL_TALK
from actions.dialogue.messages import Choice
from actions.dialogue.talk import doubting

OFFERED = 3
"""How many of the likeliest wishes are offered."""
FEW_WORDS = 2
SURE = 0.9
"""Confidence from which even so short a message is taken at its word."""
POSSIBLE = 0.1
"""Confidence from which a doubtful message may mean a wish."""
ABOUT_SHOWN = BROWSING - {"search_product"}
"""Intents that speak of what was shown, if anything was."""
PLAIN = SMALL_TALK | {"affirm", "deny", "nlu_fallback"}
"""Intents whose own actions say best what there is to say."""


def ask_which(context: Context) -> bool:
    """Whether so short or doubtful a message leaves open what is wanted; the likeliest wishes have then been offered as
    buttons."""
    turn = context.turn
    words = context.language.words(turn.text)
    if doubting.doubted(context):
        choices = nearest(context, POSSIBLE)
        return _offer("utter_is_it_this" if len(choices) == 1 else "utter_which_wish", choices, context)
    if turn.intent == "ask_faq" and context.services.faq.answer(turn.text):
        return False
    if turn.slot("last_order") and context.language.says(turn.text, "points_back"):
        return False  # "cancel it", where that can be understood
    if turn.intent in ABOUT_SHOWN and (turn.slot("shown") or turn.slot("focus")):
        return False  # "what colours?"
    if turn.intent == "search_product" and turn.confidence >= WISH:
        return False  # one word for a thing that the shop may not have
    if turn.is_button or turn.entities or turn.confidence >= SURE or turn.intent in PLAIN:
        return False
    if not 0 < len(words) <= FEW_WORDS or not any(character.isalpha() for character in turn.text):
        return False
    return _offer("utter_which_wish", nearest(context), context)


def _offer(response: str, choices: list[Choice], context: Context) -> bool:
    if choices:
        context.say(response, choices=choices)
    return bool(choices)


def nearest(context: Context, least: float = 0.0) -> list[Choice]:
    """Buttons for the wishes that the message was most likely to mean, with at least that confidence, as far as they
    have a name."""
    ranking = context.turn.tracker.latest_message.get("intent_ranking") or []
    names = [str(entry["name"]) for entry in ranking if entry["confidence"] >= least]
    offered = [name for name in names if f"utter_offer_{name}" in context.phrases][:OFFERED]
    return [
        Choice(b["title"], b["payload"])
        for name in offered
        for b in context.phrases.buttons(f"utter_offer_{name}")
    ]
