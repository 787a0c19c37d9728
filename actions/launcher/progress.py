"""What is being done, for how long, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

console = Console(stderr=True, highlight=False)


@contextmanager
def working(title: str) -> Iterator[None]:
    """Show the title with a running clock, and how long it took once it is done."""
    started = time.monotonic()
    if console.is_terminal:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            progress.add_task(title)
            yield
    else:
        console.print(f"{title} …")
        yield
    console.print(f"[green]✓[/green] {title} [dim]{time.monotonic() - started:.0f} s[/dim]")
