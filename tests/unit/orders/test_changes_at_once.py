"""Whoever asks at the same time, from two processes: one effect, and neither stock nor a balance below zero."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import Any

import pytest

from actions.orders.changing import ChangeMade
from actions.orders.desk import OrderDesk
from actions.orders.return_types import ReturnMade
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.shop.clock import FixedClock
from actions.shop.models import Address, AuditEntry, OrderChange, Problem, Return, Transaction
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.orders.conftest import balance, stock
from tests.unit.shop_builder import ShopBuilder

PROCESSES, THREADS = 2, 8
ELM = Address("9 Elm Street", "", "Provo", "UT", "84601", "US")

Deed = Callable[[OrderDesk, int], object]
"""What the n-th caller asks of the desk."""


def cancel(desk: OrderDesk, _: int, *, customer: str, number: str) -> object:
    return desk.cancel(customer, number, idempotency_key="wish")


def send_elsewhere(desk: OrderDesk, _: int, *, customer: str, number: str) -> object:
    return desk.change_address(customer, number, ELM, "express", idempotency_key="wish")


def pay_otherwise(desk: OrderDesk, _: int, *, customer: str, number: str) -> object:
    return desk.change_payment(customer, number, f"{customer}-gift_card", idempotency_key="wish")


def swap(desk: OrderDesk, _: int, *, customer: str, number: str, sku: str) -> object:
    return desk.change_items(customer, number, {1: Wanted(sku, 1)}, idempotency_key="wish")


def exchange(desk: OrderDesk, _: int, *, customer: str, number: str, sku: str) -> object:
    return desk.exchange_items(customer, number, {1: Wanted(sku, 1)}, idempotency_key="wish")


def report(desk: OrderDesk, _: int, *, customer: str, number: str) -> object:
    return desk.report_problem(customer, number, "damaged", {1: 1}, "torn", "refund", idempotency_key="wish")


def send_back(desk: OrderDesk, _: int, *, customer: str, number: str) -> object:
    return desk.return_items(customer, number, {1: 1}, "too_small", idempotency_key="wish")


def undo(desk: OrderDesk, _: int, *, customer: str, number: str, deed: str) -> object:
    return desk.undo(customer, number, deed)


def one_after_another(desk: OrderDesk, n: int, *, deeds: list[Deed]) -> list[object]:
    return [deed(desk, n) for deed in deeds]


def exchange_my_own(desk: OrderDesk, n: int, *, orders: list[tuple[str, str]], sku: str) -> object:
    customer, number = orders[n]
    return desk.exchange_items(customer, number, {1: Wanted(sku)}, idempotency_key=f"wish {n}")


def pay_each(desk: OrderDesk, n: int, *, customer: str, numbers: list[str]) -> object:
    return desk.change_payment(customer, numbers[n], f"{customer}-gift_card", idempotency_key=f"wish {n}")


def work(
    url: str, clock: FixedClock, policy: Policy, deed: Deed, first: int, ready: Barrier, out: Queue[object]
) -> None:
    """One process: its callers begin when every process is ready."""
    desk = OrderDesk(Sessions(url, busy_seconds=60), policy, clock)
    with ThreadPoolExecutor(THREADS) as pool:
        ready.wait(timeout=120)
        for answer in pool.map(partial(deed, desk), range(first, first + THREADS)):
            out.put(answer)


def at_once(shop: ShopBuilder, deed: Deed) -> list[Any]:
    """What each caller was answered."""
    spawn = multiprocessing.get_context("spawn")
    out: Queue[Any] = spawn.Queue()
    ready, url = spawn.Barrier(PROCESSES), shop.sessions.url.render_as_string(hide_password=False)
    processes = [
        spawn.Process(target=work, args=(url, shop.clock, shop.policy, deed, THREADS * process, ready, out))
        for process in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    answers = [out.get(timeout=120) for _ in range(PROCESSES * THREADS)]
    for process in processes:
        process.join(timeout=60)
        assert process.exitcode == 0
    return answers


@pytest.fixture
def store(any_database: Sessions, clock: FixedClock, policy: Policy) -> ShopBuilder:
    return ShopBuilder(any_database, clock, policy)


def test_one_wish_is_one_effect(store: ShopBuilder) -> None:
    """Each kind of deed, and undoing one, asked for by sixteen callers in two processes at the same time."""
    ann, coat = store.customer(), store.product(price="9.00", sizes=("M", "L"))
    new, desk = f"{coat}-2", OrderDesk(store.sessions, store.policy, store.clock)

    def order(status: str = "pending") -> str:
        return store.order(ann, [(coat, 2)], status=status, delivered=2 if status == "delivered" else None)

    moved, sent_back = order(), order("delivered")
    readdressed = desk.change_address(ann, moved, ELM)
    returned = desk.return_items(ann, sent_back, {1: 1}, "too_small")
    assert isinstance(readdressed, ChangeMade) and isinstance(returned, ReturnMade)
    deeds: list[Deed] = [
        partial(cancel, customer=ann, number=order()),
        partial(send_elsewhere, customer=ann, number=order()),
        partial(pay_otherwise, customer=ann, number=order()),
        partial(swap, customer=ann, number=order(), sku=new),
        partial(exchange, customer=ann, number=order("delivered"), sku=new),
        partial(send_back, customer=ann, number=order("delivered")),
        partial(report, customer=ann, number=order("delivered")),
        partial(undo, customer=ann, number=moved, deed=readdressed.change_number),
        partial(undo, customer=ann, number=sent_back, deed=returned.return_number),
    ]
    before = {kind: store.count(kind) for kind in (OrderChange, Return, Problem, AuditEntry, Transaction)}
    answers = at_once(store, partial(one_after_another, deeds=deeds))
    for deed, answered in zip(deeds, zip(*answers, strict=True), strict=True):
        already = [getattr(answer, "already", answer) for answer in answered]
        assert already.count(False) == 1 and already.count(True) == PROCESSES * THREADS - 1, (deed, already)
    new_rows = {kind.__name__: store.count(kind) - rows for kind, rows in before.items()}
    assert new_rows == {
        "OrderChange": 5,  # the address put back among them
        "Return": 2,
        "Problem": 1,
        "AuditEntry": 9,
        "Transaction": 5,  # a refund, 8.00 for express, from one method to another, a refund
    }
    assert balance(store, ann) == Decimal("2.05")
    assert (stock(store, f"{coat}-1"), stock(store, new)) == (8, 3)


def test_the_last_pieces_go_to_as_many_as_there_are(store: ShopBuilder) -> None:
    coat = store.product(sizes=("M", "L"), stock=5)
    customers = [store.customer() for _ in range(PROCESSES * THREADS)]
    orders = [(customer, store.order(customer, [(coat, 1)])) for customer in customers]
    answers = at_once(store, partial(exchange_my_own, orders=orders, sku=f"{coat}-2"))
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert {answer.why for answer in refused} == {Why.OUT_OF_STOCK}
    assert len(answers) - len(refused) == store.count(Return) == 5
    assert stock(store, f"{coat}-2") == 0


def test_a_gift_card_pays_for_what_it_holds(store: ShopBuilder) -> None:
    """Sixteen orders of 6.95 at once onto a card with 25.00: three of them, and 4.15 are left."""
    ann, mug = store.customer(), store.product(price="2.00")
    numbers = [
        store.order(ann, [(mug, 1)], status="pending", delivered=None) for _ in range(PROCESSES * THREADS)
    ]
    answers = at_once(store, partial(pay_each, customer=ann, numbers=numbers))
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert {answer.why for answer in refused} == {Why.BALANCE_TOO_LOW} and len(refused) == 13
    assert balance(store, ann) == Decimal("4.15")
