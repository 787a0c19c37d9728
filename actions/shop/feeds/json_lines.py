"""JSON Lines: a product a line, its properties under any of their usual names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from actions.shop.feeds import values
from actions.shop.feeds.drafts import BrokenOff, Draft, DraftVariant, NotTaken
from actions.shop.feeds.tables import UNDECODED, unbroken

NAME = "JSON Lines"
NAMES = {
    "product_id": ("product_id", "id", "handle", "sku"),
    "title": ("title", "name"),
    "type": ("type", "product_type"),
    "brand": ("brand", "vendor", "supplier", "manufacturer"),
    "category": ("category", "categories"),
    "description": ("description", "body_html", "body", "short_description"),
    "material": ("material", "materials"),
    "features": ("features", "attributes", "tags"),
    "rating": ("rating", "average_rating"),
    "rating_count": ("rating_count", "review_count", "reviews"),
    "added": ("added", "created_at", "date_released"),
    "sku": ("sku", "product_id", "id", "handle"),
    "price": ("price",),
    "sale_price": ("sale_price",),
    "list_price": ("list_price", "regular_price", "compare_at_price"),
    "stock": ("stock", "quantity", "inventory_quantity", "inventory"),
    "in_stock": ("in_stock", "available", "availability"),
    "colour": ("colour", "color"),
    "size": ("size",),
}
"""What the shop calls it → what files call it."""
PRICES = ("price", "sale_price", "list_price")
OTHERS = frozenset({"variants", "specs", "options", *(name for names in NAMES.values() for name in names)})
NO = frozenset({"false", "no", "0", "out_of_stock", "out of stock"})


def drafts(lines: Iterator[str]) -> Iterator[Draft | NotTaken]:
    """A draft for each line.

    Raises:
        BrokenOff: the last line is not whole, or the file can't be read any further.
    """
    broken: NotTaken | None = None
    for number, line in enumerate(unbroken(lines), start=1):
        if broken:
            yield broken
            broken = None
        if not line.strip():
            continue
        if UNDECODED.search(line):
            yield NotTaken(number, "it is not in UTF-8")
            continue
        try:
            product = json.loads(line)
        except (ValueError, RecursionError):
            broken = NotTaken(number, "it is no JSON")
            continue
        if not isinstance(product, dict):
            yield NotTaken(number, "it is no JSON object")
            continue
        try:
            yield _product(number, product)
        except ValueError as reason:
            yield NotTaken(number, str(reason), _text(product, "product_id"))
    if broken:
        raise BrokenOff(broken.line, f"{broken.reason}: the file ends in the middle of a line")


def _product(line: int, product: Mapping[str, Any]) -> Draft:
    product_id, title = _text(product, "product_id"), values.name(_text(product, "title"))
    if not product_id or not title:
        raise ValueError("it has no title" if product_id else "it has no id")
    category, kind = values.path(_text(product, "category"))
    listed = product.get("variants")
    several = listed if isinstance(listed, list) and listed else [product]
    rating, count, added = (_text(product, name) for name in ("rating", "rating_count", "added"))
    return Draft(
        line=line,
        product_id=product_id,
        title=title,
        type=values.name(_text(product, "type")) or kind,
        brand=values.name(_text(product, "brand")),
        category=category,
        description=values.plain(_text(product, "description")),
        material=values.name(", ".join(_list(product, "material"))),
        features=tuple(values.name(feature) for feature in _list(product, "features")),
        specs=_specs(product),
        rating=_rating(rating) if rating else None,
        rating_count=values.pieces(count) if count else None,
        added=values.moment(added) if added else None,
        variants=tuple(_variant(line, each, product, place) for place, each in enumerate(several)),
    )


def _variant(line: int, variant: Any, product: Mapping[str, Any], place: int) -> DraftVariant:
    """One of a product's variants; what it does not say, the product says for all of them."""
    if not isinstance(variant, dict):
        raise ValueError("its variants are no JSON objects")
    general = [name for name in (*PRICES, "stock", "in_stock", "colour", "size")
               if name != "sale_price" or not _text(variant, "price")]  # fmt: skip
    own = {**{key: product[key] for name in general for key in NAMES[name] if key in product}, **variant}
    stock, available = _text(own, "stock"), _text(own, "in_stock").lower()
    price, list_price = values.prices(*(_amount(own, name) for name in PRICES))
    told = own.get("options")
    return DraftVariant(
        line=line,
        sku=_text(variant, "sku") or f"{_text(product, 'product_id')}-{place + 1}",
        price=price,
        list_price=list_price,
        stock=values.pieces(stock) if stock else 0 if available in NO else values.UNCOUNTED,
        colour=values.name(_text(own, "colour")),
        size=values.name(_text(own, "size")),
        options={str(key): values.name(str(value)) for key, value in told.items()}
        if isinstance(told, dict)
        else {},
    )


def _text(product: Mapping[str, Any], name: str) -> str:
    """The first property of that name that says anything, as text."""
    for key in NAMES[name]:
        value = product.get(key)
        if isinstance(value, list):
            value = value[0] if value and not isinstance(value[0], dict | list) else None
        if value is not None and not isinstance(value, dict) and str(value).strip():
            return str(value).strip()
    return ""


def _amount(product: Mapping[str, Any], name: str) -> str | int | float:
    """The first property of that name that says anything: a number as one, for `12.999` is no text with thousands."""
    for key in NAMES[name]:
        value = product.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
    return _text(product, name)


def _list(product: Mapping[str, Any], name: str) -> list[str]:
    for key in NAMES[name]:
        value = product.get(key)
        parts = value.replace(";", ",").split(",") if isinstance(value, str) else value
        if isinstance(parts, list) and parts:
            return [
                str(part).strip() for part in parts if not isinstance(part, dict | list) and str(part).strip()
            ]
    return []


def _rating(text: str) -> float:
    try:
        rating = float(text)
    except ValueError:
        raise ValueError(f"`{text[:40]}` is no rating") from None
    if not 0 <= rating <= 5:
        raise ValueError(f"the rating {text[:40]} is not from 0 to 5")
    return rating


def _specs(product: Mapping[str, Any]) -> dict[str, int | float | str]:
    """The properties listed as `specs`, and any other that is a number or a word of its own and no address."""
    listed = product.get("specs")
    own = {key: value for key, value in product.items() if key not in OTHERS}
    told = {**own, **(listed if isinstance(listed, dict) else {})}
    found: dict[str, int | float | str] = {}
    for key, value in told.items():
        if value is True:
            found[key] = "yes"
        elif isinstance(value, int | float) and value is not False and isfinite(value):
            found[key] = value
        elif isinstance(value, str) and value.strip() and "://" not in value:
            found[key] = values.name(value)
    return found
