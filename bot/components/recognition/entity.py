"""What is recognised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Entity:
    """A recognised thing: characters `start` to `end` of the text mean `value`.

    `confidence` is 1 for what was written as known and less for a typing mistake; `id` is the catalogue's where the
    thing is one product; `role` is `not` where it is ruled out.
    """

    kind: str
    value: Any
    start: int
    end: int
    confidence: float = 1.0
    id: str | None = None
    role: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Entity) -> bool:
        return self.start < other.end and other.start < self.end

    def ruled_out(self) -> Entity:
        return replace(self, role="not")


def longest(found: list[Entity]) -> list[Entity]:
    """Of overlapping entities the longest, of equally long ones the first found; in the order of the text."""
    kept: list[Entity] = []
    for entity in sorted(found, key=lambda e: -e.length):
        if not any(entity.overlaps(other) for other in kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: e.start)
