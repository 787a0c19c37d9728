"""How sizes of other countries are in the shop's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Sizes = Mapping[str, tuple[str, ...]]
"""Size of a system → the shop's own that are about as large."""


@dataclass(frozen=True)
class Table:
    """The sizes of some kinds of product: for whom → system → what they are in the shop's own."""

    kinds: tuple[str, ...]
    by_audience: Mapping[str, Mapping[str, Sizes]]


@dataclass(frozen=True)
class SizeSystems:
    """The shop's own system and the tables of the others."""

    own: str = ""
    tables: tuple[Table, ...] = ()

    @classmethod
    def read(cls, data_folder: Path) -> SizeSystems:
        """What `sizes.yml` says; no table where the shop has no such file."""
        path = data_folder / "shop" / "sizes.yml"
        if not path.exists():
            return cls()
        content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(str(content["own"]), tuple(_table(**each) for each in content["tables"]))

    def of(self, kinds: Collection[str]) -> Table | None:
        """The table for products of any of these types or categories."""
        return next((table for table in self.tables if not set(table.kinds).isdisjoint(kinds)), None)


def _table(kinds: Sequence[str], **by_audience: Mapping[str, Mapping[Any, Sequence[Any]]]) -> Table:
    return Table(
        tuple(kinds),
        {
            who: {
                system: {
                    f"{float(size):g}": tuple(f"{float(each):g}" for each in own)
                    for size, own in sizes.items()
                }
                for system, sizes in systems.items()
            }
            for who, systems in by_audience.items()
        },
    )
