"""How good a ranking is. Grades go from 0 to 3; a product that nobody judged has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

FIRST = 10
"""Products that a shopper looks at."""
MANY = 50


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], first: int = FIRST) -> float:
    """The discounted cumulative gain of the first products as a share of the best possible, 0 to 1.

    The gain is 2^grade − 1 (Burges et al. 2005, "Learning to Rank using Gradient Descent"); what was not judged has
    none. To judge by judged products only, leave the others out of the ranking.
    """
    ideal = _gain(sorted(grades.values(), reverse=True)[:first])
    return _gain([grades.get(product_id, 0) for product_id in ranking[:first]]) / ideal


def judged_only(ranking: Sequence[str], grades: Mapping[str, int]) -> list[str]:
    """The ranking without what nobody judged (Sakai 2007, "Alternatives to Bpref")."""
    return [product_id for product_id in ranking if product_id in grades]


def judged_share(ranking: Sequence[str], grades: Mapping[str, int], first: int = FIRST) -> float:
    """How many of the first were judged; of fewer than `first`, the missing count as not judged."""
    return len(judged_only(ranking[:first], grades)) / first


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 over the rank of the first relevant product, 0 without any."""
    ranks = (rank for rank, product_id in enumerate(ranking, start=1) if grades.get(product_id, 0))
    return 1 / next(ranks, float("inf"))


def recall(ranking: Sequence[str], grades: Mapping[str, int], first: int = MANY) -> float:
    """The share of all relevant products that is among the first."""
    relevant = {product_id for product_id, grade in grades.items() if grade}
    return len(relevant.intersection(ranking[:first])) / len(relevant)


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
