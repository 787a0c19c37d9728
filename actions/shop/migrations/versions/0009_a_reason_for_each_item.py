"""Each item of a return has a reason of its own, and each item of a problem its own kind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOVED = (
    ("returns", "return_items", "return_id", "reason"),
    ("problems", "problem_items", "problem_id", "kind"),
)
"""Table, that of its items, the items' column that names it, and what moves from the one to the other."""


def upgrade() -> None:
    for whole, items, key, name in MOVED:
        op.add_column(items, sa.Column(name, AnyText(), nullable=False, server_default=""))
        op.execute(f"UPDATE {items} SET {name} = (SELECT w.{name} FROM {whole} w WHERE w.id = {items}.{key})")
        op.drop_column(whole, name)


def downgrade() -> None:
    for whole, items, key, name in MOVED:
        op.add_column(whole, sa.Column(name, AnyText(), nullable=False, server_default=""))
        first = f"SELECT i.{name} FROM {items} i WHERE i.{key} = {whole}.id ORDER BY i.line LIMIT 1"
        op.execute(f"UPDATE {whole} SET {name} = COALESCE(({first}), '')")
        op.drop_column(items, name)
