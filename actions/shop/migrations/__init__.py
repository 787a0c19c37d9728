"""The database's history, with Alembic, configured here instead of in an alembic.ini.

After changing a model: `python -m actions.shop.migrations "what changed"` writes the next version, to be
read and corrected by hand.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from actions.shop.session import Sessions, clear_errors

_FOLDER = Path(__file__).parent


def _config(sessions: Sessions) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["engine"] = sessions.engine
    return config


def upgrade(sessions: Sessions, version: str = "head") -> None:
    """Bring the database to the newest version, or to this one; does nothing where it is. Safe while programs
    use it. Raises `ShopUnavailable` where the database is locked or gone."""
    with clear_errors():
        command.upgrade(_config(sessions), version)


def newest() -> str:
    """The version that these models need."""
    head = ScriptDirectory(str(_FOLDER)).get_current_head()
    assert head is not None, "there is an initial version"
    return head


def current(sessions: Sessions) -> str | None:
    """The version that the database has; None for one that was never set up. Raises as `upgrade` does."""
    with clear_errors(), sessions.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def write_next(sessions: Sessions, message: str) -> None:
    """Write the version that leads from an up-to-date database to the models as they are."""
    count = len(list(ScriptDirectory(str(_FOLDER)).walk_revisions()))
    command.revision(_config(sessions), message=message, autogenerate=True, rev_id=f"{count + 1:04}")
