"""The whole demo shop, from the seed to the bytes of its CSV files."""

from __future__ import annotations

from . import rows
from .files import as_csv
from .orders import place_orders
from .people import people
from .shopping import Shelf
from .stocking import products
from .visits import interactions


def shop_files() -> dict[str, bytes]:
    """File name → content of every CSV file, always the same."""
    stock = list(products())
    shelf = Shelf(stock)
    customers = people()
    ledger = place_orders(customers, shelf)
    return {
        "products.csv": as_csv(rows.Product, [product for product, _ in stock]),
        "variants.csv": as_csv(rows.Variant, [variant for _, variants in stock for variant in variants]),
        "customers.csv": as_csv(rows.Customer, [person.customer for person in customers]),
        "payment_methods.csv": as_csv(
            rows.PaymentMethod, [payment for person in customers for payment in person.payments]
        ),
        "orders.csv": as_csv(rows.Order, ledger.orders),
        "order_items.csv": as_csv(rows.OrderItem, ledger.items),
        "shipments.csv": as_csv(rows.Shipment, ledger.shipments),
        "tracking_events.csv": as_csv(rows.TrackingEvent, ledger.events),
        "interactions.csv": as_csv(rows.Interaction, interactions(customers, shelf, ledger)),
    }
