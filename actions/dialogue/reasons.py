"""Reading a reason out of free words: literally where it is named, else by the nearest known sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actions.dialogue.language import Language
from actions.encoder import SentenceEncoder

NEAR = 0.45
"""Least cosine similarity at which an answer to "why?" means a known reason."""


@dataclass(frozen=True)
class Reason:
    """A reason's code; `literal` where one of its phrases stands in the message."""

    code: str
    literal: bool


class ReasonReader:
    """Finds the return reason that a message gives, by the language's sentences for each.

    Args:
        language: its `reasons` are the known sentences.
        encoder: compares meanings.
    """

    def __init__(self, language: Language, encoder: SentenceEncoder) -> None:
        self._language = language
        self._encoder = encoder
        known = [(code, sentence) for code, sentences in language.reasons.items() for sentence in sentences]
        self._codes = [code for code, _ in known]
        self._vectors = encoder.encode([sentence for _, sentence in known])

    def read(self, text: str, asked: bool) -> Reason | None:
        """The reason in a message, or None. Meaning counts only where a reason was asked for."""
        for code, sentences in self._language.reasons.items():
            if self._language.find(text, sentences) is not None:
                return Reason(code, literal=True)
        if not asked or not text.strip() or text.startswith("/"):
            return None
        similarity = self._vectors @ self._encoder.encode([text])[0]
        best = int(np.argmax(similarity))
        return Reason(self._codes[best], literal=False) if similarity[best] >= NEAR else None
