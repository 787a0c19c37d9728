"""Figures of intent classification with a decision not to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, matthews_corrcoef

from bench.understanding.pipelines import Understood

OUT_OF_SCOPE = "(out of scope)"
BINS = 15
THRESHOLDS = np.round(np.arange(0, 1, 0.02), 2)


@dataclass(frozen=True)
class Judged:
    """Texts with their true labels (`OUT_OF_SCOPE` for those of no label that was trained) and what they were
    understood as."""

    truth: NDArray[np.str_]
    understood: Understood

    @property
    def in_scope(self) -> NDArray[np.bool_]:
        """Which texts have a label."""
        return np.not_equal(self.truth, OUT_OF_SCOPE)

    @property
    def score(self) -> NDArray[np.float64]:
        """How probable it is that a text is in scope and has its best label: what thresholds are put on."""
        return self.understood.confidence * self.understood.in_scope

    def decided(self) -> NDArray[np.str_]:
        """The labels by the pipeline's own decision."""
        return np.where(self.understood.rejected, OUT_OF_SCOPE, self.understood.best)

    def decided_at(self, threshold: float) -> NDArray[np.str_]:
        """The labels where whatever scores less is taken for out of scope."""
        return np.where(self.score < threshold, OUT_OF_SCOPE, self.understood.best)


def figures(judged: Judged) -> dict[str, float]:
    """Every figure of quality; `nan` where there is nothing that it could be measured on.

    `in_scope_accuracy` leaves the decision not to know aside, `…_decided` does not; `macro_f1` is the mean over the
    labels in the test; `mcc` is the multi-class correlation of all labels, out of scope being one (Gorodkin 2004).
    """
    known, best = judged.in_scope, judged.understood.best
    decided = judged.decided()
    right = best == judged.truth
    return {
        "in_scope_accuracy": _mean(right[known]),
        "in_scope_accuracy_decided": _mean((decided == judged.truth)[known]),
        "oos_recall": _mean((decided == OUT_OF_SCOPE)[~known]),
        "accuracy": _mean(decided == judged.truth),
        "macro_f1": float(
            f1_score(
                judged.truth, decided, labels=sorted(set(judged.truth)), average="macro", zero_division=0
            )
        ),
        "mcc": float(matthews_corrcoef(judged.truth, decided)),
        "mcc_best": max(curve(judged)["mcc"]),
        "ece": calibration_error(judged.understood.confidence[known], right[known]),
        "ece_all": calibration_error(judged.score, right),
    }


def at_threshold(judged: Judged, threshold: float) -> dict[str, float]:
    """In-scope accuracy, out-of-scope recall and MCC where whatever scores less is out of scope."""
    known, decided = judged.in_scope, judged.decided_at(threshold)
    return {
        "in_scope_accuracy": _mean((decided == judged.truth)[known]),
        "oos_recall": _mean((decided == OUT_OF_SCOPE)[~known]),
        "mcc": float(matthews_corrcoef(judged.truth, decided)),
    }


def curve(judged: Judged) -> Mapping[str, list[float]]:
    """`at_threshold` for each of `THRESHOLDS`."""
    points = [at_threshold(judged, threshold) for threshold in THRESHOLDS]
    return {name: [point[name] for point in points] for name in points[0]}


def best_threshold(judged: Judged) -> float:
    """The threshold of highest MCC."""
    return float(THRESHOLDS[int(np.argmax(curve(judged)["mcc"]))])


def reliability(
    confidence: NDArray[np.float64], right: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int_]]:
    """By bin of equal width that is not empty: mean confidence, share that is right, how many."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    counts = np.bincount(bins, minlength=BINS)
    filled = counts > 0
    means, shares = (
        np.bincount(bins, weights=values, minlength=BINS)[filled] / counts[filled]
        for values in (confidence, right.astype(float))
    )
    return means, shares, counts[filled]


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Expected calibration error (Guo et al. 2017): how far confidence is from the share that is right."""
    if not len(confidence):
        return float("nan")
    means, shares, counts = reliability(confidence, right)
    return float(np.average(np.abs(means - shares), weights=counts))


def confused(judged: Judged, most: int) -> list[tuple[str, str, int]]:
    """The commonest (true label, decided label, how often) that differ."""
    decided = judged.decided()
    wrong = decided != judged.truth
    pairs, counts = np.unique(np.stack([judged.truth[wrong], decided[wrong]]), axis=1, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:most]
    return [(str(pairs[0, i]), str(pairs[1, i]), int(counts[i])) for i in order]


def _mean(values: NDArray[np.bool_]) -> float:
    return float(values.mean()) if len(values) else float("nan")
