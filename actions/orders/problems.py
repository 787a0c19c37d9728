"""Something went wrong: late, lost, damaged, wrong, missing. What the policy gives for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from actions.orders.money import carry_out, give_back, named_method
from actions.orders.reading import returned_pieces, standing_returns, status_of
from actions.orders.return_types import ReturnLine
from actions.orders.returning import return_line, return_window
from actions.orders.tracking import track
from actions.orders.types import Movement, Parcel, Refusal, Why
from actions.shop.audit import next_id, public_number
from actions.shop.models import Order, OrderItem, OrderStatus, Problem, ProblemItem
from actions.shop.policy import Policy, ProblemRule, Remedy
from actions.shop.working_days import end_of_day


@dataclass(frozen=True, slots=True)
class RemedyOffer:
    """Something that the shop does about a problem by itself."""

    remedy: Remedy
    movements: tuple[Movement, ...]
    """What is paid back for it; nothing for pieces that are sent again."""

    @property
    def refund(self) -> Decimal:
        return sum((movement.amount for movement in self.movements), Decimal(0))


@dataclass(frozen=True, slots=True)
class ProblemQuote:
    """What can be done about a reported problem; nothing has been noted yet."""

    order_number: str
    kind: str
    items: tuple[ReturnLine, ...]
    offers: tuple[RemedyOffer, ...]
    """Best first; empty where a person decides."""
    otherwise: tuple[str, ...]
    """What else there is, as codes of tasks."""
    currency: str


@dataclass(frozen=True, slots=True)
class ProblemMade:
    """A problem as it stands in the database, with what is done about it."""

    problem_number: str
    order_number: str
    kind: str
    items: tuple[ReturnLine, ...]
    evidence: str
    remedy: str
    """Empty where a person decides."""
    refund: Decimal
    currency: str
    created: datetime
    otherwise: tuple[str, ...]
    already: bool


def quote_problem(
    order: Order, kind: str, lines: Mapping[int, int], evidence: str, policy: Policy, now: datetime
) -> ProblemQuote | Refusal:
    """What the policy gives for a problem with these lines (line → pieces)."""
    rule = policy.problems.get(kind)
    if rule is None:
        return Refusal(Why.UNKNOWN_PROBLEM, order.order_number, allowed=tuple(policy.problems))
    refusal = Refusal(Why.WRONG_STATUS, order.order_number, instead=rule.otherwise)
    standing = [status_of(item, order) for item in order.items if not lines or item.line in lines]
    if wrong := next((status for status in standing if status not in rule.statuses), None):
        arrived = rule.tracking_shows and wrong == OrderStatus.DELIVERED
        because = "says_delivered" if arrived else None
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
    items = _items(order, lines)
    value = sum((item.amount for item in items), Decimal(0))
    warranted = any(_over(_item(order, line), rule, order, policy, now) for line in lines)
    within_limit = rule.up_to is None or value <= rule.up_to
    mine = rule.remedies if within_limit and not warranted else ()
    offers = [_offer(remedy, value, lines, order, policy) for remedy in mine]
    return ProblemQuote(
        order_number=order.order_number,
        kind=kind,
        items=items,
        offers=tuple(offer for offer in offers if offer),
        otherwise=rule.otherwise,
        currency=policy.currency,
    )


def made_before(order: Order, kind: str, lines: Mapping[int, int], key: str | None) -> Problem | None:
    """The problem that a repeated report means: the one noted with that key, or of the very same."""
    for made in order.problems:
        same = made.kind == kind and {item.line: item.quantity for item in made.items} == dict(lines)
        if same or (key is not None and made.idempotency_key == key):
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
        kind=quoted.kind,
        evidence=evidence.strip(),
        remedy=remedy.remedy if remedy else "",
        refund=remedy.refund if remedy else Decimal(0),
        created=now,
        idempotency_key=key,
        items=[
            ProblemItem(
                order_number=order.order_number, line=item.line, quantity=item.quantity, amount=item.amount
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
            _item(order, line.line).variant.stock -= line.quantity
    return made


def problem_view(made: Problem, order: Order, policy: Policy, already: bool) -> ProblemMade:
    """The problem as its customer may see it."""
    rule = policy.problems.get(made.kind)
    return ProblemMade(
        problem_number=made.problem_number,
        order_number=order.order_number,
        kind=made.kind,
        items=_items(order, {item.line: item.quantity for item in made.items}),
        evidence=made.evidence,
        remedy=made.remedy,
        refund=made.refund,
        currency=policy.currency,
        created=made.created,
        otherwise=rule.otherwise if rule else (),
        already=already,
    )


def _refused(
    line: int, pieces: int, rule: ProblemRule, order: Order, policy: Policy, now: datetime
) -> Refusal | None:
    """Why this line's problem cannot be taken up: no such pieces, settled already, or too late."""
    item = next((item for item in order.items if item.line == line), None)
    if item is None:
        known = tuple(str(item.line) for item in order.items)
        return Refusal(Why.UNKNOWN_LINE, order.order_number, line, allowed=known)
    refusal = Refusal(Why.BAD_QUANTITY, order.order_number, line, item.variant.product.title)
    settled = [made for made in order.problems if made.remedy and any(i.line == line for i in made.items)]
    if settled:
        number = settled[-1].problem_number
        put_right = replace(refusal, why=Why.ALREADY_RETURNED, because="put_right", return_number=number)
        return replace(put_right, instead=("person",))
    left = item.quantity - returned_pieces(order)[line]
    if not left:
        back = [made for made in standing_returns(order) if any(i.line == line for i in made.items)]
        number = back[-1].return_number
        return replace(refusal, why=Why.ALREADY_RETURNED, return_number=number, instead=("track_refund",))
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
            sku = _item(order, line).sku
            needed[sku] = needed.get(sku, 0) + pieces
        stock = {item.sku: item.variant.stock for item in order.items}
        return RemedyOffer(remedy, ()) if all(stock[sku] >= n for sku, n in needed.items()) else None
    amount = value if remedy == "refund" else order.delivery_cost
    repaid = any(made.remedy == "refund_delivery" for made in order.problems)
    method = named_method(order, None, policy.returns.refund_to)
    if not amount or (remedy == "refund_delivery" and repaid) or isinstance(method, Refusal):
        return None
    return RemedyOffer(remedy, (give_back(amount, method, policy),))


def _items(order: Order, lines: Mapping[int, int]) -> tuple[ReturnLine, ...]:
    return tuple(
        return_line(item, pieces, item.unit_price * pieces)
        for line, pieces in sorted(lines.items())
        if (item := _item(order, line))
    )


def _item(order: Order, line: int) -> OrderItem:
    return next(item for item in order.items if item.line == line)
