"""Can the order desk do what the tau2 retail tasks ask for? Their own actions at the desk, and the data compared."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from actions.customers.desk import CustomerDesk
from actions.orders.desk import OrderDesk
from actions.shop.clock import FixedClock, SystemClock
from actions.shop.models import Base
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from bench.common.report import Report, at_least
from bench.common.running import CannotRun, Out, progress, run
from bench.retail.expectation import after, changing_actions, differences, forbidden
from bench.retail.exporting import export_shop
from bench.retail.files import POLICY, read_json, read_tasks
from bench.retail.importing import Json, NotThisShop, import_shop
from bench.retail.replaying import Refused, Replay

ENVIRONMENT = "actions"

Db = Annotated[Path, typer.Option("--db", help="The retail shop, db.json or db.json.gz.")]
Tasks = Annotated[Path, typer.Option("--tasks", help="Its tasks with their own actions, tasks.json.")]


def retail_desk(db: Db, tasks: Tasks, out: Out = Path("report")) -> None:
    """Do every task's own actions at the order desk and compare the shop's data with what they should make of it."""
    report = Report("The tau2 retail tasks' own actions at the order desk", out)
    shop, asked, policy = read_json(db), read_tasks(tasks), Policy.load(POLICY)
    with TemporaryDirectory(prefix="aisle-retail-") as folder, progress() as bar:
        full = Path(folder) / "full.db"
        faithful = fill(full, shop)
        verdicts = [
            verdict(task, shop, policy, full, Path(folder) / "task.db")
            for task in bar.track(asked, description="tasks")
        ]
    add_figures(report, asked, verdicts, faithful)
    (out / "tasks.json").write_text(json.dumps(verdicts, indent=1) + "\n", encoding="utf-8")
    report.write()


def fill(path: Path, shop: Json) -> bool:
    """Put the shop into a new database; whether it comes out as it went in."""
    sessions = Sessions(f"sqlite:///{path}")
    Base.metadata.create_all(sessions.engine)
    try:
        import_shop(shop, sessions, SystemClock())
    except NotThisShop as error:
        raise CannotRun(str(error)) from error
    same = export_shop(sessions) == shop
    sessions.close()
    shutil.copy(path, path.with_suffix(".copy"))
    return same


def verdict(task: Json, shop: Json, policy: Policy, full: Path, path: Path) -> Json:
    """Play one task on a fresh copy of the shop; what the desk refused, and where the data differ."""
    shutil.copy(full.with_suffix(".copy"), path)
    sessions, clock = Sessions(f"sqlite:///{path}"), FixedClock(SystemClock().now())
    changes = changing_actions(task)
    refused = None
    try:
        desks = OrderDesk(sessions, policy, clock), CustomerDesk(sessions, policy, clock)
        Replay(*desks, f"task-{task['id']}").play(task, changes, shop)
    except Refused as reason:
        refused = str(reason)
    differing = differences(after(shop, changes), export_shop(sessions))
    sessions.close()
    for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        file.unlink(missing_ok=True)
    return {
        "task": task["id"],
        "changes": [action["name"] for action in changes],
        "equal": not differing,
        "refused": refused,
        "forbidden": forbidden(shop, changes),
        "differences": differing[:20],
    }


def add_figures(report: Report, tasks: list[Json], verdicts: list[Json], faithful: bool) -> None:
    """How many tasks end with equal data, all of them and by kind of change."""
    equal = sum(one["equal"] for one in verdicts)
    report.add("round_trip", "the shop comes out as it went in (1 is yes)", float(faithful), at_least(1))
    report.add("tasks", "", len(tasks))
    report.add("data_equal", "tasks after which the data are as they should be", equal, at_least(len(tasks)))
    refused, against = (sum(bool(one[name]) for one in verdicts) for name in ("refused", "forbidden"))
    report.add("refused", "tasks in which the desk refused something", refused)
    report.add("forbidden", "tasks in which the shop's rules forbid something", against)
    for kind, count in sorted(Counter(name for v in verdicts for name in set(v["changes"])).items()):
        right = sum(one["equal"] for one in verdicts if kind in one["changes"])
        report.add(f"{kind}_equal", f"of {count} tasks with it", right, section="by kind of change")
    several = [
        str(task["id"])
        for task in tasks
        for action in changing_actions(task)
        if action["name"] == "modify_pending_order_items" and len(action["arguments"]["item_ids"]) > 1
    ]
    if several:
        report.note(
            f"In {len(several)} tasks ({', '.join(several)}) several items are changed at once: tau2's own tools give "
            "all of them the last one's price and options. What is expected here is what its policy says: each its own."
        )
    for one in verdicts:
        if not one["equal"]:
            report.note(f"Task {one['task']}: {one['refused'] or '; '.join(one['differences'][:3])}")


if __name__ == "__main__":
    run(retail_desk)
