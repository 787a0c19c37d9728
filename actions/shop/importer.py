"""From a folder of CSV files to the database, in one transaction: others see all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from actions.shop.clock import Clock
from actions.shop.csv_files import SOURCES, RefusedRow, Source, read_rows
from actions.shop.csv_rows import ADDRESS, Row
from actions.shop.models import (
    Base,
    Customer,
    Interaction,
    Order,
    OrderStatus,
    PaymentMethod,
    Product,
    ShopFact,
    Variant,
)
from actions.shop.session import Sessions

SEEDED, DEMO = "seeded", "demo"
"""Facts of the database: when its relative days count from, and whether it holds the demo shop."""
HOLDS_DEMO = "This database holds the demo shop; --replace-demo takes that out first."
BATCH = 5_000

Values = dict[str, Any]


class ImportFailed(Exception):
    """Nothing was taken; the message says why."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the files' rows."""

    taken: dict[str, int]
    """File → rows in the database now."""
    refused: tuple[RefusedRow, ...]
    missing: tuple[str, ...]
    """Files that the folder does not have."""
    forgotten: int = 0
    """Rows about customers who were forgotten at their own wish, which were left out."""


def import_folder(
    sessions: Sessions, folder: Path, clock: Clock, replace: bool = False, demo: bool = False
) -> ImportReport:
    """Take every good row of the folder's CSV files and name the others.

    Rows that are there already are brought up to date by their key; with `replace` everything in the
    database, what happened in conversations included, goes first. Relative days count from the database's
    first import, or from now where it is empty or replaced. What was forgotten at a customer's wish stays so.

    Raises:
        ImportFailed: there is not a single file to read, or the database holds the demo shop and this is another.
    """
    missing = tuple(source.file for source in SOURCES if not (folder / source.file).exists())
    if len(missing) == len(SOURCES):
        raise ImportFailed(f"There is none of the shop's CSV files in {folder}.")
    now, before = clock.now(), None if replace else shop_fact(sessions, DEMO)
    if before == "yes" and not demo:
        raise ImportFailed(HOLDS_DEMO)
    seeded, known = (now, {}) if replace else _state(sessions, now)
    forgotten = set() if replace else _forgotten(sessions)
    refused: list[RefusedRow] = []
    read = [(source, _take(folder, source, seeded, known, refused)) for source in SOURCES]
    taken = [(source, list(_without(forgotten, source, rows))) for source, rows in read]
    with sessions.writing() as session:
        if replace:
            empty(session)
        for source, values in taken:
            _write(session, source, _complete(source, values, now), fresh=replace)
        _enter_payments(session)
        session.merge(ShopFact(name=SEEDED, value=seeded.isoformat()))
        session.merge(ShopFact(name=DEMO, value="yes" if demo and before != "no" else "no"))
    counts = {source.file: len(rows) for source, rows in taken}
    left_out = sum(len(rows) for _, rows in read) - sum(counts.values())
    return ImportReport(counts, tuple(refused), missing, left_out)


def empty(session: Session) -> None:
    """Delete every row of the database."""
    for table in reversed(Base.metadata.sorted_tables):
        session.execute(delete(table))


def holds_demo(sessions: Sessions) -> bool:
    """Whether the database holds the demo shop, which no shop of somebody's own may come beside."""
    return shop_fact(sessions, DEMO) == "yes"


def shop_fact(sessions: Sessions, name: str) -> str | None:
    """A fact that an import noted about the database, such as `seeded`."""
    with sessions.reading() as session:
        fact = session.get(ShopFact, name)
        return fact.value if fact else None


def _state(sessions: Sessions, now: datetime) -> tuple[datetime, dict[type[Base], set[object]]]:
    """When the database was seeded, and the keys that rows may refer to."""
    referred = {table for source in SOURCES for table in source.refers_to.values()}
    seeded = shop_fact(sessions, SEEDED)
    with sessions.reading() as session:
        keys = {table: set(session.scalars(select(_key_column(table)))) for table in referred}
    return datetime.fromisoformat(seeded) if seeded else now, keys


def _forgotten(sessions: Sessions) -> set[str]:
    """The customers who were erased."""
    with sessions.reading() as session:
        return set(session.scalars(select(Customer.customer_id).where(Customer.erased.is_not(None))))


def _without(forgotten: set[str], source: Source, rows: list[Values]) -> Iterator[Values]:
    """The rows without what they say about these customers. Their orders are kept, for there must be invoices, and so
    are the bare ways in which these were paid."""
    for row in rows:
        if row.get("customer_id") not in forgotten or source.table is Order:
            yield row
        elif source.table is PaymentMethod:
            yield row | {"label": row["kind"], "balance": None}


