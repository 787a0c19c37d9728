"""How a benchmark starts from the command line, and how it ends when it cannot run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Out = Annotated[
    Path,
    typer.Option(
        "--out", file_okay=False, writable=True, help="The folder for summary.json and the pictures."
    ),
]


class CannotRun(Exception):
    """Something that the benchmark needs is missing or does not work; the message says what in a sentence."""


def run(benchmark: Callable[..., None]) -> None:
    """Run a benchmark with the command line's options, which are its parameters, as typer reads them.

    The function has the benchmark's name. Where it raises `CannotRun`, the sentence goes to the standard error and the
    exit status is 2.
    """
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(benchmark)
    try:
        app(prog_name=f"aisle bench {benchmark.__name__.replace('_', '-')}")
    except CannotRun as reason:
        print(reason, file=sys.stderr)
        sys.exit(2)


def progress() -> Progress:
    """Progress bars for whatever takes longer than a few seconds, on a terminal, gone when it is done."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
