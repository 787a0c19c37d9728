"""What the shopper does not want: `not the blue one, the black`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from bot.components.extraction.entity import EXCLUDED, Entity
from bot.components.language import Language, any_of

REACH = 4
"""How many words a negation reaches over before it meets the first thing that it excludes."""

CHANGEABLE = ("colour", "size", "email", "postcode", "person_name", "quantity", "order_number")
"""Kinds of which one may be said in place of another; of two prices or brands both hold."""
NEAR = 60
"""Characters before a thing in which a word for changing it is looked for."""

TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")


class Negation:
    """Marks entities that a negation excludes.

    A negation reaches to the first entity within a few words, unless a mark, a word such as `but` or a second
    article comes between, and from there to others joined by `or` or `and`. `blue, not red` excludes the one,
    `not the blue one, the black` the other. What is corrected or changed to another of its kind is excluded, too:
    `red? no, blue`, `from red to blue`, `swap red for blue`.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        determiners = any_of(language.determiners)
        end = rf"(?:(?:{determiners}|{language.size_words})\s+)*$"
        self._correction = re.compile(rf"^\W*{language.corrections}[\s,]*{end}", re.IGNORECASE)
        self._from = re.compile(rf"\b{language.changes}\b.*\b{language.changed_from}\s+{end}", re.IGNORECASE)
        self._to = re.compile(rf"^\s*(?:\w+\s+)?{language.changed_to}\s+{end}", re.IGNORECASE)
        self._swap = re.compile(rf"\b{language.changes}\s+{end}", re.IGNORECASE)
        self._for = re.compile(rf"^\s*(?:\w+\s+){{0,2}}{language.swapped_for}\s+{end}", re.IGNORECASE)
        self._negations = re.compile(rf"(?<![\w'’]){language.negations}(?![\w'’])", re.IGNORECASE)

    def mark(self, text: str, entities: Iterable[Entity]) -> list[Entity]:
        """The entities, the excluded ones with the role `not`."""
        entities = list(entities)
        excluded: set[int] = set()
        for match in self._negations.finditer(text):
            # the one in "nothing under 4 stars" is a part of that limit
            if not any(e.start <= match.start() and match.end() <= e.end for e in entities):
                excluded |= self._excluded(text, match, entities)
        excluded |= set(self._replaced(text, entities))
        return [
            replace(entity, role=EXCLUDED) if entity.start in excluded and entity.role is None else entity
            for entity in entities
        ]

    def _replaced(self, text: str, entities: list[Entity]) -> Iterator[int]:
        """The starts of the entities in whose place another of their kind is wanted."""
        for old, new in permutations(entities, 2):
            if old.entity == new.entity in CHANGEABLE and old.end <= new.start and old.value != new.value:
                before, between = text[max(0, old.start - NEAR) : old.start], text[old.end : new.start]
                if (
                    self._correction.search(between)
                    or (self._from.search(before) and self._to.search(between))
                    or (self._swap.search(before) and self._for.search(between))
                ):
                    yield old.start

    def _excluded(self, text: str, negation: re.Match[str], entities: list[Entity]) -> set[int]:
        """The starts of the entities that one negation excludes."""
        position, excluded = negation.end(), set[int]()
        # "nothing with a hood" negates what is called "with a hood"
        following = sorted(
            {(e.start, e.end) for e in entities if e.start > negation.start() and e.end > position}
        )
        for start, end in following:
            between = [word.lower() for word in TOKEN.findall(text[position:start])]
            if not (self._reaches_on(between) if excluded else self._reaches_first(between, negation[0])):
                break
            excluded.add(start)
            position = end
        return excluded

    def _reaches_first(self, between: list[str], negation: str) -> bool:
        determiners = sum(word in self._language.determiners for word in between)
        # "no the black one" corrects; "no black one" excludes.
        allowed = 0 if negation.lower() == "no" else 1
        ended = any(word in self._language.negation_ends for word in between)
        return len(between) <= REACH and determiners <= allowed and not ended

    def _reaches_on(self, between: list[str]) -> bool:
        """Whether the words between two entities join them: `or`, perhaps with an article. Nothing does not: in
        `not the blue jacket` the colour is excluded, not the jacket."""
        rest = [word for word in between if word not in self._language.determiners]
        return bool(rest) and all(word in self._language.alternatives for word in rest)
