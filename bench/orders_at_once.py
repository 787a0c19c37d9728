"""Effects happen once: identical return requests at the same time, from two processes, on a copy of the demo shop."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Annotated

import typer
from sqlalchemy import func, select

from actions.orders.desk import OrderDesk
from actions.orders.return_types import ReturnableItem, ReturnMade
from actions.settings import settings
from actions.shop.clock import SystemClock
from actions.shop.importer import import_folder
from actions.shop.models import AuditEntry, Base, Order, OrderStatus, Return
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from bench.common.report import Report, at_least, at_most
from bench.common.running import CannotRun, Out, run

ENVIRONMENT = "actions"
PROCESSES = 2
Wish = tuple[str, str, int]
"""Customer, order and line."""


def orders_at_once(
    out: Out = Path("report"),
    orders: Annotated[int, typer.Option(min=1, help="How many orders something is sent back of.")] = 100,
    requests: Annotated[int, typer.Option(min=2, help="How often each is asked for, all at once.")] = 50,
    database: Annotated[
        str, typer.Option(help="An empty database of its own, for PostgreSQL; SQLite if none is named.")
    ] = "",
) -> None:
    """Ask for the same return many times at once, for many orders, from two processes; count the returns."""
    report = Report("The same return asked for many times at once", out)
    with TemporaryDirectory(prefix="aisle-bench-") as folder:
        url = database or f"sqlite:///{Path(folder) / 'shop.db'}"
        sessions = Sessions(url)
        Base.metadata.create_all(sessions.engine)
        import_folder(sessions, settings().data_folder / "shop", SystemClock(), replace=True)
        wishes = returnable(sessions, orders)
        answers, seconds = ask_at_once(url, wishes, requests)
        with sessions.reading() as session:
            made = session.scalar(select(func.count()).select_from(Return)) or 0
            noted = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
        sessions.close()
    once = sum(not already for _, already, _ in answers)
    numbers = len({number for number, _, _ in answers})
    report.add("returns", f"of {len(wishes)} orders", made, at_most(len(wishes)))
    report.add("orders_served", "orders with a return", numbers, at_least(len(wishes)))
    report.add("audit_rows", "lines in the book of changes", noted, at_most(len(wishes)))
    report.add("done_anew", "answers that did something", once, at_most(len(wishes)))
    report.add("requests", "in all", len(answers))
    report.add(
        "request_ms_p50", "a request while all the others wait", 1000 * median(s for _, _, s in answers)
    )
    report.add("requests_per_s", "", len(answers) / seconds)
    report.write()


def returnable(sessions: Sessions, count: int) -> list[Wish]:
    """A line that can go back, of as many delivered orders."""
    desk = OrderDesk(sessions, _policy(), SystemClock())
    with sessions.reading() as session:
        delivered = select(Order.customer_id, Order.order_number).where(Order.status == OrderStatus.DELIVERED)
        candidates = list(session.execute(delivered.order_by(Order.placed.desc())))
    found: list[Wish] = []
    for customer, number in candidates:
        lines = desk.returnable(customer, number)
        good = (
            [line.line for line in lines if isinstance(line, ReturnableItem)]
            if isinstance(lines, tuple)
            else []
        )
        found += [(customer, number, line) for line in good[:1]]
        if len(found) == count:
            break
    return found


def ask_at_once(url: str, wishes: list[Wish], requests: int) -> tuple[list[tuple[str, bool, float]], float]:
    """Every request's return number, whether it existed already and the seconds it took; and those of them all."""
    spawn = multiprocessing.get_context("spawn")
    out: Queue[list[tuple[str, bool, float]]] = spawn.Queue()
    ready = spawn.Barrier(PROCESSES + 1)
    each = requests // PROCESSES
    workers = [
        spawn.Process(target=work, args=(url, wishes, each, ready, out), daemon=True)
        for _ in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    ready.wait(timeout=300)
    begun = perf_counter()
    answers: list[tuple[str, bool, float]] = []
    for _ in workers:
        while out.empty():
            if any(worker.exitcode for worker in workers):
                raise CannotRun("A process that asked for returns failed; what it says stands above.")
            sleep(0.05)
        answers += out.get()
    seconds = perf_counter() - begun
    for worker in workers:
        worker.join(timeout=60)
    return answers, seconds


def work(
    url: str, wishes: list[Wish], each: int, ready: Barrier, out: Queue[list[tuple[str, bool, float]]]
) -> None:
    """One process: for one order after the other, all of its callers at once."""
    desk = OrderDesk(Sessions(url, busy_seconds=120), _policy(), SystemClock())

    def ask(wish: Wish) -> tuple[str, bool, float]:
        customer, number, line = wish
        begun = perf_counter()
        made = desk.return_items(
            customer, number, {line: 1}, desk.return_reasons()[0], idempotency_key="bench"
        )
        assert isinstance(made, ReturnMade), made
        return made.return_number, made.already, perf_counter() - begun

    with ThreadPoolExecutor(each) as pool:
        ready.wait(timeout=300)
        out.put([answer for wish in wishes for answer in pool.map(ask, [wish] * each)])


def _policy() -> Policy:
    return Policy.load(settings().data_folder / "shop" / "policy.yml")


if __name__ == "__main__":
    run(orders_at_once)
