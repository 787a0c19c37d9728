"""Sessions, column types and clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError, StatementError

from actions.shop.clock import FixedClock, SystemClock
from actions.shop.models import Base, Product, Variant
from actions.shop.policy import Policy
from actions.shop.session import Sessions, ShopUnavailable
from tests.unit.shop_builder import ShopBuilder


def test_sqlite_is_set_up_for_several_programs(database: Sessions) -> None:
    with database.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA busy_timeout")) == 5000


def test_a_database_that_is_not_set_up_is_said_to_be(any_database: Sessions) -> None:
    Base.metadata.drop_all(any_database.engine)
    with pytest.raises(ShopUnavailable), any_database.reading() as session:
        session.scalars(select(Product)).all()


def test_a_mistake_of_ours_is_no_trouble_of_the_database(postgres_url: str) -> None:
    """SQLite's driver does not tell the two apart."""
    sessions = Sessions(postgres_url)
    with pytest.raises(ProgrammingError), sessions.reading() as session:
        session.execute(text("SELECT nonsense()"))
    sessions.close()


def test_what_a_reader_changes_is_thrown_away(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    boots = shop.product(title="Boots")
    with any_database.reading() as session:
        session.get_one(Product, boots).title = "Scribble"
        session.flush()
    with any_database.reading() as session:
        assert session.get_one(Product, boots).title == "Boots"


def test_money_is_exact_everywhere(any_database: Sessions, clock: FixedClock, policy: Policy) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    for _ in range(3):
        shop.product(price="0.10")
    shop.product(price="9999999999.99")
    with any_database.reading() as session:
        cheap = select(func.sum(Variant.price)).where(Variant.price < Decimal("0.20"))
        assert session.scalar(cheap) == Decimal("0.30")
        assert session.scalar(select(func.max(Variant.price))) == Decimal("9999999999.99")


def test_parts_of_a_cent_are_refused(shop: ShopBuilder) -> None:
    with pytest.raises(StatementError, match="parts of a cent"):
        shop.product(price="0.005")


def test_moments_are_kept_in_utc(any_database: Sessions, clock: FixedClock, policy: Policy) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    moment = datetime(2026, 5, 1, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    boots = shop.product(added=moment)
    with any_database.reading() as session:
        added = session.get_one(Product, boots).added
    assert added == moment and added.tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused(shop: ShopBuilder) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        shop.product(added=datetime(2026, 5, 1))


@pytest.mark.parametrize(
    "change", [{"stock": -1}, {"price": Decimal("-0.01")}, {"list_price": Decimal("99.99")}]
)
def test_the_database_itself_refuses_nonsense(
    any_database: Sessions, clock: FixedClock, policy: Policy, change: dict[str, object]
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    boots = shop.product(price="100.00")
    with pytest.raises(IntegrityError):
        shop.change(Variant, f"{boots}-1", **change)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "🥾 靴", "x" * 100_000])
def test_any_text_can_be_kept(any_database: Sessions, clock: FixedClock, policy: Policy, text: str) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    boots = shop.product(title=text)
    with any_database.reading() as session:
        kept = session.get_one(Product, boots).title
        assert session.scalars(select(Product.product_id).where(Product.title == text)).one() == boots
    assert kept == text.replace("\0", "").replace("\ud800", "?")


def test_errors_hide_what_was_written(shop: ShopBuilder) -> None:
    with pytest.raises(IntegrityError) as error:
        shop.order("ann@example.com", [])
    assert "ann@example.com" not in str(error.value)


def test_clocks() -> None:
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=5)
    clock = FixedClock(datetime(2026, 5, 1, tzinfo=timezone(timedelta(hours=2))))
    clock.advance(days=1, minutes=30)
    assert clock.now() == datetime(2026, 5, 1, 22, 30, tzinfo=UTC)
