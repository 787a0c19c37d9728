"""What things are wanted for: "for camping", "he likes fishing", "a weekend in the mountains"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from actions.dialogue.language import Language
from actions.dialogue.meanings import Meanings
from actions.encoder import SentenceEncoder

ANYBODY = "anybody"
"""The entry that serves presents whatever somebody does."""
LIKE = 0.55
"""Least likeness to what tells a purpose, where none of its words is said."""


@dataclass(frozen=True)
class Purpose:
    """`told` are words and sentences that tell it, `kinds` the kinds of product that it takes, `gifts` those that
    please somebody who does it, and `like` words for what of those kinds is meant."""

    told: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    gifts: tuple[str, ...] = ()
    like: str = ""


class Purposes:
    """Tells which purposes a message speaks of, and which kinds of product serve them.

    Args:
        known: name → purpose.
        language: finds words in a message.
        encoder: compares meanings.
        vectors: words and sentences → vectors, as `Meanings` takes them.
    """

    def __init__(
        self,
        known: Mapping[str, Purpose],
        language: Language,
        encoder: SentenceEncoder,
        vectors: Mapping[str, NDArray[np.float32]],
    ) -> None:
        self._known = known
        self._language = language
        told = {name: purpose.told for name, purpose in known.items() if purpose.told}
        self._meanings = Meanings(told, language, encoder, vectors)

    def named(self, text: str) -> dict[str, list[str]]:
        """Purpose → those of its words that stand in the text, of the purposes of which any does, as they are said."""
        found = {
            name: said
            for name, purpose in self._known.items()
            if (said := [words for words in purpose.told if self._language.find(text, [words]) is not None])
        }
        return dict(sorted(found.items(), key=lambda each: self._language.find(text, each[1]) or 0))

    def told(self, text: str) -> tuple[str, ...]:
        """The purposes that a text names, or else the one that it tells."""
        if named := self.named(text):
            return tuple(named)
        near = self._meanings.nearest(text)
        return (near.code,) if near and near.likeness >= LIKE else ()

    def kinds(self, names: Sequence[str], gift: bool) -> tuple[str, ...]:
        """The kinds that serve these purposes, or please as presents: those first that rank high in most (reciprocal
        rank fusion, Cormack, Clarke & Büttcher 2009); for a present, those that please anybody come after them."""
        ranks: dict[str, float] = {}
        for name in names:
            for rank, kind in enumerate(self._of(name, gift), 1):
                ranks[kind] = ranks.get(kind, 0) + 1 / rank
        last = self._of(ANYBODY, gift) if gift else ()
        return tuple(dict.fromkeys((*sorted(ranks, key=lambda kind: -ranks[kind]), *last)))

    def served(self, type: str, names: Iterable[str], gift: bool) -> list[str]:
        """Those of the purposes that a type of product serves."""
        return [name for name in names if any(_is_kind(type, kind) for kind in self._of(name, gift))]

    def words(self, names: Iterable[str]) -> str:
        """The words by which products for these purposes are sought."""
        known = [(name, self._known[name].like) for name in names if name in self._known]
        return " ".join(filter(None, (words for pair in known for words in pair)))

    def _of(self, name: str, gift: bool) -> tuple[str, ...]:
        purpose = self._known.get(name, Purpose())
        return purpose.gifts if gift else purpose.kinds


def _is_kind(type: str, kind: str) -> bool:
    return type == kind or kind.endswith(f" {type}")


def read_purposes(data_folder: Path) -> dict[str, Purpose]:
    """Name → purpose; none where the shop has no such file."""
    path = data_folder / "shop" / "purposes.yml"
    if not path.exists():
        return {}
    entries: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _purpose(**entry) for name, entry in entries.items()}


def _purpose(
    told: Iterable[str] = (), kinds: Iterable[str] = (), gifts: Iterable[str] = (), like: str = ""
) -> Purpose:
    return Purpose(tuple(told), tuple(kinds), tuple(gifts), like)
