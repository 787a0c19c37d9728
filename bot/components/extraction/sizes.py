"""Sizes said without a word for them: `in a 9`, `9`; after one in other ways: `size ten`, `size 9 or 10`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.components.extraction.catalogue import Name
from bot.components.extraction.entity import CORRECTED, GUESSED, INFERRED, Entity
from bot.components.language import Language, any_of

MARKS = r"[\s.,!?]*"
YEARS = re.compile(r"(\d+)-(\d+)(?: years)?")
"""A size that is a range of years."""
WORN = ("product_type", "product", "colour", "attribute")
"""Kinds of things behind which a size may stand bare (`trousers 32`)."""
TOLD = ("colour", "attribute")
"""Those of them behind which a single figure is one, too (`brown 9`, `mens 9`); `tent 2` may be the second one."""
OTHER = r"\d{1,3}(?:[.,]5)?(?:\s?[-–/]\s?\d{1,3})?|\d?x{1,4}[sl]"
"""What a size looks like that the catalogue has not: `42`, `38.5`, `39-42`, `3XL`."""


class Sizes:
    """Finds a bare size where the words around it leave nothing else to mean (`for a 9`, `i need a medium`).

    The catalogue knows a number or a letter as a size only together with a word for it (`size 9`). What stands after
    that word, or is a size's whole name, is what may stand bare. After a word for sizes alone (`size`, not `in`) the
    number may be in words, and have a half (`size nine and a half`). What is joined to a size is one too (`small or
    medium`), and so are a single capital (`the black one, M`) and a number behind something worn (`trousers 32`).

    A size that the catalogue has not is one all the same, as it was said: `size 42`, `UK 9`. An age (`age 8`) is the
    narrowest of the catalogue's ranges of years with it.
    """

    def __init__(self, sizes: Iterable[Name], language: Language) -> None:
        self._values: dict[str, str] = {}
        for size in sizes:
            for form in (size.value.lower(), *size.forms):
                bare = re.sub(rf"^{language.size_words}\s+", "", form)
                if bare != form or " " not in form:
                    self._values.setdefault(bare, size.value)
        self._ages = _ages(self._values.values())
        self._numbers = {word: f"{number:g}" for word, number in language.number_words.items()}

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        ends = rf"(?=\s*(?:$|[^\w\s.-]|\.(?!\d)|{language.size_after}))"
        half = rf"(?:\s?{language.halves})"
        bare = any_of([re.escape(form) for form in self._values]) if self._values else r"(?!)"
        in_words = any_of(self._numbers)
        self._half = compiled(rf"{half}$")
        self._lead = compiled(rf"^{language.size_words}\s+")
        self._alone = compiled(rf"{MARKS}(?P<size>\d+{half}|{bare}){MARKS}")
        self._asked = compiled(rf"{MARKS}(?P<size>[a-z]+)(?:\s{language.size_after})+{MARKS}")
        self._joined = compiled(rf"\s*{language.size_joints}\s*(?P<size>{bare}){ends}")
        self._joined_before = compiled(rf"(?<![\w-])(?P<size>{bare})\s*{language.size_joints}\s*$")
        self._patterns = (
            re.compile(r"(?<![\w'’.,&/-])(?<!\d\s)(?P<size>[A-Z])(?![\w'’&-]|\.\w)"),
            compiled(
                rf"(?<!\d\s)\b{language.size_nouns}\s+(?P<size>(?:\d+|{in_words}){half}|{bare}|{in_words})"
                rf"(?![\w-]|\.\d)"
            ),
            compiled(rf"\b{language.size_before}\s+(?P<size>\d+{half}|{bare}){ends}"),
        )
        self._measured = compiled(
            rf"(?<![\w.-])(?P<size>{bare})\s?{language.size_measured}(?!\w)"
            rf"(?:\W{{1,2}}\d+\s?{language.size_lengths}(?!\w))?"
        )
        self._behind = compiled(rf",?\s(?P<size>\d+(?:\.5|{half})?|{bare}){ends}")
        self._aged = compiled(rf"\b{language.age_words}\s+(?P<age>\d{{1,2}})(?![\w.]|-\d)")
        self._others = compiled(
            rf"\b(?:{language.size_nouns}\s+(?P<size>(?:{language.size_systems}\s?)?(?:{OTHER}))"
            rf"|(?P<system>{language.size_systems}\s?(?:{OTHER})))(?![\w-]|[.,]\d|\s?{language.units}(?!\w))"
        )
        self._before_system = compiled(
            rf"(?<![\w.,-])(?P<size>{OTHER})\s?(?P<system>{language.size_systems})(?!\w)"
        )

    def find(self, text: str, things: Iterable[Entity]) -> Iterator[Entity]:
        """The bare sizes in a text; `things` are the catalogue's names in it."""
        things = list(things)
        spans = [(thing.start, thing.end) for thing in things if thing.entity == "size"]
        for thing in things:
            match = self._behind.match(text, thing.end) if thing.entity in WORN else None
            if (
                match
                and (thing.entity in TOLD or len(match["size"]) > 1)
                and (value := self._value(match["size"]))
            ):
                spans.append(match.span("size"))
                yield Entity("size", value, *match.span("size"), INFERRED)
        for pattern in self._patterns[text.isupper() :]:
            for match in pattern.finditer(text):
                if value := self._value(match["size"]):
                    spans.append(match.span("size"))
                    yield Entity("size", value, *match.span("size"), CORRECTED)
        for match in self._measured.finditer(text):
            if value := self._value(match["size"]):
                spans.append(match.span())
                yield Entity("size", value, *match.span(), CORRECTED, said=match.span("size"))
        for match in self._aged.finditer(text):
            if value := self._ages.get(int(match["age"])):
                yield Entity("size", value, match.start(), match.end(), INFERRED, said=match.span("age"))
        for match in self._others.finditer(text):
            said = match.span("size" if match["size"] else "system")
            if not any(start < said[1] and said[0] < end for start, end in spans):
                value = re.sub(r"\s+", " ", text[slice(*said)].upper())
                yield Entity("size", value, match.start(), match.end(), CORRECTED, said=said)
        for match in self._before_system.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                yield Entity("size", f"{match['system']} {match['size']}".upper(), *match.span(), CORRECTED)
        yield from self._neighbours(text, spans)

    def alone(self, text: str) -> Iterator[Entity]:
        """The size that a text is, if it is nothing else but, after a size in words, `please` and the like."""
        match = self._alone.fullmatch(text) or self._asked.fullmatch(text)
        if match and (value := self._value(match["size"])):
            yield Entity("size", value, *match.span("size"), GUESSED)

    def bare(self, text: str, size: Entity) -> Entity:
        """A size of the catalogue with the place of its value, without the word before it."""
        lead = self._lead.match(text[size.start : size.end])
        return replace(size, said=(size.start + lead.end(), size.end)) if lead else size

    def _neighbours(self, text: str, spans: list[tuple[int, int]]) -> Iterator[Entity]:
        """What is joined to the sizes at these places."""
        for start, end in spans:
            for joined in (self._joined.match(text, end), self._joined_before.search(text, 0, start)):
                if joined and joined.span("size") not in spans:
                    spans.append(joined.span("size"))
                    yield Entity(
                        "size", self._values[joined["size"].lower()], *joined.span("size"), CORRECTED
                    )

    def _value(self, said: str) -> str | None:
        """The catalogue's size for what was said; None where it has no such size."""
        plain = said.lower()
        if plain in self._values:
            return self._values[plain]
        number = self._half.sub("", plain)
        figures = self._numbers.get(number, number)
        return self._values.get(figures if number == plain else f"{figures}.5")


def _ages(sizes: Iterable[str]) -> Mapping[int, str]:
    """From each age to the narrowest of the sizes that are ranges of years with it."""
    ranges = {size: (int(years[1]), int(years[2])) for size in sizes if (years := YEARS.fullmatch(size))}
    widest_first = sorted(ranges, key=lambda size: ranges[size][0] - ranges[size][1])
    return {age: size for size in widest_first for age in range(ranges[size][0], ranges[size][1] + 1)}
