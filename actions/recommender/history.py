"""What customers did, in the numbers that models are fitted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from actions.recommender.types import Did, Event

STRENGTH = {Did.VIEW: 1.0, Did.CART: 3.0, Did.BUY: 5.0, Did.RATE: 2.0, Did.OWN: 2.0}
"""How much each deed says about taste."""
AGAINST = frozenset({Did.RETURN, Did.DECLINE})
"""Deeds after which nothing else that was done with the product speaks for it."""
SESSION_STRENGTH = 2.0
"""Of a product shown or mentioned just now."""
DAY = 86_400.0
PAUSE = 1 / 48
"""Days between two deeds of one customer, half an hour, from which on they are of two visits."""


@dataclass(frozen=True)
class Past:
    """What is known of somebody, oldest first: rows of items, how strongly each was wanted, how many days ago, and
    whether it was looked at or bought then.

    `now` is the moment at which it is told. The last `session` entries are what they look at then. `bought`, `owned`
    (bought, or had anyway), `wanted` (bought or put in the cart) and `declined` (sent back, or not to their taste) are
    rows of items. What was declined is nowhere else: no model is drawn to it.
    """

    now: datetime
    rows: NDArray[np.intp]
    strengths: NDArray[np.float32]
    ages: NDArray[np.float32]
    views: NDArray[np.bool_]
    purchases: NDArray[np.bool_]
    session: int
    bought: frozenset[int]
    owned: frozenset[int]
    declined: frozenset[int]
    wanted: frozenset[int]

    @property
    def days_since_bought(self) -> dict[int, float]:
        """Row → how many days ago it was bought last."""
        bought = self.purchases
        return dict(zip(self.rows[bought].tolist(), self.ages[bought].tolist(), strict=True))

    @property
    def known(self) -> list[int]:
        """The rows of all that they had to do with, what was declined too."""
        return [*self.rows.tolist(), *self.declined]

    @property
    def turns(self) -> NDArray[np.intp]:
        """Where in `rows` another item was turned to than the one before."""
        return np.flatnonzero(np.diff(self.rows, prepend=-1))

    @property
    def recent(self) -> list[int]:
        """The rows, the latest first, each once."""
        return list(dict.fromkeys(self.rows[::-1].tolist()))

    @property
    def visits(self) -> list[list[int]]:
        """The rows visit by visit, each once in the order in which it was turned to last.

        The latest visit is the last: what is looked at now, or was when they were here."""
        parts = np.split(self.rows, np.flatnonzero(-np.diff(self.ages) > PAUSE) + 1)
        return [list(dict.fromkeys(part[::-1].tolist()))[::-1] for part in parts if len(part)]


@dataclass(frozen=True)
class Sequences:
    """The steps of many customers in one row: the item of each, its place among its customer's, how many days ago."""

    items: NDArray[np.intp]
    places: NDArray[np.intp]
    ages: NDArray[np.float32]

    def pairs(self, reach: int) -> Iterator[tuple[int, NDArray[np.intp], NDArray[np.intp]]]:
        """For every gap up to `reach` that there is: where the steps are from which one leads so far, and where to."""
        for gap in range(1, min(reach, int(self.places.max(initial=0))) + 1):
            later = np.flatnonzero(self.places >= gap)
            yield gap, later - gap, later


