"""The link to the shop's own checkout, with what is in the cart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from actions.cart.types import CartLine


@dataclass(frozen=True)
class Checkout:
    """Writes the link.

    Args:
        url: the shop's address for a filled cart, with `{items}` where the items belong; empty where there is none.
        item: how one item is written, with `{sku}` and `{quantity}`.
        separator: what stands between two items.
    """

    url: str
    item: str = "{sku}:{quantity}"
    separator: str = ","

    def link(self, lines: Iterable[CartLine]) -> str | None:
        """The address of a cart with these lines; what is sold out is left out. None where nothing can be bought."""
        items = [
            self.item.format(sku=quote(line.sku, safe=""), quantity=min(line.quantity, line.stock))
            for line in lines
            if line.stock
        ]
        return self.url.replace("{items}", self.separator.join(items)) if self.url and items else None
