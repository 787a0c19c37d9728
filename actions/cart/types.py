"""What the cart desk takes and answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose cart: a signed-in customer's, or that of the conversation of somebody unknown."""

    conversation: str
    customer_id: str | None = None


@dataclass(frozen=True, slots=True)
class CartLine:
    """Pieces of one variant, at today's price."""

    sku: str
    product_id: str
    title: str
    type: str
    colour: str
    """Empty where the product has none; so with `size`."""
    size: str
    quantity: int
    unit_price: Decimal
    stock: int
    """Pieces that can be bought now; a cart reserves nothing, so it may be fewer than `quantity`."""
    options: Mapping[str, str]
    """What else tells the variant from the product's others, by name."""

    @property
    def traits(self) -> dict[str, str]:
        """All that tells the variant from the product's others."""
        named = {"size": self.size, "colour": self.colour, **self.options}
        return {name: value for name, value in named.items() if value}

    @property
    def amount(self) -> Decimal:
        """What is to be paid for those that can be bought."""
        return min(self.quantity, self.stock) * self.unit_price

    @property
    def short(self) -> bool:
        """Whether there are fewer than are wanted."""
        return self.stock < self.quantity


@dataclass(frozen=True, slots=True)
class Cart:
    """Everything in a cart, in the order in which it was put in."""

    lines: tuple[CartLine, ...]
    delivery: Decimal | None
    """What the usual delivery costs; None where the shop does not deliver to the customer's country."""
    missing: Decimal | None
    """How much is missing until delivery is free; None where it is free, or never."""

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def goods(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def total(self) -> Decimal:
        """Goods and delivery, as far as it is known."""
        return self.goods + (self.delivery or 0)

    def line(self, sku: str) -> CartLine | None:
        return next((line for line in self.lines if line.sku == sku), None)


@dataclass(frozen=True, slots=True)
class Added:
    """The line as it is now, and the cart around it."""

    line: CartLine
    cart: Cart


@dataclass(frozen=True, slots=True)
class NotAdded:
    """Nothing was changed: of this variant `stock` pieces can be bought, of which `in_cart` are in the cart already."""

    stock: int
    in_cart: int
