"""Returns in the database: making one, finding the one that was made, and how far its refund has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from actions.orders.changing import scoped
from actions.orders.money import AT_ONCE, carry_out
from actions.orders.reading import payment_view
from actions.orders.return_types import RefundStatus, ReturnMade, ReturnQuote
from actions.orders.returning import refund, return_line
from actions.orders.settled import settled_pieces, standing_returns
from actions.orders.types import Days
from actions.shop.audit import next_id, public_number
from actions.shop.models import Order, PaymentKind, Return, ReturnItem, ReturnStatus
from actions.shop.policy import Policy
from actions.shop.working_days import add_working_days


def made_before(
    order: Order, lines: Mapping[int, int], key: str | None, new: Mapping[int, str] | None = None
) -> Return | None:
    """The return, or with `new` (line → variant) the exchange, that a repeated request means: the one made with
    that key, or one of the very same lines.

    Lines asked for again with another key are a new wish where enough pieces are left for it.
    """
    kind = "return" if new is None else "exchange"
    for made in order.returns:
        if key is not None and made.kind == kind and made.idempotency_key == scoped(key, kind):
            return made
    same = [
        made
        for made in standing_returns(order)
        if made.kind == kind
        and {item.line: item.quantity for item in made.items} == dict(lines)
        and all(item.new_sku == (new or {}).get(item.line) for item in made.items)
    ]
    if not same:
        return None
    gone = settled_pieces(order)
    left = {item.line: item.quantity - gone[item.line] for item in order.items}
    more_left = all(left[line] >= pieces for line, pieces in lines.items())
    return None if key is not None and more_left else same[-1]


def make_return(
    session: Session, order: Order, quoted: ReturnQuote, key: str | None, now: datetime
) -> Return:
    """Write the return that was quoted, and pay what is paid back at once."""
    made = new_return(session, order, "return", quoted.refund.payment.payment_id, key, now)
    made.goods, made.postage, made.refund = (
        quoted.refund.goods,
        quoted.refund.postage,
        quoted.refund.amount,
    )
    made.items = [
        ReturnItem(
            order_number=order.order_number,
            line=item.line,
            quantity=item.quantity,
            reason=item.why,
            amount=item.amount,
        )
        for item in quoted.items
    ]
    if any(movement.working_days == AT_ONCE for movement in quoted.movements):
        made.refunded = now
    order.returns.append(made)
    session.flush()
    carry_out(session, order, quoted.movements, made.return_number, now)
    return made


def new_return(
    session: Session, order: Order, kind: str, payment_id: str, key: str | None, now: datetime
) -> Return:
    """A return or exchange with its number, not yet filled in nor part of the session."""
    row_id = next_id(session, Return)
    method = next(m for m in order.customer.payment_methods if m.payment_id == payment_id)
    return Return(
        id=row_id,
        return_number=public_number("R" if kind == "return" else "E", row_id),
        kind=kind,
        order_number=order.order_number,
        status=ReturnStatus.REQUESTED,
        goods=Decimal(0),
        postage=Decimal(0),
        refund=Decimal(0),
        charge=Decimal(0),
        payment_id=payment_id,
        payment=method,
        created=now,
        idempotency_key=scoped(key, kind),
    )


def made_view(made: Return, order: Order, policy: Policy, already: bool) -> ReturnMade:
    """The return as its customer may see it."""
    ordered = {item.line: item for item in order.items}
    return ReturnMade(
        return_number=made.return_number,
        order_number=order.order_number,
        status=made.status,
        created=made.created,
        items=tuple(
            return_line(ordered[item.line], item.quantity, item.amount, item.reason) for item in made.items
        ),
        refund=refund(made.goods, made.postage, made.payment, policy),
        already=already,
    )


def refund_view(made: Return, policy: Policy) -> RefundStatus:
    """How far the return's refund has come."""
    rule = policy.refunds[PaymentKind(made.payment.kind)]
    return RefundStatus(
        return_number=made.return_number,
        order_number=made.order_number,
        status=ReturnStatus.REFUNDED if made.refunded else made.status,
        amount=made.refund,
        currency=policy.currency,
        payment=payment_view(made.payment),
        created=made.created,
        received=made.received,
        refunded=made.refunded,
        expected=_expected(made, policy),
        working_days=rule.working_days,
        starts=rule.starts,
    )


def _expected(made: Return, policy: Policy) -> Days | None:
    rule = policy.refunds[PaymentKind(made.payment.kind)]
    start = made.created if rule.starts == "requested" else made.received
    if start is None or made.refunded is not None:
        return None
    delivery = policy.delivery
    day = start.astimezone(delivery.time_zone).date()
    earliest, latest = (add_working_days(day, count, delivery.working_days) for count in rule.working_days)
    return Days(earliest, latest)
