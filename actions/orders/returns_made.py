"""Returns in the database: making one, finding the one that was made, and how far its refund has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from actions.orders.reading import payment_view, returned_pieces, standing_returns
from actions.orders.returning import refund, return_line
from actions.orders.types import Days, RefundStatus, ReturnMade, ReturnQuote
from actions.shop.audit import next_id, public_number
from actions.shop.models import Order, PaymentKind, Return, ReturnItem, ReturnStatus
from actions.shop.policy import Policy
from actions.shop.working_days import add_working_days


def made_before(order: Order, lines: Mapping[int, int], key: str | None) -> Return | None:
    """The return that a repeated request means: the one made with that key, or one of the very same lines.

    Lines asked for again with another key are a new wish where enough pieces are left for it.
    """
    for made in order.returns:
        if key is not None and made.idempotency_key == key:
            return made
    same = [r for r in standing_returns(order) if {i.line: i.quantity for i in r.items} == dict(lines)]
    if not same:
        return None
    gone = returned_pieces(order)
    left = {item.line: item.quantity - gone[item.line] for item in order.items}
    more_left = all(left[line] >= pieces for line, pieces in lines.items())
    return None if key is not None and more_left else same[-1]


def make_return(
    session: Session, order: Order, quoted: ReturnQuote, key: str | None, now: datetime
) -> Return:
    """Write the return that was quoted."""
    row_id = next_id(session, Return)
    made = Return(
        id=row_id,
        return_number=public_number("R", row_id),
        order_number=order.order_number,
        reason=quoted.reason,
        status=ReturnStatus.REQUESTED,
        goods=quoted.refund.goods,
        postage=quoted.refund.postage,
        refund=quoted.refund.amount,
        payment_id=order.payment_id,
        payment=order.payment,
        created=now,
        idempotency_key=key,
        items=[
            ReturnItem(
                order_number=order.order_number, line=item.line, quantity=item.quantity, amount=item.amount
            )
            for item in quoted.items
        ],
    )
    session.add(made)
    session.flush()
    return made


def made_view(made: Return, order: Order, policy: Policy, already: bool) -> ReturnMade:
    """The return as its customer may see it."""
    ordered = {item.line: item for item in order.items}
    return ReturnMade(
        return_number=made.return_number,
        order_number=order.order_number,
        reason=made.reason,
        status=made.status,
        created=made.created,
        items=tuple(return_line(ordered[item.line], item.quantity, item.amount) for item in made.items),
        refund=refund(made.goods, made.postage, made.payment, policy),
        already=already,
    )


def refund_view(made: Return, policy: Policy) -> RefundStatus:
    """How far the return's refund has come."""
    rule = policy.refunds[PaymentKind(made.payment.kind)]
    return RefundStatus(
        return_number=made.return_number,
        order_number=made.order_number,
        status=made.status,
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
