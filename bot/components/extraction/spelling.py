"""Words typed wrongly, joined or split, against the words that a catalogue knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of the shortest word that may be a typo."""
SLIPS = {4: 1, 5: 1, 6: 1, 7: 1}
"""Slips (a letter wrong, missing, too many or swapped with the next) that a word of so many letters may have."""
MORE_SLIPS = 2
"""The same for longer words."""
LONGEST = 30
SOLID = 6
"""Letters of the shortest word that is recognised though it was split (`head lamp`)."""


class Spelling:
    """Mends words towards the words of a catalogue, never a correct word of the language.

    Edit distance is optimal string alignment: a swap of neighbours is one slip. A typo keeps its first letter; it
    is left alone where two words are equally near.

    Args:
        words: every word of the catalogue's names, as `plain` writes them.
        is_word: whether a word is a correct word of the language.
    """

    def __init__(self, words: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._words = frozenset(words)
        self._is_word = is_word
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if word.isalpha() and len(word) > SHORTEST:
                self._by_first.setdefault(word[0], []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def correct(self, word: str) -> str | None:
        """The catalogue's word that was meant, or None: it is spelt right, or nothing is near."""
        if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()) or self._is_correct(word):
            return None
        slips = SLIPS.get(len(word), MORE_SLIPS)
        near = process.extract(
            word, self._by_first.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=2
        )
        if not near or (len(near) > 1 and near[0][1] == near[1][1]):
            return None
        return str(near[0][0])

    def joins(self, first: str, second: str) -> bool:
        """Whether two words are one word of the catalogue, split (`back pack`)."""
        joined = first + second
        return (
            len(joined) >= SOLID
            and joined.isalpha()
            and joined in self._words
            and min(len(first), len(second)) > 1
        )

    def halves(self, word: str) -> tuple[str, str] | None:
        """The two words of the catalogue that were written as one (`rainjacket`), or None."""
        if not (SOLID <= len(word) <= LONGEST and word.isalpha()) or self._is_correct(word):
            return None
        for middle in range(3, len(word) - 2):
            if word[:middle] in self._words and word[middle:] in self._words:
                return word[:middle], word[middle:]
        return None

    def _is_correct(self, word: str) -> bool:
        return word in self._words or self._is_word(word)


def plain(word: str) -> str:
    """In lower case, without accents, with a straight apostrophe."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
