"""What can go back, be exchanged or be put right, and what is paid for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, model_validator

from actions.shop.policy.values import Amount, PaymentChoices, Section, Span, Statuses


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
    unsaid: str | None = None
    """The reason that counts where somebody would rather not say one; None where one has to be given."""
    postage: PostageRates
    statuses: Statuses
    refund_to: PaymentChoices
    once: bool
    """Whether an order with a standing return or exchange takes no further one."""
    call_off: bool = False
    """Whether a return can be called off until its parcel has arrived or its money was paid back."""
    otherwise: tuple[str, ...]

    @model_validator(mode="after")
    def _has_default(self) -> Self:
        if "default" not in self.window_days:
            raise ValueError("`window_days` needs a `default`")
        return self

    @model_validator(mode="after")
    def _knows_unsaid(self) -> Self:
        if self.unsaid is not None and self.unsaid not in self.reasons:
            raise ValueError(f"`unsaid` is none of the `reasons`: {self.unsaid}")
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

    def deduction(self, reasons: Iterable[str]) -> Decimal:
        """The postage that a return for these reasons takes off the refund: what goes back by the shop's fault takes
        the rest of its parcel along."""
        rates: list[Postage] = [getattr(self.postage, self.reasons[reason].fault) for reason in reasons]
        return min(rate.deduction for rate in rates)


class ExchangeRules(Section):
    """When what can be exchanged for another variant; windows and what never goes back are those of returns."""

    statuses: Statuses
    same_variant: bool
    """Whether it can be exchanged for the very same again, such as a faulty one."""
    difference_by: PaymentChoices
    """By which methods a difference in price is paid or refunded."""
    settled: Literal["requested", "received"]
    """When the difference moves: with the request, or by the warehouse when the item has come back."""
    call_off: bool = False
    """Whether an exchange can be called off until the parcel with what goes back has arrived."""


class RefundTime(Section):
    """How long the money takes, counted from the moment it `starts`: the request or the parcel's arrival."""

    working_days: Span
    starts: Literal["requested", "received"]


Remedy = Literal["replacement", "refund", "refund_delivery"]
"""What the desk itself does about a problem: send the pieces again, pay them back, pay the delivery back."""


class ProblemRule(Section):
    """What is done about a kind of problem, and when it is believed."""

    statuses: Statuses
    tracking_shows: Literal["late", "lost"] | None = None
    """What the parcel's tracking has to bear out."""
    within: NonNegativeInt | Literal["return_window"] | None = None
    """Days from delivery in which the remedies are given; null for ever."""
    warranty_days: NonNegativeInt | None = None
    """Days from delivery in which a person decides after that; null where nobody does."""
    evidence: bool = False
    """Whether it has to be described."""
    up_to: Amount | None = None
    """The value of the goods above which a person decides."""
    remedies: tuple[Remedy, ...] = ()
    change_remedy: bool = False
    """Whether, until a replacement is sent, it can still be one of the other remedies."""
    otherwise: tuple[str, ...] = ()
    """What else there is, by another task or a person; also where no remedy applies."""
