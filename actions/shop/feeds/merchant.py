"""A Google Merchant Center feed, as a table or as RSS or Atom: an item for each thing that can be bought.

https://support.google.com/merchants/answer/7052112
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from gzip import GzipFile
from io import BufferedReader
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from actions.shop.feeds import values
from actions.shop.feeds.drafts import BrokenOff, Draft, DraftVariant, NotTaken
from actions.shop.feeds.tables import Cells, Rows

NAME = "a Google Merchant Center feed"
TELLING = frozenset({"id", "title", "price"})
NEEDED = ("id", "title", "price")
ITEMS = frozenset({"item", "entry"})
CURRENCY = re.compile(r"[A-Z]{3}")
GONE = frozenset({"out_of_stock", "backorder", "preorder", "discontinued"})


def column(name: str) -> str:
    """The one name of an attribute: `g:item_group_id`, `item group id` and `item_group_id` are one."""
    return name.strip().lower().removeprefix("g:").replace(" ", "_")


def elements(content: BufferedReader | GzipFile) -> Rows:
    """The items of an XML feed as rows, numbered from 1, for XML has no lines; entities are never followed.

    Raises:
        BrokenOff: it ends in the middle, or is no proper XML from there on.
    """
    number = 0
    try:
        root: Element | None = None
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                root = element if root is None else root
            elif _plain(element.tag) in ITEMS:
                number += 1
                yield number, {_plain(child.tag): _text(child) for child in reversed(element)}
                element.clear()
                if root is not None:
                    _forget(root)
    except DefusedXmlException:
        raise BrokenOff(number + 1, "it defines entities, which are not followed") from None
    except (ParseError, EOFError, OSError, UnicodeDecodeError, LookupError) as error:
        raise BrokenOff(number + 1, f"it is no proper XML from there on ({error})") from error


def drafts(rows: Rows, currency: str) -> Iterator[Draft | NotTaken]:
    """A draft for each item, those of one group as variants of one product; prices must be in `currency`."""
    for answer in rows:
        if isinstance(answer, NotTaken):
            yield answer
            continue
        line, cells = answer
        try:
            yield _item(line, cells, currency)
        except ValueError as reason:
            yield NotTaken(
                line, str(reason), cells.get("item_group_id", "").strip() or cells.get("id", "").strip()
            )


def _item(line: int, cells: Cells, currency: str) -> Draft:
    sku, title = cells.get("id", "").strip(), values.name(cells.get("title", ""))
    if not sku or not title:
        raise ValueError("it has no title" if sku else "it has no id")
    for cell in (cells.get("price", ""), cells.get("sale_price", "")):
        if (found := CURRENCY.search(cell)) and found.group() != currency:
            raise ValueError(f"the price {cell[:40]} is not in {currency}, in which the shop sells")
    category, kind = values.path(cells.get("product_type") or cells.get("google_product_category") or "")
    if kind.isdigit():
        category = kind = ""  # a number of Google's own list
    price, list_price = values.prices(cells.get("price", ""), cells.get("sale_price", ""))
    availability = cells.get("availability", "in_stock").strip().lower().replace(" ", "_")
    group = cells.get("item_group_id", "").strip()
    highlights = cells.get("product_highlight", "")
    variant = DraftVariant(
        line=line,
        sku=sku,
        price=price,
        list_price=list_price,
        stock=0 if availability in GONE else values.UNCOUNTED,
        colour=values.name(cells.get("color", "")),
        size=values.name(cells.get("size", "")),
    )
    return Draft(
        line=line,
        product_id=group or sku,
        title=title,
        type=kind,
        brand=values.name(cells.get("brand", "")),
        category=category,
        description=values.plain(cells.get("description", "")),
        material=values.name(cells.get("material", "")).replace("/", ", "),
        features=(values.name(highlights),) if highlights.strip() else (),
        variants=(variant,),
        goes_on=bool(group),
    )


def _plain(tag: str) -> str:
    return column(tag.rsplit("}", 1)[-1])


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _forget(root: Element) -> None:
    """Let go of the items that were read, so that memory does not grow with the file."""
    for parent in (root, *root):
        for child in [child for child in parent if _plain(child.tag) in ITEMS and not len(child)]:
            parent.remove(child)
