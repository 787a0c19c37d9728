"""What kind of product a told need asks for: "my knees hurt going downhill" for trekking poles."""

from __future__ import annotations

from collections.abc import Mapping

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context

TOLD = 4
"""Words from which a message may tell a need, rather than name a thing."""
LIKE = 0.5
"""Least likeness to a known need at which a search that names no kind is for that kind."""
PLAIN, OWN, SURE = 0.8, 0.7, 0.65
"""The same where a kind is named: in a search, in what may speak of something owned, and in what was taken for
something else: "bikes are stolen here all the time" asks for no bike."""
MISTAKEN: Mapping[str, float] = {
    "ask_recommendation": 0.5, "ask_goes_with": 0.55, "ask_product_detail": 0.55, "nlu_fallback": 0.57,
    "track_order": 0.57, "report_problem": 0.57, "inform": 0.6, "give_feedback": 0.62, "chitchat": 0.62,
    "complain": 0.65,
}  # fmt: skip
"""Intents that a told need is taken for, and from which likeness on it is one all the same: what nobody served gives
way more easily. Among the training examples of each intent few are so like a need."""
OF_OWN = frozenset({"report_problem", "complain", "track_order"})
"""Intents that speak of what somebody has or awaits."""
UNWRITTEN = 0.6
"""The same for a question about the shop that no written answer covers."""


def kind_for(clause: Clause, context: Context, likeness: float = LIKE) -> str | None:
    """The kind of product that a message asks for by telling a need; None where it tells no known one, or names a kind
    itself and tells none plainly."""
    of_shown = context.language.says(clause.text, "pointed") or context.language.asks_of_it(clause.text)
    if context.turn.slot("shown") and of_shown:
        return None  # "is it good for winter?"
    if len(context.language.words(clause.text)) < TOLD or context.language.says(clause.text, "gift"):
        return None  # "ski goggles" name a thing, if one that there is not; what to give is another question
    named = any(entity.kind in ("product_type", "product", "brand") for entity in clause.entities)
    asks_what_for = clause.intent == "ask_recommendation" and context.services.purposes.named(clause.text)
    if named or asks_what_for:  # "what do I need for camping?" takes more than a tent
        least = OWN if clause.intent in OF_OWN else SURE if clause.intent in MISTAKEN else PLAIN
        likeness = max(likeness, least)
    need = context.services.needs.nearest(clause.text)
    return need.code if need and need.likeness >= likeness else None


def told(context: Context) -> bool:
    """Whether the message tells a need, whatever intent it was taken for."""
    turn = context.turn
    least = MISTAKEN.get(turn.intent)
    ordered = turn.intent in OF_OWN and context.language.says(turn.text, "own_things")  # "my parcel is wet"
    if least is None or ordered or turn.first("order_number") is not None:
        return False
    return kind_for(turn, context, least) is not None
