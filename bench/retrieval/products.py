"""Real products as JSON Lines, one object a line with `id` and `title`, as the search's documents."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from actions.search import ProductDocument, Variant
from bench.common.running import CannotRun

TRAIT = "attr_"
"""Begins the name of a property: `attr_t_printing_colours`, where `t` says text, `n` number and `b` yes or no."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def read_products(path: Path) -> list[ProductDocument]:
    """The products of a file, compressed where its name ends in `.gz`, in its order.

    Raises:
        CannotRun: it is not there, is cut off, or a line is no product; says which.
    """
    if not path.is_file():
        raise CannotRun(f"There are no products at {path}.")
    opened = gzip.open if path.suffix == ".gz" else open
    documents: dict[str, ProductDocument] = {}
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                document = _document(line, path, number)
                if document.product_id in documents:
                    raise CannotRun(f"{path}:{number}: there is another product {document.product_id}.")
                documents[document.product_id] = document
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise CannotRun(f"{path} can't be read to its end: {error}.") from error
    if not documents:
        raise CannotRun(f"{path} has no products.")
    return list(documents.values())


def _document(line: str, path: Path, number: int) -> ProductDocument:
    try:
        product = json.loads(line)
        return ProductDocument(
            product_id=str(product["id"]),
            title=str(product["title"]),
            type=_type(product),
            brand=str(product.get("supplier") or ""),
            category="",
            description=str(product.get("short_description") or ""),
            materials=tuple(_listed(product.get("attr_t_material"))),
            attributes=(),
            implied=(),
            specs=dict(_specs(product)),
            rating=None,
            rating_count=0,
            added=datetime.fromisoformat(product["date_released"])
            if "date_released" in product
            else LONG_AGO,
            variants=(_variant(product),),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotRun(f"{path}:{number} is no product: {type(error).__name__} {error}.") from error


def _type(product: Mapping[str, Any]) -> str:
    """The product's kind; some suppliers left a number there."""
    kind = str(product.get("attr_t_product_type") or "")
    return "" if kind.isdigit() else kind


def _listed(value: object) -> list[str]:
    return [part.strip() for part in str(value or "").split(",") if part.strip()]


def _specs(product: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name, value in product.items():
        if name.startswith(TRAIT):
            yield name[len(TRAIT) + 2 :].replace("_", " ").strip(), value


def _variant(product: Mapping[str, Any]) -> Variant:
    """The one thing that can be bought; the price is in hundredths."""
    try:
        price = Decimal(str(product.get("price", 0))) / 100
    except InvalidOperation:
        raise ValueError(f"{product['price']!r} is no price") from None
    return Variant(str(product["id"]), str(product.get("attr_t_product_colour") or ""), "", price, 1)
