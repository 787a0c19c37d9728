"""What came of a suggestion, and the evidence that it was made from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("suggestions_shown", sa.Column("evidence", sa.JSON(), nullable=False, server_default="{}"))
    for outcome in ("clicked", "bought"):
        op.add_column("suggestions_shown", sa.Column(outcome, UtcDateTime(), nullable=True))


def downgrade() -> None:
    for name in ("bought", "clicked", "evidence"):
        op.drop_column("suggestions_shown", name)
