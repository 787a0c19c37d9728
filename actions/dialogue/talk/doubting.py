"""Doubting that a message asks for a task of an order or an account, by where the conversation stands: "that doesn't
leak in my bag" reports nothing after a search for bottles.

The classifier sees the message alone. Where products or an answer were spoken of last, such tasks begin more seldom,
and the odds of what it says are less by as much (Bayes' rule)."""

from __future__ import annotations

from actions.dialogue.clause import WISH
from actions.dialogue.context import Context
from actions.dialogue.intents import ABOUT_ORDERS
from actions.dialogue.talk.spoken import last_order

SELDOMER = 50.0
"""How much seldomer such a task begins out of products or an answer than out of nothing: an estimate."""
PLAIN = 0.9
"""Probability from which it is believed."""


def doubted(context: Context) -> bool:
    """Whether the message was taken for such a task on weak evidence: it speaks of nothing that was ordered or is kept
    about the shopper, and as it stands is more likely something else."""
    turn, language = context.turn, context.language
    if turn.is_button or turn.intent not in ABOUT_ORDERS:
        return False
    if turn.intent == "cancel_order" and turn.confidence < WISH and not _calls_off(context):
        return True  # "and the last order i made": a yes away from what nobody asked for
    if last_order(context):
        return False
    if turn.first("order_number") or turn.first("email") or language.says(turn.text, "own_things"):
        return False
    asks = language.asks_in_particular(turn.text) or language.is_question(turn.text)
    elsewhere = _elsewhere(context)
    wants = not asks or (
        not elsewhere and not language.says(turn.text, "supposing")
    )  # "can i return the boots?"
    if wants and language.says(turn.text, "order_deeds"):
        return False
    if not elsewhere:
        return turn.confidence < (PLAIN if turn.values("product_type") else WISH)
    return asks or _probability(turn.confidence) < PLAIN


def instead(context: Context) -> str | None:
    """The action that serves a doubted message: an answer, a search for what it names, or one more wish for what was
    found; None where only the shopper can say what it is."""
    turn, language = context.turn, context.language
    asks = language.asks_in_particular(turn.text) or language.is_question(turn.text)
    if asks and context.services.faq.answer(language.spelt_out(turn.text), expected=True):
        return "action_answer_question"
    needs_new = turn.values("product_type") and language.says(turn.text, "needs_new")
    if language.says(turn.text, "possession") and not needs_new:
        return None
    if turn.values("product_type"):
        return "action_refine_search" if turn.slot("search") else "action_search_products"
    return "action_refine_search" if turn.slot("search") and not asks else None


def _calls_off(context: Context) -> bool:
    """Whether a message says in some words that something is not wanted."""
    return any(
        context.language.says(context.turn.text, kind) for kind in ("do_cancel", "unwanted", "negation")
    )


def _elsewhere(context: Context) -> bool:
    """Whether it is products, the cart or an answer that the conversation is about."""
    turn = context.turn
    return bool(turn.open_form or turn.slot("shown") or turn.slot("focus") or turn.answered_last)


def _probability(confidence: float) -> float:
    """How probable it is that a message out of products or an answer is what it was taken for."""
    return confidence / (confidence + SELDOMER * (1 - confidence))
