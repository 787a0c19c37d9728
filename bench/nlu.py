"""What the shop's own assistant understands: cross-validation on data/nlu, and the trained model on tests/nlu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer
import yaml
from rich.progress import Progress

from actions.settings import ROOT
from bench.common.report import Report, at_least
from bench.common.running import Out, progress, run
from bench.understanding import pictures
from bench.understanding.figures import OUT_OF_SCOPE, Judged, confused, figures
from bench.understanding.labelled import Labelled
from bench.understanding.own_set import OwnSet
from bench.understanding.pipelines import FALLBACK, AislePipeline, TrainedPipeline, Understood

ENVIRONMENT = "actions"

AIMS = {"intents": 0.96, "oos_recall": 0.85, "entity_span_f1": None, "entity_value_f1": 0.95}
MEANINGS = {
    "intents": "own set, in scope, decided",
    "oos_recall": "own set, of what is out of scope",
    "entity_span_f1": "own set, kind and place",
    "entity_value_f1": "own set, kind and value",
}
CONFUSIONS = 10


def nlu(
    out: Out = Path("report"),
    folds: Annotated[int, typer.Option(min=2, help="Parts that data/nlu is cross-validated in.")] = 3,
) -> None:
    """Cross-validate config.yml's pipeline on data/nlu, and ask the model of `make train` the project's test set."""
    report = Report("What the shop's own assistant understands", out)
    own = OwnSet.load()
    with TemporaryDirectory(prefix="aisle-bench-") as folder, progress() as bar:
        task = bar.add_task("own test set", total=len(own.all_texts))
        trained = TrainedPipeline(Path(folder))
        parsed, _ = trained.ask(own.all_texts, heard=lambda: bar.advance(task))
        crossed = cross_validated(examples(), folds, Path(folder), bar)
    for name, value in own.figures(parsed).items():
        aim = AIMS[name]
        report.add(name, MEANINGS[name], value, at_least(aim) if aim else None)
    for name, value in figures(crossed).items():
        report.add(f"cross_{name}", f"data/nlu, {folds} parts", value, section="Cross-validation")
    pairs = ", ".join(f"{true} for {taken} ({count})" for true, taken, count in confused(crossed, CONFUSIONS))
    report.note(f"Most often confused in cross-validation: {pairs}.")
    pictures.confusions(report, crossed)
    pictures.reliability_diagram(report, {"aisle": crossed})
    report.write()


def examples(folder: Path = ROOT / "data" / "nlu") -> Labelled:
    """The examples of data/nlu, which name no entities."""
    pairs = list(_examples(folder))
    texts, labels = zip(*pairs, strict=True)
    return Labelled(folder.name, texts, labels).distinct()


def cross_validated(data: Labelled, folds: int, folder: Path, bar: Progress) -> Judged:
    """Every example as it is understood by a pipeline that was trained on the other parts."""
    task = bar.add_task("cross-validation", total=folds)
    order = np.random.default_rng(0).permutation(len(data.texts))
    rows, found = [], []
    for fold, held_out in enumerate(np.array_split(order, folds)):
        pipeline = AislePipeline(folder / f"fold{fold}")
        pipeline.train(data.rows(np.setdiff1d(order, held_out).tolist()))
        rows.append(held_out)
        found.append(pipeline.parse(data.rows(held_out.tolist()).texts)[0])
        bar.advance(task)
    labels = np.array([OUT_OF_SCOPE if label == FALLBACK else label for label in data.labels])
    return Judged(labels[np.concatenate(rows)], Understood.joined(found))


def _examples(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.yml")):
        entries: list[Mapping[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu") or []
        for entry in entries:
            for line in entry["examples"].splitlines() if "intent" in entry else ():
                yield line.strip().removeprefix("- "), entry["intent"]


if __name__ == "__main__":
    run(nlu)
