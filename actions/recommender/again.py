"""What is bought again and again, and after how long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from statistics import median

from actions.recommender.history import DAY, History
from actions.recommender.shelf import Shelf

APART = 7.0
"""Days between two purchases of an item, so that the second is one for a fresh need and not of a larger order."""
FEWEST, SHARE = 3, 0.05
"""An item's kind is bought again and again if so many purchases of one of its items were repeats, this share of all."""

Kind = tuple[str, str]
"""Type and category."""


def bought_again(history: History, shelf: Shelf) -> dict[Kind, float]:
    """Kind of item → the median days after which customers bought one item of it again; only kinds of which they do.

    It is told of kinds because of single items there are seldom purchases enough.
    """
    pauses: defaultdict[Kind, list[float]] = defaultdict(list)
    bought: Counter[Kind] = Counter()
    for purchases in history.purchases():
        last: dict[int, float] = {}
        for row, time in purchases:
            kind, day = shelf.kinds[shelf.types[row]], time.timestamp() / DAY
            if row not in last or day - last[row] >= APART:
                if row in last:
                    pauses[kind].append(day - last[row])
                last[row] = day
                bought[kind] += 1
    return {
        kind: median(days)
        for kind, days in pauses.items()
        if len(days) >= FEWEST and len(days) >= SHARE * bought[kind]
    }


def due(days_since: Mapping[int, float], again: Mapping[Kind, float], shelf: Shelf) -> set[int]:
    """Of items bought so many days ago, the rows that are about to be needed again: half of the usual time is over."""
    kinds = {row: shelf.kinds[shelf.types[row]] for row in days_since}
    return {row for row, days in days_since.items() if days >= again.get(kinds[row], float("inf")) / 2}
