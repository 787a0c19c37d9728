"""One-time codes to an address that is to become the customer's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("one_time_codes", sa.Column("mailbox", AnyText(), nullable=False, server_default=""))
    op.add_column("one_time_codes", sa.Column("used", UtcDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("one_time_codes", "used")
    op.drop_column("one_time_codes", "mailbox")
