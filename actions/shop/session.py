"""Sessions on the shop's database: SQLite by default, any PostgreSQL through one setting."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy.orm import Session


class ShopUnavailable(Exception):
    """The database is locked, gone or not set up. Nothing of the unfinished transaction remains; trying again later
    is safe."""


class Sessions:
    """Opens sessions on one database. `Sessions(settings().database_url)`."""

    def __init__(self, url: str, busy_seconds: float = 5.0) -> None: ...

    def reading(self) -> AbstractContextManager[Session]:
        """A session for reading one consistent state."""
        raise NotImplementedError

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction, committed when the block ends and rolled back when it raises."""
        raise NotImplementedError
