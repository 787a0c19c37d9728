"""Nobody sees or changes somebody else's order by any method, and what fails in the middle leaves nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from actions.orders.desk import OrderDesk
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.shop.models import (
    Address,
    AuditEntry,
    Base,
    OrderChange,
    Problem,
    Return,
    Transaction,
    Variant,
)
from tests.unit.shop_builder import ShopBuilder

ELM = Address("9 Elm Street", "", "Provo", "UT", "84601", "US")
Call = Callable[[OrderDesk, str, str], Any]


def wanted(number: str) -> dict[int, Wanted]:
    return {1: Wanted("T0001-2", 1)}


METHODS: dict[str, Call] = {
    "order": lambda desk, who, number: desk.order(who, number),
    "track": lambda desk, who, number: desk.track(who, number),
    "ways_to_pay": lambda desk, who, number: desk.ways_to_pay(who, number, "change_payment"),
    "invoice": lambda desk, who, number: desk.invoice(who, number),
    "ledger": lambda desk, who, number: desk.ledger(who, number),
    "variants": lambda desk, who, number: desk.variants(who, number, 1),
    "quote_cancel": lambda desk, who, number: desk.quote_cancel(who, number),
    "cancel": lambda desk, who, number: desk.cancel(who, number),
    "quote_change_address": lambda desk, who, number: desk.quote_change_address(who, number, ELM),
    "change_address": lambda desk, who, number: desk.change_address(who, number, ELM),
    "quote_change_payment": lambda desk, who, number: desk.quote_change_payment(who, number, f"{who}-paypal"),
    "change_payment": lambda desk, who, number: desk.change_payment(who, number, f"{who}-paypal"),
    "quote_change_items": lambda desk, who, number: desk.quote_change_items(who, number, wanted(number)),
    "change_items": lambda desk, who, number: desk.change_items(who, number, wanted(number)),
    "returnable": lambda desk, who, number: desk.returnable(who, number),
    "quote_return": lambda desk, who, number: desk.quote_return(who, number, {1: 1}, "faulty"),
    "return_items": lambda desk, who, number: desk.return_items(who, number, {1: 1}, "faulty"),
    "refund_status": lambda desk, who, number: desk.refund_status(who, number),
    "exchangeable": lambda desk, who, number: desk.exchangeable(who, number),
    "quote_exchange": lambda desk, who, number: desk.quote_exchange(who, number, wanted(number)),
    "exchange_items": lambda desk, who, number: desk.exchange_items(who, number, wanted(number)),
    "quote_problem": lambda desk, who, number: desk.quote_problem(who, number, "damaged", {1: 1}, "torn"),
    "report_problem": lambda desk, who, number: desk.report_problem(
        who, number, "damaged", {1: 1}, "torn", "refund"
    ),
    "quote_undo": lambda desk, who, number: desk.quote_undo(who, number),
    "undo": lambda desk, who, number: desk.undo(who, number),
}
"""Every method that takes an order."""
CHANGING = ["cancel", "change_address", "change_payment", "change_items"]
AFTERWARDS = ["return_items", "exchange_items", "report_problem"]


@pytest.fixture
def coat(shop: ShopBuilder) -> str:
    return shop.product(price="9.00", sizes=("M", "L"))


def everything(shop: ShopBuilder) -> list[tuple[Any, ...]]:
    """All rows of all tables."""
    with shop.sessions.reading() as session:
        return [
            tuple(row) for table in Base.metadata.sorted_tables for row in session.execute(table.select())
        ]


def test_no_method_is_forgotten_here() -> None:
    public = inspect.getmembers(OrderDesk, inspect.isfunction)
    take_an_order = {
        name
        for name, method in public
        if not name.startswith("_") and "order_number" in inspect.signature(method).parameters
    }
    assert take_an_order == METHODS.keys()


@pytest.mark.parametrize("method", METHODS)
def test_somebody_elses_order_is_as_if_there_were_none(
    shop: ShopBuilder, desk: OrderDesk, coat: str, method: str
) -> None:
    owner, stranger = shop.customer("Ann"), shop.customer("Eve")
    pending = shop.order(owner, [(coat, 2)], status="pending", delivered=None)
    arrived = shop.order(owner, [(coat, 2)])
    before = everything(shop)
    for asker in (stranger, "C9999", "", owner.lower(), f"{owner}' OR '1'='1"):
        answers = [METHODS[method](desk, asker, number) for number in (pending, arrived, "8888")]
        for answer, number in zip(answers, (pending, arrived, "8888"), strict=True):
            assert answer in (None, (), Refusal(Why.UNKNOWN_ORDER, number))
    assert everything(shop) == before


@pytest.mark.parametrize("method", CHANGING + AFTERWARDS)
def test_what_fails_in_the_middle_leaves_nothing(
    shop: ShopBuilder, desk: OrderDesk, coat: str, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = shop.customer()
    early = method in CHANGING
    number = shop.order(
        ann, [(coat, 2)], status="pending" if early else "delivered", delivered=None if early else 2
    )
    before = everything(shop)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the machine went away")

    with monkeypatch.context() as patch:
        patch.setattr("actions.orders.book.record_change", fails)
        with pytest.raises(RuntimeError):
            METHODS[method](desk, ann, number)
    assert everything(shop) == before
    done = METHODS[method](desk, ann, number)
    assert not isinstance(done, Refusal) and not done.already
    assert shop.count(AuditEntry) == 1
    assert sum(shop.count(table) for table in (OrderChange, Return, Problem)) == 1
    assert shop.count(Transaction) >= 1 and shop.count(Variant) == 2


def test_an_undoing_that_fails_leaves_what_was_done(
    shop: ShopBuilder, desk: OrderDesk, coat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = shop.customer()
    number = shop.order(ann, [(coat, 2)])
    desk.exchange_items(ann, number, wanted(number))
    before = everything(shop)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the machine went away")

    with monkeypatch.context() as patch:
        patch.setattr("actions.orders.book.record_change", fails)
        with pytest.raises(RuntimeError):
            desk.undo(ann, number)
    assert everything(shop) == before
    done = desk.undo(ann, number)
    assert not isinstance(done, Refusal) and not done.already
