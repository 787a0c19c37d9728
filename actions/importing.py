"""The shop developer's command for product files: `./aisle import products FILE`."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn
from sqlalchemy import select

from actions.artefacts import ArtefactError
from actions.encoder import SentenceEncoder
from actions.search.catalogue import documents
from actions.search.index import vectors_of
from actions.search.synonyms import Titles
from actions.settings import settings
from actions.shop.catalogue import Catalogue
from actions.shop.clock import SystemClock
from actions.shop.commands import ReplaceDemo
from actions.shop.feeds.drafts import NotTaken
from actions.shop.feeds.reading import KNOWN
from actions.shop.feeds.taking import FeedReport, import_products
from actions.shop.importer import ImportFailed, holds_demo
from actions.shop.migrations import upgrade
from actions.shop.models import Product
from actions.shop.policy import Policy, PolicyError
from actions.shop.session import Sessions, ShopUnavailable
from actions.text import Analyser

import_ = typer.Typer(help="Bring in what another shop system has exported.", no_args_is_help=True)
console = Console()
NAMED_REFUSALS = 20
"""Rows that were not taken and are listed one by one on the terminal."""
LONG_ENOUGH, AT_ONCE = 3.0, 16
"""Seconds of encoding by which its speed is told, and products that are encoded between looks at the clock."""


@import_.callback()
def _group() -> None:
    """Bring in what another shop system has exported."""


@import_.command(help=f"Take products from {KNOWN}, recognised by itself. Safe while the assistant runs.")
def products(
    file: Annotated[
        Path, typer.Argument(help="The file, compressed with gzip or not.", exists=True, dir_okay=False)
    ],
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave in stock what the file does not have (more files follow).")
    ] = False,
    refused: Annotated[
        Path | None, typer.Option(dir_okay=False, help="A CSV file for the rows that could not be taken.")
    ] = None,
    replace_demo: ReplaceDemo = False,
) -> None:
    started = perf_counter()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    try:
        with closing(Sessions(settings().database_url)) as sessions:
            upgrade(sessions)
            with Progress(*columns, console=console, transient=True) as bar:
                task = bar.add_task("Products", total=file.stat().st_size)
                report = import_products(
                    sessions,
                    file,
                    SystemClock(),
                    Policy.load(settings().policy_file).currency,
                    keep,
                    lambda done: bar.update(task, completed=done),
                    replace_demo and holds_demo(sessions),
                )
            seconds = perf_counter() - started
            fresh = report.new + report.changed
            speed = _encoder_speed(sessions, fresh) if fresh else None
    except (ShopUnavailable, ImportFailed, PolicyError) as error:
        _stop(str(error))
    if refused:
        _list(refused, report.refused)
    _tell(report, seconds, speed)


def _encoder_speed(sessions: Sessions, count: int) -> float | None:
    """Products a second, measured on the work that a running assistant has with the `count` that came last, or with as
    many of them as it manages in a few seconds; None where there is no encoder yet."""
    newest = select(Product.product_id).order_by(Product.updated.desc()).limit(count)
    try:
        encoder = SentenceEncoder.load(settings().models_folder / "encoder")
    except ArtefactError:
        return None
    with sessions.reading() as session:
        ids = list(session.scalars(newest))
    done, seconds = 0, 0.0
    for first in range(0, len(ids), AT_ONCE):
        batch = documents(Catalogue(sessions), Titles(), Analyser(), ids[first : first + AT_ONCE])
        started = perf_counter()
        vectors_of(batch, encoder, {})
        done, seconds = done + len(batch), seconds + perf_counter() - started
        if seconds > LONG_ENOUGH:
            break
    return done / seconds if done else None


def _tell(report: FeedReport, seconds: float, speed: float | None) -> None:
    taken = report.new + report.changed + report.unchanged
    console.print(f"Read as {report.format}: {taken} products in {seconds:.1f} s.", highlight=False)
    for name in ("new", "changed", "unchanged", "gone"):
        console.print(f"{name:<10}{getattr(report, name):>8}", highlight=False)
    for row in report.refused[:NAMED_REFUSALS]:
        console.print(f"not taken: {row}", markup=False, highlight=False)
    if len(report.refused) > NAMED_REFUSALS:
        rest = len(report.refused) - NAMED_REFUSALS
        console.print(f"… and {rest} more; --refused FILE lists them all.", highlight=False)
    if report.new or report.changed or report.gone:
        console.print("A running assistant takes this up by itself; otherwise its next start does.")
    if speed:
        console.print(
            f"Its encoder reads {speed:.0f} products a second here: at most "
            f"{(report.new + report.changed) / speed:.0f} s for those that are new or changed.",
            highlight=False,
        )
    if report.broken:
        _stop(
            f"The file breaks off at {report.broken}. What came before it was taken, and nothing counts as gone."
        )
    if report.unknown:
        console.print(f"Nothing counts as gone, for {report.unknown} of these rows may be anybody's.")
    if report.refused:
        _stop(f"{len(report.refused)} rows were not taken; all others were.")


def _list(path: Path, rows: Sequence[NotTaken]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["line", "reason"])
        table.writerows([row.line, row.reason] for row in rows)


def _stop(sentence: str) -> None:
    console.print(sentence, style="red", markup=False)
    raise typer.Exit(1)
