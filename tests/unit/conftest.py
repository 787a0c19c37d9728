"""What the services' tests share: the encoder that training made, loaded once, and a small shop of their
own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from actions.encoder import SentenceEncoder
from actions.settings import ROOT, settings
from actions.shop.clock import FixedClock
from actions.shop.models import Base
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes several seconds (exports a model)")


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """`models/encoder`, which `make train` makes; its absence fails every test that asks for it."""
    return settings().models_folder / "encoder"


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> SentenceEncoder:
    return SentenceEncoder.load(encoder_folder)


@pytest.fixture
def clock() -> FixedClock:
    """Wednesday, 10 in the morning in Denver."""
    return FixedClock(datetime(2026, 5, 13, 16, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The demo shop's own."""
    return Policy.load(ROOT / "data" / "shop" / "policy.yml")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every table and no row, to be copied."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    sessions = Sessions(f"sqlite:///{path}")
    Base.metadata.create_all(sessions.engine)
    sessions.close()
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Iterator[Sessions]:
    """The test's own database, in SQLite."""
    path = tmp_path / "shop.db"
    shutil.copy(empty_database, path)
    sessions = Sessions(f"sqlite:///{path}")
    yield sessions
    sessions.close()


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A throw-away database on the PostgreSQL server at AISLE_TEST_POSTGRES, or at this machine's usual
    port."""
    named = os.environ.get("AISLE_TEST_POSTGRES")
    server = make_url(named or "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")
    engine = create_engine(server, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 2})
    name = f"aisle_test_{uuid4().hex[:12]}"
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError as error:
        if named:
            raise
        pytest.skip(
            f"no PostgreSQL on port 5432, and AISLE_TEST_POSTGRES names none: {type(error.orig).__name__}"
        )
    yield server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sessions]:
    """An empty database of each kind in turn, for what must hold in all of them."""
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'any.db'}" if sqlite else request.getfixturevalue("postgres_url")
    sessions = Sessions(url, busy_seconds=30)
    Base.metadata.create_all(sessions.engine)
    yield sessions
    sessions.close()


@pytest.fixture
def shop(database: Sessions, clock: FixedClock, policy: Policy) -> ShopBuilder:
    """A shop without a row yet."""
    return ShopBuilder(database, clock, policy)
