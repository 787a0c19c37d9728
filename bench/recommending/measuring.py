"""How well models and their blend foretell: every user's held-out item among all that are new to the user."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from actions.recommender.history import History, Past
from actions.recommender.model import Model, Scores
from actions.recommender.weighing import shares
from bench.recommending.fitting import BLEND

CUTOFFS = (5, 10, 20)
LISTED = 10
"""Items of a list of which coverage, novelty and diversity are told."""
TIMED = 1_000
"""Users whose scoring is timed, one at a time."""


@dataclass(frozen=True)
class Ranked:
    """Of each user: how many items come before the right one, and the first ten, −1 where the system says no more."""

    before: NDArray[np.intp]
    lists: NDArray[np.intp]

    def accuracy(self) -> dict[str, float]:
        """Hit rate, normalised discounted cumulative gain and mean reciprocal rank at each cutoff, over all users."""
        figures = {}
        for k in CUTOFFS:
            hit = self.before < k
            figures[f"hr_{k}"] = float(hit.mean())
            figures[f"ndcg_{k}"] = float((hit / np.log2(self.before + 2)).mean())
            figures[f"mrr_{k}"] = float((hit / (self.before + 1)).mean())
        return figures

    def breadth(self, table: csr_array) -> dict[str, float]:
        """Of the lists: the share of items that stand in any, how little known they are, and how unlike each other.

        Novelty is the mean −log2 of the share of users who had an item; diversity one less the mean cosine of two items
        of a list, each being the set of users who had it. `table` tells who had what, shape (users, items).
        """
        users, size = table.shape
        owner, place = np.nonzero(self.lists >= 0)
        listed = self.lists[owner, place]
        if not len(listed):
            return {f"coverage_{LISTED}": 0.0, f"novelty_{LISTED}": 0.0, f"diversity_{LISTED}": 0.0}
        known = table.sum(axis=0)
        unit = csr_array(table / np.sqrt(np.maximum(known, 1))[np.newaxis])
        members = csr_array((np.ones(len(listed)), (owner, listed)), shape=(len(self.lists), size))
        alike = ((members @ csr_array(unit.T @ unit)) * members).sum() - np.count_nonzero(known[listed] > 0)
        lengths = np.bincount(owner)
        pairs = (lengths * (lengths - 1)).sum()
        return {
            f"coverage_{LISTED}": len(np.unique(listed)) / size,
            f"novelty_{LISTED}": float(-np.log2(np.maximum(known[listed], 1) / users).mean()),
            f"diversity_{LISTED}": float(1 - alike / max(pairs, 1)),
        }


def rank(
    models: Mapping[str, Model],
    weights: Mapping[str, float],
    history: History,
    targets: Iterable[tuple[str, str]],
    done: Callable[[], object] = lambda: None,
) -> dict[str, Ranked]:
    """Every model and, under `BLEND`, their blend, ranked for each user after `history`.

    What an item ties or cannot be compared with comes before it, so that a system that says nothing finds nothing.

    Args:
        targets: users and the items that they turned to next.
        done: called after each user.
    """
    size, equal = len(history.row_of), dict.fromkeys(models, 1.0)
    before: dict[str, list[int]] = {name: [] for name in (BLEND, *models)}
    lists: dict[str, list[NDArray[np.intp]]] = {name: [] for name in before}
    for user, target in targets:
        past = history.past(user)
        found = shares(models, equal, past, size)
        total = np.sum([weights[name] * scores for name, scores in found.items()], axis=0)
        for name, scores in {BLEND: total, **found}.items():
            scores[past.rows] = -1
            row = history.row_of[target]
            before[name].append(int(np.count_nonzero(~(scores < scores[row]))) - 1)
            lists[name].append(top(scores, LISTED))
        done()
    return {name: Ranked(np.array(before[name]), np.array(lists[name])) for name in before}


def top(scores: Scores, count: int) -> NDArray[np.intp]:
    """The rows of the highest scores, the best first; −1 for what is not above 0."""
    count = min(count, len(scores))
    best = np.argpartition(-scores, count - 1)[:count]
    best = best[np.argsort(-scores[best], kind="stable")]
    best[scores[best] <= 0] = -1
    return best


def milliseconds(
    models: Mapping[str, Model], weights: Mapping[str, float], history: History, users: Sequence[str]
) -> dict[str, NDArray[np.float64]]:
    """How long each user's first ten take: of each model, and of their blend with all that it needs."""
    size = len(history.row_of)

    def blended(past: Past) -> Scores:
        scores: Scores = np.sum(list(shares(models, weights, past, size).values()), axis=0)
        return scores

    systems = {BLEND: blended, **{name: model.scores for name, model in models.items()}}
    chosen = np.random.default_rng(0).choice(len(users), min(TIMED, len(users)), replace=False)
    times: dict[str, list[float]] = {name: [] for name in systems}
    for place in chosen:
        for name, scores_of in systems.items():
            begin = time.perf_counter()
            top(scores_of(history.past(users[place])), LISTED)
            times[name].append((time.perf_counter() - begin) * 1000)
    return {name: np.array(taken) for name, taken in times.items()}


def table(history: History) -> csr_array:
    """Who had what, shape (users, items)."""
    rows = [np.unique(past.rows) for past in history.pasts()]
    pointers = np.concatenate([[0], np.cumsum([len(each) for each in rows])])
    columns = np.concatenate(rows)
    return csr_array((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(history.row_of)))
