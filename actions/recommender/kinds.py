"""Which types of products are bought together: association rules between types, counted over whole orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from actions.recommender.model import Arrays
from actions.recommender.types import Item, Reason

LIFT = 1.2
"""Least lift of a rule: so much more often than by chance."""
FEWEST = 3
"""Orders with both types (the rule's support), so that they count as going together."""


@dataclass(frozen=True)
class KindRule:
    """From one type to `kind` (its place among the shelf's): `count` orders hold both."""

    kind: int
    count: int
    lift: float
    confidence: float

    def reason(self, item: Item, other: Item) -> Reason:
        """Why `item` goes with `other`, which are of these types."""
        evidence = {"count": self.count, "lift": round(self.lift, 1)}
        return Reason("types_together", {"type": item.type, "with_type": other.type, **evidence})


class KindRules:
    """Rules between types (Agrawal & Srikant 1994, one type each side). An order counts once, however many it holds.

    Args:
        pairs: orders that hold both types, shape (types, types); on the diagonal those that hold one.
        total: all orders.
    """

    def __init__(self, pairs: csr_array, total: int) -> None:
        self._pairs = pairs
        self._total = total

    @classmethod
    def fit(cls, orders: Sequence[Iterable[int]], types: NDArray[np.intp], count: int) -> Self:
        """Count `orders` (rows of items); `types` numbers the items' types, of which there are `count`."""
        held = [sorted({int(types[row]) for row in order}) for order in orders]
        rows = np.repeat(np.arange(len(held)), [len(kinds) for kinds in held])
        columns = np.array([kind for kinds in held for kind in kinds], dtype=np.intp)
        table = csr_array((np.ones(len(columns), dtype=np.int32), (rows, columns)), shape=(len(held), count))
        return cls(csr_array(table.T @ table), len(held))

    def rules(self, kind: int) -> list[KindRule]:
        """The types that go with one, the most confident rule first."""
        if kind >= self._pairs.shape[0]:
            return []
        span = slice(self._pairs.indptr[kind], self._pairs.indptr[kind + 1])
        holding = self._pairs.diagonal()
        found = []
        for other, count in zip(self._pairs.indices[span], self._pairs.data[span], strict=True):
            lift = count * self._total / (holding[kind] * holding[other])
            if other != kind and count >= FEWEST and lift >= LIFT:
                found.append(KindRule(int(other), int(count), float(lift), float(count / holding[kind])))
        return sorted(found, key=lambda rule: (-rule.confidence, rule.kind))

    def arrays(self) -> Arrays:
        """All that was counted."""
        return {
            "kind_data": self._pairs.data,
            "kind_indices": self._pairs.indices,
            "kind_indptr": self._pairs.indptr,
            "kind_total": np.array(self._total),
        }

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        """What `arrays` gave."""
        size = len(arrays["kind_indptr"]) - 1
        parts = (arrays["kind_data"], arrays["kind_indices"], arrays["kind_indptr"])
        return cls(csr_array(parts, shape=(size, size)), int(arrays["kind_total"]))
