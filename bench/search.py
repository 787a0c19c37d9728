"""The product search on judged queries, beside BM25 alone and meaning alone."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean, stdev
from time import perf_counter, process_time
from typing import Annotated

import numpy as np
import typer
from threadpoolctl import threadpool_limits

from actions.search import ProductDocument, ProductSearch
from actions.settings import settings
from bench.common.report import Report, at_least, at_most
from bench.common.running import CannotRun, Out, progress, run
from bench.retrieval import choices, metrics
from bench.retrieval.judgements import JudgedQuery, read_judgements
from bench.retrieval.products import read_products
from bench.retrieval.systems import DEPTH, Aisle, Bm25, Meaning, System, load_encoder

ENVIRONMENT = "actions"

NDCG, NDCG_JUDGED, NONE_SHOWN, MS = 0.78, 0.90, 0.80, 10
SPELLINGS = (str.lower, str.upper, str.title)
"""Ways to write one query that mean the same to every system and are new to its caches."""


@dataclass(frozen=True)
class Quality:
    """How well a system answers one query, each from 0 to 1."""

    ndcg_10: float
    ndcg_10_judged: float
    judged_10: float
    mrr: float
    recall_50: float

    @classmethod
    def of(cls, ranking: Sequence[str], grades: Mapping[str, int]) -> Quality:
        judged = metrics.judged_only(ranking, grades)
        return cls(
            ndcg_10=metrics.ndcg(ranking, grades),
            ndcg_10_judged=metrics.ndcg(judged, grades),
            judged_10=metrics.judged_share(ranking, grades),
            mrr=metrics.reciprocal_rank(ranking, grades),
            recall_50=metrics.recall(ranking, grades),
        )


AIMS = {"ndcg_10": at_least(NDCG), "ndcg_10_judged": at_least(NDCG_JUDGED)}
MEANINGS = {
    "ndcg_10": "what was not judged counts as 0",
    "ndcg_10_judged": "what was not judged is left out",
    "judged_10": "share of the first 10 that was judged",
    "mrr": "1 / rank of the first relevant one",
    "recall_50": "share of the relevant among the first 50",
}


def search(
    products: Annotated[Path, typer.Option(help="The catalogue: JSON Lines, .gz or not.")],
    judgements: Annotated[Path, typer.Option(help="A CSV file: query, docid, rating (0 to 3).")],
    out: Out = Path("report"),
    choose: Annotated[
        bool, typer.Option("--choose", help="Try other fusions and thresholds too, and choose among them.")
    ] = False,
) -> None:
    """Measure the product search on queries with judged products, along the way on which the assistant searches.

    It encodes the whole catalogue first (minutes).
    """
    documents = read_products(products)
    queries = read_judgements(judgements, [document.product_id for document in documents])
    answerable = [query for query in queries if query.relevant]
    hopeless = [query for query in queries if not query.relevant]
    if not answerable:
        raise CannotRun(f"No query in {judgements} has a relevant product.")
    report = Report("The product search on judged queries", out, ("aisle", "bm25", "meaning"))
    with threadpool_limits(1):
        ours, systems, seconds = build(documents)
        rankings = rank(systems, answerable)
        add_quality(report, rankings, answerable)
        add_exact(report, systems["aisle"], answerable, len(documents))
        add_confidence(report, systems, answerable, hopeless, {d.product_id: d.title for d in documents})
        add_times(report, systems, queries)
        if choose:
            choices.add(report, ours, answerable, hopeless)
    report.add("documents", "", {"aisle": len(documents)})
    report.add("queries", "with a relevant product", {"aisle": len(answerable)})
    report.add("queries_without", "without one", {"aisle": len(hopeless)})
    report.add("build_s", "index and meanings", {"aisle": seconds})
    picture(report, rankings, answerable)
    write_queries(out / "queries.csv", rankings, answerable)
    report.write()


def build(documents: Sequence[ProductDocument]) -> tuple[ProductSearch, dict[str, System], float]:
    """Our search, the systems by name, ours first, and the seconds that ours took to build."""
    encoder = load_encoder(settings().models_folder / "encoder")
    with progress() as bar:
        task = bar.add_task("Products encoded", total=len(documents))
        encoder.encoded = lambda: bar.advance(task)
        started = perf_counter()
        ours = ProductSearch.build(documents, encoder)
        seconds = perf_counter() - started
    encoder.encoded = lambda: None
    return ours, {"aisle": Aisle(ours), "bm25": Bm25(documents), "meaning": Meaning(ours, encoder)}, seconds


def rank(systems: Mapping[str, System], queries: Sequence[JudgedQuery]) -> dict[str, list[Quality]]:
    """Of each system, how well it answers each query."""
    with progress() as bar:
        task = bar.add_task("Queries ranked", total=len(systems) * len(queries))
        found: dict[str, list[Quality]] = {}
        for name, system in systems.items():
            for query in queries:
                found.setdefault(name, []).append(Quality.of(system.rank(query.text, DEPTH), query.grades))
                bar.advance(task)
    return found


def add_quality(
    report: Report, rankings: Mapping[str, Sequence[Quality]], queries: Sequence[JudgedQuery]
) -> None:
    """Means over the queries, and how far chance may have moved ours."""
    for name, meaning in MEANINGS.items():
        values = {system: mean(getattr(each, name) for each in of) for system, of in rankings.items()}
        report.add(name, meaning, values, AIMS.get(name))
    if len(queries) > 1:
        ours = [each.ndcg_10 for each in rankings["aisle"]]
        report.note(
            f"ndcg_10 has a standard error of {stdev(ours) / len(ours) ** 0.5:.3f} over these queries."
        )


def add_exact(report: Report, ours: System, queries: Sequence[JudgedQuery], everything: int) -> None:
    """What the short cuts cost that a large catalogue makes it take: ours beside itself, looking at every product."""
    served = [ours.rank(query.text, metrics.FIRST) for query in queries]
    exact = [ours.rank(query.text, everything) for query in queries]
    same = [len(set(some).intersection(all_[: metrics.FIRST])) / max(len(some), 1)
            for some, all_ in zip(served, exact, strict=True)]  # fmt: skip
    of_exact = [Quality.of(ranking, query.grades) for ranking, query in zip(exact, queries, strict=True)]
    report.add("exact_agreement_10", "share of the first 10 that an exact search has too", mean(same))
    report.add("exact_ndcg_10", "ndcg_10 of that exact search", mean(each.ndcg_10 for each in of_exact))
    report.add("exact_ndcg_10_judged", "its ndcg_10_judged", mean(each.ndcg_10_judged for each in of_exact))


def add_confidence(
    report: Report,
    systems: Mapping[str, System],
    answerable: Sequence[JudgedQuery],
    hopeless: Sequence[JudgedQuery],
    titles: Mapping[str, str],
) -> None:
    """How often something is shown as what was asked for, where there is such a thing and where there is none."""
    shown = {
        name: {query.text: system.confident(query.text, metrics.FIRST) for query in (*answerable, *hopeless)}
        for name, system in systems.items()
    }
    if hopeless:
        none = {name: mean(not of[query.text] for query in hopeless) for name, of in shown.items()}
        report.add("none_shown_rate", "nothing confident, rightly", none, at_least(NONE_SHOWN))
    some = {name: mean(bool(of[query.text]) for query in answerable) for name, of in shown.items()}
    report.add("some_shown_rate", "something confident, rightly", some)
    for query in hopeless:
        if first := shown["aisle"][query.text][:1]:
            report.note(f"“{query.text}”, nothing judged relevant, confidently shows: {titles[first[0]]}")


def add_times(report: Report, systems: Mapping[str, System], queries: Sequence[JudgedQuery]) -> None:
    """Milliseconds a query for the first ten, each asked in ways that no cache has seen."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for name, system in systems.items():
        system.rank("something to warm up with", metrics.FIRST)
        for spelling in SPELLINGS:
            for query in queries:
                text = f"{spelling(query.text)} "
                started, busy = perf_counter(), process_time()
                system.rank(text, metrics.FIRST)
                took = (perf_counter() - started, process_time() - busy)
                taken.setdefault(name, []).append(took)
    for percentile, aim in ((50, None), (95, at_most(MS))):
        values = {name: np.percentile(of, percentile, axis=0) * 1000 for name, of in taken.items()}
        elapsed = {name: float(value[0]) for name, value in values.items()}
        processor = {name: float(value[1]) for name, value in values.items()}
        report.add(f"ms_p{percentile}", "a query, one thread", elapsed, aim)
        report.add(f"processor_ms_p{percentile}", "of it, on the processor", processor)


