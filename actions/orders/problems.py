"""Something went wrong: late, lost, damaged, wrong, missing. What the policy gives for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from actions.orders.money import give_back, named_method
from actions.orders.problem_types import ProblemQuote, RemedyOffer
from actions.orders.reading import status_of
from actions.orders.return_types import Each, ReturnLine, each_line
from actions.orders.returning import return_line, return_window
from actions.orders.settled import (
    PIECE_BY_PIECE,
    settled_already,
    settled_pieces,
    settlements,
    unsent,
)
from actions.orders.tracking import track
from actions.orders.types import UNDER_WAY, Parcel, Refusal, Why
from actions.shop.models import Order, OrderItem, OrderStatus, Problem
from actions.shop.policy import Policy, ProblemRule, Remedy
from actions.shop.working_days import end_of_day


def quote_problem(
    order: Order, kind: Each, lines: Mapping[int, int], evidence: str, policy: Policy, now: datetime
) -> ProblemQuote | Refusal:
    """What the policy gives for problems with these lines (line → pieces), each of its own kind. Of several kinds it is
    what each of them gives. Where a replacement of these very pieces is not sent yet, it is what may take its place."""
    if earlier := unsent_report(order, lines, policy, now):
        return _in_place_of(earlier, order, policy)
    kinds = each_line(kind, lines)
    named = {kind} if isinstance(kind, str) else set(kinds.values())
    if not named <= set(policy.problems):
        return Refusal(Why.UNKNOWN_PROBLEM, order.order_number, allowed=tuple(policy.problems))
    for name in sorted(named):
        own = {line: pieces for line, pieces in lines.items() if kinds[line] == name}
        if refusal := _judge(own, evidence, policy.problems[name], order, policy, now):
            return refusal
    rules = [policy.problems[name] for name in sorted(named)]
    items = items_of(order, lines, kinds)
    value = sum((item.amount for item in items), Decimal(0))
    warranted = any(
        _over(ordered_item(order, line), policy.problems[kinds[line]], order, policy, now) for line in lines
    )
    within_limit = all(rule.up_to is None or value <= rule.up_to for rule in rules)
    given = [each for each in rules[0].remedies if all(each in rule.remedies for rule in rules)]
    mine = given if within_limit and not warranted else []
    offers = [_offer(remedy, value, lines, order, policy) for remedy in mine]
    return ProblemQuote(
        order_number=order.order_number,
        items=items,
        offers=tuple(offer for offer in offers if offer),
        otherwise=tuple(dict.fromkeys(way for rule in rules for way in rule.otherwise)),
        currency=policy.currency,
    )


def unsent_report(order: Order, lines: Mapping[int, int], policy: Policy, now: datetime) -> Problem | None:
    """The report of these very pieces whose replacement is not sent yet."""
    made = unsent(next(iter(lines)), order, policy, now) if lines else None
    return made if made and {item.line: item.quantity for item in made.items} == dict(lines) else None


def _in_place_of(made: Problem, order: Order, policy: Policy) -> ProblemQuote:
    """What can be done instead of sending the pieces of a report again."""
    lines = {item.line: item.quantity for item in made.items}
    items = items_of(order, lines, {item.line: item.kind for item in made.items})
    refund = _offer("refund", sum((item.amount for item in items), Decimal(0)), lines, order, policy)
    return ProblemQuote(
        order_number=order.order_number,
        items=items,
        offers=(refund,) if refund else (),
        otherwise=("person",),
        currency=policy.currency,
        in_place_of=made.problem_number,
    )


def _judge(
    lines: Mapping[int, int],
    evidence: str,
    rule: ProblemRule,
    order: Order,
    policy: Policy,
    now: datetime,
) -> Refusal | None:
    """Why the problem that these lines have cannot be taken up."""
    refusal = Refusal(Why.WRONG_STATUS, order.order_number, instead=rule.otherwise)
    standing = [status_of(item, order) for item in order.items if not lines or item.line in lines]
    if wrong := next((status for status in standing if status not in rule.statuses), None):
        arrived = rule.tracking_shows and wrong == OrderStatus.DELIVERED
        because = "says_delivered" if arrived else None
        if (
            not rule.tracking_shows and wrong in UNDER_WAY
        ):  # by the tracking; the parcel may be there all the same
            because, refusal = "not_here_by_tracking", replace(refusal, instead=("person", "track_order"))
        return replace(refusal, status=wrong, because=because, allowed=tuple(rule.statuses))
    if not lines:
        return replace(refusal, why=Why.NOTHING_CHOSEN)
    for line, pieces in lines.items():
        if found := _refused(line, pieces, rule, order, policy, now):
            return found
    if rule.tracking_shows and (unseen := _not_shown(lines, rule, order, policy, now)):
        return unseen
    if rule.evidence and not evidence.strip():
        return replace(refusal, why=Why.EVIDENCE_NEEDED, instead=())
    return None


def _refused(
    line: int, pieces: int, rule: ProblemRule, order: Order, policy: Policy, now: datetime
) -> Refusal | None:
    """Why this line's problem cannot be taken up: no such pieces, settled already, or too late."""
    item = next((item for item in order.items if item.line == line), None)
    if item is None:
        known = tuple(str(item.line) for item in order.items)
        return Refusal(Why.UNKNOWN_LINE, order.order_number, line, allowed=known)
    refusal = Refusal(Why.BAD_QUANTITY, order.order_number, line, item.variant.product.title)
    by_report = any(each.line == line and each.how in PIECE_BY_PIECE for each in settlements(order))
    left = item.quantity - settled_pieces(order)[line]
    if by_report or left <= 0:  # told anew in other words, the same thing would be put right twice
        return settled_already(item, order, policy, now)
    if not 1 <= pieces <= left:
        return replace(refusal, available=left)
    over = _over(item, rule, order, policy, now)
    if isinstance(over, Refusal):
        return over
    if over and not (rule.warranty_days and now <= _days_after(rule.warranty_days, item, order, policy)):
        days = _days(item, rule, policy)
        late = replace(refusal, why=Why.PAST_WINDOW, because="reported_late", window_days=days, until=over)
        return replace(late, instead=rule.otherwise)
    return None


