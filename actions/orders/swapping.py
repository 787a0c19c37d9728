"""Changing an order's items for other variants of the same products, before it is sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Session

from actions.orders.changing import forbidden
from actions.orders.money import carry_out, named_method, settle
from actions.orders.reading import payment_view
from actions.orders.types import Movement, Payment, Refusal, VariantChoice, Why
from actions.shop.models import Order, OrderItem, Variant
from actions.shop.policy import Policy


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a line should become."""

    sku: str | None
    """The other variant; None to take the pieces out of the order."""
    quantity: int | None = None
    """How many of the line's pieces; None for all of them."""


@dataclass(frozen=True, slots=True)
class SwappedLine:
    """Pieces of a line and what they become."""

    line: int
    product_id: str
    title: str
    colour: str
    size: str
    options: Mapping[str, str]
    quantity: int
    amount: Decimal
    """What was paid for these pieces."""
    new: VariantChoice | None
    """None for pieces that are taken out."""

    @property
    def difference(self) -> Decimal:
        """What all the pieces together cost more, or (negative) less."""
        return (self.new.unit_price * self.quantity if self.new else Decimal(0)) - self.amount


@dataclass(frozen=True, slots=True)
class ItemsQuote:
    """What changing items would do: all of it, or a refusal."""

    order_number: str
    items: tuple[SwappedLine, ...]
    difference: Decimal
    """What the customer pays more; negative where they get money back."""
    payment: Payment
    """How the difference is paid or refunded."""
    currency: str
    movements: tuple[Movement, ...]
    final: bool
    """Nothing about the order can be changed after this: everything has to be in it."""
    earlier: int = 0
    """Changes before it: the same wish quoted after one more is a further wish, no repetition."""


@dataclass(frozen=True, slots=True)
class NewItems:
    """The wish to change lines (line → what it should become), and by which method to settle the difference."""

    kind: ClassVar[str] = "change_order"
    lines: Mapping[int, Wanted]
    payment_id: str | None = None

    @property
    def repeatable(self) -> bool:
        return any(wanted.quantity is not None for wanted in self.lines.values())

    def quote(self, order: Order, policy: Policy, now: datetime) -> ItemsQuote | Refusal:
        rule = policy.changes.change_order
        refusal = forbidden(order, self.kind, policy)
        if refusal or rule is None:
            return refusal or Refusal(Why.NOT_OFFERED, order.order_number)
        pieces = {item.line: item.quantity for item in order.items}
        items = swapped_lines(order, self.lines, pieces, same_variant=False)
        if isinstance(items, Refusal):
            return items
        if gone := [item for item in items if item.new is None]:
            if not rule.take_out:
                return Refusal(Why.NO_TAKING_OUT, order.order_number, gone[0].line, gone[0].title)
            if sum(item.quantity for item in gone) == sum(pieces.values()):
                return Refusal(Why.NOTHING_LEFT, order.order_number, instead=("cancel_order",))
        method = named_method(order, self.payment_id, rule.difference_by)
        if isinstance(method, Refusal):
            return method
        difference = sum((item.difference for item in items), Decimal(0))
        moved = settle(order, difference, method, policy)
        if isinstance(moved, Refusal):
            return moved
        return ItemsQuote(
            order_number=order.order_number,
            items=items,
            difference=difference,
            payment=payment_view(method),
            currency=policy.currency,
            movements=moved,
            final=rule.final,
            earlier=len(order.changes),
        )

    def carry_out(
        self, session: Session, order: Order, quoted: ItemsQuote, policy: Policy, cause: str, now: datetime
    ) -> None:
        for swapped in quoted.items:
            item = next(item for item in order.items if item.line == swapped.line)
            if policy.changes.restock:
                item.variant.stock += swapped.quantity
            new = None
            if swapped.new:
                new = session.get_one(Variant, swapped.new.sku)
                new.stock -= swapped.quantity
            _replace(order, item, swapped, new)
        session.flush()
        carry_out(session, order, quoted.movements, cause, now)


def swapped_lines(
    order: Order, lines: Mapping[int, Wanted], pieces: Mapping[int, int], same_variant: bool
) -> tuple[SwappedLine, ...] | Refusal:
    """Each line with what it becomes, by line; `pieces` is how many of each can be changed. A refusal if any
    of it cannot be: the shopper wants all of it or chooses anew."""
    if not lines:
        return Refusal(Why.NOTHING_CHOSEN, order.order_number)
    items = {item.line: item for item in order.items}
    taken = Counter[str]()
    found = []
    for line, wanted in sorted(lines.items()):
        if line not in items:
            return Refusal(Why.UNKNOWN_LINE, order.order_number, line, allowed=tuple(map(str, items)))
        item = items[line]
        swapped = _swapped(item, wanted, pieces[line], same_variant, taken)
        if isinstance(swapped, Refusal):
            return swapped
        found.append(swapped)
    return tuple(found)


def choices(item: OrderItem) -> tuple[VariantChoice, ...]:
    """The variants of the line's product that can be had, its own aside, in the shop's order."""
    return tuple(
        _choice(variant, item)
        for variant in item.variant.product.variants
        if variant.stock > 0 and variant.sku != item.sku
    )


def _swapped(
    item: OrderItem, wanted: Wanted, pieces: int, same_variant: bool, taken: Counter[str]
) -> SwappedLine | Refusal:
    product, quantity = item.variant.product, pieces if wanted.quantity is None else wanted.quantity
    refusal = Refusal(Why.UNKNOWN_VARIANT, item.order_number, item.line, product.title)
    if not 1 <= quantity <= pieces:
        return replace(refusal, why=Why.BAD_QUANTITY, available=pieces)
    new = None
    if wanted.sku is not None:
        variant = next((v for v in product.variants if v.sku == wanted.sku), None)
        if variant is None:
            return replace(refusal, variants=choices(item))
        if variant.sku == item.sku and not same_variant:
            return replace(refusal, why=Why.SAME_VARIANT, variants=choices(item))
        left = variant.stock - taken[variant.sku]
        if left < quantity:
            others = tuple(choice for choice in choices(item) if choice.sku != variant.sku)
            return replace(refusal, why=Why.OUT_OF_STOCK, available=left, variants=others)
        taken[variant.sku] += quantity
        new = _choice(variant, item)
    return SwappedLine(
        line=item.line,
        product_id=product.product_id,
        title=product.title,
        colour=item.variant.colour,
        size=item.variant.size,
        options=item.variant.options,
        quantity=quantity,
        amount=item.unit_price * quantity,
        new=new,
    )


def _choice(variant: Variant, item: OrderItem) -> VariantChoice:
    return VariantChoice(
        sku=variant.sku,
        colour=variant.colour,
        size=variant.size,
        options=variant.options,
        unit_price=variant.price,
        stock=variant.stock,
        difference=variant.price - item.unit_price,
    )


def _replace(order: Order, item: OrderItem, swapped: SwappedLine, new: Variant | None) -> None:
    """Let the pieces be the other variant: the line itself, or a line of their own where some stay behind."""
    rest = item.quantity - swapped.quantity
    if rest:
        item.quantity = rest
    elif new is None:
        order.items.remove(item)
        return
    if new is None:
        return
    if rest:
        item = OrderItem(line=max(i.line for i in order.items) + 1, quantity=swapped.quantity)
        order.items.append(item)
    item.variant, item.sku, item.unit_price = new, new.sku, new.price
