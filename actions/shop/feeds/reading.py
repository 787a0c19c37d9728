"""Recognising a product file and reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.shop.feeds import json_lines, merchant, shopify, woocommerce
from actions.shop.feeds.drafts import Draft, NotTaken
from actions.shop.feeds.tables import Rows, Stream, beginning, header, opened, rows
from actions.shop.importer import ImportFailed

KNOWN = f"{shopify.NAME}, {woocommerce.NAME}, {merchant.NAME} (a table or XML), or {json_lines.NAME}"


@dataclass(frozen=True)
class Format:
    """A kind of product file.

    `telling` are the columns that no other kind has all of, `needed` those without which nothing can be taken, both by
    the names that `column` makes of those in the file.
    """

    name: str
    telling: frozenset[str]
    needed: tuple[str, ...]
    column: Callable[[str], str]
    drafts: Callable[[Rows, str], Iterator[Draft | NotTaken]]


TABLES = (
    Format(
        shopify.NAME,
        shopify.TELLING,
        shopify.NEEDED,
        shopify.column,
        lambda rows, _: shopify.drafts(rows),
    ),
    Format(
        woocommerce.NAME,
        woocommerce.TELLING,
        woocommerce.NEEDED,
        woocommerce.column,
        lambda rows, _: woocommerce.drafts(rows),
    ),
    Format(merchant.NAME, merchant.TELLING, merchant.NEEDED, merchant.column, merchant.drafts),
)
"""The kinds that are tables, the first that a file can be is what it is."""


@dataclass(frozen=True)
class Feed:
    """A product file that was recognised.

    Args:
        path: the file.
        format: its kind, in words.
        drafts: reads the stream; prices must be in the currency given.
    """

    path: Path
    format: str
    drafts: Callable[[Stream, str], Iterator[Draft | NotTaken]]

    def read(
        self, currency: str, progress: Callable[[int], object] = lambda _: None
    ) -> Iterator[Draft | NotTaken]:
        """Every product of the file and every row that is none; `progress` hears how many of its bytes are read.

        Raises:
            BrokenOff: the file ends in the middle; what came before is good.
        """
        with opened(self.path) as stream:
            for answer in self.drafts(stream, currency):
                progress(stream.read_bytes)
                yield answer


def recognise(path: Path) -> Feed:
    """What a file is, by its beginning.

    Raises:
        ImportFailed: it is none of the kinds that can be read, or lacks what its kind must have; says which.
    """
    try:
        head = beginning(path)
    except OSError as error:
        raise ImportFailed(f"{path} can't be read: {error.strerror}.") from error
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise ImportFailed(f"{path} is empty or can't be decompressed.")
    if start.startswith(b"<"):
        return Feed(
            path,
            merchant.NAME,
            lambda stream, currency: merchant.drafts(merchant.elements(stream.content), currency),
        )
    if start.startswith(b"{"):
        return Feed(path, json_lines.NAME, lambda stream, _: json_lines.drafts(stream.text(head)))
    if start.startswith(b"["):
        raise ImportFailed(f"{path} is one JSON list: write one product a line, without the brackets.")
    return _table(path, head)


def _table(path: Path, head: bytes) -> Feed:
    columns, delimiter = header(head)
    for format in TABLES:
        found = {format.column(name) for name in columns}
        if format.telling <= found or (len(format.telling - found) == 1 and len(format.telling) > 2):
            if missing := [name for name in format.needed if name not in found]:
                raise ImportFailed(
                    f"{path} looks like {format.name}, but has no column {', '.join(f'`{name}`' for name in missing)}."
                )

            def drafts(stream: Stream, currency: str, format: Format = format) -> Iterator[Draft | NotTaken]:
                return format.drafts(_renamed(rows(stream, head, delimiter), format.column), currency)

            return Feed(path, format.name, drafts)
    raise ImportFailed(f"{path} is none of {KNOWN}.")


def _renamed(rows: Rows, column: Callable[[str], str]) -> Rows:
    for answer in rows:
        if isinstance(answer, NotTaken):
            yield answer
        else:
            line, cells = answer
            yield line, {column(name): cell for name, cell in cells.items()}
