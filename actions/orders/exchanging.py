"""Exchanging what was delivered for another variant of the same product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from actions.orders.money import AT_ONCE, carry_out, named_method, settle
from actions.orders.reading import payment_view
from actions.orders.return_types import ReturnableItem
from actions.orders.returning import in_one, judge
from actions.orders.returns_made import new_return
from actions.orders.swapping import SwappedLine, Wanted, choices, swapped_lines
from actions.orders.types import Movement, Payment, Refusal, VariantChoice, Why
from actions.shop.models import Order, PaymentKind, Return, ReturnItem, Variant
from actions.shop.policy import Policy


@dataclass(frozen=True, slots=True)
class ExchangeableItem:
    """A line of which some pieces can be exchanged, and for what."""

    item: ReturnableItem
    variants: tuple[VariantChoice, ...]


@dataclass(frozen=True, slots=True)
class ExchangeQuote:
    """What an exchange would do; nothing has been changed yet."""

    order_number: str
    items: tuple[SwappedLine, ...]
    postage: Decimal
    difference: Decimal
    """What the customer pays, postage included; negative where they get money back."""
    payment: Payment
    """How the difference is paid or refunded."""
    currency: str
    settled: str
    """When: `requested`, with the exchange, or `received`, when the items have come back."""
    movements: tuple[Movement, ...]
    """What moves at once."""
    earlier: int = 0
    """Returns and exchanges before it: the same wish quoted after one more is a further wish, no repetition."""


@dataclass(frozen=True, slots=True)
class ExchangeMade:
    """An exchange as it stands in the database."""

    exchange_number: str
    order_number: str
    status: str
    created: datetime
    quote: ExchangeQuote
    """What it does."""
    already: bool
    """It had been made before; nothing was changed now."""


def exchangeable(order: Order, policy: Policy, now: datetime) -> tuple[ExchangeableItem | Refusal, ...]:
    """Each line as what can be exchanged and for what, or why it can't."""
    statuses = policy.exchanges.statuses
    judged = [judge(item, order, statuses, policy, now) for item in order.items]
    return tuple(
        found if isinstance(found, Refusal) else ExchangeableItem(found, choices(item))
        for item, found in zip(order.items, judged, strict=True)
    )


def quote_exchange(
    order: Order, lines: Mapping[int, Wanted], payment_id: str | None, policy: Policy, now: datetime
) -> ExchangeQuote | Refusal:
    """What exchanging these lines would do: all of them, or a refusal."""
    rule = policy.exchanges
    judged = {item.line: judge(item, order, rule.statuses, policy, now) for item in order.items}
    refused = tuple(found for line in sorted(lines) if isinstance(found := judged.get(line), Refusal))
    if refused:
        return in_one(refused)
    if any(wanted.sku is None for wanted in lines.values()):
        return Refusal(Why.NOTHING_CHOSEN, order.order_number, instead=("return_item",))
    pieces = {line: found.available for line, found in judged.items() if isinstance(found, ReturnableItem)}
    items = swapped_lines(order, lines, pieces, rule.same_variant)
    if isinstance(items, Refusal):
        sold_out = items.why in (Why.OUT_OF_STOCK, Why.UNKNOWN_VARIANT)
        return replace(items, instead=("return_item", "notify_me")) if sold_out else items
    method = named_method(order, payment_id, rule.difference_by)
    if isinstance(method, Refusal):
        return method
    postage = policy.returns.postage.exchange.deduction
    difference = sum((item.difference for item in items), postage)
    moved = settle(order, difference, method, policy)
    if isinstance(moved, Refusal):
        return moved
    return ExchangeQuote(
        order_number=order.order_number,
        items=items,
        postage=postage,
        difference=difference,
        payment=payment_view(method),
        currency=policy.currency,
        settled=rule.settled,
        movements=moved if rule.settled == "requested" else (),
        earlier=len(order.returns),
    )


def make_exchange(
    session: Session, order: Order, quoted: ExchangeQuote, key: str | None, now: datetime
) -> Return:
    """Write the exchange that was quoted, put the new pieces aside, and settle what is settled at once."""
    made = new_return(session, order, "exchange", quoted.payment.payment_id, key, now)
    made.goods = sum((item.amount for item in quoted.items), Decimal(0))
    made.postage = quoted.postage
    made.refund, made.charge = max(-quoted.difference, Decimal(0)), max(quoted.difference, Decimal(0))
    for item in quoted.items:
        assert item.new is not None, "an exchange always sends something"
        variant = session.get_one(Variant, item.new.sku)
        variant.stock -= item.quantity
        made.items.append(
            ReturnItem(
                order_number=order.order_number,
                line=item.line,
                quantity=item.quantity,
                amount=item.amount,
                new_sku=variant.sku,
                new_variant=variant,
                new_unit_price=item.new.unit_price,
            )
        )
    if any(movement.working_days == AT_ONCE for movement in quoted.movements):
        made.refunded = now
    order.returns.append(made)
    session.flush()
    carry_out(session, order, quoted.movements, made.return_number, now)
    return made


def exchange_view(made: Return, order: Order, policy: Policy, already: bool) -> ExchangeMade:
    """The exchange as its customer may see it, with what was agreed then."""
    ordered = {item.line: item for item in order.items}
    days = policy.refunds[PaymentKind(made.payment.kind)].working_days
    entries = [entry for entry in order.transactions if entry.cause == made.return_number]
    return ExchangeMade(
        exchange_number=made.return_number,
        order_number=made.order_number,
        status=made.status,
        created=made.created,
        quote=ExchangeQuote(
            order_number=made.order_number,
            items=tuple(
                _line(item, ordered[item.line].variant, ordered[item.line].unit_price) for item in made.items
            ),
            postage=made.postage,
            difference=made.charge - made.refund,
            payment=payment_view(made.payment),
            currency=policy.currency,
            settled=policy.exchanges.settled,
            movements=tuple(
                Movement(e.kind, e.amount, payment_view(e.payment), days if e.kind == "refund" else None)
                for e in entries
            ),
        ),
        already=already,
    )


def _line(item: ReturnItem, old: Variant, paid: Decimal) -> SwappedLine:
    new = None
    if item.new_variant is not None and item.new_unit_price is not None:
        variant, price = item.new_variant, item.new_unit_price
        new = VariantChoice(
            variant.sku, variant.colour, variant.size, variant.options, price, variant.stock, price - paid
        )
    return SwappedLine(
        line=item.line,
        product_id=old.product_id,
        title=old.product.title,
        colour=old.colour,
        size=old.size,
        options=old.options,
        quantity=item.quantity,
        amount=item.amount,
        new=new,
    )
