"""`FeedbackBook`: what shoppers think of the shop, kept for its people in the shoppers' own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from actions.shop.clock import Clock
from actions.shop.models import Feedback
from actions.shop.session import Sessions


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of feedback; `order_number` is empty and `customer_id` None where it is not known whose it is."""

    words: str
    order_number: str
    product_ids: tuple[str, ...]
    customer_id: str | None
    time: datetime


class FeedbackBook:
    """Raises `actions.shop.session.ShopUnavailable` when the database is locked or gone."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def keep(
        self,
        conversation: str,
        words: str,
        customer_id: str | None = None,
        order_number: str = "",
        product_ids: Sequence[str] = (),
    ) -> None:
        """Write it down.

        Args:
            words: what was said.
            customer_id: who said it, where that is proved.
            order_number: the order that they named, whoever's it is.
            product_ids: the products that they spoke of, or else that were shown to them.
        """
        row = Feedback(
            conversation=conversation,
            customer_id=customer_id,
            words=words,
            order_number=order_number,
            product_ids=list(product_ids),
            created=self._clock.now(),
        )
        with self._sessions.writing() as session:
            session.add(row)

    def latest(self, limit: int = 20) -> list[Said]:
        """The latest first."""
        rows = select(Feedback).order_by(Feedback.id.desc()).limit(limit)
        with self._sessions.reading() as session:
            return [
                Said(row.words, row.order_number, tuple(row.product_ids), row.customer_id, row.created)
                for row in session.scalars(rows)
            ]
