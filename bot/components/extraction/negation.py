"""What the shopper does not want: `not the blue one, the black`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from bot.components.extraction.entity import EXCLUDED, Entity
from bot.components.language import Language, any_of

REACH = 4
"""How many words a negation reaches over before it meets the first thing that it excludes."""

CHANGEABLE = ("colour", "size", "email", "postcode", "person_name", "quantity", "order_number")
"""Kinds of which one may be said in place of another; of two prices or brands both hold."""
SUBSTANCE = "material"
"""The kind of which words that come after it exclude it: `wool-free`, `a wool allergy`."""
NEAR = 60
"""Characters before a thing in which a word for changing it is looked for."""

TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")


class Negation:
    """Marks entities that a negation excludes, with the kinds of trigger of NegEx (Chapman et al. 2001, "A simple
    algorithm for identifying negated findings and diseases in discharge summaries").

    Some words negate what follows (`without`), some what precedes (`-free`), some only seem to (`not only`, `i have
    nothing warm`), and some end a negation (`but`). One that negates what follows reaches to the first entity within a
    few words, unless a mark, an ending word or a second article comes between, and from there to others that are joined
    or listed: `no wool, leather or down`. `blue, not red` excludes the one, `not the blue one, the black` the other; of
    `no boots in blue` it is the blue. What is corrected or changed to another of its kind is excluded, too: `red? no,
    blue`, `from red to blue`, `swap red for blue`.
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
        self._negations = re.compile(
            rf"(?<![\w'’])(?:{language.negations}(?:\s+{language.negation_links})?|{language.bare_negations})"
            r"(?![\w'’])",
            re.IGNORECASE,
        )
        self._after = re.compile(rf"{language.negations_after}(?![\w'’])", re.IGNORECASE)
        self._seeming = re.compile(rf"(?<![\w'’]){language.seeming_negations}(?![\w'’])", re.IGNORECASE)
        self._link = re.compile(rf"\s+{language.negation_links}\s+(?:{determiners}\s+)?", re.IGNORECASE)

    def mark(self, text: str, entities: Iterable[Entity]) -> list[Entity]:
        """The entities, the excluded ones with the role `not`, without those that are none unless they are excluded."""
        entities = list(entities)
        ends = dict(self._before(text, entities))
        excluded = {*ends, *self._replaced(text, entities)}
        for negation in self._real(text, entities):
            excluded |= self._excluded(text, negation, entities)
        return [
            replace(entity, role=EXCLUDED, end=ends.get(entity.start, entity.end))
            if entity.start in excluded and entity.role is None
            else entity
            for entity in entities
            if entity.start in excluded or not entity.if_excluded
        ]

    def _real(self, text: str, entities: Sequence[Entity]) -> Iterator[re.Match[str]]:
        """The negations of what follows them: neither such as only seem so nor parts of what is named ("nothing under 4
        stars")."""
        seeming = [match.span() for match in self._seeming.finditer(text)]
        named = [(e.start, e.end) for e in entities if not e.if_excluded]
        for match in self._negations.finditer(text):
            start, end = match.span()
            within = any(first <= start and end <= last for first, last in named)
            if not within and not any(first < end and start < last for first, last in seeming):
                yield match

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

    def _before(self, text: str, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
        """The starts of the entities that what comes after them excludes (`wool-free`) and of those joined to them, and
        where each ends with that."""
        position = None
        for entity in sorted(entities, key=lambda entity: -entity.start):
            joined = position is not None and self._joins(self._words(text[entity.end : position]))
            after = self._after.match(text, entity.end)
            if entity.entity == SUBSTANCE and (joined or after):
                position = entity.start
                yield position, after.end() if after else entity.end
            else:
                position = None

    def _excluded(self, text: str, negation: re.Match[str], entities: Sequence[Entity]) -> set[int]:
        """The starts of the entities that one negation excludes."""
        position = negation.end()
        # "nothing with a hood" negates what is called "with a hood"
        following = sorted(
            (e for e in entities if e.start > negation.start() and e.end > position), key=lambda e: e.start
        )
        if not following or not self._reaches(text[position : following[0].start], following[0], negation):
            return set()
        if len(following) > 1 and self._is_of(text, *following[:2]):
            following = following[1:]
        excluded, listed = {following[0].start}, set[int]()
        for last, entity in pairwise(following):
            between = self._words(text[last.end : entity.start])
            if self._joins(between):
                excluded |= {*listed, entity.start}
            elif between == [","] and entity.entity == last.entity:
                listed.add(entity.start)
            elif (entity.start, entity.end) != (last.start, last.end):
                break
        return excluded

    def _is_of(self, text: str, first: Entity, second: Entity) -> bool:
        """Whether two entities are a kind and which of it: in `no boots in blue` the blue is not wanted."""
        between = text[first.end : second.start]
        return {first.entity, second.entity} > {"product_type"} and bool(
            first.entity == "product_type" and self._link.fullmatch(between)
        )

    def _reaches(self, between: str, entity: Entity, negation: re.Match[str]) -> bool:
        """Whether a negation reaches over the text between it and the first entity after it."""
        words = self._words(between)
        determiners = sum(word in self._language.determiners for word in words)
        if entity.if_excluded:
            return len(words) == determiners
        # "no the black one" corrects; "no black one" excludes.
        allowed = 0 if negation[0].lower() == "no" else 1
        ended = any(word in self._language.negation_ends for word in words)
        return len(words) <= REACH and determiners <= allowed and not ended

    def _joins(self, between: list[str]) -> bool:
        """Whether the words between two entities join them: `or`, perhaps with an article. Nothing does not: in
        `not the blue jacket` the colour is excluded, not the jacket."""
        rest = [word for word in between if word not in self._language.determiners and word != ","]
        return bool(rest) and all(word in self._language.alternatives for word in rest)

    @staticmethod
    def _words(text: str) -> list[str]:
        return [word.lower() for word in TOKEN.findall(text)]
