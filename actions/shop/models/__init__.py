"""The tables. Money is `Decimal`, moments are aware and in UTC."""

from actions.shop.models.columns import CENT, AnyText, Base, Money, UtcDateTime
from actions.shop.models.conversations import AuditEntry, FailedProof, Grant, Handoff, ShopFact
from actions.shop.models.customers import (
    Behaviour,
    Consent,
    Customer,
    Interaction,
    PaymentKind,
    PaymentMethod,
    SuggestionShown,
)
from actions.shop.models.orders import (
    Order,
    OrderItem,
    OrderStatus,
    Return,
    ReturnItem,
    ReturnStatus,
    Shipment,
    ShipmentStatus,
    TrackingEvent,
)
from actions.shop.models.products import Product, Variant

__all__ = [
    "CENT",
    "AnyText",
    "AuditEntry",
    "Base",
    "Behaviour",
    "Consent",
    "Customer",
    "FailedProof",
    "Grant",
    "Handoff",
    "Interaction",
    "Money",
    "Order",
    "OrderItem",
    "OrderStatus",
    "PaymentKind",
    "PaymentMethod",
    "Product",
    "Return",
    "ReturnItem",
    "ReturnStatus",
    "Shipment",
    "ShipmentStatus",
    "ShopFact",
    "SuggestionShown",
    "TrackingEvent",
    "UtcDateTime",
    "Variant",
]
