"""How the search reads what a shopper wrote: words to look for, typos forgiven, other words for the same
thing added."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

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
    """A stem to look for, what it counts, and the shopper's word or words that it stands for.

    An `extra` one is another way to meet words that other terms stand for already.
    """

    stem: str
    weight: float
    said: str
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a shopper wrote, as read: the terms to look for, the phrases (stems of two words side by side, a space
    between them), and the text with its slips put right."""

    terms: tuple[Term, ...]
    phrases: tuple[str, ...]
    text: str


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
        self._spelt: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in set(words):
            self._stems.add(analyser.stem(word))
            if word.isalpha() and len(word) <= LONGEST_WORD:
                self._spelt[word[0], len(word)].append(word)
        self._names: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for said, meant in synonyms.pairs():
            self._names[analyser.phrase(said)].append(meant)

    def read(self, text: str, ignoring: Collection[str] = ()) -> Query:
        """Read a text; `ignoring` are texts whose words do not count (what the shopper excluded).

        A stem occurs once, at its greatest weight. A word that the index does not know remains, so that it counts as
        missing, unless another word for it is known.
        """
        ignored = {stem for other in ignoring for stem in self._analyser.phrase(other)}
        content = (
            word for word in self._analyser.content_words(text) if self._analyser.stem(word) not in ignored
        )
        words = list(islice(content, MAX_WORDS))
        known = {word for word in words if self._analyser.stem(word) in self._stems}
        others = list(self._synonymous(words, known))
        replaced = {word for term in others if not term.extra for word in term.said.split(" ")} - known
        slips: dict[str, str] = {}
        terms: dict[str, Term] = {}
        literal = list(self._literal(words, slips))
        for term in (*(term for term in literal if term.said not in replaced), *others):
            if term.stem not in terms or terms[term.stem].weight < term.weight:
                terms[term.stem] = term
        for slip, meant in slips.items():
            text = re.sub(rf"\b{re.escape(slip)}\b", meant, text, flags=re.IGNORECASE)
        stems = [term.stem for term in literal if not term.extra]
        phrases = dict.fromkeys(f"{first} {second}" for first, second in pairwise(stems))
        return Query(tuple(terms.values()), tuple(phrases), text)

    def _literal(self, words: list[str], slips: dict[str, str]) -> Iterator[Term]:
        """The words themselves; what a mistyped one was taken for goes into `slips`."""
        rest = list(words)
        while rest:
            word = rest.pop(0)
            stem = self._analyser.stem(word)
            if rest and (joined := self._analyser.stem(word + rest[0])) in self._stems:
                both = self._stems.issuperset((stem, self._analyser.stem(rest[0])))
                yield Term(joined, 2 if both else 1, f"{word} {rest[0]}", extra=both)  # it meets two words
                if not both:
                    rest.pop(0)
                    continue
            if stem in self._stems or len(word) > LONGEST_WORD or self._is_word(word):
                yield Term(stem, 1, word)
            elif parts := self._parts(word):
                yield from (Term(self._analyser.stem(part), 1, word) for part in parts)
                slips[word] = " ".join(parts)
            elif corrections := self._corrections(word):
                for place, (known, similarity) in enumerate(corrections):
                    yield Term(self._analyser.stem(known), similarity, word, extra=place > 0)
                slips[word] = corrections[0][0]
            else:
                yield Term(stem, 1, word)

    def _parts(self, word: str) -> tuple[str, str] | None:
        """Two known words written as one."""
        for cut in range(3, len(word) - 2):
            parts = word[:cut], word[cut:]
            if self._stems.issuperset(map(self._analyser.stem, parts)):
                return parts
        return None

    def _corrections(self, word: str) -> list[tuple[str, float]]:
        """The known words that this one may be a slip of, with their similarity, the most similar first.

        The first letter is taken to be right, as it nearly always is.
        """
        if len(word) < MIN_LENGTH_TO_CORRECT or not word.isalpha():
            return []
        slack = 1 + len(word) // 8
        found: list[tuple[str, float, int]] = []
        for length in range(len(word) - slack, len(word) + slack + 1):
            found += process.extract(
                word,
                self._spelt.get((word[0], length), ()),
                scorer=OSA.normalized_similarity,
                processor=None,
                score_cutoff=MIN_SIMILARITY,
                limit=MAX_CORRECTIONS,
            )
        best = sorted(found, key=lambda candidate: (-candidate[1], candidate[0]))[:MAX_CORRECTIONS]
        return [(known, similarity) for known, similarity, _ in best]

    def _synonymous(self, words: list[str], known: set[str]) -> Iterator[Term]:
        """Other words for these; extra where each of these is known itself."""
        stems = [self._analyser.stem(word) for word in words]
        for start in range(len(stems)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(stems)) + 1):
                said = words[start:end]
                for meant in self._names.get(tuple(stems[start:end]), ()):
                    for stem in self._analyser.stems(meant):
                        if stem in self._stems:
                            yield Term(stem, SYNONYM_WEIGHT, " ".join(said), extra=known.issuperset(said))
