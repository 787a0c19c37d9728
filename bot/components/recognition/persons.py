"""Names of people and the postcodes that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.components.recognition.entity import Entity
from bot.components.recognition.language import Words

POSTCODE = re.compile(
    r"\b(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)\b", re.IGNORECASE
)
"""US ZIP codes, UK postcodes and Canadian postal codes, by their published forms."""
PART = r"[^\W\d_](?:[^\W\d_]|['’.-])+"
NAME = rf"{PART}(?:\s+{PART}){{1,3}}?"


class PersonRecogniser:
    """Finds a full name where something says that it is one: a phrase before it, or a postcode or address after it.

    Args:
        words: the language's phrases before a name.
        ordinary: words that are no part of a name.
    """

    def __init__(self, words: Words, ordinary: Collection[str]) -> None:
        self.ordinary = ordinary
        parts = rf"(?P<name>{PART}(?:\s+{PART}){{0,3}})"
        self._said = re.compile(rf"\b{words.either('name')}\s*:?\s+{parts}", re.IGNORECASE)
        self._i_am = re.compile(rf"\b{words.either('i_am')}\s+{parts}", re.IGNORECASE)
        self._before_proof = re.compile(
            rf"(?:^|[,:;]\s*)(?P<name>{NAME})\s*[,;]?\s+(?=(?:{words.either('postcode')}\s+)?\w*\d|\S+@)",
            re.IGNORECASE,
        )

    def recognise(self, text: str) -> list[Entity]:
        """The postcodes and names of a text."""
        postcodes = [
            Entity("postcode", m.group().upper(), m.start(), m.end()) for m in POSTCODE.finditer(text)
        ]
        names = list(self._names(text, bool(postcodes)))
        return sorted([*postcodes, *names], key=lambda e: e.start)

    def _names(self, text: str, with_postcode: bool) -> Iterator[Entity]:
        for match in self._said.finditer(text):
            yield from self._name(match, 1)
        for match in self._i_am.finditer(text):
            for entity in self._name(match, 2):
                capitalised = all(part[:1].isupper() for part in str(entity.value).split())
                if capitalised or with_postcode:
                    yield entity
        if with_postcode:
            for match in self._before_proof.finditer(text):
                yield from self._name(match, 2)

    def _name(self, match: re.Match[str], least: int) -> Iterator[Entity]:
        """The leading words that can be a name, if there are enough of them."""
        end, count = match.start("name"), 0
        for part in re.finditer(r"\S+", match.group("name")):
            if part.group().lower().strip(".") in self.ordinary:
                break
            end, count = match.start("name") + part.end(), count + 1
        if count >= least:
            yield Entity("person_name", match.string[match.start("name") : end], match.start("name"), end)
