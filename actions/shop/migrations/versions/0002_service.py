"""What service needs: payments, changes, exchanges, problems, an address for each order, one-time codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, Money, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ADDRESS = ("street", "street_2", "city", "state", "postcode", "country")
PAID_WHOLE = """
    INSERT INTO transactions (order_number, kind, amount, payment_id, time, cause)
    SELECT o.order_number, '{kind}', sum(i.quantity * i.unit_price) + o.delivery_cost, o.payment_id, o.placed, ''
    FROM orders o JOIN order_items i ON i.order_number = o.order_number
    WHERE {which}
    GROUP BY o.order_number HAVING sum(i.quantity * i.unit_price) + o.delivery_cost > 0
    ORDER BY o.order_number
"""


def upgrade() -> None:
    op.create_table(
        "one_time_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("salt", AnyText(), nullable=False),
        sa.Column("digest", AnyText(), nullable=False),
        sa.Column("sent", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_one_time_codes_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
    )
    op.create_index(op.f("ix_one_time_codes_conversation"), "one_time_codes", ["conversation"])
    op.create_index(op.f("ix_one_time_codes_customer_id_sent"), "one_time_codes", ["customer_id", "sent"])
    op.create_table(
        "order_changes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change_number", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("kind", AnyText(), nullable=False),
        sa.Column("wish", sa.JSON(), nullable=False),
        sa.Column("quote", sa.JSON(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("idempotency_key", AnyText(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_order_changes_order_number")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_changes")),
        sa.UniqueConstraint("change_number", name=op.f("uq_order_changes_change_number")),
        sa.UniqueConstraint(
            "order_number", "idempotency_key", name=op.f("uq_order_changes_order_number_idempotency_key")
        ),
    )
    op.create_index(op.f("ix_order_changes_order_number"), "order_changes", ["order_number"])
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("problem_number", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("kind", AnyText(), nullable=False),
        sa.Column("evidence", AnyText(), nullable=False),
        sa.Column("remedy", AnyText(), nullable=False),
        sa.Column("refund", Money(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("idempotency_key", AnyText(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_problems_order_number")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problems")),
        sa.UniqueConstraint(
            "order_number", "idempotency_key", name=op.f("uq_problems_order_number_idempotency_key")
        ),
        sa.UniqueConstraint("problem_number", name=op.f("uq_problems_problem_number")),
    )
    op.create_index(op.f("ix_problems_order_number"), "problems", ["order_number"])
    op.create_table(
        "problem_items",
        sa.Column("problem_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", Money(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_problem_items_quantity_positive")),
        sa.ForeignKeyConstraint(
            ["order_number", "line"],
            ["order_items.order_number", "order_items.line"],
            name=op.f("fk_problem_items_order_number_line"),
        ),
        sa.ForeignKeyConstraint(["problem_id"], ["problems.id"], name=op.f("fk_problem_items_problem_id")),
        sa.PrimaryKeyConstraint("problem_id", "line", name=op.f("pk_problem_items")),
    )
    op.create_table(
        "transactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("kind", AnyText(), nullable=False),
        sa.Column("amount", Money(), nullable=False),
        sa.Column("payment_id", AnyText(), nullable=False),
        sa.Column("time", UtcDateTime(), nullable=False),
        sa.Column("cause", AnyText(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_transactions_amount_positive")),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_transactions_order_number")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment_methods.payment_id"], name=op.f("fk_transactions_payment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transactions")),
    )
    op.create_index(op.f("ix_transactions_order_number"), "transactions", ["order_number"])

    # Not by copying the tables, as Alembic's batches do on SQLite: other tables' foreign keys point at them.
    op.add_column("customers", sa.Column("street_2", AnyText(), nullable=False, server_default=""))
    for name in ADDRESS:
        op.add_column("orders", sa.Column(name, AnyText(), nullable=False, server_default=""))
    op.add_column("variants", sa.Column("options", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("returns", sa.Column("kind", AnyText(), nullable=False, server_default="return"))
    money = "BIGINT" if op.get_bind().dialect.name == "sqlite" else "NUMERIC(12, 2)"
    op.execute(
        f"ALTER TABLE returns ADD COLUMN charge {money} DEFAULT 0 NOT NULL "
        "CONSTRAINT ck_returns_charge_not_negative CHECK (charge >= 0)"
    )
    with op.batch_alter_table("return_items") as batch:
        batch.add_column(sa.Column("new_sku", AnyText(), nullable=True))
        batch.add_column(sa.Column("new_unit_price", Money(), nullable=True))
        batch.create_foreign_key(op.f("fk_return_items_new_sku"), "variants", ["new_sku"], ["sku"])

    for name in ADDRESS:
        owner = f"SELECT c.{name} FROM customers c WHERE c.customer_id = orders.customer_id"
        op.execute(f"UPDATE orders SET {name} = ({owner})")
    op.execute(PAID_WHOLE.format(kind="payment", which="1 = 1"))
    op.execute(PAID_WHOLE.format(kind="refund", which="o.status = 'cancelled'"))


def downgrade() -> None:
    with op.batch_alter_table("return_items") as batch:
        batch.drop_constraint(op.f("fk_return_items_new_sku"), type_="foreignkey")
        batch.drop_column("new_unit_price")
        batch.drop_column("new_sku")
    op.drop_column("returns", "charge")
    op.drop_column("returns", "kind")
    op.drop_column("variants", "options")
    for name in ADDRESS:
        op.drop_column("orders", name)
    op.drop_column("customers", "street_2")
    for table in ("transactions", "problem_items", "problems", "order_changes", "one_time_codes"):
        op.drop_table(table)
