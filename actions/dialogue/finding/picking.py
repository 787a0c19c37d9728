"""Recognising that some of what was shown is picked: "the second one in black, L", "the first two"."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import named, without_traits
from actions.dialogue.products.asking_which import just_asked, only_points


def picks_variant(context: Context) -> bool:
    """Whether a message points at one of the products shown, says in which size or colour, and nothing else."""
    turn, says = context.turn, context.language.says
    if turn.values("quantity") or any(says(turn.text, kind) for kind in ("puts", "buys", "in_cart")):
        return False  # that is for the cart
    bare = without_traits(turn)
    return bare is not turn and _points(bare, context) == 1


def points_at_several(context: Context) -> bool:
    """Whether a message only points at a few of the products shown, of which nothing was asked yet."""
    return (
        bool(context.turn.values("ordinal"))
        and not just_asked(context)
        and _points(context.turn, context) > 1
    )


def _points(clause: Clause, context: Context) -> int:
    """At how many of the products shown a message points that does nothing else."""
    if clause.text.startswith("/") or not context.turn.slot("shown"):
        return 0
    language = context.language
    pointing = (
        clause.values("ordinal") or clause.values("sort_by") or language.says(clause.text, "one_of_them")
    )
    if not pointing or not only_points(clause, context):
        return 0
    return len(named(clause, context))
