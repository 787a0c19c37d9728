"""Sessions on the shop's database: SQLite by default, any PostgreSQL through one setting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.orm import Session

UNDEFINED_TABLE = "42P01"
"""PostgreSQL's state; SQLite's is an `OperationalError`."""


class ShopUnavailable(Exception):
    """The database is locked, gone or not set up. Nothing of the unfinished transaction remains; trying
    again later is safe."""


class Sessions:
    """Opens sessions on one database; safe to share between threads.

    On SQLite readers never wait (write-ahead log), writers take turns, and foreign keys are enforced. A
    statement that waits longer than `busy_seconds` for somebody else's lock raises `ShopUnavailable`.
    """

    def __init__(self, url: str, busy_seconds: float = 5.0) -> None:
        self.url = make_url(url)
        self.engine = _engine(url, busy_seconds)
        self._writer = self.engine.execution_options(aisle_writes=True)
        self._reader = self.engine
        if self.engine.dialect.name == "postgresql":
            self._reader = self.engine.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading one consistent state; what is changed in it is thrown away."""
        with clear_errors(), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction, committed when the block ends and rolled back when it raises.

        On SQLite it holds the only write lock from its start, so that what it reads stays true until it
        commits; on PostgreSQL say with `take_turns` or `FOR UPDATE` what others must wait for.
        """
        with clear_errors(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            session.connection()
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def take_turns(session: Session, *names: str) -> None:
    """Let no two writing transactions that share a name run at the same time; the wait ends with the
    other's commit.

    SQLite's writers take turns anyway; PostgreSQL uses advisory locks, taken in one order so that none
    deadlock.
    """
    if session.get_bind().dialect.name == "postgresql":
        for key in sorted(
            {int.from_bytes(sha256(name.encode()).digest()[:8], signed=True) for name in names}
        ):
            session.execute(select(func.pg_advisory_xact_lock(key)))


@contextmanager
def clear_errors() -> Iterator[None]:
    """Raises `ShopUnavailable` for what a driver says of a database that is locked, gone or not set up."""
    try:
        yield
    except (OperationalError, InterfaceError, ProgrammingError) as error:
        if isinstance(error, ProgrammingError) and getattr(error.orig, "sqlstate", "") != UNDEFINED_TABLE:
            raise
        raise ShopUnavailable("The shop's database is locked, gone or not set up.") from error


def _engine(url: str, busy_seconds: float) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            try:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ShopUnavailable(f"There can be no database at {parsed.database}.") from error
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": busy_seconds})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    patience = f"-c lock_timeout={int(busy_seconds * 1000)}"
    arguments: dict[str, Any] = {"connect_timeout": max(2, int(busy_seconds)), "options": patience}
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=arguments)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver opens no transactions of its own; _begin_sqlite does
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("aisle_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
