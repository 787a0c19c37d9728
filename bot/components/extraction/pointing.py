"""Positions (`the second one`), quantities (`two of them`) and orderings (`the cheapest`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.components.extraction.entity import CORRECTED, EXACT, GUESSED, INFERRED, Entity
from bot.components.extraction.numbers import numbers
from bot.components.extraction.references import NumberForm
from bot.components.extraction.spelling import IsWord, Spelling
from bot.components.language import Language, any_of

MOST = 99
"""The greatest quantity that is believed."""
LAST = 20
"""The greatest position that is pointed at by its number."""
FEW = 10
"""The greatest number of positions named at once."""
WORD = re.compile(r"[^\W\d_]+")
NEAR = 60
"""Characters before a thing in which its count is looked for."""


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches each of the phrases as whole words."""
    return re.compile(rf"\b{any_of(map(re.escape, phrases))}\b", re.IGNORECASE)


class Ordinals:
    """Finds `the second one`, `2nd`, `number 2`, `option two`, `#2` as 2, `the last` as -1, `the first two` as 1, 2.

    Args:
        is_word: whether a word, in lower case, is a correct word of the language and so no typo of an ordinal.
    """

    def __init__(self, language: Language, is_word: IsWord) -> None:
        self._positions = language.ordinals
        self._spelling = Spelling(language.ordinals, is_word)
        self._words = _phrases(language.ordinals)
        self._figures = re.compile(rf"(?<![\w.,#-])([1-9]\d?)\s?{language.ordinal_digits}\b", re.IGNORECASE)
        self._numbered = re.compile(
            rf"(?:\b{language.position_words}\s?|(?<![\w&])#\s?)(?P<position>\d{{1,2}})"
            rf"(?![\w/-]|[.,:]\d|\s?(?:{language.units}|{language.currency})(?!\w))",
            re.IGNORECASE,
        )
        self._numbers = numbers(language)
        self._worded = re.compile(
            rf"\b{language.position_nouns}\s(?P<position>{self._numbers.words})\b", re.IGNORECASE
        )
        ends = any_of(re.escape(word) for word, position in language.ordinals.items() if abs(position) == 1)
        self._several = re.compile(rf"\b(?P<end>{ends})\s(?P<count>{self._numbers.pattern})\b", re.IGNORECASE)
        self._before = re.compile(rf"(?:^|[,;:(/&]|\b{language.ordinal_before})\s*$", re.IGNORECASE)
        self._after = re.compile(rf"\s*{language.ordinal_after}\b", re.IGNORECASE)
        self._not_before = re.compile(rf"\b{language.not_before_ordinal}\s*$", re.IGNORECASE)
        self._not_after = re.compile(rf"\s*{language.not_after_ordinal}\b", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Entity]:
        for match in self._several.finditer(text):
            if not self._not_after.match(text, match.end()):
                yield from self._each(match)
        for match in self._words.finditer(text):
            if self._points(text, match):
                yield Entity("ordinal", self._positions[match[0].lower()], match.start(), match.end())
        for match in WORD.finditer(text):
            correct = self._spelling.correct(match[0].lower())
            if correct and self._points(text, match):
                yield Entity("ordinal", self._positions[correct], match.start(), match.end(), CORRECTED)
        for match in self._figures.finditer(text):
            if not self._not_after.match(text, match.end()):
                yield Entity("ordinal", int(match[1]), match.start(), match.end())
        for match in (*self._numbered.finditer(text), *self._worded.finditer(text)):
            position, said = self._numbers.value(match["position"]), match.span("position")
            if 1 <= position <= LAST:
                yield Entity("ordinal", int(position), match.start(), match.end(), INFERRED, said=said)

    def _each(self, match: re.Match[str]) -> Iterator[Entity]:
        """From `the last two` -1 and -2."""
        count, step = self._numbers.value(match["count"]), self._positions[match["end"].lower()]
        said = match.span("end") if count == 1 else None
        for position in range(1, int(count) + 1) if count and count <= FEW else ():
            yield Entity("ordinal", step * position, match.start(), match.end(), said=said)

    def _points(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - NEAR) : match.start()]
        if self._not_before.search(before) or self._not_after.match(text, match.end()):
            return False
        return bool(self._before.search(before) or self._after.match(text, match.end()))


