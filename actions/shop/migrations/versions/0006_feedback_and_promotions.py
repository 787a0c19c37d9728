"""What shoppers think of the shop, and products that the shop promotes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("words", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("product_ids", sa.JSON(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_feedback_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_conversation"), "feedback", ["conversation"])
    op.create_index(op.f("ix_feedback_customer_id"), "feedback", ["customer_id"])
    op.add_column("products", sa.Column("promoted", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("products", "promoted")
    op.drop_table("feedback")
