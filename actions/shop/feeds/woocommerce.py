"""WooCommerce's product export: a row for each product and, after it, for each of its variations.

https://woocommerce.com/document/product-csv-importer-exporter/
"""

from __future__ import annotations

from collections.abc import Iterator

from actions.shop.feeds import values
from actions.shop.feeds.drafts import Draft, DraftVariant, NotTaken
from actions.shop.feeds.tables import Cells, Rows

NAME = "a WooCommerce product export"
TELLING = frozenset({"id", "sku", "name", "type"})
NEEDED = ("id", "type", "sku", "name", "regular price")
ATTRIBUTES = range(1, 21)
BRAND_NAMES, MATERIAL_NAMES = frozenset({"brand", "brands", "marke"}), frozenset({"material", "materials"})


def column(name: str) -> str:
    """The one name of a column; some exports call it `meta: …` or write it with capitals."""
    return name.strip().lower()


def drafts(rows: Rows) -> Iterator[Draft | NotTaken]:
    """A draft for each product, and one for each variation; what is not published, grouped or sold elsewhere is
    left out."""
    known: dict[str, str] = {}
    for answer in rows:
        if isinstance(answer, NotTaken):
            yield answer
            continue
        line, cells = answer
        try:
            yield from _row(line, cells, known)
        except ValueError as reason:
            parent = known.get(cells.get("parent", "").strip(), "")
            yield NotTaken(line, str(reason), parent or _key(cells))


def _row(line: int, cells: Cells, known: dict[str, str]) -> Iterator[Draft]:
    """`known` maps the ways in which a variation names its parent to the parent's product id."""
    kinds = {kind.strip().lower() for kind in cells["type"].split(",")}
    key, title = _key(cells), values.name(cells["name"])
    if not key:
        raise ValueError("it has neither an id nor an SKU")
    if kinds & {"grouped", "external"}:
        return
    attributes = _attributes(cells)
    if "variation" in kinds:
        parent = cells.get("parent", "").strip()
        if parent not in known:
            raise ValueError(f"its parent {parent[:40] or 'is missing:'} is not in the file above it")
        if known[parent] and _published(cells):
            variants = (_variant(line, cells, key, attributes),)
            yield Draft(line, known[parent], title, variants=variants, goes_on=True)
        return
    published = _published(cells)
    for name in (cells["sku"].strip(), f"id:{cells['id'].strip()}"):
        known[name] = key if published else ""
    if not published:
        return
    if not title:
        raise ValueError("it has no name")
    category, kind = values.path(cells.get("categories", "").split(",")[0])
    told = {
        name: value for name, value in attributes.items() if name.lower() not in BRAND_NAMES | MATERIAL_NAMES
    }
    single = {name: value for name, value in told.items() if "," not in value}
    variable = "variable" in kinds
    yield Draft(
        line=line,
        product_id=key,
        title=title,
        type=kind,
        brand=values.name(cells.get("brands", "")) or _first(attributes, BRAND_NAMES),
        category=category,
        description=values.plain(f"{cells.get('short description', '')} {cells.get('description', '')}"),
        material=_first(attributes, MATERIAL_NAMES),
        features=tuple(tag for tag in map(values.name, cells.get("tags", "").split(",")) if tag),
        specs={} if variable else values.options(single)[2],
        variants=() if variable else (_variant(line, cells, key, single),),
        goes_on=False,
    )


def _key(cells: Cells) -> str:
    return cells["sku"].strip() or cells["id"].strip()


def _published(cells: Cells) -> bool:
    return cells.get("published", "1").strip() not in {"0", "-1"}


def _attributes(cells: Cells) -> dict[str, str]:
    """Attribute → its value, or values with commas between them."""
    named = {
        cells.get(f"attribute {number} name", "").strip(): cells.get(
            f"attribute {number} value(s)", ""
        ).strip()
        for number in ATTRIBUTES
    }
    return {name: value for name, value in named.items() if name and value}


def _first(attributes: dict[str, str], names: frozenset[str]) -> str:
    return next((values.name(value) for name, value in attributes.items() if name.lower() in names), "")


def _variant(line: int, cells: Cells, sku: str, attributes: dict[str, str]) -> DraftVariant:
    colour, size, others = values.options(attributes)
    price, list_price = values.prices(cells["regular price"], cells.get("sale price", ""))
    counted, available = cells.get("stock", "").strip(), cells.get("in stock?", "1").strip().lower()
    return DraftVariant(
        line=line,
        sku=sku,
        price=price,
        list_price=list_price,
        stock=values.pieces(counted) if counted else 0 if available in {"0", "no"} else values.UNCOUNTED,
        colour=colour,
        size=size,
        options=others if "variation" in cells["type"].lower() else {},
    )
