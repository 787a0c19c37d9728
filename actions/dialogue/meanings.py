"""Reading one of a few meanings out of free words: literally where it is named, else by the nearest known sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import yaml
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError
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
        vectors: sentence → its vector, of those that were encoded before; the others are encoded now.
    """

    def __init__(
        self,
        sentences: Mapping[str, Sequence[str]],
        language: Language,
        encoder: SentenceEncoder,
        vectors: Mapping[str, NDArray[np.float32]],
    ) -> None:
        self._sentences = sentences
        self._language = language
        self._encoder = encoder
        known = [(code, sentence) for code, each in sentences.items() for sentence in each]
        self._codes = [code for code, _ in known]
        new = [sentence for _, sentence in known if sentence not in vectors]
        vectors = {**vectors, **dict(zip(new, encoder.encode(new), strict=True))}
        rows = [vectors[sentence] for _, sentence in known]
        self._vectors = np.stack(rows) if rows else np.zeros((0, encoder.dimension), dtype=np.float32)

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
        known = None if among is None else [code in among for code in self._codes]
        if not text.strip() or text.startswith("/") or not any(known or self._codes):
            return None
        similarity = self._vectors @ self._encoder.encode([text])[0]
        if known:
            similarity = np.where(known, similarity, -1)
        best = int(np.argmax(similarity))
        return Meaning(self._codes[best], float(similarity[best]))


def read_needs(data_folder: Path) -> dict[str, list[str]]:
    """Kind of product → sentences that tell what it is good for; none where the shop has no such file."""
    path = data_folder / "shop" / "needs.yml"
    if not path.exists():
        return {}
    kinds: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return kinds


def save_vectors(path: Path, sentences: Iterable[str], encoder: SentenceEncoder) -> None:
    """Encode the sentences once for all, in place of those that were there."""
    texts = sorted(set(sentences))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, texts=np.array(texts, dtype=np.str_), vectors=encoder.encode(texts))


def load_vectors(path: Path) -> dict[str, NDArray[np.float32]]:
    """Sentence → its vector, as `save_vectors` wrote them; ArtefactError where they can't be read."""
    try:
        with np.load(path) as stored:
            return dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise ArtefactError(f"{path} can't be read ({error}): {MEND}.") from error
