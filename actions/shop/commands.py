"""The shop developer's commands about the database: `./aisle db …` and `./aisle show …`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select

from actions.settings import settings
from actions.shop import display
from actions.shop.clock import SystemClock
from actions.shop.history import History
from actions.shop.importer import (
    DEMO,
    SEEDED,
    ImportFailed,
    ImportReport,
    holds_demo,
    import_folder,
    shop_fact,
)
from actions.shop.migrations import current, newest, upgrade
from actions.shop.models import Base, Product
from actions.shop.session import Sessions, ShopUnavailable

db = typer.Typer(help="Create, migrate, fill and inspect the shop's database.", no_args_is_help=True)
show = typer.Typer(help="Look at what the database holds.", no_args_is_help=True)
console = Console()
EMPTY = (
    "There are no products yet, and with AISLE_DEVELOPMENT=false the demo shop is not put there: "
    "./aisle db import FOLDER or ./aisle import products FILE brings in yours."
)
NAMED_REFUSALS = 20
"""Refused rows that are listed one by one."""

Folder = Annotated[
    Path, typer.Argument(help="A folder of CSV files in the columns of data/shop/.", exists=True)
]
ReplaceDemo = Annotated[
    bool, typer.Option("--replace-demo", help="Take the demo shop out first, with all that happened in it.")
]


@db.command()
def create() -> None:
    """Set up the database and fill it with the demo shop, the one under data/shop/, unless AISLE_DEVELOPMENT=false;
    leaves one that is filled as it is."""
    with _database() as sessions:
        upgrade(sessions)
        if filled := count_products(sessions):
            console.print(f"The database is ready: {filled} products.")
        elif settings().deployed:
            _stop(EMPTY)
        else:
            _report(import_folder(sessions, _shop_folder(), SystemClock(), replace=True, demo=True))


@db.command()
def migrate() -> None:
    """Bring the database to the newest version, keeping what it holds."""
    with _database() as sessions:
        before = current(sessions)
        upgrade(sessions)
        console.print("Nothing to do." if before == newest() else f"From version {before} to {newest()}.")


@db.command("import")
def import_(folder: Folder, replace_demo: ReplaceDemo = False) -> None:
    """Take a folder of CSV files: adds new rows, brings known ones up to date. Safe while it runs."""
    with _database() as sessions:
        upgrade(sessions)
        demo = folder.resolve() == _shop_folder().resolve()
        replace = replace_demo and not demo and holds_demo(sessions)
        _report(import_folder(sessions, folder, SystemClock(), replace, demo))


@db.command("reset-demo")
def reset_demo() -> None:
    """Put the demo shop back as it was, with fresh dates. Forgets what happened in it; safe while it runs."""
    with _database() as sessions:
        upgrade(sessions)
        if shop_fact(sessions, DEMO) == "no":
            _stop(
                "This database holds your own shop, which would be lost. Set AISLE_DATABASE_URL to another."
            )
        _report(import_folder(sessions, _shop_folder(), SystemClock(), replace=True, demo=True))


@db.command()
def status() -> None:
    """Where the database is, whether it is up to date and how much it holds."""
    with _database() as sessions:
        version = current(sessions)
        console.print(f"Database: {sessions.url.render_as_string(hide_password=True)}")
        if version != newest():
            _stop(f"Version {version or 'none'}, but {newest()} is needed: ./aisle db create")
        console.print(f"Version {version}, seeded {shop_fact(sessions, SEEDED) or 'never'}")
        table = Table("table", "rows")
        with sessions.reading() as session:
            for one in Base.metadata.sorted_tables:
                table.add_row(one.name, str(session.scalar(select(func.count()).select_from(one))))
        console.print(table)


@show.command()
def product(product_id: str) -> None:
    """A product with its variants."""
    with _database() as sessions:
        _print(display.product(sessions, product_id), f"There is no product {product_id}.")


@show.command()
def customer(who: Annotated[str, typer.Argument(help="A customer's id or e-mail.")]) -> None:
    """A customer with their orders and what is allowed."""
    with _database() as sessions:
        _print(display.customer(sessions, who), f"There is no customer {who}.")


@show.command()
def order(order_number: str) -> None:
    """An order with its lines, parcels and returns."""
    with _database() as sessions:
        _print(display.order(sessions, order_number), f"There is no order {order_number}.")


@show.command()
def returns(limit: int = 20) -> None:
    """The latest returns."""
    with _database() as sessions:
        _print(display.returns(sessions, limit), "Nothing was returned.")


@show.command()
def feedback(limit: int = 20) -> None:
    """What shoppers think of the shop, in their words, the latest first."""
    with _database() as sessions:
        _print(display.feedback(sessions, limit), "Nobody has said anything yet.")


@show.command()
def suggestions() -> None:
    """What came of suggestions: shown, looked into or put in the cart, and ordered within 30 days."""
    with _database() as sessions:
        history = History(sessions, SystemClock())
        history.credit_orders()
        _print(display.suggestions(history), "Nothing has been suggested yet.")


def count_products(sessions: Sessions) -> int:
    """How many products the database holds."""
    with sessions.reading() as session:
        return session.scalar(select(func.count()).select_from(Product)) or 0


@contextmanager
def _database() -> Iterator[Sessions]:
    try:
        with closing(Sessions(settings().database_url)) as sessions:
            yield sessions
    except ShopUnavailable as error:
        _stop(f"{error} ./aisle db status says more; ./aisle db create sets it up.")
    except ImportFailed as error:
        _stop(str(error))


def _shop_folder() -> Path:
    return settings().data_folder / "shop"


def _print(tables: list[Table], otherwise: str) -> None:
    if not tables:
        _stop(otherwise)
    for table in tables:
        console.print(table)


def _report(report: ImportReport) -> None:
    for file, count in report.taken.items():
        console.print(f"{file:<22}{'is not there' if file in report.missing else f'{count:>7} rows'}")
    for refused in report.refused[:NAMED_REFUSALS]:
        console.print(f"[red]not taken[/red] {refused}", highlight=False)
    if report.forgotten:
        console.print(f"{report.forgotten} rows were left out: their customers had themselves forgotten.")
    if report.refused:
        _stop(f"{len(report.refused)} rows were not taken; all others were.")


def _stop(sentence: str) -> None:
    console.print(sentence, style="red", markup=False)
    raise typer.Exit(1)
