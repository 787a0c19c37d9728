"""The columns of the shop's CSV files, each row checked and turned into a table's values.

A moment is a date and time (ISO 8601) or a number: days relative to the seeding, negative in the past, so
that a demo shop never grows old.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from actions.shop.models import Behaviour, OrderStatus, PaymentKind, ShipmentStatus
from actions.shop.order_numbers import plain_order_number


def _moment(value: str, info: ValidationInfo) -> datetime:
    """A date by ISO 8601, `20260501` too; or else a number of days, counted from the first import."""
    seeded: datetime = (info.context or {})["seeded"]
    try:
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError:
        pass
    try:
        return seeded + timedelta(days=float(value))
    except ValueError:
        raise ValueError("neither a date such as 2026-05-01T14:30:00Z nor a number of days") from None
    except OverflowError:
        raise ValueError("so many days are no date") from None


def _or_none(value: str | None) -> str | None:
    return value or None


def _specs(value: str) -> Any:
    return json.loads(value) if value else {}


def _words(value: str) -> list[str]:
    return [word.strip() for word in value.split(";") if word.strip()]


Text = Annotated[str, StringConstraints(min_length=1)]
OrderNumber = Annotated[Text, BeforeValidator(plain_order_number)]
Amount = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Email = Annotated[str, StringConstraints(pattern=r"^\S+@\S+$")]
ADDRESS = ("street", "street_2", "city", "state", "postcode", "country")
Country = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]


class Row(BaseModel):
    """One row; its fields are the columns, those with a default may be left out."""

    model_config = ConfigDict(str_strip_whitespace=True, populate_by_name=True)

    def values(self) -> dict[str, Any]:
        """The table's columns that the row gives."""
        return self.model_dump()


class ProductRow(Row):
    product_id: Text
    title: Text
    type: Text
    brand: Text
    category: Text
    description: str
    material: str
    features: Annotated[list[str], BeforeValidator(_words)]
    specs: Annotated[Mapping[str, int | float | str], BeforeValidator(_specs)]
    rating: Annotated[Annotated[float, Field(ge=0, le=5)] | None, BeforeValidator(_or_none)]
    rating_count: NonNegativeInt
    added: Moment
    promoted: bool = False


class VariantRow(Row):
    sku: Text
    product_id: Text
    colour: str
    size: str
    price: Amount
    list_price: Annotated[Amount | None, BeforeValidator(_or_none)]
    stock: NonNegativeInt
    options: Annotated[Mapping[str, str], BeforeValidator(_specs)] = {}

    @model_validator(mode="after")
    def _no_negative_offer(self) -> Self:
        if self.list_price is not None and self.list_price < self.price:
            raise ValueError("list_price is below price")
        return self

    def values(self) -> dict[str, Any]:
        return self.model_dump() | {"list_price": self.price if self.list_price is None else self.list_price}


class CustomerRow(Row):
    customer_id: Text
    first_name: Text
    last_name: Text
    email: Email
    phone: str
    street: str
    street_2: str = ""
    city: str
    state: str
    postcode: str
    country: Country
    joined: Moment
    locale: Text


class PaymentMethodRow(Row):
    payment_id: Text
    customer_id: Text
    kind: PaymentKind
    label: Text
    balance: Annotated[Amount | None, BeforeValidator(_or_none)]

    @model_validator(mode="after")
    def _only_gift_cards_hold_money(self) -> Self:
        if (self.balance is not None) != (self.kind is PaymentKind.GIFT_CARD):
            raise ValueError("a gift card has a balance, and nothing else has")
        return self


class OrderRow(Row):
    order_number: OrderNumber
    customer_id: Text
    status: OrderStatus
    placed: Moment
    payment_id: Text
    delivery: Text
    delivery_cost: Amount
    street: str = ""
    street_2: str = ""
    city: str = ""
    state: str = ""
    postcode: str = ""
    country: Annotated[Country | None, BeforeValidator(_or_none)] = None

    @model_validator(mode="after")
    def _a_whole_address_or_none(self) -> Self:
        given = [bool(part) for part in (self.street, self.city, self.postcode, self.country)]
        if any(given) and not all(given):
            raise ValueError("an address has a street, city, postcode and country")
        return self

    def values(self) -> dict[str, Any]:
        """An order with no address of its own goes to its customer's; the importer knows that one."""
        return self.model_dump(exclude=None if self.street else set(ADDRESS))


class ShipmentRow(Row):
    shipment_id: Text
    order_number: OrderNumber
    carrier: Text
    tracking_number: Text
    status: ShipmentStatus
    shipped: Annotated[Moment | None, BeforeValidator(_or_none)]
    expected: Annotated[Moment | None, BeforeValidator(_or_none)]
    delivered: Annotated[Moment | None, BeforeValidator(_or_none)]


class OrderItemRow(Row):
    order_number: OrderNumber
    line: PositiveInt
    sku: Text
    quantity: PositiveInt
    unit_price: Amount
    shipment_id: Annotated[str | None, BeforeValidator(_or_none)]


class TrackingEventRow(Row):
    shipment_id: Text
    time: Moment
    place: str
    status: Text
    description: Text


class InteractionRow(Row):
    customer_id: Text = Field(alias="UserID")
    product_id: Text = Field(alias="ItemID")
    behaviour: Behaviour = Field(alias="Behavior")
    time: Moment = Field(alias="Time")
