"""Run by Alembic for every command."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from actions.shop.models import AnyText, Base, Money, UtcDateTime


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Our own column types by their short names, which the template imports."""
    if kind == "type" and isinstance(item, AnyText | Money | UtcDateTime):
        return f"{type(item).__name__}()"
    return False


with context.config.attributes["engine"].connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        render_as_batch=True,  # SQLite alters a table by copying it
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
