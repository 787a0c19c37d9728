"""The values of one field over all rows, and which rows a wish for that field lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Phrase = tuple[str, ...]
Covers = Callable[[Phrase, Phrase], bool]
"""Whether a wished value covers a row's value, both as stems."""

IMITATIONS = frozenset({"synthet", "faux", "fake", "vegan", "imit", "artifici"})
"""Stems of words that make what they stand before something else: synthetic leather is no leather."""


def same(wish: Phrase, value: Phrase) -> bool:
    """`8.5` covers `8.5`."""
    return wish == value


def narrower(wish: Phrase, value: Phrase) -> bool:
    """`jacket` covers `rain jacket` and `green` covers `forest green`: the last words of an English compound
    say what it is, those before them which."""
    return bool(wish) and value[-len(wish) :] == wish


def made_of(wish: Phrase, value: Phrase) -> bool:
    """`leather` covers `full-grain leather`, `merino` covers `merino wool`; `leather` does not cover `faux
    leather`."""
    spans = range(len(value) - len(wish) + 1)
    contained = bool(wish) and any(value[start : start + len(wish)] == wish for start in spans)
    return contained and IMITATIONS.isdisjoint(set(value) - set(wish))


class Facet:
    """One field's values.

    Args:
        values: of each row, its values.
        phrase: a text's stems, by which values are compared.
        covers: which values a wish covers.
    """

    def __init__(
        self, values: Sequence[Iterable[str]], phrase: Callable[[str], Phrase], covers: Covers
    ) -> None:
        self._rows = len(values)
        self._phrase = phrase
        self._covers = covers
        rows: dict[str, list[int]] = {}
        for row, of_row in enumerate(values):
            for value in of_row:
                rows.setdefault(value, []).append(row)
        self._postings = {value: np.array(found, dtype=np.int32) for value, found in rows.items()}
        self._values: dict[Phrase, list[str]] = {}
        for value in rows:
            self._values.setdefault(phrase(value), []).append(value)
        self.covered = lru_cache(maxsize=1024)(self._covered)

    def _covered(self, wish: str) -> list[str]:
        """The field's values that satisfy the wish."""
        phrase = self._phrase(wish)
        if self._covers is same:
            return self._values.get(phrase, [])
        return [
            value for other, values in self._values.items() if self._covers(phrase, other) for value in values
        ]

    def mask(self, wishes: Iterable[str]) -> NDArray[np.bool_]:
        """Which rows have a value that one of the wishes covers."""
        mask = np.zeros(self._rows, dtype=bool)
        for wish in wishes:
            for value in self.covered(wish):
                mask[self._postings[value]] = True
        return mask
