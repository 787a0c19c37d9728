"""The migrations lead to the very tables that the models describe, on every database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from actions.shop.clock import FixedClock
from actions.shop.migrations import current, newest, upgrade
from actions.shop.models import Base, Product
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
