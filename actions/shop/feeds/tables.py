"""Files of rows, read as a stream: compressed or not, in any of the usual encodings, cut off or not."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zlib import error as ZlibError

from actions.shop.feeds.drafts import BrokenOff, NotTaken

HEAD = 65_536
"""Bytes that are looked at to recognise a file."""
LARGEST_CELL = 64 * 2**20
GZIP, UTF16 = b"\x1f\x8b", (b"\xff\xfe", b"\xfe\xff")
UNDECODED = re.compile("[\udc80-\udcff]")
"""What Python leaves of bytes that are not of the encoding (PEP 383)."""

Cells = dict[str, str]
Rows = Iterator[tuple[int, Cells] | NotTaken]


class Stream:
    """A file being read: its content, and how many bytes of the file that took so far."""

    def __init__(self, content: io.BufferedReader | gzip.GzipFile, raw: io.BufferedReader) -> None:
        self.content = content
        self._raw = raw
        self._texts: list[io.TextIOWrapper] = []  # kept, for they close the content when they are forgotten

    @property
    def read_bytes(self) -> int:
        """Bytes of the file, compressed or not."""
        return self._raw.tell()

    def text(self, head: bytes) -> io.TextIOWrapper:
        """The content as text; bytes that are not of its encoding become single surrogates."""
        encoding = "utf-16" if head.startswith(UTF16) else "utf-8-sig"
        text = io.TextIOWrapper(self.content, encoding=encoding, errors="surrogateescape", newline="")
        self._texts.append(text)
        return text


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """The file's content, decompressed where it is compressed."""
    with path.open("rb") as raw:
        compressed = raw.read(2) == GZIP
        raw.seek(0)
        if compressed:
            with gzip.open(raw) as content:
                yield Stream(content, raw)
        else:
            yield Stream(raw, raw)


def beginning(path: Path) -> bytes:
    """The first bytes of the content."""
    try:
        with opened(path) as stream:
            return stream.content.read1(HEAD)
    except (EOFError, ZlibError, gzip.BadGzipFile):
        return b""


def header(head: bytes) -> tuple[list[str], str]:
    """The column names in the first line of a table, and what divides them: a tab, a comma or a semicolon."""
    text = head.decode("utf-16" if head.startswith(UTF16) else "utf-8-sig", errors="replace")
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max("\t,;", key=first.count)
    try:
        return next(csv.reader([first], delimiter=delimiter), []), delimiter
    except csv.Error:
        return [], delimiter


def rows(stream: Stream, head: bytes, delimiter: str) -> Rows:
    """Every row by column, with its line, or why it can't be used.

    Raises:
        BrokenOff: the file ends in the middle of a row, or can't be read any further.
    """
    csv.field_size_limit(LARGEST_CELL)
    records = _records(csv.reader(unbroken(stream.text(head)), delimiter=delimiter, strict=True))
    _, names = next(records, (1, []))
    if isinstance(names, csv.Error):
        raise BrokenOff(1, f"the column names can't be read ({names})")
    doubtful: NotTaken | None = None  # what is wrong with the last row is that the file ends there
    for line, cells in records:
        if doubtful:
            yield doubtful
            doubtful = None
        if isinstance(cells, csv.Error):
            doubtful = NotTaken(line, f"its quotation marks are not in order ({cells})")
        elif any(cells) and len(cells) != len(names):
            doubtful = NotTaken(line, f"{len(cells)} cells in {len(names)} columns")
        elif any(map(UNDECODED.search, cells)):
            yield NotTaken(line, "it is not in UTF-8")
        elif any(cells):
            yield line, dict(zip(map(str.strip, names), cells, strict=True))
    if doubtful:
        raise BrokenOff(doubtful.line, f"{doubtful.reason}: the file ends in the middle of a row")


def _records(reader: Any) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Every row with the line where it begins; what is none as the error that it is."""
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield line, error
            continue
        if cells is None:
            return
        yield line, cells


def unbroken(lines: Any) -> Iterator[str]:
    """The lines, BrokenOff where a compressed file was cut off or damaged."""
    number = 0
    try:
        for line in lines:
            number += 1
            yield line
    except (EOFError, OSError, ZlibError, UnicodeDecodeError) as error:
        raise BrokenOff(number + 1, f"{error}; the rest was not read") from error
