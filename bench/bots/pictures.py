"""The pictures of `bench turns`."""

from __future__ import annotations

from collections.abc import Mapping

from bench.bots.measuring import AT_ONCE, Measured, milliseconds
from bench.bots.parts import Parts
from bench.common.report import Report

STOCK, AISLE, LIGHT_STOCK, LIGHT_AISLE, BUDGET = "#8a8f98", "#2f6f5e", "#c9ccd1", "#a5cdc1", "#c0392b"
PARTS = ("#2f6f5e", "#e0a458", "#7d5ba6", "#8a8f98")


def turns(
    report: Report, aisle: Measured, stock: Measured, ratios: Mapping[str, float], messages_ratio: float
) -> None:
    """Bars of each kind of turn's p50 and p95 with its budget across, and of messages a second."""
    kinds = ["turn", *ratios]
    held = [stock.alone, *[aisle.alone] * len(ratios)]
    p50, p95 = (
        [milliseconds(turns, percentile, kind) for turns, kind in zip(held, kinds, strict=True)]
        for percentile in (50, 95)
    )
    with report.picture("turns", width=10) as picture:
        times, messages = picture.subplots(1, 2, width_ratios=[3, 1])
        times.bar(kinds, p95, width=0.6, color=[LIGHT_STOCK] + [LIGHT_AISLE] * len(ratios))
        times.bar(kinds, p50, width=0.6, color=[STOCK] + [AISLE] * len(ratios))
        for place, ratio in enumerate(ratios.values(), start=1):
            times.hlines(
                ratio * p50[0], place - 0.4, place + 0.4, color=BUDGET, label="budget" if place == 1 else ""
            )
        times.set_xticks(range(len(kinds)), ["stock bot", *(kind.replace("_", "\n") for kind in ratios)])
        times.set(title="A turn: p50 (dark), p95 (light)", ylabel="ms")
        times.legend(loc="upper left")
        values = [stock.messages_per_s(), aisle.messages_per_s()]
        messages.bar(["stock bot", "Aisle"], values, width=0.6, color=[STOCK, AISLE])
        messages.hlines(messages_ratio * values[0], 0.6, 1.4, color=BUDGET)
        messages.set(title=f"{AT_ONCE} conversations at once", ylabel="messages a second")


def parts(report: Report, split: Mapping[str, Parts]) -> None:
    """A bar for each kind of turn, stacked from the medians of its parts."""
    with report.picture("parts", height=3.2) as picture:
        axes = picture.subplots()
        lefts = [0.0] * len(split)
        for part, colour in zip(vars(next(iter(split.values()))), PARTS, strict=True):
            widths = [getattr(each, part) * 1000 for each in split.values()]
            axes.barh(
                [kind.replace("_", " ") for kind in split], widths, left=lefts, color=colour, label=part
            )
            lefts = [left + width for left, width in zip(lefts, widths, strict=True)]
        axes.invert_yaxis()
        axes.set(title="What a turn's time goes to (medians)", xlabel="ms")
        axes.legend(ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.2))
