"""What each model counts in the blend: weights by which the blend foretells best what was held out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actions.recommender.evaluation import Case
from actions.recommender.history import History, Past
from actions.recommender.model import Model, Scores

DEPTH = 10
"""Of a ranking, so many items count."""
CANDIDATES = 40
"""So many of every model's best items are what the blend chooses from while it is weighed."""
MOST_CASES = 4_000
"""More cases tell little more, and take longer than fitting the models."""
STEPS = (0.0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
"""The weights that are tried."""
ROUNDS = 3
DOUBT = 1.0
"""A weight is taken if what it adds to the quality is more than so many standard errors of that: less is chance."""


def shares(
    models: Mapping[str, Model], weights: Mapping[str, float], past: Past, size: int
) -> dict[str, Scores]:
    """What each model adds to the score of each of `size` items: its weight times its own score, of which 1 is the
    best among the items that are new to them, and the most."""
    found = {}
    for name, model in models.items():
        scores = found[name] = np.zeros(size, dtype=np.float32)
        if not weights[name]:
            continue
        own = model.scores(past)
        scores[: len(own)] = own[:size]
        known = scores[past.known]
        scores[past.known] = 0
        peak = scores.max(initial=0)
        scores[past.known] = known
        if peak := peak or scores.max(initial=0):
            np.minimum(scores, peak, out=scores)
            scores *= np.float32(weights[name] / peak)
    return found


def learned(
    models: Mapping[str, Model], history: History, cases: Sequence[Case], start: Mapping[str, float]
) -> dict[str, float]:
    """The weights that rank the held-out items highest by NDCG@10, found by coordinate ascent (Metzler & Croft 2007).

    Args:
        models: fitted on `history`.
        history: what customers did before what is held out.
        cases: what they turned to then; a sample of 4,000 is used where there are more.
        start: weights to begin with.
    """
    weights = dict(start)
    offered = _offered(models, history, _sample(cases))
    scores = offered.features @ np.array(list(weights.values()), dtype=np.float32)
    best = offered.quality(scores)
    for _ in range(ROUNDS):
        before = dict(weights)
        for column, name in enumerate(weights):
            for value in STEPS:
                changed = scores + np.float32(value - weights[name]) * offered.features[:, column]
                quality = offered.quality(changed)
                if _better(quality - best):
                    best, scores, weights[name] = quality, changed, value
        if weights == before:
            break
    return weights


def _better(gains: NDArray[np.float64]) -> bool:
    """Whether what was gained in each case is more than chance."""
    return bool(gains.any() and gains.sum() > DOUBT * gains.std() * len(gains) ** 0.5)


@dataclass(frozen=True)
class _Offered:
    """The candidates of all cases in one table: what each model says, whose they are, which are right."""

    features: NDArray[np.float32]
    owner: NDArray[np.intp]
    right: NDArray[np.intp]
    cases: int

    def quality(self, scores: Scores) -> NDArray[np.float64]:
        """Each case's NDCG of the candidates ranked by scores; one that ties with the right one comes before it."""
        of_right = np.full(self.cases, np.inf, dtype=np.float32)
        of_right[self.owner[self.right]] = scores[self.right]
        before = np.bincount(self.owner[scores >= of_right[self.owner]], minlength=self.cases) - 1
        found = np.isfinite(of_right) & (before < DEPTH)
        gains = np.zeros(self.cases)
        gains[found] = 1 / np.log2(before[found] + 2)
        return gains


def _offered(models: Mapping[str, Model], history: History, cases: Sequence[Case]) -> _Offered:
    size, equal = len(history.row_of), dict.fromkeys(models, 1.0)
    features, owner, right, total = [np.zeros((0, len(models)), np.float32)], [], [], 0
    for number, case in enumerate(cases):
        past = history.past(case.customer)
        table = np.stack(list(shares(models, equal, past, size).values()), axis=1)
        table[past.known] = 0
        rows = _candidates(table)
        features.append(table[rows])
        owner.append(np.full(len(rows), number))
        right.append(total + np.flatnonzero(rows == history.row_of[case.next]))
        total += len(rows)
    nothing = np.zeros(0, dtype=np.intp)
    return _Offered(
        np.concatenate(features),
        np.concatenate([nothing, *owner]),
        np.concatenate([nothing, *right]),
        len(cases),
    )


def _candidates(table: NDArray[np.float32]) -> NDArray[np.intp]:
    """The rows that are among the best of any column, without those of which it says nothing."""
    count = min(CANDIDATES, len(table))
    best = np.argpartition(-table, count - 1, axis=0)[:count]
    return np.unique(best[np.take_along_axis(table, best, axis=0) > 0])


def _sample(cases: Sequence[Case]) -> list[Case]:
    """All cases, or as many of them as count, the same every time."""
    if len(cases) <= MOST_CASES:
        return list(cases)
    chosen = np.random.default_rng(0).choice(len(cases), MOST_CASES, replace=False)
    return [cases[place] for place in sorted(chosen)]
