"""The items that can be suggested, in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from actions.recommender.types import Item


class Shelf:
    """Items and the meanings of their texts.

    Args:
        items: the items; an item's row is its place here.
        vectors: of each item, the meaning of its text, shape (items, dimension).
        gone: ids of items that are no longer sold; they keep their rows.
    """

    def __init__(
        self, items: Iterable[Item], vectors: NDArray[np.float32], gone: frozenset[str] = frozenset()
    ) -> None:
        self.items = tuple(items)
        self.vectors = vectors
        self.gone = gone
        self.row_of = {item.product_id: row for row, item in enumerate(self.items)}

    def __len__(self) -> int:
        return len(self.items)

    @property
    def ids(self) -> list[str]:
        return [item.product_id for item in self.items]

    @cached_property
    def available(self) -> NDArray[np.bool_]:
        """Which can be bought."""
        return np.array(
            [item.in_stock and item.product_id not in self.gone for item in self.items], dtype=bool
        )

    @cached_property
    def promoted(self) -> NDArray[np.bool_]:
        """Which the shop wants to be seen."""
        return np.array([item.promoted for item in self.items], dtype=bool)

    @cached_property
    def prices(self) -> NDArray[np.float64]:
        return np.array([item.price for item in self.items])

    @cached_property
    def price_places(self) -> NDArray[np.float32]:
        """Of each item, the share of its kind that is cheaper, from 0 to 1; equal prices share the place between."""
        places = np.zeros(len(self.items), dtype=np.float32)
        for kind in range(len(self.kinds)):
            of_kind = np.flatnonzero(self.types == kind)
            prices = np.sort(self.prices[of_kind])
            left, right = (np.searchsorted(prices, self.prices[of_kind], side) for side in ("left", "right"))
            places[of_kind] = (left + right) / (2 * len(of_kind))
        return places

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """The distinct (type, category) of the items."""
        return list(dict.fromkeys((item.type, item.category) for item in self.items))

    @cached_property
    def types(self) -> NDArray[np.intp]:
        """Of each item, the place of its type and category among the `kinds`."""
        place = {kind: number for number, kind in enumerate(self.kinds)}
        return np.array([place[item.type, item.category] for item in self.items], dtype=np.intp)

    @cached_property
    def typed(self) -> NDArray[np.bool_]:
        """Which items say of what type they are."""
        return np.array([bool(item.type) for item in self.items], dtype=bool)

    def of_type(self, rows: Iterable[int]) -> NDArray[np.bool_]:
        """Which items are of the type of one of these."""
        return self.typed & np.isin(self.types, self.types[list(rows)])

    @cached_property
    def in_sizes(self) -> NDArray[np.bool_]:
        """Which items come in sizes."""
        return np.array([bool(item.sizes) for item in self.items], dtype=bool)

    @cached_property
    def by_size(self) -> Mapping[str, NDArray[np.intp]]:
        """Size → the rows of what comes in it."""
        return _rows_by(item.sizes for item in self.items)

    @cached_property
    def by_size_in_stock(self) -> Mapping[str, NDArray[np.intp]]:
        """Size → the rows of what can be had in it."""
        return _rows_by(item.sizes_in_stock for item in self.items)

    @cached_property
    def audiences(self) -> list[str]:
        """The distinct audiences."""
        return sorted({audience for item in self.items for audience in item.audience})

    @cached_property
    def audience(self) -> NDArray[np.bool_]:
        """Which item is for which of the `audiences`, shape (items, audiences); for none where it is for anybody."""
        rows = [[audience in item.audience for audience in self.audiences] for item in self.items]
        return np.asfortranarray(np.array(rows, dtype=bool).reshape(len(self.items), len(self.audiences)))

    @cached_property
    def for_anybody(self) -> NDArray[np.bool_]:
        """Which items have no audience."""
        return np.array([not item.audience for item in self.items], dtype=bool)

    def compatible(self, row: int) -> NDArray[np.bool_]:
        """The items that somebody who wants this one can want too: not a men's thing with a women's."""
        if self.for_anybody[row]:
            return np.ones(len(self.items), dtype=bool)
        return np.logical_or(self.for_anybody, self.audience[:, self.audience[row]].any(axis=1))

    def suits(self, audience: str) -> NDArray[np.bool_]:
        """Which items are for an audience, or for anybody."""
        suits = self.for_anybody.copy()
        if audience in self.audiences:
            suits |= self.audience[:, self.audiences.index(audience)]
        return suits

    def replaced(self, items: Iterable[Item], vectors: Mapping[str, NDArray[np.float32]]) -> Shelf:
        """A shelf with these items: known ones keep their rows, new ones follow, all others are gone.

        Raises KeyError for a new item without a vector.
        """
        fresh = {item.product_id: item for item in items}
        kept = [fresh.get(item.product_id, item) for item in self.items]
        new = [item for product, item in fresh.items() if product not in self.row_of]
        known = [vectors.get(item.product_id, self.vectors[row]) for row, item in enumerate(kept)]
        rows = [*known, *(vectors[item.product_id] for item in new)]
        matrix = np.stack(rows).astype(np.float32) if rows else self.vectors
        return Shelf([*kept, *new], matrix, frozenset(self.row_of) - frozenset(fresh))


def _rows_by(sizes: Iterable[tuple[str, ...]]) -> dict[str, NDArray[np.intp]]:
    """Each size → the rows that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for row, of_item in enumerate(sizes):
        for size in of_item:
            found[size].append(row)
    return {size: np.array(rows, dtype=np.intp) for size, rows in found.items()}