class History:
    """Every customer's deeds with the products of one catalogue; deeds with other products are left out.

    Args:
        ids: the products; a product's row is its place here.
        events: the deeds in any order.
    """

    def __init__(self, ids: Sequence[str], events: Iterable[Event]) -> None:
        by_customer: dict[str, list[Event]] = {}
        for event in sorted(events, key=attrgetter("time")):
            by_customer.setdefault(event.customer, []).append(event)
        self._set(ids, by_customer)

    def _set(self, ids: Sequence[str], by_customer: dict[str, list[Event]]) -> None:
        self.row_of: Mapping[str, int] = {product: row for row, product in enumerate(ids)}
        self._by_customer = by_customer
        self.now = max((deeds[-1].time for deeds in by_customer.values()), default=datetime.now(UTC))

    def over(self, ids: Sequence[str]) -> History:
        """The same deeds with these products."""
        return self._changed(ids, self._by_customer)

    def recorded(self, events: Iterable[Event]) -> History:
        """The history with further deeds."""
        fresh: dict[str, list[Event]] = {}
        for event in events:
            fresh.setdefault(event.customer, list(self._by_customer.get(event.customer, ()))).append(event)
        in_order = {customer: sorted(deeds, key=attrgetter("time")) for customer, deeds in fresh.items()}
        return self._changed(list(self.row_of), self._by_customer | in_order)

    def without(self, customer: str) -> History:
        """The history without one customer."""
        others = {other: deeds for other, deeds in self._by_customer.items() if other != customer}
        return self._changed(list(self.row_of), others)

    @staticmethod
    def _changed(ids: Sequence[str], by_customer: dict[str, list[Event]]) -> History:
        history = History((), ())
        history._set(ids, by_customer)
        return history

    @property
    def customers(self) -> list[str]:
        return list(self._by_customer)

    def events(self) -> Iterator[Event]:
        """All deeds, customer by customer, oldest first."""
        for deeds in self._by_customer.values():
            yield from deeds

    def deeds(self, customer: str) -> list[tuple[int, Did, datetime]]:
        """What a customer did with what they did not decline, oldest first: row of the item, what was done and when.

        All that is learned of customers is learned from these."""
        events, declined = self._by_customer.get(customer, ()), self._declined(customer)
        rows = ((self.row_of.get(e.product), e) for e in events)
        return [(row, e.did, e.time) for row, e in rows if row is not None and row not in declined]

    def purchases(self) -> Iterator[list[tuple[int, datetime]]]:
        """Of each customer, what they bought and kept, and when, oldest first."""
        for customer in self._by_customer:
            yield [(row, time) for row, did, time in self.deeds(customer) if did is Did.BUY]

    def past(self, customer: str | None, session: Sequence[str] = (), now: datetime | None = None) -> Past:
        """What is known of a customer (nothing of a stranger) and of the products they look at, the latest last.

        `now` is the moment of the last deed of all unless it is given.
        """
        told = now or self.now
        deeds, declined = self.deeds(customer or ""), self._declined(customer or "")
        looked_at = (self.row_of[product] for product in session if product in self.row_of)
        present = [row for row in looked_at if row not in declined]
        ages = [(told - time).total_seconds() / DAY for _, _, time in deeds]
        bought = {row for row, did, _ in deeds if did is Did.BUY}
        return Past(
            now=told,
            rows=np.array([*(row for row, _, _ in deeds), *present], dtype=np.intp),
            strengths=np.array(
                [*(STRENGTH[did] for _, did, _ in deeds), *(SESSION_STRENGTH for _ in present)],
                dtype=np.float32,
            ),
            ages=np.array([*ages, *(0 for _ in present)], dtype=np.float32),
            views=_which(Did.VIEW, deeds, len(present)),
            purchases=_which(Did.BUY, deeds, len(present)),
            session=len(present),
            bought=frozenset(bought),
            owned=frozenset(bought | {row for row, did, _ in deeds if did is Did.OWN}),
            declined=declined,
            wanted=frozenset(bought | {row for row, did, _ in deeds if did is Did.CART}),
        )

    def _declined(self, customer: str) -> frozenset[int]:
        """The rows of what they sent back or said not to like."""
        events = self._by_customer.get(customer, ())
        against = (e.product for e in events if e.did in AGAINST)
        return frozenset(self.row_of[product] for product in against if product in self.row_of)

    def pasts(self) -> Iterator[Past]:
        """Every customer's past."""
        return (self.past(customer) for customer in self._by_customer)

    def sequences(self) -> Sequences:
        """The steps of all customers, one customer after the other."""
        nothing = np.zeros(0, dtype=np.intp)
        taken = [(past.rows[turns], past.ages[turns]) for past in self.pasts() for turns in [past.turns]]
        return Sequences(
            np.concatenate([nothing, *(rows for rows, _ in taken)]),
            np.concatenate([nothing, *(np.arange(len(rows)) for rows, _ in taken)]),
            np.concatenate([nothing.astype(np.float32), *(ages for _, ages in taken)]),
        )


def _which(what: Did, deeds: Sequence[tuple[int, Did, datetime]], more: int) -> NDArray[np.bool_]:
    """Which of the deeds were this; none of what follows them."""
    return np.array([did is what for _, did, _ in deeds] + [False] * more, dtype=bool)
