"""What every part of the policy is made of: exact amounts, spans of days, times of day, names of statuses."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, NonNegativeInt

from actions.shop.models.orders import OrderStatus


def _span(value: tuple[int, int]) -> tuple[int, int]:
    if value[0] > value[1]:
        raise ValueError("the first number of a pair is the smaller one")
    return value


def _time_of_day(value: object) -> object:
    if isinstance(value, int | float):
        raise ValueError('put the time in quotes, such as "14:00", or YAML reads a number')
    return value


def _amount(value: object) -> object:
    if isinstance(value, float):
        raise ValueError('put the amount in quotes, such as "5.95", or it is not exact')
    return value


Amount = Annotated[Decimal, BeforeValidator(_amount), Field(ge=0, decimal_places=2)]
Span = Annotated[tuple[NonNegativeInt, NonNegativeInt], AfterValidator(_span)]
"""At least and at most."""
TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Weekdays = Annotated[tuple[Weekday, ...], Field(min_length=1)]
Statuses = tuple[OrderStatus, ...]
PaymentChoice = Literal["original", "gift_card", "any"]
"""Which of the customer's payment methods may be named: the one of the order, any gift card, or each of them."""
PaymentChoices = Annotated[tuple[PaymentChoice, ...], Field(min_length=1)]


class Section(BaseModel):
    """A part of the policy: unchangeable, and a name it does not know is an error, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)
