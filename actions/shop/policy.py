"""The shop's policy, `data/shop/policy.yml`, typed and checked. What a rule means for a case, the desks
decide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    model_validator,
)

from actions.shop.models.customers import PaymentKind
from actions.shop.yaml_file import YamlFileError, load_checked


class PolicyError(Exception):
    """The policy file is missing or wrong; says file, line and what is wrong."""


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
ProofField = Literal["email", "person_name", "postcode", "order_number"]
Strength = Literal["guest_proof", "signed_in"]


class Section(BaseModel):
    """A part of the policy: unchangeable, and a name it does not know is an error, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NotReturnable(Section):
    """What is never taken back, by product type or category, and the reason code of each."""

    types: tuple[str, ...] = ()
    because: Mapping[str, str] = {}

    @model_validator(mode="after")
    def _reasons_match(self) -> Self:
        if different := set(self.types) ^ set(self.because):
            raise ValueError(
                f"each of `types` needs its reason in `because`, and no other: {sorted(different)}"
            )
        return self


class ReturnReason(Section):
    """Whose fault it is that something comes back: that side pays the postage."""

    fault: Literal["customer", "shop"]


class Postage(Section):
    """What sending back costs; `deducted_from` the refund where the customer pays."""

    cost: Amount
    deducted_from: Literal["refund"] | None = None

    @property
    def deduction(self) -> Decimal:
        return self.cost if self.deducted_from else Decimal(0)


class PostageRates(Section):
    customer: Postage
    shop: Postage
    exchange: Postage


class ReturnRules(Section):
    """When what can be returned. A type's window wins over its category's; a null window never ends."""

    window_days: Mapping[str, NonNegativeInt | None]
    not_returnable: NotReturnable = NotReturnable()
    reasons: Annotated[Mapping[str, ReturnReason], Field(min_length=1)]
    postage: PostageRates
    statuses: tuple[str, ...]
    otherwise: tuple[str, ...]

    @model_validator(mode="after")
    def _has_default(self) -> Self:
        if "default" not in self.window_days:
            raise ValueError("`window_days` needs a `default`")
        return self

    def window(self, type: str, category: str) -> int | None:
        """Days from delivery in which a product can go back; None for ever."""
        for name in (type, category):
            if name in self.window_days:
                return self.window_days[name]
        return self.window_days["default"]

    def never_because(self, type: str, category: str) -> str | None:
        """The reason code for which such a product is never taken back, or None where it is."""
        return self.not_returnable.because.get(type) or self.not_returnable.because.get(category)

    def deduction(self, reason: str) -> Decimal:
        """The postage that a return for this reason takes off the refund."""
        rate: Postage = getattr(self.postage, self.reasons[reason].fault)
        return rate.deduction


class RefundTime(Section):
    """How long the money takes, counted from the moment it `starts`: the request or the parcel's arrival."""

    working_days: Span
    starts: Literal["requested", "received"]


class ChangeRules(Section):
    """Until when an order can be changed, and in which ways."""

    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    refund_starts: Literal["cancelled"]


class DeliveryRate(Section):
    """Cost and working days of a delivery option to one country."""

    cost: Amount
    days: Span
    free_over: Amount | None = None


class DeliveryOption(Section):
    countries: Annotated[Mapping[str, DeliveryRate], Field(min_length=1)]


class PostOfficeBoxes(Section):
    options: tuple[str, ...]
    carrier: str


class Delivery(Section):
    """How orders are sent."""

    cut_off: TimeOfDay
    time_zone: ZoneInfo
    working_days: Weekdays
    options: Annotated[Mapping[str, DeliveryOption], Field(min_length=1)]
    carriers: tuple[str, ...]
    po_boxes: PostOfficeBoxes | None = None
    pickup_days: PositiveInt | None = None
    lost_after_working_days: PositiveInt | None = None
    """Without news for so long a parcel counts as lost; without this, only when the carrier says so."""

    def rate(self, option: str, country: str) -> DeliveryRate | None:
        """The option's rate to a country, or None where it does not go there."""
        known = self.options.get(option)
        return known.countries.get(country) if known else None


class Identity(Section):
    """How people prove who they are, and what happens to those who can't."""

    proofs: Annotated[tuple[Annotated[tuple[ProofField, ...], Field(min_length=1)], ...], Field(min_length=1)]
    needed_for: Mapping[str, Strength]
    attempts: PositiveInt
    locked_minutes: PositiveInt
    grant_minutes: PositiveInt
    customer_attempts_before_slowdown: PositiveInt


class Service(Section):
    """When people answer."""

    hours: tuple[TimeOfDay, TimeOfDay]
    days: Weekdays
    time_zone: ZoneInfo
    email: str
    reply_working_days: NonNegativeInt

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.hours[0] >= self.hours[1]:
            raise ValueError("service opens before it closes")
        return self


class Policy(Section):
    """Every rule of the shop. `Policy.load(settings().data_folder / "shop" / "policy.yml")`."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    returns: ReturnRules
    refunds: Mapping[PaymentKind, RefundTime]
    changes: ChangeRules
    delivery: Delivery
    identity: Identity
    service: Service

    @model_validator(mode="after")
    def _every_kind_is_refunded(self) -> Self:
        if missing := set(PaymentKind) - set(self.refunds):
            raise ValueError(f"`refunds` says nothing about {', '.join(sorted(missing))}")
        return self

    @classmethod
    def load(cls, path: Path) -> Policy:
        """Read and check a policy file. Raises `PolicyError`, which names every mistake with its line."""
        try:
            return load_checked(path, cls)
        except YamlFileError as error:
            raise PolicyError(str(error)) from error
