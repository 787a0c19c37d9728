"""What a product file says, before it is compared with what the shop has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DraftVariant:
    """One thing that can be bought, as its row has it."""

    line: int
    sku: str
    price: Decimal
    list_price: Decimal
    stock: int
    colour: str = ""
    size: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A product as its rows have it. What is None is not said, so that what is known stays."""

    line: int
    product_id: str
    title: str
    type: str = ""
    brand: str = ""
    category: str = ""
    description: str = ""
    material: str = ""
    features: tuple[str, ...] = ()
    specs: Mapping[str, int | float | str] = field(default_factory=dict)
    rating: float | None = None
    rating_count: int | None = None
    added: datetime | None = None
    variants: tuple[DraftVariant, ...] = ()
    goes_on: bool = False
    """These are further variants of a product that may stand elsewhere in the file."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that can't be used, and whose it is as far as that can be told, so that nothing is taken for gone."""

    line: int
    reason: str
    product_id: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


class BrokenOff(Exception):
    """The file ends in the middle or can't be read any further; what came before is good."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
