"""Recognising a question about what was ordered, whatever intent it was taken for: when a thing comes, what it was and
cost, how it was paid, what a gift card still holds, why an order is cancelled."""

from __future__ import annotations

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context
from actions.dialogue.orders.own_lines import as_things, own_lines
from actions.dialogue.talk.spoken import just_done, just_spoken_of

FORM = "purchase_form"
LIKE = 0.7
"""Least likeness to a known question."""
OF_OWN = 0.6
"""The same, where what it names is among what the shopper has ordered."""
SURE = 0.9
"""Likeness from which it is one whatever it says besides."""
WHEREABOUTS, BOUGHT, PAID, BALANCE, CANCELLED = "whereabouts", "bought", "paid", "balance", "cancelled"


def kind_of(clause: Clause, context: Context) -> str | None:
    """What a message asks about something ordered; None where it asks nothing of the kind."""
    turn, language = context.turn, context.language
    if clause.text.startswith("/"):
        return None
    mine = bool(own_lines(clause, context))
    named = mine or any(entity.kind in GOODS for entity in clause.entities)
    texts = dict.fromkeys((clause.text, as_things(clause, context) if named else clause.text))
    readings = (context.services.purchases.nearest(text) for text in texts)
    best = max(filter(None, readings), key=lambda each: each.likeness, default=None)
    if best is None or best.likeness < (OF_OWN if mine else LIKE):
        return None
    says = language.says
    own = says(clause.text, "has_got")
    match best.code:
        case "whereabouts":
            shown = bool(turn.slot("shown")) and not own
            holds = named and (mine or own) and not shown
        case "bought":
            holds = named and best.likeness >= LIKE and _asks_back(clause, context)
        case "paid":
            holds = (says(clause.text, "has_paid") and best.likeness >= LIKE) or (
                just_spoken_of(context) and best.likeness >= SURE
            )
        case "balance":
            holds = says(clause.text, "credit") and (own or says(clause.text, "gift_left"))
        case "cancelled":
            holds = says(clause.text, "calls_off") and best.likeness >= LIKE
        case _:
            holds = False
    return best.code if holds else None


def meant(context: Context) -> str | None:
    """The form that answers a message about what was ordered; None where it asks nothing of the kind, or where
    something is that was ordered, which tracking tells."""
    turn = context.turn
    if turn.is_button or len(turn.wishes) > 1 or turn.open_form == FORM:
        return None
    kind = kind_of(turn, context)
    return FORM if kind and not (kind == WHEREABOUTS and asks_where(turn, context)) else None


def asks_why_cancelled(context: Context) -> bool:
    """Whether a message asks how an order came to be cancelled, and not whether that was done just now."""
    only = len(context.turn.wishes) < 2 and not just_done(context)
    return only and kind_of(context.turn, context) == CANCELLED


def asks_where(clause: Clause, context: Context) -> bool:
    """Whether a message asks where something is that was ordered, or when it comes; of somebody unknown, whether it
    may have been."""
    ordered = context.customer is None or bool(own_lines(clause, context))
    return ordered and kind_of(clause, context) == WHEREABOUTS


def _asks_back(clause: Clause, context: Context) -> bool:
    """Whether a message asks of something that somebody got before, and for nothing to go with it or like it."""
    language, text = context.language, clause.text
    asks = (
        language.says(text, "question")
        or language.says(text, "asks_whether")
        or language.says(text, "recalls")
    )
    further = any(language.says(text, kind) for kind in ("goes_with", "one_more", "own_size"))
    return asks and not further and language.says(text, "got_before")
