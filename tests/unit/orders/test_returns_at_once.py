"""Effects happen once, whoever asks at the same time, and not at all while the database cannot be written."""

from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.return_types import ReturnMade
from actions.settings import ROOT
from actions.shop.clock import FixedClock
from actions.shop.models import AuditEntry, Return
from actions.shop.policy import Policy
from actions.shop.session import Sessions, ShopUnavailable
from tests.unit.shop_builder import ShopBuilder

PROCESSES, THREADS = 2, 25


def ask(
    url: str, clock: FixedClock, customer: str, number: str, ready: Barrier, answers: Queue[tuple[str, bool]]
) -> None:
    """One process: THREADS identical requests, begun when every process is ready."""
    policy = Policy.load(ROOT / "data" / "shop" / "policy.yml")
    desk = OrderDesk(Sessions(url, busy_seconds=30), policy, clock)

    def once(_: int) -> tuple[str, bool]:
        made = desk.return_items(customer, number, {1: 1}, "too_small", idempotency_key="one wish")
        assert isinstance(made, ReturnMade)
        return made.return_number, made.already

    with ThreadPoolExecutor(THREADS) as pool:
        ready.wait(timeout=60)
        for answer in pool.map(once, range(THREADS)):
            answers.put(answer)


def test_fifty_identical_requests_from_two_processes_are_one_return(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    ann = shop.customer()
    number = shop.order(ann, [(shop.product(), 2)])
    url = any_database.url.render_as_string(hide_password=False)
    spawn = multiprocessing.get_context("spawn")
    answers: Queue[tuple[str, bool]] = spawn.Queue()
    ready = spawn.Barrier(PROCESSES)
    processes = [
        spawn.Process(target=ask, args=(url, clock, ann, number, ready, answers)) for _ in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    got = [answers.get(timeout=60) for _ in range(PROCESSES * THREADS)]
    for process in processes:
        process.join(timeout=30)
        assert process.exitcode == 0

    assert {return_number for return_number, _ in got} == {"R-100001"}
    assert [already for _, already in got].count(False) == 1
    assert shop.count(Return) == shop.count(AuditEntry) == 1


def test_different_orders_at_once_get_different_numbers(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    ann, jacket = shop.customer(), shop.product()
    numbers = [shop.order(ann, [(jacket, 1)]) for _ in range(12)]
    desk = OrderDesk(any_database, policy, clock)
    with ThreadPoolExecutor(12) as pool:
        made = list(pool.map(lambda number: desk.return_items(ann, number, {1: 1}, "too_small"), numbers))
    assert len({one.return_number for one in made if isinstance(one, ReturnMade)}) == 12


def test_a_locked_database_is_said_to_be_and_nothing_is_lost(shop: ShopBuilder, tmp_path: Path) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(shop.product(), 1)])
    impatient = Sessions(shop.sessions.url.render_as_string(), busy_seconds=0.05)
    desk = OrderDesk(impatient, shop.policy, shop.clock)
    other = sqlite3.connect(tmp_path / "shop.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(ShopUnavailable):
        desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key="k")
    assert desk.order(ann, number), "reading goes on"

    other.execute("ROLLBACK")
    other.close()
    assert shop.count(Return) == 0
    made = desk.return_items(ann, number, {1: 1}, "too_small", idempotency_key="k")
    assert isinstance(made, ReturnMade) and not made.already
    impatient.close()


def test_an_error_in_the_middle_leaves_nothing(shop: ShopBuilder, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(shop.product(), 1)])

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the machine went away")

    monkeypatch.setattr("actions.orders.book.record_change", fails)
    with pytest.raises(RuntimeError):
        OrderDesk(shop.sessions, shop.policy, shop.clock).return_items(ann, number, {1: 1}, "too_small")
    assert shop.count(Return) == 0


@pytest.mark.parametrize("url", ["sqlite:///{folder}/new.db", "postgresql+psycopg://nobody@127.0.0.1:1/none"])
def test_a_database_that_is_not_there_is_said_to_be(
    url: str, tmp_path: Path, policy: Policy, clock: FixedClock
) -> None:
    desk = OrderDesk(Sessions(url.format(folder=tmp_path), busy_seconds=1), policy, clock)
    with pytest.raises(ShopUnavailable):
        desk.find("C0001")
