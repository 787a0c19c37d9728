"""Bought together: association rules between the items of one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from actions.recommender.history import History, Past
from actions.recommender.kinds import KindRules
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

SAME_ORDER = timedelta(hours=1)
"""What one customer buys within it counts as one order."""
PRIOR = 4.0
"""Orders that every item is credited with, so that one chance order makes no rule."""
FEWEST, OFTEN = 2, 3
"""Orders that hold both items (the rule's support), so that it counts, and so that it is called often."""
LOOK_BACK = 8


class Together(Model):
    """Rules of one item each side (Agrawal & Srikant 1994), by confidence where the lift is above 1.

    Says nothing of items that were never bought with another.

    Pairs are counted by one sparse product and not by FP-Growth, since rules of two items need no tree. The library's
    (mlxtend 0.25, which would bring pandas along) finds the same pairs in 30 to 40 times the time: `./aisle bench
    bought-together` measures both, figures in docs/recommender.md.
    """

    name = "together"

    def __init__(self, pairs: csr_array, orders: NDArray[np.float32], total: int, kinds: KindRules) -> None:
        """`pairs` counts the orders that hold both items, `orders` those that hold one, `total` all of them; `kinds`
        are the rules between the items' types."""
        self.kinds = kinds
        self._pairs = pairs
        self._orders = orders
        self._total = total

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        orders = list(_orders(history))
        holding, pairs = counted(orders, len(shelf))
        typed = [[row for row in order if shelf.typed[row]] for order in orders]
        kinds = KindRules.fit(typed, shelf.types, len(shelf.kinds))
        return cls(pairs, holding, len(orders), kinds)

    def scores(self, past: Past) -> Scores:
        scores = np.zeros(len(self._orders), dtype=np.float32)
        known = [row for row in past.recent if row < len(scores)][:LOOK_BACK]
        for steps_ago, row in enumerate(known):
            items, confidence = self.rules(row)
            np.maximum.at(scores, items, confidence * 0.9**steps_ago)
        return scores

    def rules(self, row: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The items that an item leads to, with enough support and a lift above 1, and the confidences."""
        span = slice(self._pairs.indptr[row], self._pairs.indptr[row + 1])
        items, counts = self._pairs.indices[span], self._pairs.data[span]
        lift = counts * self._total / (self._orders[row] * self._orders[items])
        kept = (lift > 1) & (counts >= FEWEST)
        confidence: NDArray[np.float32] = (counts[kept] / (self._orders[row] + PRIOR)).astype(np.float32)
        return items[kept], confidence

    def count(self, one: int, other: int) -> int:
        """The orders that hold both items."""
        size = len(self._orders)
        return int(self._pairs[one, other]) if one < size and other < size else 0

    def lift(self, one: int, other: int) -> float:
        """How many times as many orders hold both as chance would give; 0 where none does."""
        count = self.count(one, other)
        return count * self._total / float(self._orders[one] * self._orders[other]) if count else 0.0

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """The latest item with which it was bought most often, of those with which it was more often than by chance."""
        counts = [
            (self.count(other, row), -place, other)
            for place, other in enumerate(past.recent[:LOOK_BACK])
            if self.lift(other, row) > 1
        ]
        count, _, other = max(counts, default=(0, 0, 0))
        if count < OFTEN:
            return None
        lift = round(self.lift(other, row), 1)
        product = shelf.items[other].product_id
        return Reason("often_bought_together", {"product_id": product, "count": count, "lift": lift})

    def arrays(self) -> Arrays:
        return {
            "data": self._pairs.data,
            "indices": self._pairs.indices,
            "indptr": self._pairs.indptr,
            "orders": self._orders,
            "total": np.array(self._total),
            **self.kinds.arrays(),
        }

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        size = len(arrays["orders"])
        pairs = csr_array((arrays["data"], arrays["indices"], arrays["indptr"]), shape=(size, size))
        return cls(pairs, arrays["orders"], int(arrays["total"]), KindRules.load(arrays))


def counted(orders: Sequence[Iterable[int]], size: int) -> tuple[NDArray[np.float32], csr_array]:
    """How many of the orders hold each of `size` items, and how many hold both of two, shape (items, items), 0 on the
    diagonal."""
    held = [sorted(set(order)) for order in orders]
    rows = np.repeat(np.arange(len(held)), [len(order) for order in held])
    columns = np.array([item for order in held for item in order], dtype=np.intp)
    table = csr_array((np.ones(len(columns), dtype=np.int32), (rows, columns)), shape=(len(held), size))
    pairs = csr_array(table.T @ table)
    pairs.setdiag(0)
    pairs.eliminate_zeros()
    return np.bincount(columns, minlength=size).astype(np.float32), pairs


def _orders(history: History) -> Iterator[set[int]]:
    """The rows of what was bought together."""
    for purchases in history.purchases():
        order: set[int] = set()
        last = None
        for row, time in purchases:
            if last is not None and time - last > SAME_ORDER:
                yield order
                order = set()
            order.add(row)
            last = time
        if order:
            yield order
