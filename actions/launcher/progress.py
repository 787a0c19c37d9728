"""What is being done, for how long, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

console = Console(stderr=True, highlight=False)


class Work:
    """What is being done; whoever finds that there was nothing to do sets `idle`, and it is not told."""

    idle = False


@contextmanager
def working(title: str) -> Iterator[Work]:
    """Show the title with a running clock, and how long it took once it is done."""
    started, work = time.monotonic(), Work()
    if console.is_terminal:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            progress.add_task(title)
            yield work
    else:
        yield work
    if not work.idle:
        console.print(f"[green]✓[/green] {title} [dim]{time.monotonic() - started:.0f} s[/dim]")
