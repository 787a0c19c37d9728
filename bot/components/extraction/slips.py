"""Slips of typing in the words that lead to prices, orderings and exclusions: `undr 80`, `exept blue`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.components.extraction.entity import Entity
from bot.components.extraction.spelling import IsWord, Spelling, plain

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Mended:
    """A text without the slips, and where it differs from the text as it was typed.

    `changes` are (start, end, typed start, typed end) of each mended word, in order.
    """

    text: str
    changes: tuple[tuple[int, int, int, int], ...] = ()

    def as_typed(self, entity: Entity) -> Entity:
        """An entity of this text at its place in the text as it was typed."""
        return replace(entity, start=self._typed(entity.start), end=self._typed(entity.end))

    def _typed(self, position: int) -> int:
        moved = 0
        for start, end, typed_start, typed_end in self.changes:
            if position >= end:
                moved = typed_end - end
            elif position > start:
                return typed_start
        return position + moved


class Slips:
    """Mends slips in a few words of the language, towards no other words.

    Args:
        words: the words, in lower case.
        is_word: whether a word, in lower case, is spelt right, and is therefore left alone.
    """

    def __init__(self, words: Iterable[str], is_word: IsWord) -> None:
        self._spelling = Spelling(words, is_word)

    def mend(self, text: str) -> Mended:
        """The text with these words as they are spelt."""
        parts: list[str] = []
        changes: list[tuple[int, int, int, int]] = []
        reached = length = 0
        for word in WORD.finditer(text):
            correct = self._spelling.correct(plain(word[0]))
            if correct is None:
                continue
            between = text[reached : word.start()]
            parts += (between, correct)
            start = length + len(between)
            length = start + len(correct)
            changes.append((start, length, word.start(), word.end()))
            reached = word.end()
        return Mended("".join((*parts, text[reached:])), tuple(changes))
