"""How the recommender grows: time to fit, memory and time a list over catalogues of any size."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Annotated

import numpy as np
import psutil
import typer
from threadpoolctl import threadpool_limits

from actions.artefacts import ArtefactError
from actions.recommender import Recommender
from actions.recommender.storage import read
from actions.settings import settings
from bench.common.report import Report, at_most
from bench.common.running import CannotRun, Out, progress, run
from bench.recommending.crowd import Crowd
from bench.timing import Taken, timed

ENVIRONMENT = "actions"

BUDGET_MS = {20_000: 10}
"""Most products → the p95 of a list over them."""
LISTS = 200
LISTED = 5
"""Suggestions in a list."""
SEEN = 3
"""Products of the session in every other list."""


@dataclass(frozen=True)
class Measured:
    """One catalogue: seconds to fit all models once, the process's memory, milliseconds of every list by its kind."""

    fit_s: float
    memory_gb: float
    deeds: int
    taken_ms: dict[str, Taken]


def scale_recommend(
    products: Annotated[int, typer.Option(min=1, help="How many products; more sizes may follow.")] = 10_000,
    more: Annotated[
        list[int] | None, typer.Argument(help="Further sizes.", min=1, show_default=False)
    ] = None,
    customers: Annotated[int, typer.Option(min=1, help="How many customers have done something.")] = 5_000,
    out: Out = Path("report"),
) -> None:
    """Measure suggestions over perturbed copies of the shop's products and customers, one process a size, one thread.

    A copied customer does what the real one did, with copies of the products.
    """
    sizes = list(dict.fromkeys([products, *(more or [])]))
    report = Report("The recommender by size of the catalogue", out)
    folder = settings().models_folder / "recommender"
    measured: dict[int, Measured] = {}
    with progress() as bar:
        task = bar.add_task("Sizes measured", total=len(sizes))
        for size in sizes:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                measured[size] = alone.submit(measure, folder, size, customers).result()
            bar.advance(task)
    for size, of in measured.items():
        add(report, size, of)
    picture(report, measured)
    report.write()


def measure(folder: Path, size: int, customers: int) -> Measured:
    """Fit the recommender on so many products and customers, by the shop's own weights, and ask it for lists.

    Raises:
        CannotRun: there is no recommender yet, or it knows no customers.
    """
    try:
        shelf, events, arrays = read(folder)
    except ArtefactError as error:
        raise CannotRun(str(error)) from error
    if not events:
        raise CannotRun(f"The recommender in {folder} knows of no customers to copy.")
    crowd = Crowd(shelf, events)
    items, vectors = crowd.items(size), crowd.vectors(size)
    deeds = crowd.events(size, customers)
    weights = {name: float(weight) for name, weight in arrays["blend"].items()}
    meanings = {item.product_id: vector for item, vector in zip(items, vectors, strict=True)}
    with threadpool_limits(1):
        started = perf_counter()
        recommender = Recommender.build(items, deeds, meanings, weights)
        fit_s = perf_counter() - started
        return Measured(
            fit_s,
            psutil.Process().memory_info().rss / 2**30,
            len(deeds),
            times(recommender, crowd, size, customers),
        )


def times(recommender: Recommender, crowd: Crowd, size: int, customers: int) -> dict[str, Taken]:
    """The milliseconds of every list: for customers, half of them in a session, for strangers, similar, going with."""
    products, known = crowd.some_products(size, LISTS), crowd.some_customers(customers, LISTS)
    sessions = [crowd.some_products(size, SEEN) if number % 2 else [] for number in range(LISTS)]
    recommender.recommend(known[0], sessions[0], LISTED)
    return {
        "list": timed(lambda of: recommender.recommend(*of, LISTED), zip(known, sessions, strict=True)),
        "stranger": timed(lambda seen: recommender.recommend(None, [seen], LISTED), products),
        "similar": timed(lambda product: recommender.similar(product, LISTED), products),
        "goes_with": timed(lambda product: recommender.goes_with(product, LISTED), products),
    }


def add(report: Report, size: int, of: Measured) -> None:
    """The figures of one size, its number at the end of each name."""
    section = f"{size:,} products"
    budget = next((at_most(ms) for most, ms in BUDGET_MS.items() if size <= most), None)
    report.add(f"fit_s_{size}", "all models once", of.fit_s, section=section)
    report.add(f"memory_gb_{size}", "of the process", of.memory_gb, section=section)
    report.add(f"deeds_{size}", "of customers", of.deeds, section=section)
    for kind, taken in of.taken_ms.items():
        for percentile, aim in ((50, None), (95, budget if kind == "list" else None)):
            elapsed, busy = np.percentile(taken, percentile, axis=0)
            name = f"{kind}_ms_p{percentile}_{size}"
            report.add(name, f"{LISTED} suggestions", float(elapsed), aim, section)
            report.add(f"processor_{name}", "of it", float(busy), section=section)


def picture(report: Report, measured: dict[int, Measured]) -> None:
    """The time of a list over the size, for every kind."""
    with report.picture("scale") as drawn:
        axes, sizes = drawn.subplots(), sorted(measured)
        for kind in measured[sizes[0]].taken_ms:
            values = [float(np.percentile(measured[size].taken_ms[kind], 95, axis=0)[0]) for size in sizes]
            axes.plot(sizes, values, "o-", label=f"{kind.replace('_', ' ')}, p95")
        axes.set(xscale="log", yscale="log", xlabel="products", ylabel="ms a list")
        axes.legend()


if __name__ == "__main__":
    run(scale_recommend)
