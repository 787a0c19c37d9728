"""The rows of the shop's CSV files. A field's name is its column, the fields' order is the columns' order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """One product page. `features` are lower-case words, `specs` name → value with the unit in the name;
    `rating` is empty until somebody has rated it.
    """

    product_id: str
    title: str
    type: str
    brand: str
    category: str
    description: str
    material: str
    features: tuple[str, ...]
    specs: dict[str, int | float | str]
    rating: float | None
    rating_count: int
    added: float


@dataclass(frozen=True, slots=True)
class Variant:
    """What is bought: one colour and size of a product. `list_price` is the higher price before an offer."""

    sku: str
    product_id: str
    colour: str
    size: str
    price: float
    list_price: float | None
    stock: int


@dataclass(frozen=True, slots=True)
class Customer:
    customer_id: str
    first_name: str
    last_name: str
    email: str
    phone: str
    street: str
    city: str
    state: str
    postcode: str
    country: str
    joined: float
    locale: str


@dataclass(frozen=True, slots=True)
class PaymentMethod:
    """`kind` is card, paypal or gift_card; only a gift card has a balance (dollars)."""

    payment_id: str
    customer_id: str
    kind: str
    label: str
    balance: float | None


@dataclass(frozen=True, slots=True)
class Order:
    order_number: int
    customer_id: str
    status: str
    placed: float
    payment_id: str
    delivery: str
    delivery_cost: float


@dataclass(frozen=True, slots=True)
class OrderItem:
    """`shipment_id` is empty until the parcel is packed."""

    order_number: int
    line: int
    sku: str
    quantity: int
    unit_price: float
    shipment_id: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """`status` is packed, in_transit, out_for_delivery, delivered or lost. `shipped` and `delivered`
    are empty until then.
    """

    shipment_id: str
    order_number: int
    carrier: str
    tracking_number: str
    status: str
    shipped: float | None
    expected: float
    delivered: float | None


@dataclass(frozen=True, slots=True)
class TrackingEvent:
    shipment_id: str
    time: float
    place: str
    status: str
    description: str


@dataclass(frozen=True, slots=True)
class Interaction:
    """What a customer did with a product: Browse, AddToCart, Buy or Rate."""

    UserID: str
    ItemID: str
    Behavior: str
    Time: float
