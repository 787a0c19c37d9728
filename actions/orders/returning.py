"""What can go back, and what it pays: the policy's return rules, evaluated on an order. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from actions.orders.money import give_back, named_method
from actions.orders.reading import open_changes, payment_view, status_of
from actions.orders.return_types import Each, Refund, ReturnableItem, ReturnLine, ReturnQuote, each_line
from actions.orders.settled import settled_already, settled_pieces, standing_returns
from actions.orders.types import Refusal, Why
from actions.shop.models import Order, OrderItem, PaymentKind, PaymentMethod
from actions.shop.policy import Policy
from actions.shop.working_days import end_of_day


def returnable(order: Order, policy: Policy, now: datetime) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
    """Each line as what can go back or why it can't; one refusal where the order's status forbids all."""
    statuses = policy.returns.statuses
    if not (standing_returns(order) or any(status_of(item, order) in statuses for item in order.items)):
        return wrong_status(order, statuses, policy)
    return tuple(judge(item, order, statuses, policy, now) for item in order.items)


def quote(
    order: Order,
    lines: Mapping[int, int],
    reason: Each,
    policy: Policy,
    now: datetime,
    payment_id: str | None = None,
) -> ReturnQuote | Refusal:
    """What returning these lines (line → quantity) would do, each for its own reason; a refusal where none of them can
    go back."""
    judged = returnable(order, policy, now)
    if isinstance(judged, Refusal):
        return judged
    if not lines:
        return Refusal(Why.NOTHING_CHOSEN, order.order_number)
    reasons = each_line(reason, lines)
    if not set(reasons.values()) <= set(policy.returns.reasons):
        return Refusal(Why.UNKNOWN_REASON, order.order_number, allowed=tuple(policy.returns.reasons))
    by_line = dict(zip((item.line for item in order.items), judged, strict=True))
    asked = [_quantity(by_line, order, line, pieces, reasons[line]) for line, pieces in sorted(lines.items())]
    refused = tuple(answer for answer in asked if isinstance(answer, Refusal))
    items = tuple(answer for answer in asked if isinstance(answer, ReturnLine))
    if not items:
        return in_one(refused)
    method = named_method(order, payment_id, policy.returns.refund_to)
    if isinstance(method, Refusal):
        return method
    goods = sum((item.amount for item in items), Decimal(0))
    money = refund(goods, policy.returns.deduction(item.why for item in items), method, policy)
    waits = money.starts != "requested" or not money.amount
    return ReturnQuote(
        order_number=order.order_number,
        items=items,
        refund=money,
        movements=() if waits else (give_back(money.amount, method, policy),),
        refused=refused,
        earlier=len(order.returns),
    )


def refund(goods: Decimal, postage: Decimal, payment: PaymentMethod, policy: Policy) -> Refund:
    """The goods less the postage, paid back by a method."""
    rule = policy.refunds[PaymentKind(payment.kind)]
    return Refund(
        goods=goods,
        postage=postage,
        amount=max(goods - postage, Decimal(0)),
        currency=policy.currency,
        payment=payment_view(payment),
        working_days=rule.working_days,
        starts=rule.starts,
    )


def return_line(item: OrderItem, pieces: int, amount: Decimal, why: str) -> ReturnLine:
    """Pieces of a line as they are shown in a return or a report."""
    return ReturnLine(
        line=item.line,
        product_id=item.variant.product_id,
        title=item.variant.product.title,
        colour=item.variant.colour,
        size=item.variant.size,
        quantity=pieces,
        amount=amount,
        why=why,
    )


def in_one(refusals: tuple[Refusal, ...]) -> Refusal:
    """Several lines' refusals as one: a single line's own, else one with their common reason, if any."""
    if len(refusals) == 1:
        return refusals[0]
    reasons = {refusal.why for refusal in refusals}
    return Refusal(
        why=reasons.pop() if len(reasons) == 1 else Why.NOTHING_POSSIBLE,
        order_number=refusals[0].order_number,
        instead=tuple(dict.fromkeys(way for refusal in refusals for way in refusal.instead)),
        lines=refusals,
    )


def only_once(order: Order, policy: Policy) -> Refusal | None:
    """The refusal of a further return or exchange, where the policy allows an order one of them."""
    made = standing_returns(order)
    if not policy.returns.once or not made:
        return None
    last = made[-1].return_number
    return Refusal(Why.ONCE_ONLY, order.order_number, return_number=last, instead=("person",))


def judge(
    item: OrderItem, order: Order, statuses: Collection[str], policy: Policy, now: datetime
) -> ReturnableItem | Refusal:
    """The line as what can go back, to be returned or exchanged while it is in one of `statuses`."""
    product = item.variant.product
    refusal = Refusal(Why.UNKNOWN_LINE, order.order_number, item.line, product.title)
    left = item.quantity - settled_pieces(order)[item.line]
    if left <= 0:
        return settled_already(item, order, policy, now)
    if status_of(item, order) not in statuses:
        return replace(wrong_status(order, statuses, policy), line=item.line, title=product.title)
    if once := only_once(order, policy):
        return replace(once, line=item.line, title=product.title)
    if because := policy.returns.never_because(product.type, product.category):
        return replace(refusal, why=Why.NOT_RETURNABLE, because=because, instead=policy.returns.otherwise)
    until = return_window(item, order, policy)
    if isinstance(until, Refusal):
        return until
    if until and now > until:
        return replace(
            refusal,
            why=Why.PAST_WINDOW,
            window_days=policy.returns.window(product.type, product.category),
            until=until,
            instead=policy.returns.otherwise,
        )
    return ReturnableItem(
        line=item.line,
        product_id=product.product_id,
        title=product.title,
        type=product.type,
        colour=item.variant.colour,
        size=item.variant.size,
        unit_price=item.unit_price,
        available=left,
        until=until,
    )


def return_window(item: OrderItem, order: Order, policy: Policy) -> datetime | Refusal | None:
    """The end of the line's return window; None where it never ends, `NOT_DELIVERED` where it has not begun."""
    product = item.variant.product
    arrived = item.shipment.delivered if item.shipment else order.placed
    if arrived is None:
        return Refusal(
            Why.NOT_DELIVERED, order.order_number, item.line, product.title, instead=("track_order",)
        )
    window = policy.returns.window(product.type, product.category)
    if window is None:
        return None
    zone = policy.delivery.time_zone
    return end_of_day(arrived.astimezone(zone).date() + timedelta(days=window), zone)


