"""How many pieces a message speaks of."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.turn import Clause


def how_many(clause: Clause, context: Context, *around: str) -> int | None:
    """How many pieces are spoken of; None where no number is. What names a size or counts what was shown is none.

    Args:
        around: kinds of words, other than usual, among which a bare figure is a number of pieces.
    """
    sizes = [range(entity.start, entity.end + 1) for entity in clause.entities if entity.kind == "size"]
    for entity in clause.entities:
        if entity.kind == "quantity" and not any(entity.start in size for size in sizes):
            return int(entity.value)
    language, said = context.language, clause.unnamed
    words = language.words(said)
    figures = [word for word in words if word.isdecimal()]
    idle = (phrase for kind in around or ("around_count",) for phrase in language.phrases(kind))
    if len(figures) == 1 and set(words) <= {*figures, *(word for phrase in idle for word in phrase.split())}:
        return int(figures[0]) or None
    return next((n for each, n in language.counts.items() if language.find(said, [each]) is not None), None)
