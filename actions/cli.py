"""Aisle's command line, `./aisle`. A command imports what it needs when it is called, so that help comes at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any, TypeVar

import typer

app = typer.Typer(
    help="An assistant for an online shop: set it up, run it, look into it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

T = TypeVar("T")

PASS_ON: dict[str, Any] = {
    "add_help_option": False,
    "context_settings": {"ignore_unknown_options": True, "allow_extra_args": True},
}
"""For commands whose arguments are read by somebody else."""


@app.command()
def setup() -> None:
    """Install both environments (`make setup`)."""
    typer.echo("Both environments are installed.")  # by the shell script that called us


@app.command()
def run() -> None:
    """Make what is stale and start the assistant (`make run`)."""
    from actions.launcher.run import run

    _launch(run)


@app.command()
def shell() -> None:
    """Talk to the assistant in the terminal (`make shell`)."""
    from actions.launcher.run import shell

    raise typer.Exit(_launch(shell))


@app.command()
def train() -> None:
    """Make what is stale under models/ (`make train`)."""
    from actions.launcher.prepare import make

    _launch(make)


@app.command()
def test(
    suites: Annotated[list[str] | None, typer.Argument(help="Only these suites, by name.")] = None,
) -> None:
    """Test everything that can be tested on one machine (`make test`)."""
    from actions.launcher.testing import test

    raise typer.Exit(_launch(lambda: test(suites or [])))


@app.command()
def lint() -> None:
    """Check style and types: ruff, mypy, tsc (`make lint`)."""
    from actions.launcher.linting import lint

    raise typer.Exit(_launch(lint))


@app.command()
def doctor() -> None:
    """Say what is wrong with this installation and how to mend it."""
    from actions.launcher.doctor import doctor

    raise typer.Exit(doctor())


@app.command(**PASS_ON)
def db(ctx: typer.Context) -> None:
    """Create, migrate, fill and inspect the shop's database."""
    from actions.shop.commands import db

    db(ctx.args, prog_name="aisle db")


@app.command("import", **PASS_ON)
def import_(ctx: typer.Context) -> None:
    """Bring in products that another shop system has exported."""
    from actions.importing import import_

    import_(ctx.args, prog_name="aisle import")


@app.command(**PASS_ON)
def show(ctx: typer.Context) -> None:
    """Look at what the database holds."""
    from actions.shop.commands import show

    show(ctx.args, prog_name="aisle show")


@app.command(**PASS_ON)
def handoffs(ctx: typer.Context) -> None:
    """See who waits for a person, take a conversation, close it."""
    from actions.handoff.commands import handoffs

    handoffs(ctx.args, prog_name="aisle handoffs")


@app.command(**PASS_ON)
def profile(ctx: typer.Context) -> None:
    """What the shop makes of a customer: group, habits, tastes, whether they have left."""
    from actions.customers.commands import profile

    profile(ctx.args, prog_name="aisle profile")


@app.command()
def token(
    customer: Annotated[str, typer.Option(help="Whom it signs in.")],
    days: Annotated[float, typer.Option(help="How long it is good for.")] = 1.0,
) -> None:
    """Print a bearer token that signs a customer in over REST."""
    from actions.launcher.tokens import customer_token

    typer.echo(_launch(lambda: customer_token(customer, timedelta(days=days))))


@app.command(**PASS_ON)
def bench(ctx: typer.Context) -> None:
    """Run a benchmark: `./aisle bench NAME …`."""
    from actions.launcher.benchmarks import run

    _launch(lambda: run(ctx.args))


def _launch(work: Callable[[], T]) -> T:
    """Do it; what is known to go wrong is told in its own words and without a traceback."""
    from actions.artefacts import ArtefactError
    from actions.launcher import LaunchError
    from actions.launcher.supervisor import ended_by_signals

    try:
        with ended_by_signals():
            return work()
    except (LaunchError, ArtefactError) as error:
        typer.secho(str(error), fg="red", err=True)
        raise typer.Exit(1) from error


if __name__ == "__main__":
    app(prog_name="aisle")
