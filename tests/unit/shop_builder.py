"""A handful of rows, put together in a test's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count, product
from typing import Any

from sqlalchemy import func, select

from actions.shop.clock import FixedClock
from actions.shop.csv_rows import ADDRESS
from actions.shop.models import (
    Base,
    Customer,
    Order,
    OrderItem,
    PaymentMethod,
    Product,
    Shipment,
    TrackingEvent,
    Transaction,
    Variant,
)
from actions.shop.policy import Policy
from actions.shop.session import Sessions


@dataclass
class ShopBuilder:
    """Adds rows to an empty database. Every method commits and answers with the key of what it added."""

    sessions: Sessions
    clock: FixedClock
    policy: Policy
    _numbers: Any = field(default_factory=lambda: count(1))

    def ago(self, days: float) -> datetime:
        return self.clock.now() - timedelta(days=days)

    def product(
        self, type: str = "jacket", category: str = "clothing", price: str = "100.00", **facts: Any
    ) -> str:
        """A product with one variant for each of `colours`, `sizes` and `options`; its first SKU is the product's id
        and `-1`."""
        number = next(self._numbers)
        product_id = f"T{number:04}"
        colours, sizes = facts.pop("colours", ("blue",)), facts.pop("sizes", ("M",))
        stock, list_price = facts.pop("stock", 5), facts.pop("list_price", price)
        options = facts.pop("options", ({},))
        shown = Product(
            product_id=product_id,
            type=type,
            category=category,
            **{
                "title": f"{type.title()} {number}",
                "brand": "Tarn Basics",
                "description": "",
                "material": "",
                "features": [],
                "specs": {},
                "rating": 4.5,
                "rating_count": 12,
                "added": self.ago(100),
            }
            | facts,
        )
        looks = list(product(colours, sizes, options))
        variants = [
            Variant(
                sku=f"{product_id}-{place + 1}",
                product_id=product_id,
                position=place,
                colour=colour,
                size=size,
                options=dict(others),
                price=Decimal(price),
                list_price=Decimal(list_price),
                stock=stock,
            )
            for place, (colour, size, others) in enumerate(looks)
        ]
        self._add(shown, *variants)
        return product_id

    def customer(self, first_name: str = "Ann", last_name: str = "Becker", **facts: Any) -> str:
        """A customer in Boulder with a card, a PayPal account and a gift card (`<id>-card` …)."""
        customer_id = f"C{next(self._numbers):04}"
        customer = Customer(
            customer_id=customer_id,
            first_name=first_name,
            last_name=last_name,
            **{
                "email": f"{first_name}.{customer_id}@example.com".lower(),
                "phone": "",
                "street": "1 Pearl Street",
                "city": "Boulder",
                "state": "CO",
                "postcode": "80302",
                "country": "US",
                "joined": self.ago(400),
                "locale": "en_US",
            }
            | facts,
        )
        methods = {"card": "Visa ending 4242", "paypal": "PayPal", "gift_card": "Gift card ending 7305"}
        self._add(
            customer,
            *(
                PaymentMethod(
                    payment_id=f"{customer_id}-{kind}",
                    customer_id=customer_id,
                    kind=kind,
                    label=label,
                    balance=Decimal("25.00") if kind == "gift_card" else None,
                )
                for kind, label in methods.items()
            ),
        )
        return customer_id

    def order(
        self,
        customer_id: str,
        lines: Sequence[tuple[str, int]],
        status: str = "delivered",
        delivered: float | None = 5,
        **facts: Any,
    ) -> str:
        """An order of (product id, pieces) lines, paid, all in one parcel; `delivered` is days ago, None for
        no parcel."""
        number = facts.pop("order_number", None) or str(1000 + next(self._numbers))
        payment = facts.pop("payment", "card")
        with self.sessions.reading() as session:
            customer = session.get(Customer, customer_id)
            home = {name: getattr(customer, name, "") for name in ADDRESS}
        order = Order(
            order_number=number,
            customer_id=customer_id,
            status=status,
            payment_id=f"{customer_id}-{payment}",
            **{
                "placed": self.ago((delivered or 0) + 4),
                "delivery": "standard",
                "delivery_cost": Decimal("4.95"),
                **home,
            }
            | facts,
        )
        parcel = f"S{number}" if delivered is not None else None
        rows: list[Base] = [order]
        if parcel:
            arrived = self.ago(delivered or 0)
            rows.append(self._parcel(parcel, number, arrived, "delivered", arrived))
        with self.sessions.reading() as session:
            for line, (product_id, pieces) in enumerate(lines, 1):
                variant = session.get_one(Variant, f"{product_id}-1")
                rows.append(
                    OrderItem(
                        order_number=number,
                        line=line,
                        sku=variant.sku,
                        quantity=pieces,
                        unit_price=variant.price,
                        shipment_id=parcel,
                    )
                )
            goods = sum(row.unit_price * row.quantity for row in rows if isinstance(row, OrderItem))
        if paid := goods + order.delivery_cost:
            rows.append(
                Transaction(
                    order_number=number,
                    kind="payment",
                    amount=paid,
                    payment_id=order.payment_id,
                    time=order.placed,
                )
            )
        self._add(*rows)
        return number

    def parcel(
        self,
        order_number: str,
        expected: float,
        lines: Sequence[int] = (1,),
        status: str = "in_transit",
        **facts: Any,
    ) -> str:
        """A parcel on its way with these lines; `expected` and `news` (of the last event) are days from
        now."""
        shipment_id = f"S{order_number}-{next(self._numbers)}"
        news = self.clock.now() + timedelta(days=facts.pop("news", -1))
        due = self.clock.now() + timedelta(days=expected)
        self._add(
            self._parcel(shipment_id, order_number, due, status, None),
            TrackingEvent(
                shipment_id=shipment_id,
                time=news,
                place="Denver, CO",
                status="in_transit",
                description="On its way",
            ),
        )
        with self.sessions.writing() as session:
            for line in lines:
                session.get_one(OrderItem, (order_number, line)).shipment_id = shipment_id
        return shipment_id

    def count(self, table: type[Base]) -> int:
        with self.sessions.reading() as session:
            return session.scalars(select(func.count()).select_from(table)).one()

    def change(self, table: type[Base], key: Any, **values: Any) -> None:
        """Change a row that is there."""
        with self.sessions.writing() as session:
            row = session.get_one(table, key)
            for name, value in values.items():
                setattr(row, name, value)

    def _parcel(
        self, shipment_id: str, order_number: str, expected: datetime, status: str, delivered: datetime | None
    ) -> Shipment:
        return Shipment(
            shipment_id=shipment_id,
            order_number=order_number,
            carrier="UPS",
            tracking_number="1Z0001",
            status=status,
            shipped=self.ago(3) if delivered is None else delivered - timedelta(days=3),
            expected=expected,
            delivered=delivered,
        )

    def _add(self, *rows: Base) -> None:
        with self.sessions.writing() as session:
            for row in rows:
                session.add(row)
                session.flush()
