"""How the product search grows: build time, memory and time a query over catalogues of any size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Annotated

import numpy as np
import psutil
import typer
from threadpoolctl import threadpool_limits

from actions.artefacts import ArtefactError
from actions.encoder import SentenceEncoder
from actions.search import Filters, ProductDocument, ProductSearch
from actions.search.documents import meaning_text
from actions.search.index import load_parts
from actions.settings import settings
from bench.common.report import Report, at_most
from bench.common.running import CannotRun, Out, progress, run
from bench.retrieval.perturbed import Perturbed
from bench.timing import Taken, timed

ENVIRONMENT = "actions"

BUDGETS_MS = {20_000: 10, 1_000_000: 25}
"""Most products → the p95 of a query over them."""
QUERIES = 400
UPDATE_S = 5
"""Until a change of one product is taken up: `within seconds`."""
NEW, ANYTHING = "zanzibar", Filters(in_stock=False)
"""A word that no product had before, and a search that leaves out nothing."""
ENCODED = 300
"""Products that are encoded to see how fast that is."""


@dataclass(frozen=True)
class Measured:
    """One catalogue: seconds to index it without encoding, the process's memory, milliseconds of every query."""

    build_s: float
    memory_gb: float
    filtered_ms: Sequence[tuple[float, float]]
    """Elapsed, and on the processor."""
    plain_ms: Sequence[tuple[float, float]]
    updates_s: Mapping[str, float]
    """What of one product changed → seconds until it can be found so."""


def scale_search(
    products: Annotated[int, typer.Option(min=1, help="How many products; more sizes may follow.")] = 10_000,
    more: Annotated[
        list[int] | None, typer.Argument(help="Further sizes.", min=1, show_default=False)
    ] = None,
    out: Out = Path("report"),
) -> None:
    """Measure the search over perturbed copies of the shop's products, each size in a process of its own, one thread.

    A copy has other words, prices and stock and a meaning near the real one's. Encoding is measured apart.
    """
    sizes = list(dict.fromkeys([products, *(more or [])]))
    report = Report("The product search by size of the catalogue", out)
    folder = settings().models_folder
    report.add("encoded_per_s", "products, one thread", encoding_speed(folder))
    measured: dict[int, Measured] = {}
    with progress() as bar:
        task = bar.add_task("Sizes measured", total=len(sizes))
        for size in sizes:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                measured[size] = alone.submit(measure, folder, size).result()
            bar.advance(task)
    for size, of in measured.items():
        add(report, size, of)
    picture(report, measured)
    report.write()


def encoding_speed(models: Path) -> float:
    """Products a second, read as the index reads them.

    Raises:
        CannotRun: there is no encoder or no index yet.
    """
    try:
        encoder = SentenceEncoder.load(models / "encoder")
        documents, _, _ = load_parts(models / "search")
    except ArtefactError as error:
        raise CannotRun(str(error)) from error
    if not documents:
        raise CannotRun(f"The index in {models / 'search'} has no products to perturb.")
    texts = [meaning_text(document) for document in documents[:ENCODED]]
    started = perf_counter()
    encoder.encode(texts)
    return len(texts) / (perf_counter() - started)


def measure(models: Path, size: int) -> Measured:
    """Index so many products and query them, with filters and without."""
    documents, vectors, synonyms = load_parts(models / "search")
    encoder = SentenceEncoder.load(models / "encoder")
    perturbed = Perturbed(documents, vectors)
    copies, meanings = list(perturbed.documents(size)), perturbed.vectors(size)
    with threadpool_limits(1):
        started = perf_counter()
        search = ProductSearch.of(copies, meanings, encoder, synonyms)
        build_s = perf_counter() - started
        texts = perturbed.queries(2 * QUERIES)
        search.search(texts[0])
        return Measured(
            build_s,
            psutil.Process().memory_info().rss / 2**30,
            times(search, texts[:QUERIES], perturbed.filters(QUERIES)),
            times(search, texts[QUERIES:], [Filters()] * QUERIES),
            updates(search, copies[0]),
        )


def updates(search: ProductSearch, product: ProductDocument) -> dict[str, float]:
    """The seconds that it takes to take up another price of one product, and another title, its encoding included."""
    dearer = replace(product, variants=tuple(replace(v, price=v.price + 1) for v in product.variants))
    taken = {}
    for name, changed in (("price", dearer), ("text", replace(dearer, title=f"{dearer.title} {NEW}"))):
        started = perf_counter()
        search.update([changed])
        taken[name] = perf_counter() - started
    (found,) = search.search(f"{product.title} {NEW}", ANYTHING, 1)
    assert NEW in found.words, f"{product.product_id} is not found by its new title"
    return taken


def times(search: ProductSearch, texts: Sequence[str], filters: Sequence[Filters]) -> Taken:
    """The milliseconds of each query, its encoding included."""
    return timed(lambda query: search.search(*query), zip(texts, filters, strict=True))


def add(report: Report, size: int, of: Measured) -> None:
    """The figures of one size, its number at the end of each name."""
    section = f"{size:,} products"
    budget = next((at_most(ms) for most, ms in BUDGETS_MS.items() if size <= most), None)
    report.add(f"build_s_{size}", "without encoding", of.build_s, section=section)
    report.add(f"memory_gb_{size}", "of the process", of.memory_gb, section=section)
    for name, taken, bound in (("ms", of.filtered_ms, budget), ("plain_ms", of.plain_ms, None)):
        meaning = "a query with filters" if name == "ms" else "a query without"
        for percentile, aim in ((50, None), (95, bound)):
            elapsed, busy = np.percentile(taken, percentile, axis=0)
            report.add(f"{name}_p{percentile}_{size}", meaning, float(elapsed), aim, section=section)
            report.add(f"processor_{name}_p{percentile}_{size}", "of it", float(busy), section=section)
    for name, seconds in of.updates_s.items():
        report.add(
            f"{name}_s_{size}",
            f"until a changed {name} is found",
            seconds,
            at_most(UPDATE_S),
            section=section,
        )


def picture(report: Report, measured: dict[int, Measured]) -> None:
    """The time of a query over the size, with filters and without."""
    with report.picture("scale") as drawn:
        axes = drawn.subplots()
        sizes = sorted(measured)
        for percentile, style in ((50, "o--"), (95, "o-")):
            for name, colour in (("filtered_ms", "#2f6f5e"), ("plain_ms", "#e0a458")):
                taken = [np.array(getattr(measured[size], name))[:, 0] for size in sizes]
                values = [float(np.percentile(of_size, percentile)) for of_size in taken]
                label = f"{'with' if name == 'filtered_ms' else 'without'} filters, p{percentile}"
                axes.plot(sizes, values, style, color=colour, label=label)
        axes.set(xscale="log", xlabel="products", ylabel="ms a query", ylim=(0, None))
        axes.legend()


if __name__ == "__main__":
    run(scale_search)
