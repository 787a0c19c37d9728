"""What a catalogue can name, recognised from `models/vocabulary.json`, typing mistakes forgiven."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import spacy
from rapidfuzz.distance import OSA
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from bot.components.recognition.entity import Entity, longest

SHORTEST = 5
"""Letters from which a word may be a mistyped one; shorter ones are too many things."""
TWO_SLIPS = 8
"""Letters from which two slips are forgiven."""


SLIP = 0.8
"""The confidence of what was mended."""


class VocabularyError(Exception):
    """The vocabulary is missing or broken; says how to mend it."""


class CatalogueRecogniser:
    """Finds product types, brands, products, colours, sizes, materials and attributes in a text.

    Args:
        vocabulary: as `models/vocabulary.json` holds it.
        is_word: whether a word is a common one, which is never taken for a slip of the pen.
    """

    def __init__(self, vocabulary: Mapping[str, Any], is_word: Callable[[str], bool]) -> None:
        self._language = spacy.blank(vocabulary["language"])
        self._entries: list[Mapping[str, Any]] = list(vocabulary["entries"])
        self._is_word = is_word
        self._matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        self._words: dict[int, dict[str, str]] = defaultdict(dict)
        for number, entry in enumerate(self._entries):
            forms = entry["forms"]
            self._matcher.add(str(number), [self._language.make_doc(form) for form in forms])
            for word in {
                word for form in forms for word in form.split() if word.isalpha() and len(word) >= SHORTEST
            }:
                self._words[len(word)][word] = word

    @classmethod
    def load(cls, path: Path, is_word: Callable[[str], bool]) -> CatalogueRecogniser:
        """Raises `VocabularyError` where the file is missing or broken."""
        try:
            vocabulary = json.loads(path.read_text(encoding="utf-8"))
            return cls(vocabulary, is_word)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise VocabularyError(
                f"The vocabulary {path.name} cannot be read ({type(error).__name__}): run `make train`."
            ) from error

    def ordinary_words(self) -> frozenset[str]:
        """The language's function words and the words of the catalogue: none of them names a person."""
        named = {word for words in self._words.values() for word in words}
        return frozenset(named | set(self._language.Defaults.stop_words))

    def recognise(self, text: str) -> list[Entity]:
        """The entities of a text, none overlapping."""
        doc = self._language.make_doc(text.replace("’", "'"))
        found = [self._entity(doc, span) for span in self._matcher(doc, as_spans=True)]
        mended, slips = self._mended(doc)
        if slips:
            found += [
                entity
                for span in self._matcher(mended, as_spans=True)
                if slips & set(range(span.start, span.end)) and (entity := self._entity(doc, span, SLIP))
            ]
        return longest(found)

    def _entity(self, doc: Doc, match: Span, confidence: float = 1.0) -> Entity:
        entry = self._entries[int(match.label_)]
        ids = entry.get("ids") or ()
        span = doc[match.start : match.end]  # of the text as written, where the match is in the mended one
        single = ids[0] if len(ids) == 1 else None
        return Entity(entry["entity"], entry["value"], span.start_char, span.end_char, confidence, single)

    def _mended(self, doc: Doc) -> tuple[Doc, set[int]]:
        """The text with its slips put right, and the tokens that were; the tokens stay the same in number."""
        words, slips = [], set()
        for token in doc:
            meant = self._meant(token.lower_) if token.is_alpha else None
            if meant:
                slips.add(token.i)
            words.append(meant or token.text)
        return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc]), slips

    def _meant(self, word: str) -> str | None:
        """The known word that a word is a slip of, if there is one and the word is no other."""
        size = len(word)
        if size < SHORTEST or word in self._words[size] or self._is_word(word):
            return None
        allowed = 2 if size >= TWO_SLIPS else 1
        near = [
            other
            for length in range(size - allowed, size + allowed + 1)
            for other in self._words.get(length, ())
        ]
        distances = {
            other: distance
            for other in near
            if other[0] == word[0]
            and (distance := OSA.distance(word, other, score_cutoff=allowed)) <= allowed
        }
        return min(distances, key=lambda other: distances[other], default=None)
