"""The demo shop's CSV files, read once for the tests of them."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOP = ROOT / "data" / "shop"
Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    with (SHOP / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PRODUCTS, VARIANTS, CUSTOMERS, PAYMENTS = map(read, ("products", "variants", "customers", "payment_methods"))
ORDERS, ITEMS, SHIPMENTS, EVENTS = map(read, ("orders", "order_items", "shipments", "tracking_events"))
INTERACTIONS = read("interactions")

PRODUCT = {row["product_id"]: row for row in PRODUCTS}
VARIANT = {row["sku"]: row for row in VARIANTS}
ORDER = {row["order_number"]: row for row in ORDERS}


def grouped(rows: Rows, column: str) -> dict[str, Rows]:
    groups: defaultdict[str, Rows] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


ITEMS_OF, SHIPMENTS_OF = grouped(ITEMS, "order_number"), grouped(SHIPMENTS, "order_number")
EVENTS_OF, VARIANTS_OF = grouped(EVENTS, "shipment_id"), grouped(VARIANTS, "product_id")
