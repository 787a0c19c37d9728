"""The pictures of `bench intents`."""

from __future__ import annotations

from collections.abc import Mapping

from bench.common.report import Report
from bench.understanding.figures import THRESHOLDS, Judged, confused, curve, figures, reliability

COLOURS = {"aisle": "#2f6f5e", "stock": "#8a8f98"}
CONFUSIONS = 20
LONGEST_NAME = 34


def confusions(report: Report, judged: Judged) -> None:
    """Bars of the commonest confusions: `true → taken for`, how often."""
    found = confused(judged, CONFUSIONS)
    with report.picture("confusions", width=9, height=1.2 + 0.25 * max(len(found), 1)) as picture:
        axes = picture.subplots()
        names = [f"{_short(true)} → {_short(taken)}" for true, taken, _ in found]
        bars = axes.barh(range(len(found)), [count for *_, count in found], color=COLOURS["aisle"])
        axes.bar_label(bars, padding=2)
        axes.set_yticks(range(len(found)), names, fontsize=7)
        axes.invert_yaxis()
        axes.set(title="What is taken for what, the commonest first", xlabel="texts")


def reliability_diagram(report: Report, systems: Mapping[str, Judged]) -> None:
    """Of texts in scope with a confidence, the share that is right; dots as large as there are texts."""
    with report.picture("reliability", width=5, height=4.5) as picture:
        axes = picture.subplots()
        axes.plot([0, 1], [0, 1], color="#c9ccd1", linewidth=1)
        for name, judged in systems.items():
            known = judged.in_scope
            right = (judged.understood.best == judged.truth)[known]
            means, shares, counts = reliability(judged.understood.confidence[known], right)
            axes.plot(means, shares, color=COLOURS[name], label=name)
            axes.scatter(means, shares, s=200 * counts / counts.sum(), color=COLOURS[name])
        axes.set(
            title="Is a confidence what it says?", xlabel="mean confidence", ylabel="share that is right"
        )
        axes.legend(loc="upper left")


def threshold_curve(report: Report, systems: Mapping[str, Judged]) -> None:
    """In-scope accuracy, out-of-scope recall and MCC over thresholds; dots are our own decision."""
    lines = {"in_scope_accuracy": "-", "oos_recall": ":", "mcc": "--"}
    with report.picture("thresholds") as picture:
        axes = picture.subplots()
        for name, judged in systems.items():
            for figure, values in curve(judged).items():
                label = f"{name}: {figure.replace('_', ' ')}"
                axes.plot(THRESHOLDS, values, lines[figure], color=COLOURS[name], label=label)
        own = figures(next(iter(systems.values())))
        for figure in ("in_scope_accuracy_decided", "oos_recall", "mcc"):
            axes.axhline(own[figure], color=COLOURS["aisle"], linewidth=0.5, alpha=0.6)
        axes.set(
            title="Over thresholds (thin: the pipeline's own decision)", xlabel="threshold", ylim=(0, 1.02)
        )
        axes.legend(loc="lower left", fontsize=7)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
