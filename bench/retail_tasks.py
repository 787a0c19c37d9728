"""The tau2 retail tasks, played by a simulated customer against the running assistant; the data compared."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import comb, nan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer

from actions.launcher.supervisor import ended_by_signals
from actions.settings import settings
from bench.common.report import Report, at_least
from bench.common.running import CannotRun, Out, progress, run
from bench.retail.assistant import RetailAssistant
from bench.retail.customer import Customer
from bench.retail.files import read_json, read_tasks
from bench.retail.importing import Json
from bench.retail.playing import MakeCustomer, Play, load_customer, play

ENVIRONMENT = "actions"
PASSES = 3
"""The k of pass^k."""

Db = Annotated[Path, typer.Option("--db", help="The retail shop, db.json or db.json.gz.")]
Tasks = Annotated[Path, typer.Option("--tasks", help="Its tasks with their own actions, tasks.json.")]


def retail_tasks(
    db: Db,
    tasks: Tasks,
    out: Out = Path("report"),
    customer: Annotated[str, typer.Option(help="Another customer, FILE.py:Class.")] = "",
    seeds: Annotated[
        int, typer.Option(min=1, help="How often every task is played, each time in other words.")
    ] = 3,
    tasks_only: Annotated[str, typer.Option(help="Only these tasks: their ids, with commas between.")] = "",
) -> None:
    """Play every task against the running assistant and compare the shop's data with what they should be."""
    report = Report("The tau2 retail tasks in conversation", out)
    shop, asked = read_json(db), chosen(read_tasks(tasks), tasks_only)
    make = load_customer(customer) if customer else Customer
    plays: list[Play] = []
    for one_pass in passes(shop, asked, make, seeds):
        plays += one_pass
        (out / "tasks.json").write_text(json.dumps(told(plays, asked), indent=1) + "\n", encoding="utf-8")
    add_figures(report, plays)
    report.write()


def chosen(tasks: list[Json], only: str) -> list[Json]:
    """The tasks of these ids, or all. Raises `CannotRun` for an id that there is not."""
    ids = [each.strip() for each in only.split(",") if each.strip()]
    if unknown := set(ids) - {str(task["id"]) for task in tasks}:
        raise CannotRun(f"There is no task {', '.join(sorted(unknown))}.")
    return [task for task in tasks if not ids or str(task["id"]) in ids]


def passes(shop: Json, tasks: list[Json], make: MakeCustomer, seeds: int) -> Iterator[list[Play]]:
    """Every task with every seed, one pass after the other, on an assistant started for all."""
    models = settings().var_folder / "bench" / "retail-models"
    with TemporaryDirectory(prefix="aisle-retail-") as folder, progress() as bar, ended_by_signals():
        assistant = RetailAssistant(Path(folder), models)
        waiting = bar.add_task("Preparing the shop", total=None)
        assistant.prepare(shop)
        try:
            bar.update(waiting, description="Starting the assistant")
            assistant.start()
            bar.remove_task(waiting)
            doing = bar.add_task("Playing", total=seeds * len(tasks))
            for seed in range(seeds):
                plays = []
                for task in tasks:
                    plays.append(play(task, shop, seed, make, assistant))
                    bar.advance(doing)
                yield plays
        finally:
            assistant.stop()


def add_figures(report: Report, plays: Sequence[Play]) -> None:
    """How many tasks were solved, in each pass and in all, by kind of request; turns and their time."""
    first = [one for one in plays if one.seed == 0]
    solved = pass_hat(plays, 1)
    report.add("tasks", "", len(first))
    report.add("solved", "in the first pass, data as they should be", sum(one.solved for one in first))
    report.add(
        "unchanging", "of them need nothing done: nothing may have changed", sum(p.unchanging for p in first)
    )
    report.add("pass_1", "share of tasks solved", solved, at_least(0.9))
    report.add(
        f"pass_{PASSES}",
        f"share solved {PASSES} times of {PASSES}",
        pass_hat(plays, PASSES),
        at_least(solved),
    )
    seconds = [second for one in plays for second in one.seconds]
    report.add(
        "turns",
        "lines of the customer's in a task, median",
        float(np.median([len(p.seconds) for p in plays])),
    )
    for percentile in (50, 95):
        took = float(np.percentile(seconds, percentile)) * 1000 if seconds else nan
        report.add(f"turn_ms_p{percentile}", "until the whole answer was there", took)
    broken_off = sum(one.ended != "by the customer" for one in plays)
    report.add("broken_off", "conversations that came to no end", broken_off)
    kinds = Counter(kind for one in plays for kind in one.kinds or ("nothing_to_change",))
    for kind, count in sorted(kinds.items()):
        of_kind = [one for one in plays if kind in (one.kinds or ("nothing_to_change",))]
        right = sum(one.solved for one in of_kind) / count
        tasks = len({one.task for one in of_kind})
        report.add(f"{kind}_pass_1", f"of {tasks} tasks with it", right, section="by kind of request")
    for one in first:
        if not one.solved:
            report.note(f"Task {one.task}: {'; '.join(one.differences[:2])}")


def pass_hat(plays: Sequence[Play], k: int) -> float:
    """pass^k (Yao et al., tau-bench, 2024): how likely k plays drawn from those of a task are all solved.

    The mean over the tasks of C(solved, k) / C(held, k); nan where a task was held less than k times.
    """
    held = by_task(plays)
    if not held or any(len(each) < k for each in held.values()):
        return nan
    return sum(comb(sum(p.solved for p in each), k) / comb(len(each), k) for each in held.values()) / len(
        held
    )


def by_task(plays: Sequence[Play]) -> Mapping[str, list[Play]]:
    """Task → how it was played."""
    held: dict[str, list[Play]] = defaultdict(list)
    for one in plays:
        held[one.task].append(one)
    return held


def told(plays: Sequence[Play], tasks: Sequence[Json]) -> list[Json]:
    """For `tasks.json`: of each task what it asks for, and each play's verdict, difference and transcript."""
    held = by_task(plays)
    return [
        {
            "task": str(task["id"]),
            "kinds": held[str(task["id"])][0].kinds,
            "instructions": task.get("user_scenario", {}).get("instructions"),
            "solved": [one.solved for one in held[str(task["id"])]],
            "plays": [
                {
                    "seed": one.seed,
                    "solved": one.solved,
                    "ended": one.ended,
                    "turns": len(one.seconds),
                    "differences": one.differences,
                    "transcript": one.transcript,
                }
                for one in held[str(task["id"])]
            ],
        }
        for task in tasks
    ]


if __name__ == "__main__":
    run(retail_tasks)
