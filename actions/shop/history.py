"""What people did with products and what was suggested to them: read by the recommender, written by the
dialogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import InstrumentedAttribute

from actions.shop.clock import Clock
from actions.shop.models import (
    Behaviour,
    Consent,
    Interaction,
    Order,
    OrderItem,
    OrderStatus,
    Purpose,
    Return,
    ReturnItem,
    ReturnStatus,
    SuggestionShown,
    Variant,
)
from actions.shop.outcomes import CREDITED, Outcome, credit_orders, outcomes
from actions.shop.session import Sessions


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that a customer did with a product."""

    customer_id: str
    product_id: str
    behaviour: Behaviour
    time: datetime


@dataclass(frozen=True, slots=True)
class Bought:
    """Something that a customer bought; `size` is empty where it has none."""

    product_id: str
    size: str
    order_number: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """A product that was suggested: the kind of reason that was given, and the facts that it was made from."""

    product_id: str
    reason: str
    evidence: Mapping[str, str | int | float]
    explored: bool = False
    """It was drawn from further down than what suits best."""


class History:
    """The shop's memory of interest. Raises `actions.shop.session.ShopUnavailable` as the desks do."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def interactions(self, customer_id: str | None = None) -> list[Seen]:
        """What this customer did, oldest first; or all customers who do not forbid that it is used. What strangers did
        is left out."""
        rows = select(
            Interaction.customer_id, Interaction.product_id, Interaction.behaviour, Interaction.time
        ).order_by(Interaction.time, Interaction.id)
        if customer_id is None:
            rows = rows.where(Interaction.customer_id.is_not(None), _may_be_used(Interaction.customer_id))
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

    def bought(self, customer_id: str) -> list[Bought]:
        """What the customer ordered and kept, or got in exchange, the latest order first; cancelled and returned orders
        and lines that were sent back aside."""
        back = (
            select(ReturnItem.line)
            .join(Return, Return.id == ReturnItem.return_id)
            .where(
                Return.status != ReturnStatus.CANCELLED,
                ReturnItem.order_number == OrderItem.order_number,
                ReturnItem.line == OrderItem.line,
            )
        )
        kept = (
            select(Variant.product_id, Variant.size, Order.order_number, Order.placed, OrderItem.line)
            .join(OrderItem, OrderItem.sku == Variant.sku)
            .join(Order, Order.order_number == OrderItem.order_number)
            .where(
                Order.customer_id == customer_id,
                Order.status.not_in([OrderStatus.CANCELLED, OrderStatus.RETURNED]),
                ~back.exists(),
            )
        )
        exchanged = (
            select(Variant.product_id, Variant.size, Order.order_number, Order.placed, ReturnItem.line)
            .join(ReturnItem, ReturnItem.new_sku == Variant.sku)
            .join(Return, Return.id == ReturnItem.return_id)
            .join(Order, Order.order_number == ReturnItem.order_number)
            .where(Order.customer_id == customer_id, Return.status != ReturnStatus.CANCELLED)
        )
        with self._sessions.reading() as session:
            lines = [*session.execute(kept), *session.execute(exchanged)]
        latest = sorted(lines, key=lambda line: (-line.placed.timestamp(), line.line))
        return [Bought(line.product_id, line.size, line.order_number) for line in latest]

    def returned(self) -> list[tuple[str, str, datetime]]:
        """Customer, product and moment of everything that was sent back, in orders returned whole or by a return, and
        not for another variant of it; of customers who let it be used."""
        owner = select(Order.customer_id, Variant.product_id)
        whole = (
            owner.add_columns(Order.placed)
            .join(OrderItem, OrderItem.order_number == Order.order_number)
            .join(Variant, Variant.sku == OrderItem.sku)
            .where(Order.status == OrderStatus.RETURNED, _may_be_used(Order.customer_id))
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
            .where(
                Return.status != ReturnStatus.CANCELLED,
                ReturnItem.new_sku.is_(None),
                _may_be_used(Order.customer_id),
            )
        )
        with self._sessions.reading() as session:
            rows = [*session.execute(whole), *session.execute(parts)]
        found = {(customer, product, time) for customer, product, time in rows}
        return sorted(found, key=lambda row: (row[2], row[0], row[1]))

    def called_off(self) -> set[tuple[str, str]]:
        """Customer and product of everything that was ordered in cancelled orders alone."""
        ordered = (
            select(Order.customer_id, Variant.product_id, Order.status == OrderStatus.CANCELLED)
            .join(OrderItem, OrderItem.order_number == Order.order_number)
            .join(Variant, Variant.sku == OrderItem.sku)
            .distinct()
        )
        with self._sessions.reading() as session:
            rows = session.execute(ordered).all()
        fates = {
            was: {(owner, product) for owner, product, fate in rows if fate is was} for was in (True, False)
        }
        return fates[True] - fates[False]

    def record(
        self, conversation: str, customer_id: str | None, product_ids: Iterable[str], behaviour: Behaviour
    ) -> None:
        """Remember what was done with these products in a conversation, and of suggestions of them what came of them:
        of those in this conversation or to this customer anywhere in the last 30 days."""
        products, now = list(product_ids), self._clock.now()
        rows = [
            Interaction(
                customer_id=customer_id,
                conversation=conversation,
                product_id=product_id,
                behaviour=behaviour,
                time=now,
            )
            for product_id in products
        ]
        with self._sessions.writing() as session:
            session.add_all(rows)
            if outcome := _OUTCOMES.get(behaviour):
                session.execute(
                    update(SuggestionShown)
                    .where(
                        _theirs(SuggestionShown, conversation, customer_id),
                        SuggestionShown.product_id.in_(products),
                        SuggestionShown.shown >= now - CREDITED,
                        outcome.is_(None),
                    )
                    .values({outcome: now})
                )

    def record_shown(
        self, conversation: str, customer_id: str | None, suggestions: Iterable[Suggested]
    ) -> None:
        """Remember what was suggested."""
        rows = [
            SuggestionShown(
                conversation=conversation,
                customer_id=customer_id,
                product_id=suggestion.product_id,
                reason=suggestion.reason,
                evidence=dict(suggestion.evidence),
                explored=suggestion.explored,
                shown=self._clock.now(),
            )
            for suggestion in suggestions
        ]
        with self._sessions.writing() as session:
            session.add_all(rows)

    def credit_orders(self) -> None:
        """Remember of suggestions that the customer ordered the product in the 30 days after: the shop's own checkout
        makes the orders, so that none of them passes by here."""
        with self._sessions.writing() as session:
            credit_orders(session, self._clock.now())

    def outcomes(self) -> dict[tuple[str, bool], Outcome]:
        """Kind of reason, and whether it was drawn from further down → what came of such suggestions, the most shown
        first."""
        with self._sessions.reading() as session:
            return outcomes(session)

    def looked_at(self, conversation: str, customer_id: str | None = None) -> list[Seen]:
        """What was looked into or put in the cart in this conversation, or by this customer anywhere, latest first."""
        rows = (
            select(Interaction.customer_id, Interaction.product_id, Interaction.behaviour, Interaction.time)
            .where(_theirs(Interaction, conversation, customer_id))
            .where(Interaction.behaviour.in_([Behaviour.BROWSE, Behaviour.ADD_TO_CART]))
            .order_by(Interaction.time.desc(), Interaction.id.desc())
        )
        with self._sessions.reading() as session:
            return [
                Seen(customer or "", product, Behaviour(behaviour), time)
                for customer, product, behaviour, time in session.execute(rows)
            ]

    def unwanted(self, conversation: str, customer_id: str | None = None) -> list[str]:
        """The products of which was said, in this conversation or by this customer anywhere, that they are not liked or
        owned."""
        rows = (
            select(Interaction.product_id)
            .where(_theirs(Interaction, conversation, customer_id))
            .where(Interaction.behaviour.in_([Behaviour.DECLINE, Behaviour.OWN]))
        )
        with self._sessions.reading() as session:
            return list(dict.fromkeys(session.scalars(rows)))

    def reasons(self, conversation: str, product_ids: Iterable[str]) -> dict[str, Suggested]:
        """Product → as what it was last suggested in this conversation, of those that were."""
        rows = (
            select(SuggestionShown.product_id, SuggestionShown.reason, SuggestionShown.evidence)
            .where(
                SuggestionShown.conversation == conversation,
                SuggestionShown.product_id.in_(list(product_ids)),
            )
            .order_by(SuggestionShown.id)
        )
        with self._sessions.reading() as session:
            return {
                product: Suggested(product, reason, facts) for product, reason, facts in session.execute(rows)
            }

    def shown(self, conversation: str, customer_id: str | None = None) -> dict[str, datetime]:
        """Product → when it was last suggested in this conversation, or to this customer anywhere."""
        rows = (
            select(SuggestionShown.product_id, SuggestionShown.shown)
            .where(_theirs(SuggestionShown, conversation, customer_id))
            .order_by(SuggestionShown.shown)
        )
        with self._sessions.reading() as session:
            return {product: shown for product, shown in session.execute(rows)}


_OUTCOMES = {
    Behaviour.BROWSE: SuggestionShown.clicked,
    Behaviour.ADD_TO_CART: SuggestionShown.clicked,
    Behaviour.BUY: SuggestionShown.bought,
}


def _may_be_used(customer_id: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """The customer did not forbid that suggestions are made from what they did."""
    forbids = select(Consent.customer_id).where(
        Consent.purpose == Purpose.SUGGESTIONS, Consent.given.is_(False)
    )
    return customer_id.not_in(forbids)


def _theirs(
    table: type[SuggestionShown | Interaction], conversation: str, customer_id: str | None
) -> ColumnElement[bool]:
    """What happened in this conversation, or to this customer anywhere."""
    mine: ColumnElement[bool] = table.conversation == conversation
    return mine if customer_id is None else mine | (table.customer_id == customer_id)
