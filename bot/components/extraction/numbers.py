"""Numbers in figures and in words, as one regular expression and its value."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isfinite

from bot.components.language import Language, any_of

FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d{1,2}(?!\d))?"
LONGEST = 8
"""Words of the longest number in words; without a bound a text of nothing else takes minutes."""
THOUSANDS = r"\s?k\b"


class Numbers:
    """Reads `80`, `1,299.50`, `1.5k`, `a hundred and fifty`, `two dozen`, `four and a half`."""

    def __init__(self, language: Language) -> None:
        self._language = language
        words = any_of({*language.number_words, *language.scale_words})
        filler = rf"(?:{language.number_fillers} )?"
        self.words = words
        """Matches one word for a number."""
        in_words = rf"(?:{language.number_leads} )?{words}\b(?:(?:-| {filler}){words}\b){{0,{LONGEST - 1}}}"
        scales = rf" {any_of(language.scale_words)}\b"
        self._half = re.compile(rf"\s?{language.halves}$", re.IGNORECASE)
        half = rf"(?:\s?{language.halves}(?!\w))?"
        self.pattern = rf"(?:(?:{FIGURES})(?:{THOUSANDS}|{scales})?{half}|\b{in_words}{half})"
        """Matches one number; no groups of its own."""

    def value(self, text: str) -> int | float:
        """The number that a match of `pattern` says: an int where it is whole."""
        said = text.lower().strip()
        plain = self._half.sub("", said)
        if plain[0].isdigit():
            figures, _, scale = plain.partition(" ")
            thousands = figures.endswith("k") or scale == "k"
            number = _figures(figures.removesuffix("k")) * (1000 if thousands else self._scale(scale))
        else:
            number = self._words(plain)
        number += 0.5 if plain != said else 0
        return int(number) if isfinite(number) and number == int(number) else number

    def _scale(self, word: str) -> float:
        return self._language.scale_words.get(word, 1)

    def _words(self, text: str) -> float:
        """The sum of its groups, each multiplied by the scale after it: `two hundred fifty` is 2 · 100 + 50."""
        total = group = 0.0
        for word in re.split(r"[\s-]+", text):
            if word in self._language.scale_words:
                scale = self._language.scale_words[word]
                group = (group or 1) * scale
                if scale >= 1000:
                    total, group = total + group, 0.0
            elif word in self._language.number_words:
                group += self._language.number_words[word]
        return total + group


def _figures(text: str) -> float:
    """`1,299` is a thousand and more, `1,5` one and a half."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    return float(text.replace(",", "."))


@lru_cache
def numbers(language: Language) -> Numbers:
    """The number reader of a language, made once."""
    return Numbers(language)
