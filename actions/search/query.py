"""How the search reads what a shopper wrote: words to look for, typos forgiven, other words for the same
thing added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from actions.search.synonyms import Synonyms
from actions.text import Analyser

SYNONYM_WEIGHT = 0.7
MIN_SIMILARITY = 0.75
"""One slip in a word of four letters, two in one of eight (optimal string alignment, normalised by
length)."""
MIN_LENGTH_TO_CORRECT = 4
MAX_CORRECTIONS = 2
LONGEST_WORD = 30
"""Letters; what is longer is neither split nor corrected."""
LONGEST_NAME = 4
"""Words in the longest synonym that is looked for."""
MAX_WORDS = 40
"""Content words that are read; a shopper's wish is in the first of them or in none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A stem to look for, what it counts, and the shopper's word or words that it stands for."""

    stem: str
    weight: float
    said: str


class QueryReader:
    """Reads queries against the words of one index.

    Args:
        words: every content word of the indexed texts.
        is_word: whether a word is a correct word of the language, so that it is not taken for a slip of
        another.
    """

    def __init__(
        self, words: Iterable[str], analyser: Analyser, synonyms: Synonyms, is_word: Callable[[str], bool]
    ) -> None:
        self._analyser = analyser
        self._is_word = is_word
        self._stems: set[str] = set()
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in set(words):
            self._stems.add(analyser.stem(word))
            if word.isalpha() and len(word) <= LONGEST_WORD:
                self._by_length[len(word)].append(word)
        self._names: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for said, meant in synonyms.pairs():
            self._names[analyser.phrase(said)].append(meant)

    def read(self, text: str, ignoring: Collection[str] = ()) -> list[Term]:
        """The terms to look for; `ignoring` are texts whose words do not count (what the shopper excluded).

        A stem occurs once, at its greatest weight. A word that the index does not know remains, so that it
        counts as missing, unless another word for it is known.
        """
        ignored = {stem for other in ignoring for stem in self._analyser.phrase(other)}
        words = [
            word for word in self._analyser.content_words(text) if self._analyser.stem(word) not in ignored
        ]
        words = words[:MAX_WORDS]
        others = list(self._synonymous(words))
        replaced = {word for term in others for word in term.said.split(" ")} - self._known(words)
        terms: dict[str, Term] = {}
        for term in (*(term for term in self._literal(words) if term.said not in replaced), *others):
            if term.stem not in terms or terms[term.stem].weight < term.weight:
                terms[term.stem] = term
        return list(terms.values())

    def _known(self, words: Iterable[str]) -> set[str]:
        return {word for word in words if self._analyser.stem(word) in self._stems}

    def _literal(self, words: list[str]) -> Iterator[Term]:
        rest = list(words)
        while rest:
            word = rest.pop(0)
            stem = self._analyser.stem(word)
            if rest and (joined := self._analyser.stem(word + rest[0])) in self._stems:
                yield Term(joined, 1, f"{word} {rest.pop(0)}")
            elif stem in self._stems:
                yield Term(stem, 1, word)
            else:
                yield from self._parts(word) or self._corrections(word) or [Term(stem, 1, word)]

    def _parts(self, word: str) -> list[Term]:
        """Two known words written as one."""
        if len(word) > LONGEST_WORD:
            return []
        for cut in range(3, len(word) - 2):
            parts = [self._analyser.stem(part) for part in (word[:cut], word[cut:])]
            if self._stems.issuperset(parts):
                return [Term(part, 1, word) for part in parts]
        return []

    def _corrections(self, word: str) -> list[Term]:
        """The known words that this one is a slip of, unless it is a word of its own."""
        if not MIN_LENGTH_TO_CORRECT <= len(word) <= LONGEST_WORD or word.isdigit() or self._is_word(word):
            return []
        slack = 1 + len(word) // 8
        found: list[tuple[str, float, int]] = []
        for length in range(len(word) - slack, len(word) + slack + 1):
            found += process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.normalized_similarity,
                processor=None,
                score_cutoff=MIN_SIMILARITY,
                limit=MAX_CORRECTIONS,
            )
        best = sorted(found, key=lambda candidate: -candidate[1])[:MAX_CORRECTIONS]
        return [Term(self._analyser.stem(known), similarity, word) for known, similarity, _ in best]

    def _synonymous(self, words: list[str]) -> Iterator[Term]:
        stems = [self._analyser.stem(word) for word in words]
        for start in range(len(stems)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(stems)) + 1):
                for meant in self._names.get(tuple(stems[start:end]), ()):
                    for stem in self._analyser.stems(meant):
                        if stem in self._stems:
                            yield Term(stem, SYNONYM_WEIGHT, " ".join(words[start:end]))
