"""What extraction finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

EXACT, INFERRED, CORRECTED, GUESSED = 1.0, 0.9, 0.8, 0.5
"""Confidences: said literally; told by the words around it; a typo mended; one of several readings."""

EXCLUDED = "not"
"""The role of what the shopper does not want."""


@dataclass(frozen=True)
class Entity:
    """A thing named in `text[start:end]`.

    `value` is canonical: a catalogue's own word, a number, an ISO-like code. `id` is the catalogue's id where there
    is one, `role` is `not` where the shopper excludes it and `relative` where it compares with what was shown.
    `said` is where in it the value alone stands, without the words that told what it is (`80` of `under 80`).
    `if_excluded` says that the word mostly means something else, and this only where it is excluded (`no down`).
    """

    entity: str
    value: str | int | float
    start: int
    end: int
    confidence: float = EXACT
    role: str | None = None
    id: str | None = None
    said: tuple[int, int] | None = None
    if_excluded: bool = False

    def overlaps(self, other: Entity) -> bool:
        return self.start < other.end and other.start < self.end

    def at_value(self) -> Entity:
        """The entity at the place of its value alone."""
        start, end = self.said or (self.start, self.end)
        return replace(self, start=start, end=end, said=None)


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """The longest entities, of equally long ones the first, in the order of the text.

    The two ends of one price range stay together, and so do several products of one name and the positions in `the
    first two`.
    """
    kept: list[Entity] = []
    for entity in sorted(dict.fromkeys(entities), key=lambda e: e.start - e.end):
        if all(not entity.overlaps(other) or _belong_together(entity, other) for other in kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: e.start)


def _belong_together(one: Entity, other: Entity) -> bool:
    if (one.start, one.end) != (other.start, other.end):
        return False
    kinds = {one.entity, other.entity}
    same_name = len(kinds) == 1 and one.id != other.id
    positions = kinds == {"ordinal"} and one.value != other.value
    return same_name or positions or kinds == {"price_min", "price_max"}
