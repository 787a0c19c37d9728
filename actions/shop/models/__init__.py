"""The tables. Money is `Decimal`, moments are aware and in UTC."""

from actions.shop.models.carts import CartItem
from actions.shop.models.columns import CENT, AnyText, Base, Money, UtcDateTime
from actions.shop.models.conversations import (
    AuditEntry,
    FailedProof,
    Grant,
    Handoff,
    OneTimeCode,
    ShopFact,
)
from actions.shop.models.customers import (
    Address,
    Alert,
    Behaviour,
    Consent,
    Customer,
    Interaction,
    PaymentKind,
    PaymentMethod,
    Purpose,
    SuggestionShown,
)
from actions.shop.models.orders import (
    Order,
    OrderItem,
    OrderStatus,
    ReturnStatus,
    Shipment,
    ShipmentStatus,
    TrackingEvent,
    Transaction,
    TransactionKind,
)
from actions.shop.models.products import Product, Variant
from actions.shop.models.service import OrderChange, Problem, ProblemItem, Return, ReturnItem

__all__ = [
    "CENT",
    "Address",
    "Alert",
    "AnyText",
    "AuditEntry",
    "Base",
    "Behaviour",
    "CartItem",
    "Consent",
    "Customer",
    "FailedProof",
    "Grant",
    "Handoff",
    "Interaction",
    "Money",
    "OneTimeCode",
    "Order",
    "OrderChange",
    "OrderItem",
    "OrderStatus",
    "PaymentKind",
    "PaymentMethod",
    "Problem",
    "ProblemItem",
    "Product",
    "Purpose",
    "Return",
    "ReturnItem",
    "ReturnStatus",
    "Shipment",
    "ShipmentStatus",
    "ShopFact",
    "SuggestionShown",
    "TrackingEvent",
    "Transaction",
    "TransactionKind",
    "UtcDateTime",
    "Variant",
]
