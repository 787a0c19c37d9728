"""Names from the shop's catalogue, typed as people type them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.components.extraction.entity import CORRECTED, EXACT, Entity
from bot.components.extraction.references import NumberForm
from bot.components.extraction.spelling import Spelling, plain

VERSION = 1
MARKUP = str.maketrans("<>|", "   ")
"""Marks that the tokenizer would take for part of a word."""
PRIORITY = ("product", "product_type", "brand", "size", "colour", "material", "attribute", "sort_by")
"""Of two names with the same span, the kind that stands first here is meant."""


class VocabularyError(Exception):
    """`vocabulary.json` is missing or broken; the message says how to mend it."""


@dataclass(frozen=True)
class Name:
    """One thing of the catalogue and the ways to say it, in lower case; `if_excluded` says that they mean it only where
    it is excluded."""

    entity: str
    value: str
    ids: tuple[str, ...]
    forms: tuple[str, ...]
    if_excluded: bool = False


def read_vocabulary(path: Path) -> tuple[list[Name], NumberForm]:
    """The names, and what an order number looks like, from `models/vocabulary.json`, which `make train` writes.

    Raises:
        VocabularyError: it cannot be read.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            raise ValueError(f"version {document['version']}")
        names = [
            Name(e["entity"], e["value"], tuple(e["ids"]), tuple(forms), if_excluded)
            for e in document["entries"]
            for forms, if_excluded in ((e["forms"], False), (e.get("excluded_forms"), True))
            if forms
        ]
        return names, NumberForm(**document.get("order_numbers", {}))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise VocabularyError(
            f"The vocabulary {path} can't be read ({error}): run `make train` to make it anew."
        ) from error


@dataclass(frozen=True)
class Token:
    """A word of the text as it is compared with names: `word` lies in `text[start:end]`."""

    word: str
    start: int
    end: int
    corrected: bool = False


class Catalogue:
    """Finds names of the catalogue in a text: the longest ones, typos and split or joined words included.

    Args:
        names: what the catalogue can name.
        pipeline: a spaCy pipeline of the language; only its tokenizer is used.
        is_word: whether a word, in lower case, is a correct word of the language and so no typo of a name.
    """

    def __init__(self, names: Iterable[Name], pipeline: Pipeline, is_word: Callable[[str], bool]) -> None:
        self._names = list(names)
        self._pipeline = pipeline
        self._matcher = PhraseMatcher(pipeline.vocab)
        words: dict[str, None] = {}
        self._pairs: set[tuple[str, str]] = set()
        self._alone: set[str] = set()
        for key, name in enumerate(self._names):
            phrases = [[token.word for token in self._split(form)] for form in name.forms]
            self._matcher.add(str(key), [Doc(pipeline.vocab, words=phrase) for phrase in phrases if phrase])
            words |= dict.fromkeys(word for phrase in phrases for word in phrase)
            self._alone.update(phrase[0] for phrase in phrases if len(phrase) == 1)
            self._pairs.update(pair for phrase in phrases for pair in pairwise(phrase))
        self._spelling = Spelling(words, is_word)

    def __contains__(self, word: str) -> bool:
        """Whether a word, in lower case, occurs in a name."""
        return word in self._spelling

    def find(self, text: str) -> list[Entity]:
        """The names in a text, an entity for each catalogue id that a name stands for; they do not overlap."""
        tokens = self._spelt(self._split(text))
        if not tokens:
            return []
        document = Doc(self._pipeline.vocab, words=[token.word for token in tokens])
        spans: dict[tuple[int, int], list[Name]] = defaultdict(list)
        for key, start, end in self._matcher(document):
            spans[start, end].append(self._names[int(self._pipeline.vocab.strings[key])])
        chosen: dict[tuple[int, int], Name] = {}
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if not any(start < other_end and other_start < end for other_start, other_end in chosen):
                chosen[start, end] = min(spans[start, end], key=lambda name: PRIORITY.index(name.entity))
        found: list[Entity] = []
        taken: set[int] = set()
        # a whole product's name hides what else its words name
        for (start, end), name in sorted(chosen.items(), key=lambda item: item[1].entity != "product"):
            if name.entity == "product":
                start, end = self._whole_name(name, tokens, start, end, taken)
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.extend(_entities(name, tokens[start:end]))
        return sorted(found, key=lambda entity: entity.start)

    def _whole_name(
        self, name: Name, tokens: Sequence[Token], start: int, end: int, taken: Collection[int]
    ) -> tuple[int, int]:
        """The part of a product's name that was found, with more of it beside it: `gritstone` in `gritstone cycling
        jacket`, which is the Gritstone Waterproof Cycling Jacket and no jacket besides."""
        words = {_singular(token.word) for token in self._spelt(self._split(name.value))}
        while end < len(tokens) and end not in taken and _singular(tokens[end].word) in words:
            end += 1
        while start > 0 and start - 1 not in taken and _singular(tokens[start - 1].word) in words:
            start -= 1
        return start, end

    def _split(self, text: str) -> list[Token]:
        """The words of a text; marks do not count, so that `t-shirt` and `t shirt` are the same."""
        return [
            Token(plain(token.text), token.idx, token.idx + len(token.text))
            for token in self._pipeline.make_doc(text.translate(MARKUP))
            if any(character.isalnum() for character in token.text)
        ]

    def _spelt(self, tokens: list[Token]) -> list[Token]:
        """The words as the catalogue spells them."""
        spelt: list[Token] = []
        position = 0
        while position < len(tokens):
            token, following = tokens[position], tokens[position + 1 : position + 2]
            position += 1
            if following and following[0].start - token.end <= 1:
                joined = token.word + following[0].word
                if self._spelling.joins(token.word, following[0].word):
                    spelt.append(Token(joined, token.start, following[0].end))
                    position += 1
                    continue
            spelt.extend(self._mended(token))
        sides = zip([None, *spelt[:-1]], [*spelt[1:], None], strict=True) if spelt else ()
        return [self._beside(token, *both) for token, both in zip(spelt, sides, strict=True)]

    def _beside(self, token: Token, before: Token | None, after: Token | None) -> Token:
        """The word, if it is a slip of one that makes a name together with the word before or after it, that one."""
        for word in self._spelling.beside(token.word):
            follows = before is not None and (before.word, word) in self._pairs
            if follows or (after is not None and (word, after.word) in self._pairs):
                return replace(token, word=word, corrected=True)
        return token

    def _mended(self, token: Token) -> Iterator[Token]:
        # "snowshoes" is no pair of shoes, unless the catalogue knows snow, or has snow shoes.
        pairs = (
            p for p in self._spelling.halves(token.word) if p in self._pairs or self._alone.issuperset(p)
        )
        if halves := next(pairs, None):
            middle = token.start + len(halves[0])
            yield Token(halves[0], token.start, middle)
            yield Token(halves[1], middle, token.end)
        elif correct := self._spelling.correct(token.word):
            yield Token(correct, token.start, token.end, corrected=True)
        else:
            yield token


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _entities(name: Name, tokens: list[Token]) -> Iterator[Entity]:
    confidence = CORRECTED if any(token.corrected for token in tokens) else EXACT
    for id in name.ids or (None,):
        start, end = tokens[0].start, tokens[-1].end
        yield Entity(name.entity, name.value, start, end, confidence, id=id, if_excluded=name.if_excluded)
