"""The service staff's commands: `./aisle handoffs list`, `take` and `close`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from actions.handoff.desk import CLOSED, WAITING, HandoffDesk
from actions.settings import settings
from actions.shop import display
from actions.shop.clock import SystemClock
from actions.shop.policy import Policy, PolicyError
from actions.shop.session import Sessions, ShopUnavailable

handoffs = typer.Typer(help="The queue of conversations that wait for a person.", no_args_is_help=True)
console = Console()

Number = Annotated[str, typer.Argument(help="Such as H-100012.")]


@handoffs.command("list")
def list_(
    all: Annotated[bool, typer.Option("--all", help="Also those that no longer wait.")] = False,
) -> None:
    """Who waits, the next first: what was said, and where to answer."""
    with _database() as sessions:
        tables = display.handoffs(sessions, waiting_only=not all)
    if not tables:
        _stop("Nobody is waiting.")
    for table in tables:
        console.print(table)


@handoffs.command()
def take(number: Number) -> None:
    """Take a conversation out of the queue, to answer it; those behind it move up."""
    with _desk() as desk:
        before = desk.take(number.upper())
    if before != WAITING:
        _stop(f"There is no {number}." if before is None else f"{number} does not wait: it is {before}.")
    console.print(f"{number.upper()} is yours. When it is answered: ./aisle handoffs close {number.upper()}")


@handoffs.command()
def close(number: Number) -> None:
    """Say that a conversation needs no person any more."""
    with _desk() as desk:
        before = desk.close(number.upper())
    if before is None:
        _stop(f"There is no {number}.")
    console.print(f"{number.upper()} {'was' if before == CLOSED else 'is'} closed.")


@contextmanager
def _database() -> Iterator[Sessions]:
    try:
        with closing(Sessions(settings().database_url)) as sessions:
            yield sessions
    except (ShopUnavailable, PolicyError) as error:
        _stop(str(error))


@contextmanager
def _desk() -> Iterator[HandoffDesk]:
    with _database() as sessions:
        yield HandoffDesk(sessions, Policy.load(settings().policy_file), SystemClock())


def _stop(sentence: str) -> NoReturn:
    console.print(sentence, style="red", markup=False)
    raise typer.Exit(1)
