"""A benchmark's figures: a table on the terminal, `summary.json` with the same names, pictures beside it."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from matplotlib.figure import Figure as Picture
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.common import machine
from bench.common.running import CannotRun


@dataclass(frozen=True)
class Aim:
    """What a figure of ours should be at most, or at least."""

    relation: str
    bound: float

    def __str__(self) -> str:
        return f"{self.relation} {shown(self.bound)}"

    def met(self, value: float) -> bool:
        """Whether `value` is within the bound; the bound itself is."""
        return value <= self.bound if self.relation == "≤" else value >= self.bound


def at_most(bound: float) -> Aim:
    """`≤ bound`."""
    return Aim("≤", bound)


def at_least(bound: float) -> Aim:
    """`≥ bound`."""
    return Aim("≥", bound)


@dataclass(frozen=True)
class Row:
    """One figure: its name in the summary, what it means, its value for each system that has one."""

    name: str
    meaning: str
    values: Mapping[str, float]
    aim: Aim | None
    section: str


@dataclass
class Report:
    """The figures of one benchmark, of one or several systems: ours is the first.

    A figure of ours stands in `summary.json` under its own name, another system's under `SYSTEM_name`.

    Args:
        title: what was measured, above the table.
        out: the folder for `summary.json` and pictures; made if need be.
        systems: the systems' names, lower-case words.
    """

    title: str
    out: Path
    systems: Sequence[str] = ("aisle",)
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    machine: dict[str, str | float] = field(default_factory=machine.description)

    def __post_init__(self) -> None:
        try:
            self.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotRun(f"There can be no folder {self.out}: {error.strerror}.") from error

    def add(
        self,
        name: str,
        meaning: str,
        values: float | Mapping[str, float],
        aim: Aim | None = None,
        section: str = "",
    ) -> None:
        """Add a figure: `add("start_s", "start, s", {"aisle": 22.4, "stock": 44.1}, at_most(40))`.

        Args:
            values: by system; a single one is ours.
            aim: what ours should be.
            section: figures of one section stand together, under its name.

        Raises:
            ValueError: the name was used before, or a value belongs to no system of this report.
        """
        values = values if isinstance(values, Mapping) else {self.systems[0]: values}
        unknown = values.keys() - set(self.systems)
        if unknown:
            raise ValueError(
                f"{name} is given for {', '.join(sorted(unknown))}, which this report does not compare."
            )
        if any(row.name == name for row in self.rows):
            raise ValueError(f"{name} is in the report already.")
        self.rows.append(Row(name, meaning, values, aim, section))

    def note(self, sentence: str) -> None:
        """Add a sentence to stand under the table."""
        self.notes.append(sentence)

    @contextmanager
    def picture(self, name: str, width: float = 8, height: float = 4.5) -> Iterator[Picture]:
        """An empty matplotlib figure (inches) to draw into, saved as `OUT/name.png` afterwards."""
        picture = Picture(figsize=(width, height), dpi=150, layout="constrained")
        yield picture
        picture.savefig(self.out / f"{name}.png")

    def missed(self) -> list[Row]:
        """The figures of ours that are not what they should be."""
        ours = self.systems[0]
        return [
            row for row in self.rows if row.aim and ours in row.values and not row.aim.met(row.values[ours])
        ]

    def summary(self) -> dict[str, str | float | None]:
        """Every figure under its name, when it was measured, and the machine; flat. What is `nan` is None."""
        figures = {
            name if system == self.systems[0] else f"{system}_{name}": None if math.isnan(value) else value
            for row in self.rows
            for name, system, value in ((row.name, system, value) for system, value in row.values.items())
        }
        measured = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return {**figures, "measured": measured, **self.machine}

    def write(self, console: Console | None = None) -> None:
        """Write `summary.json`; print the table, the notes, the machine, and where everything lies."""
        console = console or Console()
        path = self.out / "summary.json"
        path.write_text(json.dumps(self.summary(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        for table in self._tables(console):
            console.print(table)
        for sentence in self.notes:
            console.print(sentence, markup=False, highlight=False)
        console.print(
            "{machine_processor}, {machine_cores} cores, {machine_memory_gb} GB, {machine_system}, "
            "load before {machine_load}".format(**self.machine),
            style="dim",
        )
        console.print(
            f"In {self.out}: {', '.join(sorted(file.name for file in self.out.iterdir()))}", style="dim"
        )

    def _tables(self, console: Console) -> Iterator[Table]:
        """One table; on a terminal too narrow for it several, of some of the systems each, with ours in all."""
        ours, *others = self.systems
        while True:
            count = len(others)
            while count > 1 and not _fits(self._table([ours, *others[:count]]), console):
                count -= 1
            yield self._table([ours, *others[:count]])
            others = others[count:]
            if not others:
                return

    def _table(self, systems: Sequence[str]) -> Table:
        table = Table(title=Text(self.title), title_justify="left", box=SIMPLE_HEAD)
        table.add_column("figure", no_wrap=True)
        table.add_column("what")
        for system in systems:
            table.add_column(system, justify="right", no_wrap=True)
        table.add_column("aim", no_wrap=True)
        section = ""
        for row in self.rows:
            if row.section != section:
                section = row.section
                table.add_section()
                table.add_row(Text(section, style="bold"))
            values = [shown(row.values[each]) if each in row.values else "" for each in systems]
            table.add_row(*map(Text, (row.name, row.meaning, *values)), self._verdict(row))
        return table

    def _verdict(self, row: Row) -> Text:
        if row.aim is None or self.systems[0] not in row.values:
            return Text()
        verdict = ("missed", "red") if row in self.missed() else ("met", "green")
        return Text.assemble(f"{row.aim} ", verdict)


def _fits(table: Table, console: Console) -> bool:
    """Whether no figure has to be cut."""
    endless = console.options.update(max_width=sys.maxsize)  # a measure is never above what there is
    return console.measure(table, options=endless).minimum <= console.width


def shown(value: float) -> str:
    """A figure as people read it: three digits that count; a dash where it could not be measured."""
    if math.isnan(value):
        return "–"
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3g}"
