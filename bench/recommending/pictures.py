"""The picture of `bench sequences`."""

from __future__ import annotations

import numpy as np

from bench.common.report import Report

STRICT, REFITTED, AIM = "#a5cdc1", "#2f6f5e", "#c0392b"


def accuracy(report: Report) -> None:
    """Bars of NDCG@10 of the blend and every model alone, without the validation items and with them."""
    rows = {row.name: row for row in report.rows if row.name in ("ndcg_10_strict", "ndcg_10")}
    places = np.arange(len(report.systems))
    with report.picture("ndcg", width=9) as picture:
        axes = picture.subplots()
        shown = (
            ("ndcg_10_strict", "without the validation items", STRICT, -0.2),
            ("ndcg_10", "with them", REFITTED, 0.2),
        )
        for name, label, colour, shift in shown:
            values = [rows[name].values[system] for system in report.systems]
            axes.bar(places + shift, values, width=0.4, color=colour, label=label)
            if aim := rows[name].aim:
                axes.hlines(aim.bound, shift - 0.2, shift + 0.2, color=AIM)
        axes.set_xticks(places, ["blend", *report.systems[1:]])
        axes.set(title="NDCG@10 of the next item among all", ylabel="NDCG@10")
        axes.legend(title="Fitted")
