"""Carts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cart_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("conversation", AnyText(), nullable=True),
        sa.Column("sku", AnyText(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("added", UtcDateTime(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_cart_items_quantity_positive")),
        sa.CheckConstraint(
            "(customer_id IS NULL) <> (conversation IS NULL)", name=op.f("ck_cart_items_one_owner")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_cart_items_customer_id")
        ),
        sa.ForeignKeyConstraint(["sku"], ["variants.sku"], name=op.f("fk_cart_items_sku")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cart_items")),
        sa.UniqueConstraint("customer_id", "sku", name=op.f("uq_cart_items_customer_id_sku")),
        sa.UniqueConstraint("conversation", "sku", name=op.f("uq_cart_items_conversation_sku")),
    )
    op.create_index(op.f("ix_cart_items_sku"), "cart_items", ["sku"])


def downgrade() -> None:
    op.drop_table("cart_items")