class Quantities:
    """Finds how many: `2 of them`, `3x`, `qty 4`, `add two`, and a number right before something of the catalogue."""

    def __init__(self, language: Language) -> None:
        self._numbers = numbers(language)
        number = rf"(?P<count>{self._numbers.pattern})"
        not_more = rf"(?![\w/]|[.,]\d|-\d|\s?(?:{language.units}|{language.currency})(?!\w))"
        self._words = language.quantity_words
        self._phrases = _phrases(language.quantity_words)
        self._multiplied = re.compile(
            rf"(?<![\w$€£.,#]){number}\s?{language.quantity_after}(?!\w)", re.IGNORECASE
        )
        self._asked = re.compile(rf"\b{language.quantity_before}\s?:?\s?{number}{not_more}", re.IGNORECASE)
        self._counted = re.compile(rf"(?<![\w$€£.,#-]){number}\s$", re.IGNORECASE)
        word = self._numbers.words
        self._contrasted = re.compile(
            rf"\b(?P<count>{word})\b,?\s{language.contrasts}\s(?P<other>{word})\b", re.IGNORECASE
        )

    def find(self, text: str, things: Iterable[Entity]) -> Iterator[Entity]:
        """All quantities; `things` are the catalogue's words in the text, which may be counted."""
        for match in self._phrases.finditer(text):
            yield Entity("quantity", self._words[match[0].lower()], match.start(), match.end(), INFERRED)
        for pattern in (self._multiplied, self._asked):
            for match in pattern.finditer(text):
                yield from self._entity(match, EXACT)
        for match in self._contrasted.finditer(text):  # in figures they may as well be sizes
            for name in ("count", "other"):
                yield from self._entity(match, INFERRED, name)
        for thing in things:
            if count := self._counted.search(text, max(0, thing.start - NEAR), thing.start):
                yield from self._entity(count, INFERRED)

    def _entity(self, match: re.Match[str], confidence: float, name: str = "count") -> Iterator[Entity]:
        value = self._numbers.value(match[name])
        if isinstance(value, int) and 1 <= value <= MOST:
            yield Entity("quantity", value, match.start(name), match.end(name), confidence)


class Orderings:
    """Finds `sort_by`; what only compares with what was shown (`cheaper`) has the role `relative`."""

    def __init__(self, language: Language) -> None:
        self._words = {**language.sort_words, **language.sort_relative}
        self._relative = language.sort_relative
        self._undirected = language.sort_undirected
        self._phrases = _phrases(self._words)
        self._lead = re.compile(rf"{language.sort_leads}\s", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Entity]:
        matches = list(self._phrases.finditer(text))
        directed = [match for match in matches if match[0].lower() not in self._undirected]
        for match in directed or matches:  # "by price, high to low"
            said = match[0].lower()
            role = "relative" if said in self._relative else None
            lead = self._lead.match(match[0])
            start = match.start() + (lead.end() if lead else 0)
            yield Entity("sort_by", self._words[said], *match.span(), role=role, said=(start, match.end()))


def bare_number(text: str, order_numbers: NumberForm) -> Iterator[Entity]:
    """What a message that is nothing but a whole number may answer; what was asked decides between the readings."""
    match = re.fullmatch(r"[\s.,!?]*(\d{1,12})[\s.,!?]*", text)
    if not match:
        return
    digits, start, end = match[1], match.start(1), match.end(1)
    if int(digits) in range(1, MOST + 1):
        yield Entity("quantity", int(digits), start, end, GUESSED)
        yield Entity("ordinal", int(digits), start, end, GUESSED)
    if len(digits) == order_numbers.digits:
        yield Entity("order_number", order_numbers.prefix + digits, start, end, GUESSED)
    if len(digits) in (4, 5):
        yield Entity("postcode", digits, start, end, GUESSED)
