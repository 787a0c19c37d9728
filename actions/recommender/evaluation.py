"""How well a recommender foretells: every customer's last product is held out and sought among all others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from actions.recommender.history import AGAINST
from actions.recommender.types import Event


@dataclass(frozen=True)
class Case:
    """A customer, what they had done until then, and the product that they turned to next."""

    customer: str
    seen: frozenset[str]
    next: str


@dataclass(frozen=True)
class Quality:
    """Means over all cases, ranking all products not yet seen: `ndcg` and `hits` at k; `coverage` is the share of
    products that were suggested to anybody."""

    ndcg: float
    hits: float
    coverage: float


def leave_last_out(events: Iterable[Event]) -> tuple[list[Event], list[Case]]:
    """The events without every customer's last new product and what they did after it, and the cases to foretell.

    What was sent back or declined is nothing to foretell. Customers with fewer than three other products are left out
    of the cases.
    """
    by_customer: dict[str, list[Event]] = {}
    for event in sorted(events, key=attrgetter("time")):
        by_customer.setdefault(event.customer, []).append(event)
    kept: list[Event] = []
    cases = []
    for customer, deeds in by_customer.items():
        declined = frozenset(event.product for event in deeds if event.did in AGAINST)
        turned_to = [event for event in deeds if event.product not in declined]
        products = list(dict.fromkeys(event.product for event in turned_to))
        if len(products) < 3:
            kept += deeds
            continue
        last = products[-1]
        end = deeds.index(next(event for event in turned_to if event.product == last))
        kept += deeds[:end]
        cases.append(Case(customer, declined.union(products[:-1]), last))
    return kept, cases


def quality(
    ranking: Callable[[Case], Sequence[str]], cases: Sequence[Case], products: int, k: int = 10
) -> Quality:
    """The quality of rankings of products that a customer has not seen, the best first."""
    gain = hits = 0.0
    suggested: set[str] = set()
    for case in cases:
        top = list(ranking(case)[:k])
        suggested.update(top)
        if case.next in top:
            hits += 1
            gain += 1 / math.log2(top.index(case.next) + 2)
    total = max(len(cases), 1)
    return Quality(gain / total, hits / total, len(suggested) / max(products, 1))
