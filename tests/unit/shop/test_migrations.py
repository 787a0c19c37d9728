"""The migrations lead to the very tables that the models describe, on every database."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect, text

from actions.shop.clock import FixedClock
from actions.shop.migrations import current, newest, upgrade
from actions.shop.models import Address, Base, Order, Product, Transaction
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sessions]:
    """A database without a table."""
    sqlite = request.param == "sqlite"
    sessions = Sessions(
        f"sqlite:///{tmp_path / 'folder' / 'bare.db'}" if sqlite else request.getfixturevalue("postgres_url")
    )
    yield sessions
    sessions.close()


def test_the_models_and_the_migrations_agree(bare: Sessions) -> None:
    upgrade(bare)
    with bare.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_checks_are_made_too(bare: Sessions) -> None:
    """Alembic does not compare check constraints."""
    upgrade(bare)
    database = inspect(bare.engine)
    for table in Base.metadata.sorted_tables:
        modelled = {c.name for c in table.constraints if isinstance(c, CheckConstraint)}
        assert {check["name"] for check in database.get_check_constraints(table.name)} == modelled


def test_upgrading_again_changes_nothing(bare: Sessions, clock: FixedClock, policy: Policy) -> None:
    assert current(bare) is None
    upgrade(bare)
    ShopBuilder(bare, clock, policy).product()
    upgrade(bare)
    assert current(bare) == newest()
    with bare.reading() as session:
        assert session.query(Product).count() == 1


def test_what_was_there_before_is_completed(bare: Sessions) -> None:
    """An order of the first version gets its customer's address and its payment; a cancelled one its refund."""
    upgrade(bare, "0001")
    money = 100 if bare.engine.dialect.name == "sqlite" else 1
    with bare.writing() as session:
        for statement in (
            "INSERT INTO products VALUES ('T1', 'Tent', 'tent', 'Tarn', 'tents', '', '', '[]', '{}', NULL, 0, :now,"
            " :now)",
            "INSERT INTO variants VALUES ('T1-1', 'T1', 0, '', '', 30 * :m, 30 * :m, 4, :now)",
            "INSERT INTO customers (customer_id, first_name, last_name, email, phone, street, city, state, postcode,"
            " country, joined, locale) VALUES ('C1', 'Ann', 'Becker', 'a@example.com', '', '1 Pearl St', 'Boulder',"
            " 'CO', '80302', 'US', :now, 'en_US')",
            "INSERT INTO payment_methods VALUES ('P1', 'C1', 'card', 'Visa', NULL)",
            "INSERT INTO orders VALUES ('1', 'C1', 'pending', :now, 'P1', 'standard', 5 * :m)",
            "INSERT INTO orders VALUES ('2', 'C1', 'cancelled', :now, 'P1', 'standard', 5 * :m)",
            "INSERT INTO order_items VALUES ('1', 1, 'T1-1', 2, 30 * :m, NULL)",
            "INSERT INTO order_items VALUES ('2', 1, 'T1-1', 1, 30 * :m, NULL)",
        ):
            values = {"now": "2026-05-13 16:00:00+00:00", "m": money}
            session.execute(text(statement), {k: v for k, v in values.items() if f":{k}" in statement})

    upgrade(bare)

    with bare.reading() as session:
        assert session.get_one(Order, "1").address == Address(
            "1 Pearl St", "", "Boulder", "CO", "80302", "US"
        )
        moved = [(t.order_number, t.kind, t.amount, t.payment_id) for t in session.query(Transaction)]
        assert moved == [
            ("1", "payment", Decimal("65.00"), "P1"),
            ("2", "payment", Decimal("35.00"), "P1"),
            ("2", "refund", Decimal("35.00"), "P1"),
        ]