def _key_column(table: type[Base]) -> Any:
    (column,) = table.__table__.primary_key
    return column


def _take(
    folder: Path,
    source: Source,
    seeded: datetime,
    known: dict[type[Base], set[object]],
    refused: list[RefusedRow],
) -> list[Values]:
    """The good rows of a file; the others go to `refused`. Keys become known, to be referred to."""
    taken: list[Values] = []
    seen: set[tuple[object, ...]] = set()
    for answer in read_rows(folder, source, seeded):
        if isinstance(answer, RefusedRow):
            refused.append(answer)
            continue
        line, row = answer
        key = tuple(getattr(row, column) for column in source.key)
        if reason := _unknown_reference(row, source, known):
            refused.append(RefusedRow(source.file, line, reason))
        elif key and key in seen:
            refused.append(RefusedRow(source.file, line, f"{', '.join(map(str, key))} stands there twice"))
        else:
            seen.add(key)
            taken.append(row.values())
    if len(source.key) == 1:
        known.setdefault(source.table, set()).update(key for (key,) in seen)
    return taken


def _unknown_reference(row: Row, source: Source, known: dict[type[Base], set[object]]) -> str | None:
    for column, table in source.refers_to.items():
        value = getattr(row, column)
        if value is not None and value not in known.get(table, ()):
            return f"there is no {column} {value}"
    return None


def _complete(source: Source, rows: list[Values], now: datetime) -> list[Values]:
    """Add what the files do not say: the variants' places, and when the catalogue was brought up to date."""
    if source.table in (Product, Variant):
        rows = [row | {"updated": now} for row in rows]
    if source.table is Variant:
        places = Counter[str]()
        for row in rows:
            row["position"] = places[row["product_id"]]
            places[row["product_id"]] += 1
    return rows


def _write(session: Session, source: Source, rows: list[Values], fresh: bool) -> None:
    table = Base.metadata.tables[source.table.__tablename__]
    if source.belongs_to and not fresh:
        owners = sorted({row[source.belongs_to] for row in rows})
        for some in _batches(owners):
            earlier = delete(table).where(table.c[source.belongs_to].in_(some))
            if source.table is Interaction:
                earlier = earlier.where(table.c.conversation.is_(None))
            session.execute(earlier)
    for some, kept in _kept_columns(session, source, rows):
        statement = insert(table) if fresh or not source.key else _upsert(session, table, source, some, kept)
        for batch in _batches(some):
            session.execute(statement, batch)


def _kept_columns(
    session: Session, source: Source, rows: list[Values]
) -> Iterator[tuple[list[Values], tuple[str, ...]]]:
    """The rows with what of theirs is only for new ones: an order that the file gives no address goes to its
    customer's, but one that is there already stays where it is sent."""
    if source.table is not Order:
        yield rows, ()
        return
    addressed = [row for row in rows if "street" in row]
    others = [row for row in rows if "street" not in row]
    homes = {
        customer: dict(zip(ADDRESS, home, strict=True))
        for customer, *home in session.execute(
            select(Customer.customer_id, *(getattr(Customer, name) for name in ADDRESS))
        )
    }
    yield addressed, ()
    yield [row | homes[row["customer_id"]] for row in others], ADDRESS


def _enter_payments(session: Session) -> None:
    """Note as paid what every order came to, and as refunded what was cancelled, where nothing is noted yet."""
    entry = """
        INSERT INTO transactions (order_number, kind, amount, payment_id, time, cause)
        SELECT o.order_number, '{kind}', sum(i.quantity * i.unit_price) + o.delivery_cost, o.payment_id,
            o.placed, ''
        FROM orders o JOIN order_items i ON i.order_number = o.order_number
        WHERE {which} AND NOT EXISTS (
            SELECT 1 FROM transactions t WHERE t.order_number = o.order_number AND t.kind = '{kind}')
        GROUP BY o.order_number HAVING sum(i.quantity * i.unit_price) + o.delivery_cost > 0
        ORDER BY o.order_number
    """  # as numbers both databases compute it alike: SQLite's are whole hundredths
    session.execute(text(entry.format(kind="payment", which="1 = 1")))
    session.execute(text(entry.format(kind="refund", which=f"o.status = '{OrderStatus.CANCELLED}'")))


def _upsert(session: Session, table: Table, source: Source, rows: list[Values], kept: tuple[str, ...]) -> Any:
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table)
    changed = [name for name in (rows[0] if rows else ()) if name not in (*source.key, *kept)]
    if not changed:
        return statement.on_conflict_do_nothing(index_elements=source.key)
    return statement.on_conflict_do_update(
        index_elements=source.key, set_={name: statement.excluded[name] for name in changed}
    )


def _batches(rows: Sequence[Any]) -> Iterator[Any]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
