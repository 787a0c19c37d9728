"""Words typed wrongly, joined or split, against the words that a catalogue knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5
"""Letters of the shortest word towards which any slip is mended; of shorter ones many other words are one slip away."""
SHORT = 3
"""Letters of the shortest word towards which a swap or a doubled letter is mended (`bule`, `redd`)."""
SLIPS = {3: 1, 4: 1, 5: 1, 6: 1, 7: 1}
"""Slips (a letter wrong, missing, too many or swapped with the next) that a word of so many letters may have."""
MORE_SLIPS = 2
"""The same for longer words."""
VOWELS = frozenset("aeiouy")
"""A word without any is an abbreviation, towards which nothing is mended: `XXXL` is no slip of `XXL`."""
MOST = 8
"""Near words that are looked at."""
LONGEST = 30
SOLID = 6
"""Letters of the shortest word that is recognised though it was split (`head lamp`), and of the shortest correct word
that may be a slip of a name that its neighbour begins (`forrest green`)."""

IsWord = Callable[[str], bool]


class Spelling:
    """Mends words towards the words of a catalogue, never a correct word of the language.

    Edit distance is optimal string alignment: a swap of neighbours is one slip. A typo keeps its first letter; it
    is left alone where two words are equally near.

    Args:
        words: every word of the catalogue's names, as `plain` writes them.
        is_word: whether a word is a correct word of the language.
    """

    def __init__(self, words: Iterable[str], is_word: IsWord) -> None:
        self._words = frozenset(words)
        self._is_word = is_word
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if word.isalpha() and len(word) >= SHORT and any(map(VOWELS.__contains__, word)):
                self._by_first.setdefault(word[0], []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def correct(self, word: str) -> str | None:
        """The catalogue's word that was meant, or None: it is spelt right, or nothing is near."""
        if not self._may_be_typo(word) or self._is_correct(word):
            return None
        near = [
            each for each in self._near(word, SLIPS.get(len(word), MORE_SLIPS)) if _is_likely(word, each[0])
        ]
        if not near or (len(near) > 1 and near[0][1] == near[1][1]):
            return None
        return near[0][0]

    def beside(self, word: str) -> list[str]:
        """The catalogue's words that may have been meant if one of them makes a name with the word's neighbour."""
        if word in self._words or not self._may_be_typo(word) or (len(word) < SOLID and self._is_word(word)):
            return []
        return [other for other, _ in self._near(word, 1)]

    def _near(self, word: str, slips: int) -> list[tuple[str, int]]:
        """The catalogue's words at so many slips at most, and how many, the nearest first."""
        same_first = self._by_first.get(word[0], ())
        found = process.extract(word, same_first, scorer=OSA.distance, score_cutoff=slips, limit=MOST)
        return [(str(other), int(distance)) for other, distance, _ in found]

    @staticmethod
    def _may_be_typo(word: str) -> bool:
        return SHORT <= len(word) <= LONGEST and word.isalpha()

    def joins(self, first: str, second: str) -> bool:
        """Whether two words are one word of the catalogue, split (`back pack`)."""
        joined = first + second
        return (
            len(joined) >= SOLID
            and joined.isalpha()
            and joined in self._words
            and min(len(first), len(second)) > 1
        )

    def halves(self, word: str) -> Iterator[tuple[str, str]]:
        """The pairs of words of the catalogue that may have been written as one (`rainjacket`)."""
        if not (SOLID <= len(word) <= LONGEST and word.isalpha()) or self._is_correct(word):
            return
        for middle in range(3, len(word) - 2):
            if word[:middle] in self._words and word[middle:] in self._words:
                yield word[:middle], word[middle:]

    def _is_correct(self, word: str) -> bool:
        # The plural of a word is a word, whether or not the language's vocabulary has it (`sleepers`).
        return word in self._words or self._is_word(word) or (word.endswith("s") and self._is_word(word[:-1]))


def _is_likely(typo: str, word: str) -> bool:
    """Whether a slip can be told from another word: towards a short word only a swap or a letter typed twice."""
    doubled = any(typo[:i] + typo[i + 1 :] == word for i in range(1, len(typo)) if typo[i] == typo[i - 1])
    return len(word) >= SHORTEST or doubled or (len(typo) == len(word) and sorted(typo) == sorted(word))


def plain(word: str) -> str:
    """In lower case, without accents, with a straight apostrophe."""
    small = word.lower().replace("’", "'")
    if small.isascii():
        return small
    decomposed = unicodedata.normalize("NFKD", small)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
