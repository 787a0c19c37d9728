"""How many pieces a message speaks of."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from itertools import pairwise

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context


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


def how_many_of(names: Collection[str], clause: Clause, context: Context) -> int | None:
    """The number that stands by a word of what is counted and is no part of its name: "2 mushroom risottos", and where
    the message sets it anew "make the gas 5"; None where there is none.

    Args:
        names: what is counted may be called so.
    """
    language = context.language
    called = {word for name in names for word in language.words(name)}
    traits = [entity for entity in clause.entities if entity.kind not in (*GOODS, "quantity")]
    text = reduce(lambda left, entity: left.without(entity.start, entity.end), traits, clause).text
    words = [word for word in language.words(text) if word not in language.phrases("sets_to")]

    def is_called(word: str) -> bool:
        return any(word == each or language.plural(each, word) for each in called)

    for before, after in pairwise(words):
        number, thing = (
            (after, before) if sets_anew(clause, context) and is_called(before) else (before, after)
        )
        counts = int(number) if number.isdecimal() else language.counts.get(number)
        if counts and number not in called and is_called(thing):
            return counts
    return None


def sets_anew(clause: Clause, context: Context) -> bool:
    """Whether a message begins as one that says how something shall be from now on: "make the gas 2"."""
    language = context.language
    kinds = ("affirm", "deny", "hedge", "correction", "polite", "asking")
    opening = [phrase for kind in kinds for phrase in language.phrases(kind)]
    words = [word for word in language.words(clause.text) if word not in opening]
    return words[:1] != [] and words[0] in language.phrases("sets")
