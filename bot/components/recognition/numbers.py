"""Numbers as people write them, in digits or in words."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from bot.components.recognition.language import Words, alternatives

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?\s?k\b|\d+(?:[.,]\d{1,2})?"


class Numbers:
    """Reads amounts: `1.5k` is 1500, `1,299.00` is 1299, `eighty five` is 85, `a hundred and fifty` is 150.

    Args:
        words: the language's number words.
    """

    def __init__(self, words: Words) -> None:
        self._small = words.numbers()
        self._scales: dict[str, int] = dict(words.table["scales"])
        self._joints = set(words.table["number_joints"])
        word = alternatives([*self._small, *self._scales])
        joint = alternatives(self._joints)
        self.words = rf"\b(?:{joint}\s+)?{word}(?:(?:\s+|-)(?:{joint}\s+)?{word})*\b"
        self.pattern = rf"(?:{DIGITS}|{self.words})"
        """Matches one amount; compile it without regard to case."""

    def value(self, text: str | None) -> Decimal | None:
        """The amount that a text is, or None."""
        if text is None:
            return None
        plain = text.strip().lower()
        if plain[:1].isalpha():
            return self._in_words(plain)
        thousands = plain.endswith("k")
        plain = plain.removesuffix("k").strip()
        grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain)
        plain = plain.replace(",", "") if grouped else plain.replace(",", ".")
        try:
            return Decimal(plain) * (1000 if thousands else 1)
        except InvalidOperation:
            return None

    def _in_words(self, plain: str) -> Decimal | None:
        total = part = 0
        for word in re.split(r"[\s-]+", plain):
            if word in self._scales:
                part = max(part, 1) * self._scales[word]
                if self._scales[word] > 100:
                    total, part = total + part, 0
            elif word in self._small:
                part += self._small[word]
            elif word not in self._joints:
                return None
        return Decimal(total + part) if total + part else None


def written(amount: Decimal) -> str:
    """An amount without needless zeros."""
    return f"{amount.normalize():f}"
