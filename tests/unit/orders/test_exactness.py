"""Whatever is done to an order, in whatever order: its money adds up, and nothing is lost from the shelf."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from actions.orders.desk import OrderDesk
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal
from actions.shop.clock import FixedClock
from actions.shop.models import Address, OrderItem, PaymentMethod, Transaction, Variant
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder

PLACES = [
    Address("9 Elm Street", "", "Provo", "UT", "84601", "US"),
    Address("1 King Street", "", "Toronto", "ON", "M5H 1A1", "CA"),
]
LINES, QUANTITIES = st.integers(1, 4), st.sampled_from([None, 1, 2, 0, -3])
DEEDS = st.one_of(
    st.tuples(st.just("address"), st.sampled_from(PLACES), st.sampled_from([None, "express"])),
    st.tuples(st.just("payment"), st.sampled_from(["card", "paypal", "gift_card"])),
    st.tuples(st.just("items"), LINES, st.sampled_from(["1", "2", "3", None]), QUANTITIES),
    st.tuples(st.just("cancel")),
)


@given(deeds=st.lists(DEEDS, min_size=1, max_size=6), paid=st.sampled_from(["card", "gift_card"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_money_adds_up(
    empty_database: Path, clock: FixedClock, policy: Policy, deeds: list[tuple[Any, ...]], paid: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        shutil.copy(empty_database, path)
        shop = ShopBuilder(Sessions(f"sqlite:///{path}"), clock, policy)
        ann = shop.customer()
        coat = shop.product(price="7.35", sizes=("M", "L", "XL"), stock=3)
        for suffix, price in (("2", "9.99"), ("3", "3.10")):
            shop.change(Variant, f"{coat}-{suffix}", price=Decimal(price), list_price=Decimal(price))
        number = shop.order(ann, [(coat, 2), (coat, 1)], status="pending", delivered=None, payment=paid)
        desk = OrderDesk(shop.sessions, policy, clock)
        before = money(shop, ann)
        for key, deed in enumerate(deeds):
            do(desk, ann, number, coat, deed, str(key))
        order = desk.order(ann, number)
        invoice_total = Decimal(0) if order is None or order.status == "cancelled" else order.total
        held, spent = sums(shop, number), before - money(shop, ann)
        assert held[None] == invoice_total, "what the shop holds is what the order comes to"
        assert spent == held["gift_card"] - (Decimal("27.00") if paid == "gift_card" else 0)
        with shop.sessions.reading() as session:
            shelf = session.scalar(select(func.sum(Variant.stock))) or 0
            ordered = session.scalar(select(func.sum(OrderItem.quantity))) or 0
        cancelled = order is not None and order.status == "cancelled"
        assert shelf + (0 if cancelled else ordered) == 3 * 3 + 3
        shop.sessions.close()


def do(desk: OrderDesk, ann: str, number: str, coat: str, deed: tuple[Any, ...], key: str) -> None:
    """Quote and do; the quote foretells whether it is refused."""
    match deed:
        case ("address", Address() as place, option):
            quoted: Any = desk.quote_change_address(ann, number, place, option)
            done: Any = desk.change_address(ann, number, place, option, idempotency_key=key)
        case ("payment", kind):
            quoted = desk.quote_change_payment(ann, number, f"{ann}-{kind}")
            done = desk.change_payment(ann, number, f"{ann}-{kind}", idempotency_key=key)
        case ("items", line, suffix, quantity):
            wanted = {line: Wanted(f"{coat}-{suffix}" if suffix else None, quantity)}
            quoted = desk.quote_change_items(ann, number, wanted)
            done = desk.change_items(ann, number, wanted, idempotency_key=key)
        case _:
            quoted = desk.quote_cancel(ann, number)
            done = desk.cancel(ann, number, idempotency_key=key)
    if not isinstance(done, Refusal) and not done.already:
        assert done.quote == quoted, "what was told is what was done"
    elif isinstance(done, Refusal):
        assert done == quoted


def money(shop: ShopBuilder, ann: str) -> Decimal:
    with shop.sessions.reading() as session:
        held = session.get_one(PaymentMethod, f"{ann}-gift_card").balance
        assert held is not None and held >= 0
        return held


def sums(shop: ShopBuilder, number: str) -> dict[str | None, Decimal]:
    """What the shop holds for the order, in all (None) and by the gift card."""
    held: dict[str | None, Decimal] = {None: Decimal(0), "gift_card": Decimal(0)}
    with shop.sessions.reading() as session:
        for entry in session.query(Transaction).filter_by(order_number=number):
            amount = entry.amount if entry.kind == "payment" else -entry.amount
            held[None] += amount
            if entry.payment_id.endswith("gift_card"):
                held["gift_card"] += amount
    return held
