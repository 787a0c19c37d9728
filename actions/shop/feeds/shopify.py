"""Shopify's product export: a row for each variant or picture, those of one product one after another.

https://help.shopify.com/en/manual/products/import-export/using-csv
"""

from __future__ import annotations

from collections.abc import Iterator

from actions.shop.feeds import values
from actions.shop.feeds.drafts import BrokenOff, Draft, DraftVariant, NotTaken
from actions.shop.feeds.tables import Cells, Rows

NAME = "a Shopify product export"
TELLING = frozenset({"handle", "title"})
NEEDED = ("handle", "title", "price")
RENAMED = {
    "url handle": "handle",
    "body (html)": "description",
    "variant sku": "sku",
    "variant price": "price",
    "variant compare at price": "compare-at price",
    "variant inventory tracker": "inventory tracker",
    "variant inventory qty": "inventory quantity",
    "variant grams": "weight value (grams)",
    "published": "published on online store",
}
"""The columns' names in exports of before 2025 → as they are now, in lower case."""
PRIVATE = frozenset({"draft", "archived"})


def column(name: str) -> str:
    """The one name of a column, in whichever way it is written."""
    plain = name.strip().lower()
    return RENAMED.get(plain, plain)


def drafts(rows: Rows) -> Iterator[Draft | NotTaken]:
    """A draft for each run of rows with one handle; what is not published is left out."""
    group: list[tuple[int, Cells]] = []
    try:
        for answer in rows:
            if isinstance(answer, NotTaken):
                yield answer
                continue
            line, cells = answer
            if group and cells["handle"] != group[0][1]["handle"]:
                yield from _product(group)
                group = []
            group.append((line, cells))
    except BrokenOff:
        yield from _product(group)
        raise
    yield from _product(group)


def _product(group: list[tuple[int, Cells]]) -> Iterator[Draft | NotTaken]:
    if not group:
        return
    line, first = group[0]
    handle, title = first["handle"].strip(), values.name(first["title"])
    if not handle or not title:
        yield NotTaken(line, "it has no handle" if not handle else "it has no title", handle)
        return
    if _hidden(first):
        return
    category, kind = values.path(first.get("product category", ""))
    variants = []
    names = {number: first.get(f"option{number} name", "") for number in (1, 2, 3)}
    for place, cells in group:
        if not cells["price"].strip() and place != line:
            continue  # a further picture
        try:
            variants.append(_variant(place, cells, handle, names))
        except ValueError as reason:
            yield NotTaken(place, str(reason), handle)
    if variants:
        yield Draft(
            line=line,
            product_id=handle,
            title=title,
            type=values.name(first.get("type", "")) or kind,
            brand=values.name(first.get("vendor", "")),
            category=category,
            description=values.plain(first.get("description", "")),
            features=tuple(tag for tag in map(values.name, first.get("tags", "").split(",")) if tag),
            specs=_specs(first),
            variants=tuple(variants),
        )


def _hidden(cells: Cells) -> bool:
    return (
        cells.get("status", "").strip().lower() in PRIVATE
        or cells.get("published on online store", "").strip().lower() == "false"
    )


def _variant(line: int, cells: Cells, handle: str, names: dict[int, str]) -> DraftVariant:
    told = [cells.get(f"option{number} value", "").strip() for number in names]
    colour, size, others = values.options(
        {name: value for name, value in zip(names.values(), told, strict=True) if name}
    )
    price, list_price = values.prices(cells["price"], cells.get("compare-at price", ""))
    chosen = [value for value in told if value and value != "Default Title"]
    return DraftVariant(
        line=line,
        sku=cells.get("sku", "").strip().lstrip("'") or " ".join((handle, *chosen)),
        price=price,
        list_price=list_price,
        stock=_stock(cells),
        colour=colour,
        size=size,
        options=others,
    )


def _stock(cells: Cells) -> int:
    counted = cells.get("inventory quantity", "").strip()
    if counted and cells.get("inventory tracker", "shopify").strip():
        return values.pieces(counted)
    return values.UNCOUNTED


def _specs(cells: Cells) -> dict[str, int | float | str]:
    weight = cells.get("weight value (grams)", "").strip()
    try:
        return {"weight_g": float(weight)} if float(weight or 0) > 0 else {}
    except ValueError:
        return {}