def _over(
    item: OrderItem, rule: ProblemRule, order: Order, policy: Policy, now: datetime
) -> datetime | Refusal | None:
    """Since when the shop settles it by itself no more; None while it does."""
    until = _until(item, rule, order, policy)
    return until if isinstance(until, Refusal) or (until and now > until) else None


def _days(item: OrderItem, rule: ProblemRule, policy: Policy) -> int | None:
    """For how many days from its delivery the shop settles it by itself; None for ever."""
    product = item.variant.product
    within = rule.within
    return policy.returns.window(product.type, product.category) if within == "return_window" else within


def _until(item: OrderItem, rule: ProblemRule, order: Order, policy: Policy) -> datetime | Refusal | None:
    """Until when the shop settles it by itself; None for ever."""
    if rule.within is None:
        return None
    if rule.within == "return_window":
        return return_window(item, order, policy)
    return _days_after(rule.within, item, order, policy)


def _days_after(days: int, item: OrderItem, order: Order, policy: Policy) -> datetime:
    """The end of the day so many days after the line's delivery."""
    arrived = (item.shipment.delivered if item.shipment else None) or order.placed
    zone = policy.delivery.time_zone
    return end_of_day(arrived.astimezone(zone).date() + timedelta(days=days), zone)


def _not_shown(
    lines: Mapping[int, int], rule: ProblemRule, order: Order, policy: Policy, now: datetime
) -> Refusal | None:
    """The refusal where the parcels of these lines are not seen to be late, or lost."""
    tracking = track(order, policy.delivery, now)

    def shows(parcel: Parcel) -> bool:
        return parcel.late if rule.tracking_shows == "late" else parcel.lost

    shown = {line for parcel in tracking.parcels if shows(parcel) for line in parcel.lines}
    if shown.issuperset(lines):
        return None
    return Refusal(
        Why.NOT_SHOWN,
        order.order_number,
        status=rule.tracking_shows,
        expected=tracking.expected,
        instead=rule.otherwise,
    )


def _offer(
    remedy: Remedy, value: Decimal, lines: Mapping[int, int], order: Order, policy: Policy
) -> RemedyOffer | None:
    """The remedy, if it is possible: pieces to be sent again are in stock, and there is something to pay back."""
    if remedy == "replacement":
        needed: dict[str, int] = {}
        for line, pieces in lines.items():
            sku = ordered_item(order, line).sku
            needed[sku] = needed.get(sku, 0) + pieces
        stock = {item.sku: item.variant.stock for item in order.items}
        return RemedyOffer(remedy, ()) if all(stock[sku] >= n for sku, n in needed.items()) else None
    amount = value if remedy == "refund" else order.delivery_cost
    repaid = any(made.remedy == "refund_delivery" for made in order.problems)
    method = named_method(order, None, policy.returns.refund_to)
    if not amount or (remedy == "refund_delivery" and repaid) or isinstance(method, Refusal):
        return None
    return RemedyOffer(remedy, (give_back(amount, method, policy),))


def items_of(order: Order, lines: Mapping[int, int], kinds: Mapping[int, str]) -> tuple[ReturnLine, ...]:
    """Pieces of lines as they are shown in a report, each with what is wrong with it."""
    return tuple(
        return_line(item, pieces, item.unit_price * pieces, kinds[line])
        for line, pieces in sorted(lines.items())
        if (item := ordered_item(order, line))
    )


def ordered_item(order: Order, line: int) -> OrderItem:
    """The order's line of that number."""
    return next(item for item in order.items if item.line == line)
