"""A list of suggestions, made from the items' scores: varied, with reasons, some from further down or promoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from actions.recommender.history import DAY, Past
from actions.recommender.model import Scores
from actions.recommender.rules import varied
from actions.recommender.shelf import Shelf
from actions.recommender.sizes import sized
from actions.recommender.state import State
from actions.recommender.types import OwnSize, Reason, Suggestion

CANDIDATES = 80
"""Items among which a varied list is sought."""
EXPLORED, FURTHER = 0.1, 5
"""The share of suggestions that are drawn from further down: among so many times as many items as are candidates."""
PROMOTED_FROM = 3
"""Suggestions from which on the last of a list may be there because it is promoted."""
NEW_DAYS = 45
"""How long an item is called new."""
OFTEN, LOOKED_AT_DAYS = 3, 90
"""Products of a type that somebody looked at in so many days, so that they are told to look at such often."""


@dataclass(frozen=True)
class Listing:
    """What a list is made from: the items' `scores`, the rows that are `allowed`, and what each model adds to the score
    of which item; what has no reason is not listed."""

    state: State
    past: Past
    scores: Scores
    allowed: NDArray[np.intp]
    by_model: Mapping[str, Scores]
    sizes: tuple[OwnSize, ...] = ()

    def suggestions(self, k: int, whose: tuple[str | None, ...]) -> list[Suggestion]:
        """At most k, the best first; `whose` they are decides what is drawn from further down."""
        candidates = best(self.allowed, self.scores, CANDIDATES)
        rows = varied(candidates, self.scores, self.state.content.items, self.state.shelf.types)
        found = list(islice(self._with_reasons(rows), k))
        fresh = self._explored(whose, len(found))
        return self._with_promoted(candidates, [*found[: len(found) - len(fresh)], *fresh])

    def _explored(self, whose: tuple[str | None, ...], places: int) -> list[Suggestion]:
        """What takes the last of so many places: drawn by score, the same for somebody all day; never the first."""
        random = np.random.default_rng(crc32(repr((whose, self.past.now.date())).encode()))
        count = min(int(random.binomial(places, EXPLORED)), places - 1)
        scored = self.allowed[self.scores[self.allowed] > 0]
        further = best(scored, self.scores, FURTHER * CANDIDATES)[CANDIDATES:]
        if count < 1 or not len(further):
            return []
        chances = self.scores[further] / self.scores[further].sum(dtype=np.float64)
        drawn = random.choice(further, len(further), replace=False, p=chances / chances.sum())
        return [replace(each, explored=True) for each in islice(self._with_reasons(drawn), count)]

    def _with_promoted(self, candidates: NDArray[np.intp], listed: list[Suggestion]) -> list[Suggestion]:
        """The list, its last place given to the promoted item that suits best, if one is among the candidates and none
        in the list anyway; a short list has no place to give."""
        shelf = self.state.shelf
        there = [shelf.row_of[each.product_id] for each in listed]
        if len(listed) < PROMOTED_FROM or shelf.promoted[there].any():
            return listed
        suiting = next(self._with_reasons(candidates[shelf.promoted[candidates]]), None)
        return [*listed[:-1], replace(suiting, promoted=True)] if suiting else listed

    def _with_reasons(self, rows: Iterable[int]) -> Iterator[Suggestion]:
        """Those of the items that have a reason, with it."""
        for row in map(int, rows):
            if reason := self._reason(row):
                yield Suggestion(self.state.shelf.items[row].product_id, float(self.scores[row]), reason)

    def _reason(self, row: int) -> Reason | None:
        """That it is new among what they look at often, or else the reason of the model that has most to say for the
        item, of those that have one."""
        shelf, if_new = self.state.shelf, new(row, self.past, self.state.shelf)
        if if_new and if_new.kind == "new_of_interest":
            return if_new
        for name in sorted(self.by_model, key=lambda name: -self.by_model[name][row]):
            if reason := self.state.models[name].reason(row, self.past, shelf):
                return sized(reason, row, shelf, self.sizes)
        return if_new


def new(row: int, past: Past, shelf: Shelf) -> Reason | None:
    """The reason that an item came into the shop lately, with what they looked at of its type if that was often; None
    where it did not."""
    item = shelf.items[row]
    days = (past.now - item.added).total_seconds() / DAY
    if not 0 <= days <= NEW_DAYS:
        return None
    evidence: dict[str, str | int] = {"days": int(days)}
    if not item.type:
        return Reason("arrived", evidence)
    evidence["type"] = item.type
    looked_at = {*past.rows[past.views & (past.ages <= LOOKED_AT_DAYS)].tolist()} - {row}
    alike = sorted(
        other.product_id for other in map(shelf.items.__getitem__, looked_at) if other.type == item.type
    )
    if len(alike) < OFTEN:
        return Reason("new", evidence)
    often: dict[str, str | int] = {"count": len(alike), "products": " ".join(alike), "within": LOOKED_AT_DAYS}
    return Reason("new_of_interest", {**evidence, **often})


def best(rows: NDArray[np.intp], scores: Scores, count: int) -> NDArray[np.intp]:
    """The `count` rows of the highest scores, in order; those with equal scores as they came."""
    if len(rows) > count:
        least = np.partition(scores[rows], -count)[-count]
        rows = rows[scores[rows] >= least]
    return rows[np.argsort(-scores[rows], kind="stable")[:count]]
