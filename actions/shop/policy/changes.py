"""Until when an order can be changed, in which ways, and what follows."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from actions.shop.policy.values import PaymentChoices, Section, Statuses


class ChangeRule(Section):
    """In which statuses of the order this change is possible."""

    statuses: Statuses


class CancelRule(ChangeRule):
    reasons: tuple[str, ...] = ()
    """Those that are accepted, one of which has to be given; where there is none, none is asked for."""
    unsaid: str | None = None
    """The one of them that counts where somebody would rather not say any."""

    @model_validator(mode="after")
    def _knows_unsaid(self) -> Self:
        if self.unsaid is not None and self.unsaid not in self.reasons:
            raise ValueError(f"`unsaid` is none of the `reasons`: {self.unsaid}")
        return self


class AddressRule(ChangeRule):
    delivery_charged_anew: bool
    """Whether delivery is charged anew by its rates, where the new address changes them."""
    difference_by: PaymentChoices
    """By which method such a difference is paid or refunded: the first of these that the customer has."""


class PaymentRule(ChangeRule):
    to: PaymentChoices
    """Which methods can pay instead."""


class ItemsRule(ChangeRule):
    difference_by: PaymentChoices
    """By which methods a difference in price is paid or refunded."""
    take_out: bool
    """Whether pieces can be taken out of the order; never all of them: that is cancelling."""
    final: bool
    """Whether nothing about the order can be changed any more after this."""


class ChangeRules(Section):
    """What can still be changed about an order; a kind that is missing, a person does."""

    cancel_order: CancelRule | None = None
    change_address: AddressRule | None = None
    change_payment: PaymentRule | None = None
    change_order: ItemsRule | None = None
    restock: bool
    """Whether pieces that leave an order are for sale again at once."""
    refund_starts: Literal["cancelled"]

    def rule(self, kind: str) -> ChangeRule | None:
        """The rule of a kind of change, such as `cancel_order`."""
        found: ChangeRule | None = getattr(self, kind)
        return found

    def possible(self, status: str) -> tuple[str, ...]:
        """The kinds of change that an order in this status takes."""
        kinds = ("cancel_order", "change_order", "change_address", "change_payment")
        return tuple(kind for kind in kinds if (rule := self.rule(kind)) and status in rule.statuses)
