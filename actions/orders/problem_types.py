"""What the order desk answers with about reported problems: frozen values, as in `actions.orders.types`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.orders.return_types import ReturnLine
from actions.orders.types import Movement
from actions.shop.policy import Remedy


@dataclass(frozen=True, slots=True)
class RemedyOffer:
    """Something that the shop does about a problem by itself."""

    remedy: Remedy
    movements: tuple[Movement, ...]
    """What is paid back for it; nothing for pieces that are sent again."""

    @property
    def refund(self) -> Decimal:
        return sum((movement.amount for movement in self.movements), Decimal(0))


@dataclass(frozen=True, slots=True)
class ProblemQuote:
    """What can be done about a reported problem; nothing has been noted yet."""

    order_number: str
    items: tuple[ReturnLine, ...]
    offers: tuple[RemedyOffer, ...]
    """Best first; empty where a person decides."""
    otherwise: tuple[str, ...]
    """What else there is, as codes of tasks."""
    currency: str
    in_place_of: str = ""
    """The number of an earlier report whose replacement is not sent then."""


@dataclass(frozen=True, slots=True)
class ProblemMade:
    """A problem as it stands in the database, with what is done about it."""

    problem_number: str
    order_number: str
    items: tuple[ReturnLine, ...]
    evidence: str
    remedy: str
    """Empty where a person decides."""
    refund: Decimal
    currency: str
    created: datetime
    otherwise: tuple[str, ...]
    already: bool
