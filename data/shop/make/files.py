"""Writing rows as CSV: UTF-8, one header line, `\\n` line ends, numbers without needless zeros."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

MONEY = frozenset({"price", "list_price", "unit_price", "balance", "delivery_cost"})


def as_csv(row_type: type, rows: Iterable[Any]) -> bytes:
    """The whole file for `rows`, all of dataclass `row_type`."""
    columns = [field.name for field in fields(row_type)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(column, getattr(row, column)) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8")


def _cell(column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{value:.2f}" if column in MONEY else f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)
