"""Words and phrases of a language, and where they stand in a text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from spacy.tokens import Token


class Wording:
    """Words, phrases and the language's own tokenizer.

    Args:
        code: ISO 639-1 code; there must be a folder of that name here.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._folder = Path(__file__).parent / code
        self._table = self._read("words")
        self._tokenizer = tokenizer(code)
        self._words = lru_cache(maxsize=4096)(self._split)

    def words(self, text: str) -> list[str]:
        """The text's words in lower case, punctuation and spaces left out."""
        return list(self._words(text))

    def _split(self, text: str) -> tuple[str, ...]:
        tokens = self._tokenizer(text.replace("’", "'"))
        spelt = self._table["misspelt"]
        words = (token.lower_ for token in tokens if not token.is_punct | token.is_space)
        return tuple(spelt.get(word, word) for word in words)

    def phrases(self, kind: str) -> list[str]:
        """The words and phrases of one kind (`affirm`, `hedge`, `except` …)."""
        return list(self._table[kind])

    def says(self, text: str, kind: str) -> bool:
        """Whether one of the phrases of a kind stands in the text, at word borders."""
        return self.find(text, self.phrases(kind)) is not None

    def find(self, text: str, phrases: Iterable[str]) -> int | None:
        """The index of the word at which the first of the phrases begins, or None."""
        words = self.words(text)
        starts = [_position(words, known) for known in map(self.words, phrases) if known]
        return min((start for start in starts if start is not None), default=None)

    def before(self, text: str, phrases: Iterable[str]) -> str:
        """The text before the word at which the first of the phrases begins; empty where none stands in it."""
        position = self.find(text, phrases)
        if not position:
            return ""
        starts = [token.idx for token in self._tokenizer(text) if not token.is_punct | token.is_space]
        return text[: starts[position]]

    def ends_with(self, text: str, kind: str) -> bool:
        """Whether the text's last words are a phrase of a kind."""
        words = self.words(text)
        return any(words[-len(phrase) :] == phrase for phrase in map(self.words, self.phrases(kind)))

    def begins_with(self, text: str, kind: str) -> bool:
        """Whether the text's first words are a phrase of a kind."""
        words = self.words(text)
        return any(words[: len(phrase)] == phrase for phrase in map(self.words, self.phrases(kind)))

    def without(self, text: str, kind: str) -> str:
        """A text without the phrases of a kind."""
        phrases = sorted(self.phrases(kind), key=len, reverse=True)
        return re.sub(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", " ", text, flags=re.IGNORECASE)

    def consists_of(self, text: str, *kinds: str) -> bool:
        """Whether the text is made of the phrases of these kinds and nothing else."""
        return self.made_of(text, [phrase for kind in kinds for phrase in self.phrases(kind)])

    def made_of(self, text: str, known: Iterable[str]) -> bool:
        """Whether the text is made of these phrases and nothing else."""
        words = self.words(text)
        phrases = [phrase for phrase in map(self.words, known) if phrase]
        reached = {0}
        for position in range(len(words)):
            if position in reached:
                fitting = (p for p in phrases if words[position : position + len(p)] == p)
                reached.update(position + len(phrase) for phrase in fitting)
        return bool(words) and len(words) in reached

    def beyond(self, text: str, known: Iterable[str]) -> list[str]:
        """The words of a text that are in none of these phrases, the longest of which counts wherever it stands."""
        words, rest, position = self.words(text), list[str](), 0
        phrases = sorted((p for p in map(self.words, known) if p), key=len, reverse=True)
        while position < len(words):
            fitting = next((p for p in phrases if words[position : position + len(p)] == p), None)
            rest += [] if fitting else [words[position]]
            position += len(fitting or words[position : position + 1])
        return rest

    def spelt_out(self, text: str) -> str:
        """A text with what is shortened on a phone ("u", "pls") written out."""
        shorthand = self._table["shorthand"]
        return " ".join(str(shorthand.get(word.lower(), word)) for word in text.split())

    def plural(self, word: str, other: str) -> bool:
        """Whether one of two words is the plural of the other."""
        return any(word + ending == other or other + ending == word for ending in self._table["plurals"])

    def several(self, kind: str) -> str:
        """A kind of thing as several of it are called: `tent` → `tents`."""
        *before, last = kind.split(" ")
        if last in self._table["uncountable"]:
            return kind
        endings: dict[str, str] = self._table["plural_endings"]
        ending = max((each for each in endings if last.endswith(each)), key=len, default="")
        return " ".join((*before, last.removesuffix(ending) + endings.get(ending, "")))

    def digits(self, text: str) -> str:
        """The text's words, those for the digits written as figures: `four eight two`."""
        figures = self._table["digits"]
        return " ".join(str(figures.get(word, word)) for word in self.words(text))

    def _read(self, name: str) -> dict[str, Any]:
        with (self._folder / f"{name}.yml").open(encoding="utf-8") as file:
            return dict(yaml.safe_load(file))


def tokenizer(code: str) -> Callable[[str], Iterable[Token]]:
    """spaCy's tokenizer of a language.

    spaCy imports torch wherever that is installed, which takes eight seconds and 300 MB that splitting words has no use
    for; so it is hidden for the time of the import.
    """
    hide = "torch" not in sys.modules
    if hide:
        sys.modules["torch"] = None  # type: ignore[assignment]  # Python's own way to say that it cannot be imported
    try:
        import spacy
    finally:
        if hide:
            del sys.modules["torch"]
    return spacy.blank(code).tokenizer


def _position(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    spans = range(len(words) - len(phrase) + 1)
    return next((start for start in spans if list(words[start : start + len(phrase)]) == list(phrase)), None)
