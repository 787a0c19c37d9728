"""What is bought together: our sparse product beside FP-Growth (mlxtend), over the same orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import numpy as np
import typer
from scipy.sparse import csr_array

from actions.recommender.together import counted
from bench.common.report import Report
from bench.common.running import CannotRun, Out, run

ENVIRONMENT = "actions"

OURS, THEIRS = "product", "fp-growth"
STEEPNESS = 0.8
"""Of the popularity of products, which falls with the rank to this power (Zipf)."""


def bought_together(
    orders: Annotated[int, typer.Option(min=1, help="How many orders.")] = 22_000,
    products: Annotated[int, typer.Option(min=2, help="Of how many products.")] = 3_900,
    basket: Annotated[float, typer.Option(min=1, help="Products in an order, on average.")] = 24,
    support: Annotated[int, typer.Option(min=1, help="Orders that must hold both of a pair.")] = 20,
    out: Out = Path("report"),
) -> None:
    """Find the pairs of random orders by both, and time them. The defaults are the size of UCI's Online Retail.

    mlxtend is no part of Aisle: `uv pip install --python .venv-actions mlxtend` for this alone.
    """
    growth = _fp_growth()
    made = random_orders(orders, products, basket)
    ours, our_s = _timed(lambda: frequent(made, products, support))
    theirs, their_s = _timed(lambda: growth(made, products, support))
    if ours != theirs:
        raise CannotRun(f"They differ: {ours} pairs by the product, {theirs} by FP-Growth.")
    report = Report("What is bought together", out, (OURS, THEIRS))
    report.add("pairs", f"pairs in {support} orders or more", {OURS: ours, THEIRS: theirs})
    report.add("seconds", f"to find them in {orders:,} orders", {OURS: our_s, THEIRS: their_s})
    report.write()


def random_orders(count: int, products: int, basket: float) -> list[set[int]]:
    """Orders of Poisson-distributed size, of products of which few are bought often; the same every time."""
    random = np.random.default_rng(0)
    chances = 1 / np.arange(1, products + 1) ** STEEPNESS
    sizes = np.maximum(random.poisson(basket, count), 1)
    bought = random.choice(products, int(sizes.sum()), p=chances / chances.sum())
    return [set(part.tolist()) for part in np.split(bought, np.cumsum(sizes)[:-1])]


def frequent(orders: Sequence[set[int]], products: int, support: int) -> int:
    """How many pairs are in so many orders, by the product of the orders with themselves."""
    _, pairs = counted(orders, products)
    return int(np.count_nonzero(pairs.data >= support)) // 2


def _fp_growth() -> Callable[[Sequence[set[int]], int, int], int]:
    """The same by FP-Growth; CannotRun where the library is not there."""
    try:
        import pandas  # type: ignore[import-untyped]
        from mlxtend.frequent_patterns import fpgrowth  # type: ignore[import-not-found]
    except ImportError as error:
        raise CannotRun(f"{error}: `uv pip install --python .venv-actions mlxtend` brings it.") from error

    def found(orders: Sequence[set[int]], products: int, support: int) -> int:
        columns = np.array([item for order in orders for item in sorted(order)])
        ends = np.cumsum([0, *map(len, orders)])
        table = csr_array((np.ones(len(columns), dtype=bool), columns, ends), shape=(len(orders), products))
        frame = pandas.DataFrame.sparse.from_spmatrix(table, columns=list(map(str, range(products))))
        sets = fpgrowth(frame, min_support=(support - 0.5) / len(orders), max_len=2)
        return int((sets.itemsets.map(len) == 2).sum())

    return found


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begin = perf_counter()
    result = work()
    return result, perf_counter() - begin


if __name__ == "__main__":
    run(bought_together)
