"""Which of a product's facts answers an open question: a specification, a feature or a sentence of its description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from actions.encoder import SentenceEncoder
from actions.text import Analyser

SENTENCE = re.compile(r"(?<=[.!?])\s+|;\s+")
NAMED = 0.35
"""What it counts that a sentence has all the question's own words, beside its nearness in meaning."""
LEAST_OF_SHEET, LEAST_OF_TEXT = 0.5, 0.33
"""Likeness from which a fact of the data sheet, or a sentence, answers. Chosen, as `CLEARER`, on 89 questions about 45
products of the demo shop, 12 of which nothing written answers."""
CLEARER = 0.15
"""How much less like the question than what the product does not state a stated fact may be."""
KNOWN = 0.75
"""Likeness from which a question is certainly after a specification or feature, stated or not."""

Questions = Mapping[str, Mapping[str, list[str]]]
"""`specs`, `features` and `figures` (what every product has) → name → questions after it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """`kind` is `spec`, `feature`, `figure` or `sentence`, `name` that of the first three, or the sentence itself;
    `stated` is false where the product does not state it. `likeness` says how certainly the question is after it."""

    kind: str
    name: str
    likeness: float
    stated: bool = True


class Facts:
    """Finds the fact that answers a question.

    A data sheet's `packed_cm: 64` has no words in common with "how short do they fold", nor a meaning near it. So each
    name is known by questions that are after it, and a question is after what its nearest known question is after: a
    document is found by the questions that it answers (document expansion; Nogueira, Yang, Lin & Cho 2019,
    arXiv:1904.08375), which here are written and not generated. What no product of the shop states keeps away from
    what is stated and only sounds alike. Sentences of a description are compared as they are.

    Args:
        questions: those questions.
        encoder: compares meanings.
        vectors: question → its vector, of those that were encoded before; the others are encoded now.
    """

    def __init__(
        self, questions: Questions, encoder: SentenceEncoder, vectors: Mapping[str, NDArray[np.float32]]
    ) -> None:
        self._analyser = Analyser()
        known = [
            ((kind.removesuffix("s"), name), question)
            for kind, names in questions.items()
            for name, each in names.items()
            for question in each
        ]
        self._after = [after for after, _ in known]
        self._vector = lru_cache(maxsize=4096)(lambda text: encoder.encode([text])[0])
        rows = [vectors[text] if text in vectors else encoder.encode([text])[0] for _, text in known]
        self._vectors = np.stack(rows) if rows else np.zeros((0, encoder.dimension), dtype=np.float32)

    def nearest(
        self,
        question: str,
        title: str,
        specs: Iterable[str],
        features: Iterable[str],
        description: str,
    ) -> Fact | None:
        """The fact of a product that answers the question; one that it does not state where the question is certainly
        after that; None where nothing is near."""
        sheet = self._of_sheet(question)
        there = {("spec", name) for name in specs} | {("feature", name) for name in features}
        there |= {each for each in sheet if each[0] == "figure"}
        best = max(sheet.values(), default=0.0)
        stated = max(there & sheet.keys(), key=lambda each: sheet[each], default=None)
        facts = list[tuple[float, Fact]]()
        if stated and sheet[stated] >= max(LEAST_OF_SHEET, best - CLEARER):
            facts.append((sheet[stated] - LEAST_OF_SHEET, Fact(*stated, sheet[stated])))
        for sentence, likeness in self._of_text(question, title, description).items():
            if likeness >= LEAST_OF_TEXT:
                facts.append((likeness - LEAST_OF_TEXT, Fact("sentence", sentence, likeness)))
        if facts:
            return max(facts, key=lambda each: each[0])[1]
        unstated = max(sheet, key=lambda each: sheet[each], default=None)
        if unstated and unstated not in there and best >= KNOWN:
            return Fact(*unstated, best, stated=False)
        return None

    def likeness(self, question: str) -> float:
        """How like a question is to the nearest that is after a specification or feature, stated or not (at most 1)."""
        return max(self._of_sheet(question).values(), default=0.0)

    def _of_sheet(self, question: str) -> dict[tuple[str, str], float]:
        """Specification or feature → how like the question is to those that are after it."""
        alike = self._vectors @ self._vector(question)
        best = dict[tuple[str, str], float]()
        for after, likeness in zip(self._after, alike.tolist(), strict=True):
            best[after] = max(best.get(after, -1.0), likeness)
        return best

    def _of_text(self, question: str, title: str, description: str) -> dict[str, float]:
        """Sentence of a description → how plainly it speaks of what is asked."""
        sentences = [sentence for sentence in SENTENCE.split(description) if sentence.strip()]
        stems = set(self._analyser.stems(question)) - set(self._analyser.stems(title))
        meaning = self._vector(question)

        def speaks(sentence: str) -> float:
            shared = len(stems.intersection(self._analyser.stems(sentence))) / max(len(stems), 1)
            return float(self._vector(sentence) @ meaning) + NAMED * shared

        return {sentence: speaks(sentence) for sentence in sentences}


def read_questions(data_folder: Path) -> dict[str, dict[str, list[str]]]:
    """The questions by which data sheets are known; none where the shop has no such file."""
    path = data_folder / "shop" / "questions.yml"
    if not path.exists():
        return {}
    questions: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return questions


def sentences_of(questions: Questions) -> list[str]:
    """All of these questions."""
    return list(chain.from_iterable(each for names in questions.values() for each in names.values()))
