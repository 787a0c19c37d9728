"""What was already done about the pieces of an order, by whichever way: nothing is made good twice.

A piece is settled once it is on its way back or was taken back, was exchanged, or was paid back or sent again because
of a problem. Calling a return or exchange off unsettles its pieces. What a person has yet to decide settles nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from actions.orders.delivering import sent_at
from actions.orders.types import Refusal, Why
from actions.shop.models import Order, OrderItem, Problem, Return, ReturnStatus
from actions.shop.policy import Policy

PIECE_BY_PIECE = frozenset({"replacement", "refund"})
"""Remedies that settle the pieces they are given for; the delivery's cost paid back settles none."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Something that was done about pieces of one line."""

    number: str
    how: str
    """`return`, `exchange`, `replacement` or `refund`."""
    line: int
    pieces: int
    created: datetime


def standing_returns(order: Order) -> list[Return]:
    """The order's returns and exchanges that were not called off, oldest first."""
    return [made for made in order.returns if made.status != ReturnStatus.CANCELLED]


def settlements(order: Order) -> list[Settlement]:
    """All that was done about the order's pieces and stands, the oldest first."""
    returns = [
        Settlement(made.return_number, made.kind, item.line, item.quantity, made.created)
        for made in standing_returns(order)
        for item in made.items
    ]
    problems = [
        Settlement(made.problem_number, made.remedy, item.line, item.quantity, made.created)
        for made in order.problems
        if made.remedy in PIECE_BY_PIECE
        for item in made.items
    ]
    return sorted([*returns, *problems], key=lambda each: (each.created, each.number))


def settled_pieces(order: Order) -> Counter[int]:
    """Line → pieces that are settled."""
    pieces = Counter[int]()
    for each in settlements(order):
        pieces[each.line] += each.pieces
    return pieces


def settled_already(item: OrderItem, order: Order, policy: Policy, now: datetime) -> Refusal:
    """The refusal to do anything further about a line, by what was done about it last. While its replacement is not
    sent, `instead` has `other_remedy`: it can still be paid back in its place."""
    last = [each for each in settlements(order) if each.line == item.line][-1]
    instead: tuple[str, ...] = ("track_refund", "person")
    if last.how == "exchange":
        instead = ("person",)
    elif last.how == "replacement":
        instead = ("other_remedy", "person") if unsent(item.line, order, policy, now) else ("person",)
    return Refusal(
        Why.ALREADY_SETTLED,
        order.order_number,
        item.line,
        item.variant.product.title,
        because=HOW[last.how],
        return_number=last.number,
        instead=instead,
    )


HOW = {
    "return": "on_its_way_back",
    "exchange": "exchanged",
    "replacement": "sent_again",
    "refund": "paid_back",
}
"""How a piece was settled → the code of it in a refusal."""


def settled_order(order: Order) -> Refusal | None:
    """The refusal to change or cancel an order of which something is settled, or None."""
    made = settlements(order)
    if not made:
        return None
    last = made[-1]
    title = next(item.variant.product.title for item in order.items if item.line == last.line)
    return Refusal(
        Why.ALREADY_SETTLED,
        order.order_number,
        last.line,
        title,
        because=HOW[last.how],
        return_number=last.number,
        instead=("person",),
    )


def unsent(line: int, order: Order, policy: Policy, now: datetime) -> Problem | None:
    """The report whose replacement of a line can still be something else: the policy lets its remedy change, and by
    the rules of delivery it has not left yet."""
    for made in reversed(order.problems):
        kinds = {item.kind for item in made.items}
        if made.remedy != "replacement" or all(item.line != line for item in made.items):
            continue
        rules = [policy.problems[kind] for kind in kinds if kind in policy.problems]
        lines = {item.line for item in made.items}
        products = [item.variant.product for item in order.items if item.line in lines]
        if rules and all(rule.change_remedy and "refund" in rule.remedies for rule in rules):
            return made if now < sent_at(made.created, products, policy.delivery) else None
    return None
