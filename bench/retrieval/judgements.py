"""What people judged: how well each of some products answers each of some queries."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from bench.common.running import CannotRun

COLUMNS = ["query", "docid", "rating"]
GRADES = range(4)
"""Not at all, a little, well, exactly."""


@dataclass(frozen=True)
class JudgedQuery:
    """A query and the grade, 0 to 3, of every product that was judged for it, by id."""

    text: str
    grades: dict[str, int] = field(default_factory=dict)

    @property
    def relevant(self) -> frozenset[str]:
        """The products that answer it at least a little."""
        return frozenset(product_id for product_id, grade in self.grades.items() if grade)


def read_judgements(path: Path, products: Collection[str]) -> list[JudgedQuery]:
    """The judged queries of a CSV file with the columns query, docid and rating.

    Raises:
        CannotRun: it is not there, a row is none, or none of the judged products is among `products` (ids).
    """
    if not path.is_file():
        raise CannotRun(f"There are no judgements at {path}.")
    queries: dict[str, JudgedQuery] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if rows.fieldnames is None or not set(COLUMNS) <= set(rows.fieldnames):
                raise CannotRun(f"{path} does not have the columns {', '.join(COLUMNS)}.")
            for row in rows:
                if (grade := int(row["rating"])) not in GRADES:
                    raise CannotRun(f"{path}:{rows.line_num}: {grade} is no grade from 0 to 3.")
                queries.setdefault(row["query"], JudgedQuery(row["query"])).grades[row["docid"]] = grade
    except (OSError, UnicodeDecodeError, csv.Error, ValueError, TypeError) as error:
        raise CannotRun(f"{path} can't be read: {error}.") from error
    known = set(products)
    if not any(known & query.grades.keys() for query in queries.values()):
        raise CannotRun(f"None of the products judged in {path} is in the catalogue.")
    return list(queries.values())
