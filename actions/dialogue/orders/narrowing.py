"""Of several orders those of which a message speaks by what is in them, and by how far they have come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.orders.types import OrderView


def narrowed(orders: Sequence[OrderView], said: Iterable[Clause], language: Language) -> list[OrderView]:
    """Those of the orders that hold what was named and are as open as was said; where none is so, all."""
    left = list(orders)
    for clause in said:
        left = _as_open(_holding(left, clause, language), clause, language)
    return left


def _holding(orders: list[OrderView], clause: Clause, language: Language) -> list[OrderView]:
    """Those that hold the goods that a message names, or most of them."""
    named = [clause.text[e.start : e.end] for e in clause.entities if e.kind in GOODS and e.role != "not"]
    options = [
        Option(o.order_number, tuple(i.title for i in o.items), tuple(i.type for i in o.items))
        for o in orders
    ]
    chosen = choose(clause.part(" ".join(named), ()), options, language, shown=False) if named else None
    return [order for order in orders if order.order_number in chosen.keys] if chosen else orders


def _as_open(orders: list[OrderView], clause: Clause, language: Language) -> list[OrderView]:
    """Those that are still to be sent, where a message says so: "my pending order"."""
    pending = [order for order in orders if order.is_open] if language.says(clause.text, "pending") else []
    return pending or orders