def shortest_window(order: Order, policy: Policy) -> int | None:
    """Days from its arrival in which all of the order that may come back can; None where there is no such limit."""
    products = [item.variant.product for item in order.items]
    rules, back = (
        policy.returns,
        [p for p in products if not policy.returns.never_because(p.type, p.category)],
    )
    return min((days for p in back if (days := rules.window(p.type, p.category)) is not None), default=None)


def wrong_status(order: Order, statuses: Collection[str], policy: Policy) -> Refusal:
    """What is said where the order's status forbids it."""
    return Refusal(
        Why.WRONG_STATUS,
        order.order_number,
        status=order.status,
        wish="return_item",
        window_days=shortest_window(order, policy),
        allowed=tuple(statuses),
        instead=open_changes(order, policy) or ("track_order",),
    )


def _quantity(
    judged: Mapping[int, ReturnableItem | Refusal], order: Order, line: int, pieces: int, reason: str
) -> ReturnLine | Refusal:
    found = judged.get(line)
    if found is None:
        return Refusal(Why.UNKNOWN_LINE, order.order_number, line, allowed=tuple(map(str, judged)))
    if isinstance(found, Refusal):
        return found
    if not 1 <= pieces <= found.available:
        return Refusal(Why.BAD_QUANTITY, order.order_number, line, found.title, available=found.available)
    item = next(item for item in order.items if item.line == line)
    return return_line(item, pieces, item.unit_price * pieces, reason)
