"""Customers' own sizes: what can be had in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from actions.recommender.model import Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import OwnSize, Reason

OTHER_SIZES = 0.5
"""What an item counts that comes in sizes, but not in theirs."""


def fit_of_size(shelf: Shelf, sizes: Iterable[OwnSize]) -> Scores | float:
    """Less for what does not come in somebody's size, 0 for what is sold out in it; of two sizes of theirs that tell of
    an item the later counts."""
    fits: Scores | float = 1.0
    for own in sizes:
        told = _told_of(own, shelf)
        if not isinstance(fits, np.ndarray):
            fits = np.ones(len(shelf), dtype=np.float32)
        fits[told] = OTHER_SIZES
        for value, by_size in ((0.0, shelf.by_size), (1.0, shelf.by_size_in_stock)):
            rows = by_size.get(own.size, np.zeros(0, dtype=np.intp))
            fits[rows[told[rows]]] = value
    return fits


def sized(reason: Reason, row: int, shelf: Shelf, sizes: Sequence[OwnSize]) -> Reason:
    """The reason that an item matches somebody's taste, with their size where it is in stock in that."""
    item = shelf.items[row]
    own = next((each for each in reversed(sizes) if _told_of(each, shelf)[row]), None)
    if reason.kind != "matches_taste" or own is None or own.size not in item.sizes_in_stock:
        return reason
    kind = "matches_size_and_taste" if own.product_id else "matches_told_size_and_taste"
    source = {"product_id": own.product_id} if own.product_id else {"type": item.type}
    return Reason(kind, {**reason.evidence, "size": own.size, **source})


def _told_of(own: OwnSize, shelf: Shelf) -> NDArray[np.bool_]:
    """The items of which a size tells: that come in sizes, of the same type, and for the same audience."""
    if (row := shelf.row_of.get(own.product_id)) is not None:
        return shelf.in_sizes & shelf.of_type([row]) & shelf.compatible(row)
    kinds = np.array([type == own.type != "" for type, _ in shelf.kinds], dtype=bool)
    told: NDArray[np.bool_] = shelf.in_sizes & kinds[shelf.types]
    return told
