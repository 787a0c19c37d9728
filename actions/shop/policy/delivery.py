"""How orders are sent: from where, by when, at what cost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, NonNegativeInt, PositiveInt, model_validator

from actions.shop.policy.values import Amount, Section, Span, TimeOfDay, Weekdays


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return value


AddressField = Literal["street", "street_2", "city", "state", "postcode"]
Pattern = Annotated[str, AfterValidator(_pattern)]


class DeliveryRate(Section):
    """Cost and working days of a delivery option to one country."""

    cost: Amount
    days: Span
    free_over: Amount | None = None


class DeliveryOption(Section):
    countries: Annotated[Mapping[str, DeliveryRate], Field(min_length=1)]
    carriers: tuple[str, ...] = ()
    """Who brings it; any of the shop's carriers where none is named."""


class PostOfficeBoxes(Section):
    """How a post office box is known by the words in its address, and what reaches it."""

    words: Annotated[tuple[str, ...], Field(min_length=1)]
    options: tuple[str, ...]
    carrier: str

    def is_box(self, street: str) -> bool:
        """Whether a street line is a post office box; full stops and spaces between the letters don't matter."""
        letters = (re.sub(r"[\s.]", "", word) for word in self.words)
        written = (r"\b" + r"[\s.]*".join(map(re.escape, word)) + r"\b" for word in letters)
        return any(re.search(pattern, street, re.IGNORECASE) for pattern in written)


class Warehouse(Section):
    """A place that orders are sent from; what it does not say is as for the shop as a whole."""

    keeps: tuple[str, ...] = ()
    """Product types and categories that are sent from here; one warehouse names none and keeps all the rest."""
    handling_days: NonNegativeInt = 0
    """Working days to pack, beside those on the road."""
    cut_off: TimeOfDay | None = None
    time_zone: ZoneInfo | None = None
    working_days: Weekdays | None = None


class Delivery(Section):
    """How orders are sent."""

    cut_off: TimeOfDay
    time_zone: ZoneInfo
    working_days: Weekdays
    warehouses: Mapping[str, Warehouse] = {"": Warehouse()}
    options: Annotated[Mapping[str, DeliveryOption], Field(min_length=1)]
    carriers: tuple[str, ...]
    po_boxes: PostOfficeBoxes | None = None
    pickup_days: PositiveInt | None = None
    address_needs: Mapping[str, tuple[AddressField, ...]] = {"default": ("street", "city", "postcode")}
    """Country → what an address there must have; `default` for the others."""
    postcodes: Mapping[str, Pattern] = {}
    """Country → a regular expression that its postcodes match; any postcode where there is none."""
    lost_after_working_days: PositiveInt | None = None
    """Without news for so long a parcel counts as lost; without this, only when the carrier says so."""

    @model_validator(mode="after")
    def _one_keeps_the_rest(self) -> Self:
        if sum(not warehouse.keeps for warehouse in self.warehouses.values()) != 1:
            raise ValueError("exactly one of `warehouses` names nothing in `keeps`: it keeps all the rest")
        return self

    @model_validator(mode="after")
    def _every_country_needs_something(self) -> Self:
        if "default" not in self.address_needs:
            raise ValueError("`address_needs` needs a `default`")
        return self

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        boxes = self.po_boxes
        for option in boxes.options if boxes else ():
            if option not in self.options:
                raise ValueError(f"`po_boxes` names an option that there is not: {option}")
        named = {carrier for option in self.options.values() for carrier in option.carriers}
        if unknown := (named | ({boxes.carrier} if boxes else set())) - set(self.carriers):
            raise ValueError(f"`carriers` does not have {', '.join(sorted(unknown))}")
        return self

    @property
    def countries(self) -> frozenset[str]:
        """Every country that something is delivered to."""
        return frozenset(country for option in self.options.values() for country in option.countries)

    def rate(self, option: str, country: str) -> DeliveryRate | None:
        """The option's rate to a country, or None where it does not go there."""
        known = self.options.get(option)
        return known.countries.get(country) if known else None

    def reaching(self, country: str) -> tuple[str, ...]:
        """The options that go to a country, in the policy's order."""
        return tuple(name for name, option in self.options.items() if country in option.countries)

    def lacking(self, country: str, given: Mapping[str, str]) -> tuple[str, ...]:
        """What an address in the country must have and lacks; blank is lacking."""
        needed = self.address_needs.get(country, self.address_needs["default"])
        return tuple(name for name in needed if not given[name].strip())

    def is_postcode(self, country: str, postcode: str) -> bool:
        """Whether the country can have such a postcode."""
        return re.fullmatch(self.postcodes.get(country, ".*"), postcode.strip()) is not None

    def warehouse(self, type: str, category: str) -> str:
        """The name of the warehouse that a product is sent from; a type wins over its category."""
        for name in (type, category):
            for key, warehouse in self.warehouses.items():
                if name in warehouse.keeps:
                    return key
        return next(key for key, warehouse in self.warehouses.items() if not warehouse.keeps)
