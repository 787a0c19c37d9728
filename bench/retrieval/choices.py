"""Which weights suit judged queries best, and how well that choice does for queries that had no part in it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from actions.search import ProductSearch, Weights
from bench.common.report import Report
from bench.common.running import progress
from bench.retrieval import metrics
from bench.retrieval.judgements import JudgedQuery
from bench.retrieval.systems import DEPTH, Aisle, System

FUSIONS = tuple(
    Weights(*weights)
    for weights in product((0, 0.2, 0.27, 0.33, 0.4, 0.5, 1), (0, 0.25, 0.4), (0, 0.2, 0.3, 0.4))
)
THRESHOLDS = tuple(Weights(confident=round(0.5 + 0.01 * step, 2)) for step in range(26))
COLUMNS = (
    "tried",
    "words",
    "phrases",
    "feedback",
    "confident",
    "ndcg_10",
    "ndcg_10_judged",
    "some_shown",
    "none_shown",
)
SMOOTHING = 60
"""Of reciprocal rank fusion, as its authors have it."""


@dataclass(frozen=True)
class Chosen:
    """The weights of several that do best, and what is gained by them.

    Attributes:
        weights: the best over all queries.
        value: their mean over the queries that chose them.
        held_out: the mean over queries each answered with the weights that are best for the others (leave-one-out;
            Stone 1974, "Cross-Validatory Choice and Assessment of Statistical Predictions").
    """

    weights: Weights
    value: float
    held_out: float

    @classmethod
    def of(cls, tried: Sequence[Weights], values: NDArray[np.float64]) -> Chosen:
        """From what each of them (rows) is worth for each query (columns); of equals the first is best."""
        totals = values.sum(axis=1)
        best = (totals[:, None] - values).argmax(axis=0)
        first = int(totals.argmax())
        held_out = values[best, np.arange(values.shape[1])].mean()
        return cls(tried[first], float(values[first].mean()), float(held_out))


class ReciprocalRanks:
    """Reciprocal rank fusion of words and meaning, as many engines have it (Cormack, Clarke & Büttcher 2009)."""

    def __init__(self, search: ProductSearch) -> None:
        self._halves = [Aisle(search.weighing(Weights(words, feedback=0))) for words in (0, 1)]

    def rank(self, query: str, first: int) -> list[str]:
        scores: dict[str, float] = {}
        for half in self._halves:
            for rank, product_id in enumerate(half.rank(query, DEPTH), start=1):
                scores[product_id] = scores.get(product_id, 0) + 1 / (SMOOTHING + rank)
        return sorted(scores, key=lambda product_id: -scores[product_id])[:first]

    confident = rank


def gains(system: System, query: JudgedQuery) -> tuple[float, float]:
    """NDCG@10, with what was not judged as nothing and without it."""
    ranking = system.rank(query.text, DEPTH)
    judged = metrics.judged_only(ranking, query.grades)
    return metrics.ndcg(ranking, query.grades), metrics.ndcg(judged, query.grades)


def tried_fusions(
    search: ProductSearch, queries: Sequence[JudgedQuery], done: Callable[[], object]
) -> NDArray[np.float64]:
    """What every one of `FUSIONS` gains for every query, shape (fusions, queries, 2); `done` hears of each fusion."""
    gained = []
    for weights in FUSIONS:
        system = Aisle(search.weighing(weights))
        gained.append([gains(system, query) for query in queries])
        done()
    return np.array(gained)


def tried_thresholds(
    search: ProductSearch, answerable: Sequence[JudgedQuery], hopeless: Sequence[JudgedQuery]
) -> NDArray[np.float64]:
    """Whether each of `THRESHOLDS` is right about each query, that something answers it or nothing does; shape
    (thresholds, queries)."""
    right = []
    for weights in THRESHOLDS:
        system = Aisle(search.weighing(weights))
        shown = [bool(system.confident(query.text, metrics.FIRST)) for query in (*answerable, *hopeless)]
        right.append([*shown[: len(answerable)], *(not each for each in shown[len(answerable) :])])
    return np.array(right, dtype=np.float64)


def fusing(weights: Weights) -> tuple[float, float, float]:
    """Those of the weights that decide the order."""
    return weights.words, weights.phrases, weights.feedback


def add(
    report: Report, search: ProductSearch, answerable: Sequence[JudgedQuery], hopeless: Sequence[JudgedQuery]
) -> None:
    """Try all fusions and thresholds; add what is best, and what each does to `OUT/choices.csv`."""
    with progress() as bar:
        task = bar.add_task("Fusions tried", total=len(FUSIONS))
        fused = tried_fusions(search, answerable, lambda: bar.advance(task))
    fusion = Chosen.of(FUSIONS, fused.mean(axis=2))
    report.add("chosen_words", "share of the words in the best fusion", fusion.weights.words)
    report.add("chosen_phrases", "what phrases add in it", fusion.weights.phrases)
    report.add("chosen_feedback", "share of the feedback in it", fusion.weights.feedback)
    report.add("chosen_ndcg", "mean of ndcg_10 and ndcg_10_judged with it", fusion.value)
    report.add("chosen_ndcg_held_out", "the same, chosen without each query itself", fusion.held_out)
    ranks = np.array([gains(ReciprocalRanks(search), query) for query in answerable]).mean(axis=0)
    report.add("ranks_ndcg_10", "ndcg_10 by reciprocal rank fusion", float(ranks[0]))
    report.add("ranks_ndcg_10_judged", "its ndcg_10_judged", float(ranks[1]))
    rows = [
        ("fusion", *fusing(weights), "", *values.mean(axis=0), "", "")
        for weights, values in zip(FUSIONS, fused, strict=True)
    ]
    if hopeless:
        right = tried_thresholds(search, answerable, hopeless)
        kinds = np.repeat((0.5 / len(answerable), 0.5 / len(hopeless)), (len(answerable), len(hopeless)))
        threshold = Chosen.of(THRESHOLDS, right * kinds * right.shape[1])
        report.add("chosen_confident", "the best threshold", threshold.weights.confident)
        report.add("chosen_shown", "mean of some_shown and none_shown with it", threshold.value)
        report.add("chosen_shown_held_out", "the same, chosen without each query itself", threshold.held_out)
        for weights, values in zip(THRESHOLDS, right, strict=True):
            some, none = values[: len(answerable)].mean(), values[len(answerable) :].mean()
            rows.append(("threshold", *fusing(weights), weights.confident, "", "", some, none))
    with (report.out / "choices.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows(rows)
