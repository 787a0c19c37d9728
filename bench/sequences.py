"""The recommender on other people's sequences: every user's last item, sought among all that are new to the user."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Annotated

import numpy as np
import typer
from threadpoolctl import threadpool_limits

from actions.recommender.blend import MODELS
from actions.recommender.history import History
from actions.recommender.model import Model
from actions.recommender.recommender import Recommender
from actions.recommender.shelf import Shelf
from actions.recommender.state import State
from bench.common.report import Aim, Report, at_least, at_most
from bench.common.running import Out, progress, run
from bench.recommending import measuring, pictures
from bench.recommending.fitting import BLEND, Fitted, fit
from bench.recommending.searching import TUNABLE, search
from bench.recommending.sequences import Sequences, read

ENVIRONMENT = "actions"

AIMS: Mapping[str, Aim] = {
    "ndcg_10_strict": at_least(0.052),
    "ndcg_10": at_least(0.062),
    "hr_10": at_least(0.098),
    "fit_s": at_most(60),
    "score_ms_p95": at_most(10),
    "list_ms_p95": at_most(10),
}
"""Of foretelling, on Amazon Beauty; of time, everywhere."""
LISTS = 500
"""Whole suggestion lists that are timed."""


def sequences(
    sequences: Annotated[
        Path, typer.Option("--sequences", help="Lines `user item item …` in time order, gzipped or not.")
    ],
    out: Out = Path("report"),
    searched: Annotated[
        int,
        typer.Option("--search", min=0, help="Settings to try for each model, on validation items alone."),
    ] = 0,
) -> None:
    """Rank all items for every user: fitted without the validation items (`…_strict`) and with them."""
    data = read(sequences)
    report = Report(f"The recommender on {sequences.name}", out, (BLEND, *(model.name for model in MODELS)))
    shelf = data.shelf()
    if searched:
        search_all(report, data, shelf, searched)
    with threadpool_limits(1), progress() as bar:
        fitted = fit(data, shelf)
        history = data.history(held_out=1)
        targets = [(user.name, user.target) for user in data.users]
        task = bar.add_task("ranking", total=2 * len(targets))
        for suffix, models in (("_strict", fitted.strict), ("", fitted.refitted)):
            ranked = measuring.rank(models, fitted.weights, history, targets, lambda: bar.advance(task))
            accuracy = {system: of_it.accuracy() for system, of_it in ranked.items()}
            section = "Fitted without the validation items" if suffix else "Fitted with the validation items"
            add(report, accuracy, suffix, section)
        seen = measuring.table(history)
        add(report, {system: of_it.breadth(seen) for system, of_it in ranked.items()}, "", "Lists of ten")
        add_costs(report, fitted, history, shelf)
    report.add("users", "who were ranked for", len(data.users), section="Data")
    report.add("items", "that were ranked", len(shelf), section="Data")
    explain(report, data, fitted)
    pictures.accuracy(report)
    report.write()


def add(
    report: Report, figures: Mapping[str, Mapping[str, float]], suffix: str, section: str, meaning: str = ""
) -> None:
    """Add every figure, of the blend and of every model alone."""
    for name in figures[BLEND]:
        values = {system: of_it[name] for system, of_it in figures.items()}
        report.add(f"{name}{suffix}", meaning, values, AIMS.get(f"{name}{suffix}"), section)


def add_costs(report: Report, fitted: Fitted, history: History, shelf: Shelf) -> None:
    """Time to fit and to score, and memory."""
    models, users = fitted.refitted, history.customers
    report.add("fit_s", "", fitted.seconds, AIMS["fit_s"], "Costs")
    report.add("fit_processor_s", "", fitted.processor_seconds, section="Costs")
    taken = measuring.milliseconds(models, fitted.weights, history, users)
    for percentile in (50, 95):
        values = {name: float(np.percentile(times, percentile)) for name, times in taken.items()}
        name = f"score_ms_p{percentile}"
        report.add(name, "ten items for one user", values, AIMS.get(name), "Costs")
    lists = list_milliseconds(State(shelf, history, models, fitted.weights, again={}))
    for percentile in (50, 95):
        name = f"list_ms_p{percentile}"
        value = float(np.percentile(lists, percentile))
        report.add(name, "varied, with reasons", value, AIMS.get(name), "Costs")
    memory = {name: megabytes(model) for name, model in models.items()}
    report.add("memory_mb", "what it has learnt", {BLEND: sum(memory.values()), **memory}, section="Costs")
    report.add("memory_peak_mb", "of this process", peak_megabytes(), section="Costs")
    report.add("weight", "learned on validation", dict(fitted.weights), section="Costs")


def list_milliseconds(state: State) -> list[float]:
    """How long whole suggestion lists take, as the shop makes them."""
    recommender, times = Recommender(state), []
    for customer in state.history.customers[:: max(1, len(state.history.customers) // LISTS)]:
        begin = perf_counter()
        recommender.recommend(customer, k=10)
        times.append((perf_counter() - begin) * 1000)
    return times


def megabytes(model: Model) -> float:
    """Of the arrays that a model is."""
    return sum(array.nbytes for array in model.arrays().values()) / 2**20


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def search_all(report: Report, data: Sequences, shelf: Shelf, trials: int) -> None:
    """Search for every model's settings; they go to `search.json`, and what would be gained into the report."""
    with progress() as bar:
        task = bar.add_task("searching", total=trials * len(TUNABLE))
        found = {name: search(data, shelf, name, trials, lambda: bar.advance(task)) for name in TUNABLE}
    text = json.dumps({name: asdict(each) for name, each in found.items()}, indent=2) + "\n"
    (report.out / "search.json").write_text(text, encoding="utf-8")
    best = {name: each.ndcg_10 for name, each in found.items()}
    shipped = {name: each.shipped_ndcg_10 for name, each in found.items()}
    report.add("ndcg_10_validation", "with the shipped settings", shipped, section="Search")
    report.add("ndcg_10_validation_found", f"with the best of {trials}", best, section="Search")


def explain(report: Report, data: Sequences, fitted: Fitted) -> None:
    """Say what the figures are and are not."""
    report.note(
        "All items new to a user are ranked; what ties with the right one comes before it. Settings and weights were"
        " chosen on validation items alone; compare published figures with those called strict."
    )
    report.note(
        "Sequences tell neither what items are nor what was bought in one order: content and together are silent."
    )
    if data.left_out:
        report.note(f"{data.left_out} users with too few items were left out.")


if __name__ == "__main__":
    run(sequences)
