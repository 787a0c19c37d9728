"""The shop's policy, `data/shop/policy.yml`, typed and checked. What a rule means for a case, the desks
decide."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, PositiveInt, model_validator

from actions.shop.models.customers import PaymentKind
from actions.shop.policy.changes import (
    AddressRule,
    CancelRule,
    ChangeRule,
    ChangeRules,
    ItemsRule,
    PaymentRule,
)
from actions.shop.policy.delivery import Delivery, DeliveryOption, DeliveryRate, Warehouse
from actions.shop.policy.identity import STRENGTHS, CodeRules, Identity, Service, Strength
from actions.shop.policy.returns import (
    ExchangeRules,
    Postage,
    ProblemRule,
    RefundTime,
    Remedy,
    ReturnReason,
    ReturnRules,
)
from actions.shop.policy.values import PaymentChoice, Section, Statuses
from actions.shop.yaml_file import YamlFileError, load_checked

__all__ = [
    "STRENGTHS",
    "AddressRule",
    "CancelRule",
    "CartRules",
    "ChangeRule",
    "ChangeRules",
    "CodeRules",
    "Delivery",
    "DeliveryOption",
    "DeliveryRate",
    "ExchangeRules",
    "Identity",
    "Invoices",
    "ItemsRule",
    "PaymentChoice",
    "PaymentRule",
    "Policy",
    "PolicyError",
    "Postage",
    "ProblemRule",
    "RefundTime",
    "Remedy",
    "ReturnReason",
    "ReturnRules",
    "Section",
    "Service",
    "Strength",
    "Warehouse",
]


class PolicyError(Exception):
    """The policy file is missing or wrong; says file, line and what is wrong."""


class Invoices(Section):
    """From when on there is an invoice, and what every invoice names."""

    statuses: Statuses
    seller: Annotated[tuple[str, ...], Field(min_length=1)]
    """Who sells, a line each: name, address, number for taxes."""


class CartRules(Section):
    """Carts."""

    kept_days: PositiveInt = 30
    """How long what was put in stays there."""


class Policy(Section):
    """Every rule of the shop. `Policy.load(settings().policy_file)`."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    returns: ReturnRules
    exchanges: ExchangeRules
    problems: Mapping[str, ProblemRule] = {}
    refunds: Mapping[PaymentKind, RefundTime]
    changes: ChangeRules
    invoices: Invoices
    delivery: Delivery
    identity: Identity
    service: Service
    cart: CartRules = CartRules()

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
