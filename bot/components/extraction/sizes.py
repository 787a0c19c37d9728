"""Sizes said without a word for them: `in a 9`, `9`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.components.extraction.catalogue import Name
from bot.components.extraction.entity import CORRECTED, GUESSED, Entity
from bot.components.language import Language, any_of

MARKS = " \t\n.,!?"


class Sizes:
    """Finds a bare size where the words around it leave nothing else to mean (`for a 9`, `i need a medium`).

    The catalogue knows a number or a letter as a size only together with a word for it (`size 9`). What stands after
    that word, or is a size's whole name, is what may stand bare.
    """

    def __init__(self, sizes: Iterable[Name], language: Language) -> None:
        self._values: dict[str, str] = {}
        for size in sizes:
            for form in (size.value.lower(), *size.forms):
                bare = re.sub(rf"^{language.size_words}\s+", "", form)
                if bare != form or " " not in form:
                    self._values.setdefault(bare, size.value)
        bare = any_of([re.escape(form) for form in self._values]) if self._values else r"(?!)"
        self._pattern = re.compile(
            rf"\b{language.size_before}\s+(?P<size>{bare})(?=\s*(?:$|[^\w\s.-]|\.(?!\d)|{language.size_after}))",
            re.IGNORECASE,
        )

    def find(self, text: str) -> Iterator[Entity]:
        """The bare sizes in a text."""
        for match in self._pattern.finditer(text):
            value = self._values[match["size"].lower()]
            yield Entity("size", value, match.start("size"), match.end("size"), CORRECTED)

    def alone(self, text: str) -> Iterator[Entity]:
        """The size that a text is, if it is nothing else."""
        said = text.strip(MARKS)
        if value := self._values.get(said.lower()):
            start = text.index(said)
            yield Entity("size", value, start, start + len(said), GUESSED)