def picture(
    report: Report, rankings: Mapping[str, Sequence[Quality]], queries: Sequence[JudgedQuery]
) -> None:
    """Each query's NDCG@10 (judged only), ours as bars and the halves as marks, the worst first."""
    order = sorted(range(len(queries)), key=lambda number: rankings["aisle"][number].ndcg_10_judged)
    with report.picture("queries", height=max(3.0, 0.18 * len(order))) as drawn:
        axes = drawn.subplots()
        places = range(len(order))
        values = {name: [of[number].ndcg_10_judged for number in order] for name, of in rankings.items()}
        axes.barh(places, values["aisle"], color="#2f6f5e", label="Aisle")
        axes.plot(values["bm25"], places, "|", color="#c0392b", label="BM25 alone")
        axes.plot(values["meaning"], places, "x", color="#7d5ba6", label="meaning alone", markersize=4)
        axes.set_yticks(places, [queries[number].text for number in order], fontsize=7)
        axes.set(xlabel="NDCG@10, judged products only", xlim=(0, 1.02), ylim=(-1, len(order)))
        axes.legend(loc="lower left")


def write_queries(
    path: Path, rankings: Mapping[str, Sequence[Quality]], queries: Sequence[JudgedQuery]
) -> None:
    """Every query's figures, one row a system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["query", "system", *MEANINGS])
        for number, query in enumerate(queries):
            for name, of in rankings.items():
                rows.writerow([query.text, name, *(f"{value:.4f}" for value in asdict(of[number]).values())])


if __name__ == "__main__":
    run(search)
