"""First tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from actions.shop.models.columns import AnyText, Money, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "customers",
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("first_name", AnyText(), nullable=False),
        sa.Column("last_name", AnyText(), nullable=False),
        sa.Column("email", AnyText(), nullable=False),
        sa.Column("phone", AnyText(), nullable=False),
        sa.Column("street", AnyText(), nullable=False),
        sa.Column("city", AnyText(), nullable=False),
        sa.Column("state", AnyText(), nullable=False),
        sa.Column("postcode", AnyText(), nullable=False),
        sa.Column("country", AnyText(), nullable=False),
        sa.Column("joined", UtcDateTime(), nullable=False),
        sa.Column("locale", AnyText(), nullable=False),
        sa.Column("email_key", AnyText(), sa.Computed("lower(trim(email))", persisted=True), nullable=False),
        sa.Column(
            "postcode_key",
            AnyText(),
            sa.Computed("upper(replace(replace(postcode, ' ', ''), '-', ''))", persisted=True),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customers")),
    )
    op.create_index(op.f("ix_customers_email_key"), "customers", ["email_key"], unique=False)
    op.create_index(op.f("ix_customers_postcode_key"), "customers", ["postcode_key"], unique=False)
    op.create_table(
        "failed_proofs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", AnyText(), nullable=False),
        sa.Column("subject", AnyText(), nullable=False),
        sa.Column("time", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_proofs")),
    )
    op.create_index(op.f("ix_failed_proofs_subject_time"), "failed_proofs", ["subject", "time"], unique=False)
    op.create_index(op.f("ix_failed_proofs_time"), "failed_proofs", ["time"], unique=False)
    op.create_table(
        "products",
        sa.Column("product_id", AnyText(), nullable=False),
        sa.Column("title", AnyText(), nullable=False),
        sa.Column("type", AnyText(), nullable=False),
        sa.Column("brand", AnyText(), nullable=False),
        sa.Column("category", AnyText(), nullable=False),
        sa.Column("description", AnyText(), nullable=False),
        sa.Column("material", AnyText(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("specs", sa.JSON(), nullable=False),
        sa.Column("rating", sa.Double(), nullable=True),
        sa.Column("rating_count", sa.Integer(), nullable=False),
        sa.Column("added", UtcDateTime(), nullable=False),
        sa.Column("updated", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_products")),
    )
    op.create_index(op.f("ix_products_added"), "products", ["added"], unique=False)
    op.create_index(op.f("ix_products_type"), "products", ["type"], unique=False)
    op.create_table(
        "shop_facts",
        sa.Column("name", AnyText(), nullable=False),
        sa.Column("value", AnyText(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_shop_facts")),
    )
    op.create_table(
        "consents",
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("purpose", AnyText(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("changed", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_consents_customer_id")
        ),
        sa.PrimaryKeyConstraint("customer_id", "purpose", name=op.f("pk_consents")),
    )
    op.create_table(
        "handoffs",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", AnyText(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("reason", AnyText(), nullable=False),
        sa.Column("summary", AnyText(), nullable=False),
        sa.Column("status", AnyText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_handoffs_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoffs")),
        sa.UniqueConstraint("number", name=op.f("uq_handoffs_number")),
    )
    op.create_index(op.f("ix_handoffs_conversation"), "handoffs", ["conversation"], unique=False)
    op.create_index(op.f("ix_handoffs_status"), "handoffs", ["status"], unique=False)
    op.create_index(
        "uq_handoffs_waiting",
        "handoffs",
        ["conversation"],
        unique=True,
        sqlite_where=sa.text("status = 'waiting'"),
        postgresql_where=sa.text("status = 'waiting'"),
    )
    op.create_table(
        "interactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("conversation", AnyText(), nullable=True),
        sa.Column("product_id", AnyText(), nullable=False),
        sa.Column("behaviour", AnyText(), nullable=False),
        sa.Column("time", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_interactions_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.product_id"], name=op.f("fk_interactions_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interactions")),
    )
    op.create_index(op.f("ix_interactions_conversation"), "interactions", ["conversation"], unique=False)
    op.create_index(
        op.f("ix_interactions_customer_id_time"), "interactions", ["customer_id", "time"], unique=False
    )
    op.create_index(op.f("ix_interactions_product_id"), "interactions", ["product_id"], unique=False)
    op.create_table(
        "payment_methods",
        sa.Column("payment_id", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("kind", AnyText(), nullable=False),
        sa.Column("label", AnyText(), nullable=False),
        sa.Column("balance", Money(), nullable=True),
        sa.CheckConstraint("balance >= 0", name=op.f("ck_payment_methods_balance_not_negative")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_payment_methods_customer_id")
        ),
        sa.PrimaryKeyConstraint("payment_id", name=op.f("pk_payment_methods")),
    )
    op.create_index(op.f("ix_payment_methods_customer_id"), "payment_methods", ["customer_id"], unique=False)
    op.create_table(
        "suggestions_shown",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("product_id", AnyText(), nullable=False),
        sa.Column("reason", AnyText(), nullable=False),
        sa.Column("shown", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_suggestions_shown_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.product_id"], name=op.f("fk_suggestions_shown_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestions_shown")),
    )
    op.create_index(
        op.f("ix_suggestions_shown_conversation"), "suggestions_shown", ["conversation"], unique=False
    )
    op.create_index(
        op.f("ix_suggestions_shown_customer_id"), "suggestions_shown", ["customer_id"], unique=False
    )
    op.create_table(
        "variants",
        sa.Column("sku", AnyText(), nullable=False),
        sa.Column("product_id", AnyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", AnyText(), nullable=False),
        sa.Column("size", AnyText(), nullable=False),
        sa.Column("price", Money(), nullable=False),
        sa.Column("list_price", Money(), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=False),
        sa.Column("updated", UtcDateTime(), nullable=False),
        sa.CheckConstraint("list_price >= price", name=op.f("ck_variants_list_price_not_below_price")),
        sa.CheckConstraint("price >= 0", name=op.f("ck_variants_price_not_negative")),
        sa.CheckConstraint("stock >= 0", name=op.f("ck_variants_stock_not_negative")),
        sa.ForeignKeyConstraint(["product_id"], ["products.product_id"], name=op.f("fk_variants_product_id")),
        sa.PrimaryKeyConstraint("sku", name=op.f("pk_variants")),
    )
    op.create_index(op.f("ix_variants_product_id"), "variants", ["product_id"], unique=False)
    op.create_table(
        "orders",
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("status", AnyText(), nullable=False),
        sa.Column("placed", UtcDateTime(), nullable=False),
        sa.Column("payment_id", AnyText(), nullable=False),
        sa.Column("delivery", AnyText(), nullable=False),
        sa.Column("delivery_cost", Money(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_orders_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment_methods.payment_id"], name=op.f("fk_orders_payment_id")
        ),
        sa.PrimaryKeyConstraint("order_number", name=op.f("pk_orders")),
    )
    op.create_index(op.f("ix_orders_customer_id_placed"), "orders", ["customer_id", "placed"], unique=False)
    op.create_table(
        "grants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=False),
        sa.Column("customer_id", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=True),
        sa.Column("strength", AnyText(), nullable=False),
        sa.Column("how", AnyText(), nullable=False),
        sa.Column("granted", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.customer_id"], name=op.f("fk_grants_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_grants_order_number")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
    )
    op.create_index(
        op.f("ix_grants_conversation_expires"), "grants", ["conversation", "expires"], unique=False
    )
    op.create_table(
        "returns",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("return_number", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("reason", AnyText(), nullable=False),
        sa.Column("status", AnyText(), nullable=False),
        sa.Column("goods", Money(), nullable=False),
        sa.Column("postage", Money(), nullable=False),
        sa.Column("refund", Money(), nullable=False),
        sa.Column("payment_id", AnyText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("received", UtcDateTime(), nullable=True),
        sa.Column("refunded", UtcDateTime(), nullable=True),
        sa.Column("idempotency_key", AnyText(), nullable=True),
        sa.CheckConstraint("refund >= 0", name=op.f("ck_returns_refund_not_negative")),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_returns_order_number")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment_methods.payment_id"], name=op.f("fk_returns_payment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returns")),
        sa.UniqueConstraint(
            "order_number", "idempotency_key", name=op.f("uq_returns_order_number_idempotency_key")
        ),
        sa.UniqueConstraint("return_number", name=op.f("uq_returns_return_number")),
    )
    op.create_index(op.f("ix_returns_order_number"), "returns", ["order_number"], unique=False)
    op.create_table(
        "shipments",
        sa.Column("shipment_id", AnyText(), nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("carrier", AnyText(), nullable=False),
        sa.Column("tracking_number", AnyText(), nullable=False),
        sa.Column("status", AnyText(), nullable=False),
        sa.Column("shipped", UtcDateTime(), nullable=True),
        sa.Column("expected", UtcDateTime(), nullable=True),
        sa.Column("delivered", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_shipments_order_number")
        ),
        sa.PrimaryKeyConstraint("shipment_id", name=op.f("pk_shipments")),
    )
    op.create_index(op.f("ix_shipments_order_number"), "shipments", ["order_number"], unique=False)
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("time", UtcDateTime(), nullable=False),
        sa.Column("conversation", AnyText(), nullable=True),
        sa.Column("customer_id", AnyText(), nullable=True),
        sa.Column("grant_id", sa.Integer(), nullable=True),
        sa.Column("action", AnyText(), nullable=False),
        sa.Column("subject", AnyText(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["grant_id"], ["grants.id"], name=op.f("fk_audit_entries_grant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
    )
    op.create_index(op.f("ix_audit_entries_customer_id"), "audit_entries", ["customer_id"], unique=False)
    op.create_table(
        "order_items",
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sku", AnyText(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", Money(), nullable=False),
        sa.Column("shipment_id", AnyText(), nullable=True),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_order_items_quantity_positive")),
        sa.ForeignKeyConstraint(
            ["order_number"], ["orders.order_number"], name=op.f("fk_order_items_order_number")
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipments.shipment_id"], name=op.f("fk_order_items_shipment_id")
        ),
        sa.ForeignKeyConstraint(["sku"], ["variants.sku"], name=op.f("fk_order_items_sku")),
        sa.PrimaryKeyConstraint("order_number", "line", name=op.f("pk_order_items")),
    )
    op.create_index(op.f("ix_order_items_shipment_id"), "order_items", ["shipment_id"], unique=False)
    op.create_index(op.f("ix_order_items_sku"), "order_items", ["sku"], unique=False)
    op.create_table(
        "tracking_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", AnyText(), nullable=False),
        sa.Column("time", UtcDateTime(), nullable=False),
        sa.Column("place", AnyText(), nullable=False),
        sa.Column("status", AnyText(), nullable=False),
        sa.Column("description", AnyText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipments.shipment_id"], name=op.f("fk_tracking_events_shipment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracking_events")),
    )
    op.create_index(op.f("ix_tracking_events_shipment_id"), "tracking_events", ["shipment_id"], unique=False)
    op.create_table(
        "return_items",
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_number", AnyText(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", Money(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_return_items_quantity_positive")),
        sa.ForeignKeyConstraint(
            ["order_number", "line"],
            ["order_items.order_number", "order_items.line"],
            name=op.f("fk_return_items_order_number_line"),
        ),
        sa.ForeignKeyConstraint(["return_id"], ["returns.id"], name=op.f("fk_return_items_return_id")),
        sa.PrimaryKeyConstraint("return_id", "line", name=op.f("pk_return_items")),
    )


def downgrade() -> None:
    op.drop_table("return_items")
    op.drop_index(op.f("ix_tracking_events_shipment_id"), table_name="tracking_events")
    op.drop_table("tracking_events")
    op.drop_index(op.f("ix_order_items_sku"), table_name="order_items")
    op.drop_index(op.f("ix_order_items_shipment_id"), table_name="order_items")
    op.drop_table("order_items")
    op.drop_index(op.f("ix_audit_entries_customer_id"), table_name="audit_entries")
    op.drop_table("audit_entries")
    op.drop_index(op.f("ix_shipments_order_number"), table_name="shipments")
    op.drop_table("shipments")
    op.drop_index(op.f("ix_returns_order_number"), table_name="returns")
    op.drop_table("returns")
    op.drop_index(op.f("ix_grants_conversation_expires"), table_name="grants")
    op.drop_table("grants")
    op.drop_index(op.f("ix_orders_customer_id_placed"), table_name="orders")
    op.drop_table("orders")
    op.drop_index(op.f("ix_variants_product_id"), table_name="variants")
    op.drop_table("variants")
    op.drop_index(op.f("ix_suggestions_shown_customer_id"), table_name="suggestions_shown")
    op.drop_index(op.f("ix_suggestions_shown_conversation"), table_name="suggestions_shown")
    op.drop_table("suggestions_shown")
    op.drop_index(op.f("ix_payment_methods_customer_id"), table_name="payment_methods")
    op.drop_table("payment_methods")
    op.drop_index(op.f("ix_interactions_product_id"), table_name="interactions")
    op.drop_index(op.f("ix_interactions_customer_id_time"), table_name="interactions")
    op.drop_index(op.f("ix_interactions_conversation"), table_name="interactions")
    op.drop_table("interactions")
    op.drop_index(
        "uq_handoffs_waiting",
        table_name="handoffs",
        sqlite_where=sa.text("status = 'waiting'"),
        postgresql_where=sa.text("status = 'waiting'"),
    )
    op.drop_index(op.f("ix_handoffs_status"), table_name="handoffs")
    op.drop_index(op.f("ix_handoffs_conversation"), table_name="handoffs")
    op.drop_table("handoffs")
    op.drop_table("consents")
    op.drop_table("shop_facts")
    op.drop_index(op.f("ix_products_type"), table_name="products")
    op.drop_index(op.f("ix_products_added"), table_name="products")
    op.drop_table("products")
    op.drop_index(op.f("ix_failed_proofs_time"), table_name="failed_proofs")
    op.drop_index(op.f("ix_failed_proofs_subject_time"), table_name="failed_proofs")
    op.drop_table("failed_proofs")
    op.drop_index(op.f("ix_customers_postcode_key"), table_name="customers")
    op.drop_index(op.f("ix_customers_email_key"), table_name="customers")
    op.drop_table("customers")
