"""A message about several orders as one for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.language import Language


def portions(clause: Clause, language: Language, intent: str) -> list[Clause]:
    """What a message says of each order that it names, in order; empty where it names none.

    "The boots from 1042 and the lamp from 1077" is cut between the two; "track 1058 and 1077" says the same of both.
    What follows the last number after a comma (", both too small") is said of all.
    """
    numbers = [e for e in clause.entities if e.kind == "order_number" and e.role != "not"]
    numbers.sort(key=lambda number: number.start)
    cuts = [_cut(clause.text, one, other, language) for one, other in pairwise(numbers)]
    if not cuts or None in cuts:
        return [_only(number, clause, numbers, intent) for number in numbers]
    ends = [end for end, _ in filter(None, cuts)] + [len(clause.text)]
    starts = [0] + [start for _, start in filter(None, cuts)]
    comma = clause.text.find(",", numbers[-1].end)
    shared = "" if comma < 0 else clause.text[comma:]
    *firsts, last = zip(starts, ends, strict=True)
    return [*(_slice(clause, *span, shared, intent) for span in firsts), _slice(clause, *last, "", intent)]


def _cut(text: str, one: Entity, other: Entity, language: Language) -> tuple[int, int] | None:
    """Where what is said of one order ends, and where what is said of the next begins; None where they are only
    listed."""
    between = text[one.end : other.start]
    joints = [*language.phrases("join"), *language.phrases("also_first")]
    empty = [*joints, *language.phrases("of_order"), "then"]
    if not language.words(between) or language.made_of(between, empty):
        return None
    found = list(re.finditer(rf"[,;.]|\b(?:{'|'.join(map(re.escape, joints))})\b", between))
    if not found:
        return one.end, one.end
    # "from 1042 the boots and from 1077 the lamp", or "the boots from 1042 and the lamp from 1077"
    last = found[-1]
    rest = between[last.end() :]
    ahead = not language.words(rest) or language.made_of(rest, empty)
    joint = last if ahead else found[0]
    return one.end + joint.start(), one.end + joint.end()


def _slice(clause: Clause, start: int, end: int, tail: str, intent: str) -> Clause:
    start += len(clause.text[start:end]) - len(clause.text[start:end].lstrip())
    text = clause.text[start:end].rstrip() + tail
    here = (e for e in clause.entities if start <= e.start and e.end <= end)
    return Clause(
        text, intent, 1.0, tuple(replace(e, start=e.start - start, end=e.end - start) for e in here)
    )


def _only(kept: Entity, clause: Clause, alternatives: Sequence[Entity], intent: str) -> Clause:
    """A clause with one of several entities that it lists, as if the others had not been said."""
    start, end = alternatives[0].start, alternatives[-1].end
    shift = len(clause.text[kept.start : kept.end]) - (end - start)
    before = (e for e in clause.entities if e.end <= start)
    after = (replace(e, start=e.start + shift, end=e.end + shift) for e in clause.entities if e.start >= end)
    here = replace(kept, start=start, end=end + shift)
    text = clause.text[:start] + clause.text[kept.start : kept.end] + clause.text[end:]
    return Clause(text, intent, 1.0, (*before, here, *after))
