"""Sizes said without a word for them: `in a 9`, `9`; after one in other ways: `size ten`, `size 9 or 10`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.components.extraction.catalogue import Name
from bot.components.extraction.entity import CORRECTED, GUESSED, Entity
from bot.components.language import Language, any_of

MARKS = " \t\n.,!?"


class Sizes:
    """Finds a bare size where the words around it leave nothing else to mean (`for a 9`, `i need a medium`).

    The catalogue knows a number or a letter as a size only together with a word for it (`size 9`). What stands after
    that word, or is a size's whole name, is what may stand bare. After a word for sizes alone (`size`, not `in`) the
    number may be in words, and have a half (`size nine and a half`). What is joined to a size is one too.
    """

    def __init__(self, sizes: Iterable[Name], language: Language) -> None:
        self._values: dict[str, str] = {}
        for size in sizes:
            for form in (size.value.lower(), *size.forms):
                bare = re.sub(rf"^{language.size_words}\s+", "", form)
                if bare != form or " " not in form:
                    self._values.setdefault(bare, size.value)
        self._numbers = {word: f"{number:g}" for word, number in language.number_words.items()}

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        ends = rf"(?=\s*(?:$|[^\w\s.-]|\.(?!\d)|{language.size_after}))"
        half = rf"(?:\s?{language.halves})"
        bare = any_of([re.escape(form) for form in self._values]) if self._values else r"(?!)"
        in_words = any_of(self._numbers)
        self._half = compiled(rf"{half}$")
        self._lead = compiled(rf"^{language.size_words}\s+")
        self._alone = compiled(rf"\d+{half}|{bare}")
        self._joined = compiled(rf"\s*{language.size_joints}\s*(?P<size>{bare}){ends}")
        self._patterns = (
            compiled(
                rf"\b{language.size_nouns}\s+(?P<size>(?:\d+|{in_words}){half}|{bare}|{in_words})(?![\w-]|\.\d)"
            ),
            compiled(rf"\b{language.size_before}\s+(?P<size>\d+{half}|{bare}){ends}"),
        )

    def find(self, text: str, things: Iterable[Entity]) -> Iterator[Entity]:
        """The bare sizes in a text; `things` are the catalogue's names in it."""
        ends = [thing.end for thing in things if thing.entity == "size"]
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                if value := self._value(match["size"]):
                    ends.append(match.end("size"))
                    yield Entity("size", value, match.start("size"), match.end("size"), CORRECTED)
        for end in ends:
            if joined := self._joined.match(text, end):
                ends.append(joined.end("size"))
                value = self._values[joined["size"].lower()]
                yield Entity("size", value, joined.start("size"), joined.end("size"), CORRECTED)

    def alone(self, text: str) -> Iterator[Entity]:
        """The size that a text is, if it is nothing else."""
        said = text.strip(MARKS)
        if self._alone.fullmatch(said) and (value := self._value(said)):
            start = text.index(said)
            yield Entity("size", value, start, start + len(said), GUESSED)

    def bare(self, text: str, size: Entity) -> Entity:
        """A size of the catalogue with the place of its value, without the word before it."""
        lead = self._lead.match(text[size.start : size.end])
        return replace(size, said=(size.start + lead.end(), size.end)) if lead else size

    def _value(self, said: str) -> str | None:
        """The catalogue's size for what was said; None where it has no such size."""
        plain = said.lower()
        if plain in self._values:
            return self._values[plain]
        number = self._half.sub("", plain)
        figures = self._numbers.get(number, number)
        return self._values.get(figures if number == plain else f"{figures}.5")
