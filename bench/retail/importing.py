"""From tau2's retail JSON to Aisle's tables. With `exporting`, the way there and back loses nothing.

The shop keeps no moments and no numbers of pieces: orders are dated in the order in which their customer has them,
what is available is there in plenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.exc import IntegrityError

from actions.shop.clock import Clock
from actions.shop.models import (
    Base,
    Customer,
    Order,
    OrderItem,
    OrderStatus,
    PaymentMethod,
    Product,
    Shipment,
    ShipmentStatus,
    Transaction,
    Variant,
)
from actions.shop.session import Sessions

Json = dict[str, Any]

PLENTY = 1_000
"""Pieces of a variant that is available."""
STATUSES = {
    "pending": OrderStatus.PENDING,
    "processed": OrderStatus.PROCESSING,
    "delivered": OrderStatus.DELIVERED,
    "cancelled": OrderStatus.CANCELLED,
}
COUNTRIES = {"USA": "US"}
"""The shop's names of countries → ISO 3166."""
OPTIONS = {"color": "colour", "size": "size"}
"""Options of a variant that have columns of their own."""


class NotThisShop(Exception):
    """The JSON is not a shop of that form; says what was not understood."""


def import_shop(db: Json, sessions: Sessions, clock: Clock) -> None:
    """Fill an empty database. Raises `NotThisShop` without having written anything."""
    now = clock.now()
    try:
        rows = [*_products(db, now), *_customers(db, now), *_orders(db, now)]
        with sessions.writing() as session:
            for table in Base.metadata.sorted_tables:
                session.add_all(row for row in rows if row.__tablename__ == table.name)
                session.flush()
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise NotThisShop(f"Not a shop of tau2's retail form: {error!r}.") from error
    except IntegrityError as error:
        raise NotThisShop(f"A shop that contradicts itself: {error.orig}.") from error


def order_number(order_id: str) -> str:
    """`#W1234567` as it is stored here."""
    return order_id.removeprefix("#")


def address_columns(address: Mapping[str, str]) -> dict[str, str]:
    """The shop's address as our columns. Raises `KeyError` for a country that the shop does not have."""
    return {
        "street": address["address1"],
        "street_2": address["address2"],
        "city": address["city"],
        "state": address["state"],
        "postcode": address["zip"],
        "country": COUNTRIES[address["country"]],
    }


def _products(db: Json, now: datetime) -> Iterator[Base]:
    for product in db["products"].values():
        yield Product(
            product_id=product["product_id"],
            title=product["name"],
            type=product["name"].lower(),
            brand="",
            category="",
            description="",
            material="",
            features=[],
            specs={},
            rating=None,
            rating_count=0,
            added=now,
        )
        for position, variant in enumerate(product["variants"].values()):
            options = variant["options"]
            price = Decimal(str(variant["price"]))
            yield Variant(
                sku=variant["item_id"],
                product_id=product["product_id"],
                position=position,
                **{ours: options.get(theirs, "") for theirs, ours in OPTIONS.items()},
                options={name: value for name, value in options.items() if name not in OPTIONS},
                price=price,
                list_price=price,
                stock=PLENTY if variant["available"] else 0,
            )


def _customers(db: Json, now: datetime) -> Iterator[Base]:
    for user in db["users"].values():
        yield Customer(
            customer_id=user["user_id"],
            first_name=user["name"]["first_name"],
            last_name=user["name"]["last_name"],
            email=user["email"],
            phone="",
            **address_columns(user["address"]),
            joined=now,
            locale="en_US",
        )
        for method in user["payment_methods"].values():
            yield _payment_method(method, user["user_id"])


def _payment_method(method: Json, customer_id: str) -> PaymentMethod:
    kind, label, balance = method["source"], "PayPal", None
    if kind == "credit_card":
        kind, label = "card", f"{method['brand'].title()} ending {method['last_four']}"
    elif kind == "gift_card":
        label, balance = f"Gift card ending {method['id'][-4:]}", Decimal(str(method["balance"]))
    return PaymentMethod(
        payment_id=method["id"], customer_id=customer_id, kind=kind, label=label, balance=balance
    )


def _orders(db: Json, now: datetime) -> Iterator[Base]:
    for user in db["users"].values():
        for age, order_id in enumerate(reversed(user["orders"]), 1):
            yield from _order(db["orders"][order_id], now - timedelta(days=10 * age))


def _order(order: Json, placed: datetime) -> Iterator[Base]:
    number, status = order_number(order["order_id"]), STATUSES[order["status"]]
    yield Order(
        order_number=number,
        customer_id=order["user_id"],
        status=status,
        placed=placed,
        payment_id=order["payment_history"][0]["payment_method_id"],
        delivery="standard",
        delivery_cost=Decimal(0),
        **address_columns(order["address"]),
    )
    arrived = placed + timedelta(days=5) if status is OrderStatus.DELIVERED else None
    parcels: list[tuple[str, str]] = []
    for fulfillment in order["fulfillments"]:
        tracking = " ".join(fulfillment["tracking_id"])
        parcels += [(item_id, f"{number}-{tracking}") for item_id in fulfillment["item_ids"]]
        yield Shipment(
            shipment_id=f"{number}-{tracking}",
            order_number=number,
            carrier="",
            tracking_number=tracking,
            status=ShipmentStatus.DELIVERED if arrived else ShipmentStatus.PACKED,
            shipped=placed + timedelta(days=1) if arrived else None,
            expected=arrived,
            delivered=arrived,
        )
    for line, item in enumerate(order["items"], 1):
        parcel = next((parcel for parcel in parcels if parcel[0] == item["item_id"]), None)
        if parcel:
            parcels.remove(parcel)
        yield OrderItem(
            order_number=number,
            line=line,
            sku=item["item_id"],
            quantity=1,
            unit_price=Decimal(str(item["price"])),
            shipment_id=parcel[1] if parcel else None,
        )
    for entry in order["payment_history"]:
        yield Transaction(
            order_number=number,
            kind=entry["transaction_type"],
            amount=Decimal(str(entry["amount"])),
            payment_id=entry["payment_method_id"],
            time=placed,
        )
