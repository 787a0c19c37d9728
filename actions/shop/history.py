"""What people did with products and what was suggested to them: read by the recommender, written by the
dialogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from actions.shop.clock import Clock
from actions.shop.models import (
    Behaviour,
    Interaction,
    Order,
    OrderItem,
    OrderStatus,
    Return,
    ReturnItem,
    ReturnStatus,
    SuggestionShown,
    Variant,
)
from actions.shop.session import Sessions


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that a customer did with a product."""

    customer_id: str
    product_id: str
    behaviour: Behaviour
    time: datetime


class History:
    """The shop's memory of interest. Raises `actions.shop.session.ShopUnavailable` as the desks do."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def interactions(self, customer_id: str | None = None) -> list[Seen]:
        """What customers did, or this one, oldest first; what strangers did is left out."""
        rows = select(
            Interaction.customer_id, Interaction.product_id, Interaction.behaviour, Interaction.time
        ).order_by(Interaction.time, Interaction.id)
        if customer_id is None:
            rows = rows.where(Interaction.customer_id.is_not(None))
        else:
            rows = rows.where(Interaction.customer_id == customer_id)
        with self._sessions.reading() as session:
            return [
                Seen(customer or "", product, Behaviour(behaviour), time)
                for customer, product, behaviour, time in session.execute(rows)
            ]

    def baskets(self) -> list[tuple[str, ...]]:
        """The products of each order, cancelled ones aside, oldest order first."""
        lines = (
            select(Order.order_number, Variant.product_id)
            .join(OrderItem, OrderItem.order_number == Order.order_number)
            .join(Variant, Variant.sku == OrderItem.sku)
            .where(Order.status != OrderStatus.CANCELLED)
            .order_by(Order.placed, Order.order_number, OrderItem.line)
        )
        baskets: dict[str, dict[str, None]] = {}
        with self._sessions.reading() as session:
            for number, product in session.execute(lines):
                baskets.setdefault(number, {})[product] = None
        return [tuple(basket) for basket in baskets.values()]

    def ordered(self, customer_id: str) -> dict[str, datetime]:
        """Product → when the customer last ordered it, sent back or not; cancelled orders aside."""
        lines = (
            select(Variant.product_id, Order.placed)
            .join(OrderItem, OrderItem.sku == Variant.sku)
            .join(Order, Order.order_number == OrderItem.order_number)
            .where(Order.customer_id == customer_id, Order.status != OrderStatus.CANCELLED)
            .order_by(Order.placed)
        )
        with self._sessions.reading() as session:
            return {product: placed for product, placed in session.execute(lines)}

    def returned(self) -> list[tuple[str, str, datetime]]:
        """Customer, product and moment of everything that was sent back, in orders returned whole or by a return."""
        owner = select(Order.customer_id, Variant.product_id)
        whole = (
            owner.add_columns(Order.placed)
            .join(OrderItem, OrderItem.order_number == Order.order_number)
            .join(Variant, Variant.sku == OrderItem.sku)
            .where(Order.status == OrderStatus.RETURNED)
        )
        parts = (
            owner.add_columns(Return.created)
            .join(Return, Return.order_number == Order.order_number)
            .join(ReturnItem, ReturnItem.return_id == Return.id)
            .join(
                OrderItem,
                (OrderItem.order_number == ReturnItem.order_number) & (OrderItem.line == ReturnItem.line),
            )
            .join(Variant, Variant.sku == OrderItem.sku)
            .where(Return.status != ReturnStatus.CANCELLED)
        )
        with self._sessions.reading() as session:
            rows = [*session.execute(whole), *session.execute(parts)]
        found = {(customer, product, time) for customer, product, time in rows}
        return sorted(found, key=lambda row: (row[2], row[0], row[1]))

    def record(
        self, conversation: str, customer_id: str | None, product_ids: Iterable[str], behaviour: Behaviour
    ) -> None:
        """Remember what was done with these products in a conversation."""
        rows = [
            Interaction(
                customer_id=customer_id,
                conversation=conversation,
                product_id=product_id,
                behaviour=behaviour,
                time=self._clock.now(),
            )
            for product_id in product_ids
        ]
        with self._sessions.writing() as session:
            session.add_all(rows)

    def record_shown(self, conversation: str, customer_id: str | None, reasons: Mapping[str, str]) -> None:
        """Remember what was suggested: product → the reason that was given."""
        rows = [
            SuggestionShown(
                conversation=conversation,
                customer_id=customer_id,
                product_id=product_id,
                reason=reason,
                shown=self._clock.now(),
            )
            for product_id, reason in reasons.items()
        ]
        with self._sessions.writing() as session:
            session.add_all(rows)

    def shown(self, conversation: str, customer_id: str | None = None) -> dict[str, datetime]:
        """Product → when it was last suggested in this conversation, or to this customer anywhere."""
        mine = SuggestionShown.conversation == conversation
        if customer_id is not None:
            mine = mine | (SuggestionShown.customer_id == customer_id)
        rows = (
            select(SuggestionShown.product_id, SuggestionShown.shown)
            .where(mine)
            .order_by(SuggestionShown.shown)
        )
        with self._sessions.reading() as session:
            return {product: shown for product, shown in session.execute(rows)}
