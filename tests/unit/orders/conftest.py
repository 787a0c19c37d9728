"""What the order desk's tests share: the desk under the demo shop's policy, and a customer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from actions.orders.desk import OrderDesk
from actions.shop.models import PaymentMethod, Transaction, Variant
from actions.shop.policy import Policy
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> OrderDesk:
    return OrderDesk(shop.sessions, shop.policy, shop.clock)


@pytest.fixture
def strict_desk(shop: ShopBuilder) -> OrderDesk:
    """The same desk under another, stricter policy."""
    strict = Policy.load(Path(__file__).with_name("strict_policy.yml"))
    return OrderDesk(shop.sessions, strict, shop.clock)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    return shop.customer()


def stock(shop: ShopBuilder, sku: str) -> int:
    with shop.sessions.reading() as session:
        return session.get_one(Variant, sku).stock


def balance(shop: ShopBuilder, customer_id: str) -> Decimal | None:
    """What the customer's gift card holds."""
    with shop.sessions.reading() as session:
        return session.get_one(PaymentMethod, f"{customer_id}-gift_card").balance


def moved(shop: ShopBuilder, order_number: str) -> list[tuple[str, str, str]]:
    """The order's payments and refunds: kind, amount and method's kind, oldest first."""
    with shop.sessions.reading() as session:
        rows = session.query(Transaction).filter_by(order_number=order_number).order_by(Transaction.id)
        return [(row.kind, str(row.amount), row.payment_id.split("-")[1]) for row in rows]
