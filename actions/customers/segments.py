"""Customers in groups that a person understands: loyal, big spenders, new, slipping away …"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.ensemble import IsolationForest
from sklearn.metrics import silhouette_score

from actions.customers.buying import Buying

FEWEST = 30
"""Customers with an order of whom groups can be told."""
NAMES: Mapping[str, tuple[float, float, float, float]] = {
    "loyal": (-0.8, 1.2, 0.0, 0.4),
    "big spender": (0.0, 0.0, 1.5, 0.0),
    "new": (-0.8, -0.8, 0.0, -1.5),
    "slipping away": (1.2, 0.2, 0.0, 0.4),
    "occasional": (0.6, -0.8, 0.0, 0.2),
    "careful spender": (0.0, 0.0, -1.5, 0.0),
    "regular": (-0.2, 0.4, 0.0, 0.2),
}
"""What a typical member of each is like: recency, frequency, order value and time known, in standard deviations from
the mean of all. Every group gets another name, such that all are as near to theirs as can be."""
MOST = len(NAMES)
OUTLIER = 0.7
"""The anomaly score from which on a customer is an outlier; 0.5 is usual, 1 as odd as can be."""
NO_ORDERS, OUTSIDE = "no orders yet", "unlike a shopper"


@dataclass(frozen=True)
class Segments:
    """Groups by KMeans over recency, frequency, order value and time known, all as standardised logarithms.

    Customers who have not ordered have a group of their own. Outliers, such as staff and bots, are told by an
    isolation forest (Liu, Ting & Zhou 2008), and move no group's centre.
    """

    by_customer: Mapping[str, str]
    """Customer id → the name of their group."""
    outliers: Mapping[str, float]
    """Customer id → the anomaly score."""
    inertia: Mapping[int, float]
    """Number of groups → the sum of squared distances to the centres (the elbow)."""
    silhouette: Mapping[int, float]
    """Number of groups → the mean silhouette (Rousseeuw 1987), by which the number was chosen."""

    @classmethod
    def fit(cls, customers: Sequence[Buying]) -> Self | None:
        """The groups; None where too few customers have ordered."""
        outside = outliers(customers)
        inside = [one for one in customers if one.frequency and one.customer_id not in outside]
        if len(inside) < FEWEST:
            return None
        table = _standardised(inside)
        tried = {
            count: KMeans(count, n_init=10, random_state=0).fit(table)
            for count in range(2, MOST + 1)
            if count < len(np.unique(table, axis=0))
        }
        silhouette = {count: float(silhouette_score(table, each.labels_)) for count, each in tried.items()}
        if not tried:
            return None
        chosen = tried[max(silhouette, key=lambda count: silhouette[count])]
        names = _names(chosen.cluster_centers_)
        groups = {one.customer_id: names[label] for one, label in zip(inside, chosen.labels_, strict=True)}
        without = {one.customer_id: NO_ORDERS for one in customers if not one.frequency}
        return cls(
            by_customer={**without, **groups, **dict.fromkeys(outside, OUTSIDE)},
            outliers=outside,
            inertia={count: float(each.inertia_) for count, each in tried.items()},
            silhouette=silhouette,
        )


def outliers(customers: Sequence[Buying]) -> dict[str, float]:
    """Customer id → the anomaly score, of those who behave like no shopper."""
    return {one: score for one, score in _anomalies(customers).items() if score >= OUTLIER}


def _standardised(customers: Sequence[Buying]) -> NDArray[np.float64]:
    """Recency, frequency, order value and time known, as standardised logarithms; shape (customers, 4)."""
    rows = [(one.recency or 0.0, one.frequency, one.order_value, one.known) for one in customers]
    table = np.log1p(np.array(rows, dtype=np.float64))
    deviation = table.std(axis=0)
    standardised: NDArray[np.float64] = (table - table.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
    return standardised


def _anomalies(customers: Sequence[Buying]) -> dict[str, float]:
    """How odd it is what a customer looked at and bought, from 0 to 1."""
    if not customers:
        return {}
    rows = [(one.frequency, one.order_value, one.returned, one.views, one.busiest) for one in customers]
    table = np.log1p(np.array(rows, dtype=np.float64))
    forest = IsolationForest(n_estimators=200, random_state=0).fit(table)
    scores = (-forest.score_samples(table)).tolist()
    return {one.customer_id: score for one, score in zip(customers, scores, strict=True)}


def _names(centres: NDArray[np.float64]) -> list[str]:
    """Of each centre, its name."""
    typical = np.array(list(NAMES.values()))
    distances = ((centres[:, np.newaxis] - typical) ** 2).sum(axis=2)
    _, chosen = linear_sum_assignment(distances)
    return [list(NAMES)[place] for place in chosen]
