"""What can be given up when nothing meets every wish, and what there is instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from actions.search.table import Table
from actions.search.types import Filters, ProductDocument, Variant, Wish

GIVEN_UP_FIRST = (
    "rating_min", "colours", "brands", "price_max", "price_min", "attributes", "materials", "measures", "sizes",
    "products", "types", "in_stock",
)  # fmt: skip
"""From what shoppers part with easily to what they came for."""

MANY = 6
"""Values named as alternatives, at most."""

VALUES: dict[str, Callable[[ProductDocument, Variant], tuple[str, ...]]] = {
    "types": lambda document, variant: (document.type,),
    "brands": lambda document, variant: (document.brand,),
    "colours": lambda document, variant: (variant.colour,),
    "sizes": lambda document, variant: (variant.size,),
    "materials": lambda document, variant: document.materials,
    "attributes": lambda document, variant: document.attributes,
    "products": lambda document, variant: (document.product_id,),
}


def offered_instead(table: Table, wish: Wish, looser: Filters) -> tuple[str, ...]:
    """What the products that meet `looser` have in place of the wish that it gave up, the most frequent
    first."""
    rows, variants = table.offers(looser)
    if not len(rows) or wish.excluded or wish.field in ("in_stock", "measures"):
        return ()
    match wish.field:
        case "price_max":
            return (str(min(table.variants[i].price for i in variants)),)
        case "price_min":
            return (str(max(table.variants[i].price for i in variants)),)
        case "rating_min":
            return (str(max(table.documents[row].rating or 0 for row in rows)),)
    seen: Counter[str] = Counter()
    offers = {(int(row), value) for row, i in zip(rows, variants, strict=True)
              for value in VALUES[wish.field](table.documents[row], table.variants[i]) if value}  # fmt: skip
    seen.update(value for _, value in sorted(offers))
    return tuple(value for value, _ in seen.most_common(MANY))
