"""Reading one of a few meanings out of free words: literally where it is named, else by the nearest known sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from actions.dialogue.language import Language
from actions.encoder import SentenceEncoder


@dataclass(frozen=True)
class Meaning:
    """A meaning's code and its likeness: cosine similarity to its nearest sentence, 1 where that was said literally."""

    code: str
    likeness: float


class Meanings:
    """Tells which of a few meanings a message has.

    Args:
        sentences: code → sentences that mean it.
        language: splits words, for finding a sentence within a message.
        encoder: compares meanings.
    """

    def __init__(
        self, sentences: Mapping[str, Sequence[str]], language: Language, encoder: SentenceEncoder
    ) -> None:
        self._sentences = sentences
        self._language = language
        self._encoder = encoder
        known = [(code, sentence) for code, each in sentences.items() for sentence in each]
        self._codes = [code for code, _ in known]
        self._vectors = encoder.encode([sentence for _, sentence in known])

    def literal(self, text: str, among: Collection[str] | None = None) -> str | None:
        """The meaning (`among` these codes, if given) of which a sentence stands word for word in the message; of
        several the last one said, unless it is denied ("too small, no sorry, too big")."""
        found = [
            (position, code)
            for code, each in self._sentences.items()
            if (among is None or code in among)
            and (position := self._language.find(text, each)) is not None
            and not self._language.denies(text, position)
        ]
        return max(found)[1] if found else None

    def nearest(self, text: str, among: Collection[str] | None = None) -> Meaning | None:
        """The meaning (`among` these codes, if given) nearest to the whole message; None where there are no words, or
        no such codes."""
        known = [among is None or code in among for code in self._codes]
        if not text.strip() or text.startswith("/") or not any(known):
            return None
        similarity = np.where(known, self._vectors @ self._encoder.encode([text])[0], -1)
        best = int(np.argmax(similarity))
        return Meaning(self._codes[best], float(similarity[best]))
