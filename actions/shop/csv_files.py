"""Reading the shop's CSV files: which there are, and every row of them either checked or refused with its
reason."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from actions.shop import csv_rows as rows
from actions.shop.models import (
    Base,
    Customer,
    Interaction,
    Order,
    OrderItem,
    PaymentMethod,
    Product,
    Shipment,
    TrackingEvent,
    Variant,
)

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A CSV file, the row it is made of and the table it fills."""

    file: str
    row: type[rows.Row]
    table: type[Base]
    key: tuple[str, ...]
    """The columns that name a row; empty where nothing does."""
    refers_to: dict[str, type[Base]] = field(default_factory=dict)
    """Column → the table in whose key its value must be; an empty value refers to nothing."""
    belongs_to: str | None = None
    """Where rows have no name: the column of what they belong to, whose earlier rows they replace."""


SOURCES = (
    Source("products.csv", rows.ProductRow, Product, ("product_id",)),
    Source("variants.csv", rows.VariantRow, Variant, ("sku",), {"product_id": Product}),
    Source("customers.csv", rows.CustomerRow, Customer, ("customer_id",)),
    Source(
        "payment_methods.csv",
        rows.PaymentMethodRow,
        PaymentMethod,
        ("payment_id",),
        {"customer_id": Customer},
    ),
    Source(
        "orders.csv",
        rows.OrderRow,
        Order,
        ("order_number",),
        {"customer_id": Customer, "payment_id": PaymentMethod},
    ),
    Source("shipments.csv", rows.ShipmentRow, Shipment, ("shipment_id",), {"order_number": Order}),
    Source(
        "order_items.csv",
        rows.OrderItemRow,
        OrderItem,
        ("order_number", "line"),
        {"order_number": Order, "sku": Variant, "shipment_id": Shipment},
    ),
    Source(
        "tracking_events.csv",
        rows.TrackingEventRow,
        TrackingEvent,
        (),
        {"shipment_id": Shipment},
        belongs_to="shipment_id",
    ),
    Source(
        "interactions.csv",
        rows.InteractionRow,
        Interaction,
        (),
        {"customer_id": Customer, "product_id": Product},
        belongs_to="customer_id",
    ),
)
"""Every file, what others refer to first."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be taken, or line 1 where none of the file could."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def read_rows(folder: Path, source: Source, seeded: datetime) -> Iterator[tuple[int, rows.Row] | RefusedRow]:
    """Every row of a file with its line, or why it is refused. A file that is not there has no rows."""
    path = folder / source.file
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _checked(csv.reader(stream, strict=True), source, {"seeded": seeded})
    except UnicodeDecodeError as error:
        yield RefusedRow(source.file, 1, f"not UTF-8 near byte {error.start}; the rest was not read")


def _checked(
    reader: Any, source: Source, context: dict[str, datetime]
) -> Iterator[tuple[int, rows.Row] | RefusedRow]:
    needed = {field.alias or name: field.is_required() for name, field in source.row.model_fields.items()}
    columns = [name for name, required in needed.items() if required]
    header: list[str] = next(reader, [])
    if wrong := sorted((set(columns) - set(header)) | (set(header) - needed.keys())):
        differing = ", ".join(f"`{name}` is {'missing' if name in columns else 'unknown'}" for name in wrong)
        yield RefusedRow(source.file, 1, f"the columns are not {', '.join(columns)}: {differing}")
        return
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield RefusedRow(source.file, line, f"{error}; the rest was not read")
            return
        if cells is None:
            return
        if not cells:
            continue
        if len(cells) != len(header):
            yield RefusedRow(source.file, line, f"{len(cells)} cells in {len(header)} columns")
            continue
        try:
            yield (line, source.row.model_validate(dict(zip(header, cells, strict=True)), context=context))
        except ValidationError as error:
            yield RefusedRow(source.file, line, _reason(error))


def _reason(error: ValidationError) -> str:
    return "; ".join(
        ": ".join(
            filter(None, [".".join(map(str, mistake["loc"])), mistake["msg"].removeprefix("Value error, ")])
        )
        for mistake in error.errors()
    )
