"""Alerts, and customers who were forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, Money, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("product_id", AnyText(), nullable=False),
        sa.Column("colour", AnyText(), nullable=False),
        sa.Column("size", AnyText(), nullable=False),
        sa.Column("below", Money(), nullable=True),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("told", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_alerts_customer_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["products.product_id"], name=op.f("fk_alerts_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    op.create_index(op.f("ix_alerts_customer_id"), "alerts", ["customer_id"])
    op.create_index(op.f("ix_alerts_product_id"), "alerts", ["product_id"])
    op.add_column("customers", sa.Column("erased", UtcDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("customers", "erased")
    op.drop_table("alerts")
