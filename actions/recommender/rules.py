"""What may be suggested at all, and how a list is made varied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from actions.recommender.again import Kind, due
from actions.recommender.history import Past
from actions.recommender.model import Scores
from actions.recommender.shelf import Shelf
from actions.recommender.sizes import fit_of_size
from actions.recommender.types import Context

JUST_BOUGHT, SECOND_OF_A_TYPE = 60, 0.3
"""Days after a purchase, and what items of its type count during them."""
LIKE_DECLINED = 0.4
"""What an item loses that is just like one that was declined."""
RELEVANCE = 0.6
"""What the score counts against variety when a list is put together (the lambda of MMR)."""
BAND, OUT_OF_BAND = 3, 0.3
"""Wanted items from which somebody's price band is told; what an item at the other end of its type's prices loses."""
SAME_TYPE = 0.8
"""How much an item is alike to each other one of its type in the list, whatever their texts say."""


def eligible(
    shelf: Shelf, past: Past, context: Context, again: Mapping[Kind, float] | None = None
) -> NDArray[np.bool_]:
    """Which items may be suggested: what can be bought, meets the context, and is neither owned nor declined nor shown
    in this session already; of what is owned, what is due to be bought `again` (kind → after how many days)."""
    allowed = shelf.available & (np.asarray(fit_of_size(shelf, context.sizes)) > 0)
    if context.price_max is not None:
        allowed &= shelf.prices <= context.price_max
    if context.types:
        allowed &= np.array([meets(*kind, context.types) for kind in shelf.kinds], dtype=bool)[shelf.types]
    if context.audience:
        allowed &= shelf.suits(context.audience)
    if context.among is not None:
        allowed &= np.array([item.product_id in context.among for item in shelf.items], dtype=bool)
    session = past.rows[len(past.rows) - past.session :]
    excluded = (shelf.row_of[product] for product in context.exclude if product in shelf.row_of)
    had = past.owned.union(shelf.row_of[product] for product in context.owned if product in shelf.row_of)
    owned = had - due(past.days_since_bought, again or {}, shelf)
    allowed[[*owned, *past.declined, *map(int, session), *excluded]] = False
    return allowed


def meets(type: str, category: str, wishes: tuple[str, ...]) -> bool:
    """Whether a type is one of those wished for, is of such a category, or is wider or narrower: `boots`, `hiking
    boots`."""
    kind = type.lower()
    return any(
        wish in (kind, category.lower()) or kind.endswith(f" {wish}") or wish.endswith(f" {kind}")
        for wish in map(str.lower, wishes)
    )


def fit_of_audience(shelf: Shelf, past: Past) -> Scores:
    """From 0 to 1, how well each item's audience agrees with that of what somebody wanted; 1 for what is for anybody.

    Somebody who wanted women's things twice and men's never gets men's things at a third.
    """
    known = shelf.audience[sorted(past.wanted)].sum(axis=0)
    fits = shelf.for_anybody.astype(np.float32)
    for column, share in enumerate((known + 1) / (known.max(initial=0) + 1)):
        fits = np.maximum(fits, np.float32(share) * shelf.audience[:, column])
    return fits


def fit_of_price(shelf: Shelf, past: Past) -> Scores | float:
    """Less for what is dearer or cheaper among its type than what somebody wants is among its own, by places and not by
    money: who buys the best socks may want the best tent."""
    if len(past.wanted) < BAND:
        return 1.0
    away = np.abs(shelf.price_places - shelf.price_places[sorted(past.wanted)].mean())
    fits: Scores = (1 - OUT_OF_BAND * away).astype(np.float32)
    return fits


def fit_of_type(shelf: Shelf, past: Past) -> Scores:
    """Less for items of a type that somebody bought just now: who has bought a tent wants no other tent."""
    lately = past.rows[past.purchases & (past.ages <= JUST_BOUGHT)]
    fits = np.ones(len(shelf), dtype=np.float32)
    fits[shelf.of_type(lately)] = SECOND_OF_A_TYPE
    return fits


def fit_of_style(past: Past, vectors: NDArray[np.float32]) -> Scores | float:
    """Less for what is like something that was declined; `vectors` are the items' (cosines are their products)."""
    if not past.declined:
        return 1.0
    likeness = (vectors @ vectors[sorted(past.declined)].T).max(axis=1)
    fits: Scores = (1 - LIKE_DECLINED * np.clip(likeness, 0, 1)).astype(np.float32)
    return fits


def varied(
    candidates: NDArray[np.intp], scores: Scores, vectors: NDArray[np.float32], types: NDArray[np.intp]
) -> Iterator[int]:
    """The candidates, each time the one that is best and least like those before it.

    Maximal marginal relevance (Carbonell & Goldstein 1998) over the cosines of the items' vectors, and over how many of
    one type there are already.
    """
    peak = scores[candidates].max(initial=0) or 1.0
    value = RELEVANCE * scores[candidates] / peak
    likeness = np.zeros(len(candidates), dtype=np.float32)
    of_type = np.zeros(len(candidates), dtype=np.float32)
    left = np.ones(len(candidates), dtype=bool)
    while left.any():
        alike = np.maximum(likeness, SAME_TYPE * of_type)
        best = int(np.where(left, value - (1 - RELEVANCE) * alike, -np.inf).argmax())
        left[best] = False
        row = candidates[best]
        yield int(row)
        likeness = np.maximum(likeness, vectors[candidates] @ vectors[row])
        of_type += types[candidates] == types[row]
