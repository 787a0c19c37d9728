"""Problems in the database: noting one, finding the one that was noted, and giving it another remedy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from actions.orders.money import carry_out
from actions.orders.problem_types import ProblemMade, ProblemQuote, RemedyOffer
from actions.orders.problems import items_of, ordered_item
from actions.orders.return_types import Each, each_line
from actions.shop.audit import next_id, public_number
from actions.shop.models import Order, Problem, ProblemItem
from actions.shop.policy import Policy


def made_before(
    order: Order, kind: Each, lines: Mapping[int, int], remedy: str | None, key: str | None
) -> Problem | None:
    """The problem that a repeated report means: the one noted with that key, or of the very same. A replacement that
    was to be sent is not the refund that is wanted now."""
    told = {line: (lines[line], what) for line, what in each_line(kind, lines).items()}
    for made in order.problems:
        same = {item.line: (item.quantity, item.kind) for item in made.items} == told
        if same and (made.remedy, remedy) != ("replacement", "refund"):
            return made
        if key is not None and made.idempotency_key == key:
            return made
    return None


def make_problem(
    session: Session,
    order: Order,
    quoted: ProblemQuote,
    remedy: RemedyOffer | None,
    evidence: str,
    key: str | None,
    now: datetime,
) -> Problem:
    """Note the problem and do what was chosen; None leaves it to a person."""
    row_id = next_id(session, Problem)
    made = Problem(
        id=row_id,
        problem_number=public_number("P", row_id),
        evidence=evidence.strip(),
        remedy=remedy.remedy if remedy else "",
        refund=remedy.refund if remedy else Decimal(0),
        created=now,
        idempotency_key=key,
        items=[
            ProblemItem(
                order_number=order.order_number,
                line=item.line,
                quantity=item.quantity,
                kind=item.why,
                amount=item.amount,
            )
            for item in quoted.items
        ],
    )
    order.problems.append(made)
    session.flush()
    if remedy:
        carry_out(session, order, remedy.movements, made.problem_number, now)
    if remedy and remedy.remedy == "replacement":
        for line in quoted.items:
            ordered_item(order, line.line).variant.stock -= line.quantity
    return made


def change_remedy(
    session: Session, made: Problem, order: Order, remedy: RemedyOffer, now: datetime
) -> Problem:
    """Put another remedy in the place of a replacement that is not sent yet: its pieces are for sale again."""
    for item in made.items:
        ordered_item(order, item.line).variant.stock += item.quantity
    made.remedy, made.refund = remedy.remedy, remedy.refund
    session.flush()
    carry_out(session, order, remedy.movements, made.problem_number, now)
    return made


def problem_view(made: Problem, order: Order, policy: Policy, already: bool) -> ProblemMade:
    """The problem as its customer may see it."""
    rules = [policy.problems[item.kind] for item in made.items if item.kind in policy.problems]
    pieces = {item.line: item.quantity for item in made.items}
    return ProblemMade(
        problem_number=made.problem_number,
        order_number=order.order_number,
        items=items_of(order, pieces, {item.line: item.kind for item in made.items}),
        evidence=made.evidence,
        remedy=made.remedy,
        refund=made.refund,
        currency=policy.currency,
        created=made.created,
        otherwise=tuple(dict.fromkeys(way for rule in rules for way in rule.otherwise)),
        already=already,
    )
