"""The pipeline of config.yml, trained and tested on any labelled texts: accuracy, out of scope, calibration, time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer
from rich.progress import Progress

from bench.common.report import Report
from bench.common.running import Out, progress, run
from bench.understanding import pictures
from bench.understanding.figures import OUT_OF_SCOPE, Judged, at_threshold, best_threshold, figures
from bench.understanding.labelled import Labelled, read, read_training
from bench.understanding.pipelines import AislePipeline, Pipeline, StockPipeline

ENVIRONMENT = "actions"

TIMED = 400
"""Messages of the test that are understood one by one for `parse_ms`."""

MEANINGS = {
    "in_scope_accuracy": "without the decision not to know",
    "in_scope_accuracy_decided": "with it",
    "oos_recall": "of what is out of scope, said so",
    "accuracy": "all texts",
    "macro_f1": "mean over labels",
    "mcc": "all labels, own decision",
    "mcc_best": "at the best threshold",
    "ece": "calibration error, in scope",
    "ece_all": "of all texts",
}


class Baseline(StrEnum):
    """What else is measured in the same run."""

    stock = "stock"


@dataclass(frozen=True)
class Measured:
    """One system's answers and times. `parse_s` are seconds of single messages."""

    test: Judged
    validation: Judged | None
    train_s: float
    parse_s: Sequence[float]


def intents(
    train: Annotated[Path, typer.Option(help="Texts with labels to train on: `sentence,label` or alike.")],
    test: Annotated[Path, typer.Option(help="Texts with labels to test on.")],
    out: Out = Path("report"),
    oos: Annotated[str | None, typer.Option(help="The label that means out of scope.")] = None,
    validation: Annotated[
        Path | None, typer.Option(help="Texts with labels to choose a threshold by, for `validated_…`.")
    ] = None,
    baseline: Annotated[Baseline | None, typer.Option(help="Measure this system too.")] = None,
) -> None:
    """Train config.yml's pipeline through Rasa on any labelled texts and test it.

    Test texts of the label `--oos`, or of a label that training has not, are out of scope. Rows of that label in the
    training file are left out: a real shop has none when it starts, and with CLINC150's hundred as negatives the
    decision on its validation data was no better.
    """
    learned, tested = read_training(train, oos), read(test)
    validating = read(validation) if validation else None
    report = Report(f"Intents of {test.name}, trained on {train.name}", out, ("aisle", "stock"))
    for source in (learned, tested, *((validating,) if validating else ())):
        for note in source.notes:
            report.note(note)
    kinds: list[type[Pipeline]] = [AislePipeline, *((StockPipeline,) if baseline else ())]
    with TemporaryDirectory(prefix="aisle-bench-") as folder, progress() as bar:
        measured = {
            kind.name: measure(kind(Path(folder)), learned, tested, validating, oos, bar) for kind in kinds
        }
    report.systems = tuple(measured)
    add_figures(report, measured)
    add_sizes(report, learned, measured["aisle"].test)
    unknown = sorted(set(tested.labels) - set(learned.labels) - {oos})
    if unknown:
        report.note(f"Taken for out of scope, as training has no such label: {', '.join(unknown)}.")
    judged = {name: each.test for name, each in measured.items()}
    pictures.confusions(report, judged["aisle"])
    pictures.reliability_diagram(report, judged)
    pictures.threshold_curve(report, judged)
    report.write()


def measure(
    pipeline: Pipeline,
    train: Labelled,
    test: Labelled,
    validation: Labelled | None,
    oos: str | None,
    bar: Progress,
) -> Measured:
    """Train a pipeline and ask it everything."""
    task = bar.add_task(f"{pipeline.name}: training", total=None)
    train_s = pipeline.train(train)
    asked = [*test.texts, *(validation.texts if validation else ())]
    bar.update(task, description=f"{pipeline.name}: testing", total=len(asked), completed=0)
    order = np.random.default_rng(0).permutation(len(asked))  # so that those timed are a fair sample
    shuffled, parse_s = pipeline.parse([asked[i] for i in order], TIMED, lambda: bar.advance(task))
    found = shuffled.ordered(np.argsort(order))
    labels, known = [*test.labels, *(validation.labels if validation else ())], set(train.labels)
    truth = np.array([label if label in known and label != oos else OUT_OF_SCOPE for label in labels])
    judged = [
        Judged(truth[rows], found.ordered(rows))
        for rows in np.split(np.arange(len(asked)), [len(test.texts)])
    ]
    return Measured(judged[0], judged[1] if validation else None, train_s, parse_s)


def add_figures(report: Report, measured: Mapping[str, Measured]) -> None:
    """Quality, then time; what a threshold chosen on validation gives stands under `validated_…`."""
    quality = {name: figures(each.test) for name, each in measured.items()}
    for figure, meaning in MEANINGS.items():
        report.add(figure, meaning, {name: each[figure] for name, each in quality.items()})
    for figure, percentile in (("parse_ms_p50", 50), ("parse_ms_p95", 95)):
        times = {
            name: float(np.percentile(each.parse_s, percentile)) * 1000 for name, each in measured.items()
        }
        report.add(figure, "one message, one thread", times)
    report.add("train_s", "without Rasa's start", {name: each.train_s for name, each in measured.items()})
    validated = {name: each for name, each in measured.items() if each.validation}
    thresholds = {
        name: best_threshold(each.validation) for name, each in validated.items() if each.validation
    }
    if thresholds:
        section = "Threshold by validation"
        report.add("validated_threshold", "", thresholds, section=section)
        points = {name: at_threshold(each.test, thresholds[name]) for name, each in validated.items()}
        for figure in ("in_scope_accuracy", "oos_recall", "mcc"):
            values = {name: point[figure] for name, point in points.items()}
            report.add(f"validated_{figure}", "", values, section=section)


def add_sizes(report: Report, train: Labelled, test: Judged) -> None:
    """What it was measured on."""
    sizes = {
        "train_texts": len(train.texts),
        "labels": len(set(train.labels)),
        "test_texts": len(test.truth),
        "test_out_of_scope": int((~test.in_scope).sum()),
    }
    for name, size in sizes.items():
        report.add(name, "", size, section="Data")


if __name__ == "__main__":
    run(intents)
