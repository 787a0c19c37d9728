"""How well each topic answers a question: nearness to its questions, all and the nearest, to its sentences, and in
words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from actions.faq.topics import OPEN, Topic, clauses
from actions.keywords import Keywords
from actions.text import Analyser

QUESTIONS, NEAREST, SENTENCES, WORDS = 0.2, 0.2, 0.4, 0.2
"""What each of the four counts, chosen on held-out questions of the demo shop. Each alone finds the right topic in 60
to 72 of 100 cases, together in 80."""

NAMED = 0.5
"""What it counts that a sentence has the question's own words, beside their nearness in meaning."""
PLAINLY = 0.25
"""How much nearer than the summary a sentence must be to be said beside it."""
BESIDE = 0.5
"""What nearness to a message together with the question before it counts, beside nearness to the message alone."""
SAID = 0.3
"""What a figure in a sentence counts where one of its kind is asked for."""
SPEAKS = 0.65
"""From how much of all this on a sentence speaks to a message."""
BARELY = 0.5
"""The same of one that has all that the message names; where that is nothing ("how much"), one with such a figure."""
AS_WELL = 0.1
"""How much less than the best a sentence may count that is said with it."""


class Figure(Enum):
    """A kind of figure that a question may ask for."""

    AMOUNT = "amount"
    COST = "cost"

    def is_in(self, text: str) -> bool:
        """Whether a text has one: a cost is a sum with a currency's sign, a share, or none."""
        if self is Figure.AMOUNT:
            return any(map(str.isdigit, text))
        sums = any(character == "%" or unicodedata.category(character) == "Sc" for character in text)
        return sums or "free" in text.lower().split()


Vectors = Mapping[str, NDArray[np.float32]]
"""Text → its meaning, L2-normalised."""


def asked(topic: Topic) -> list[str]:
    """The texts that say what a topic is about."""
    return [topic.title, *topic.questions]


def said(topic: Topic) -> list[str]:
    """The texts that say what it answers, each with the title, without which few sentences say what they speak of."""
    return [f"{topic.title} {sentence}" for sentence in topic.sentences]


class Scores:
    """Scores questions against topics.

    Vectors are taken relative to their mean over all topics: what all answers of one shop have in common says nothing
    about which of them is meant. (It lifts the share of held-out questions answered rightly by three points.)
    """

    def __init__(self, topics: Sequence[Topic], vectors: Vectors, analyser: Analyser) -> None:
        self._analyser = analyser
        self._count = len(topics)
        texts = [text for topic in topics for text in (*asked(topic), *said(topic))]
        self._mean = np.mean([vectors[text] for text in texts], axis=0) if texts else np.float32(0)
        centres = [np.mean([vectors[text] for text in asked(topic)], axis=0) for topic in topics]
        questions = [(row, vectors[text]) for row, topic in enumerate(topics) for text in asked(topic)]
        sentences = [(row, vectors[text]) for row, topic in enumerate(topics) for text in said(topic)]
        self._centres = self._relative(centres)
        self._questions = self._relative([vector for _, vector in questions])
        self._askers = np.array([row for row, _ in questions], dtype=np.intp)
        self._sentences = self._relative([vector for _, vector in sentences])
        self._owners = np.array([row for row, _ in sentences], dtype=np.intp)
        self._topics = topics
        self._stems = [_stems(topic, analyser) for topic in topics]
        self._known = frozenset(chain.from_iterable(self._stems))
        self._keywords = Keywords(self._stems)

    def of(self, question: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """One score a topic, at most 1; `vector` is the question's meaning."""
        if not self._count:
            return np.zeros(0, dtype=np.float32)
        relative = self._relative([vector])[0]
        by_question, by_sentence = np.zeros((2, self._count), dtype=np.float32)
        np.maximum.at(by_question, self._askers, self._questions @ relative)
        np.maximum.at(by_sentence, self._owners, self._sentences @ relative)
        stems = list(dict.fromkeys(self._analyser.stems(question)))
        in_words = self._keywords.shares(
            stems, np.ones(len(stems), np.float32), self._keywords.scores(stems, np.arange(self._count))
        )
        scores: NDArray[np.float32] = (
            QUESTIONS * (self._centres @ relative)
            + NEAREST * by_question
            + SENTENCES * by_sentence
            + WORDS * in_words
        )
        return scores

    def passage(self, row: int, question: str, vector: NDArray[np.float32]) -> str:
        """What of a topic's answer speaks to the question more plainly than its summary does; empty where nothing."""
        speaks = self._speaking(row, question, self._relative([vector])[0])
        summary, *rest = self._topics[row].passages
        best = max(rest, key=speaks, default="")
        return best if best and speaks(best) >= speaks(summary) + PLAINLY else ""

    def knows(self, question: str) -> bool:
        """Whether each of a question's words that says what is meant stands in some topic."""
        return self._known.issuperset(self._analyser.stems(question))

    def is_about_all(self, row: int, question: str) -> bool:
        """Whether a topic's title, questions and first sentence have each of a question's own words."""
        topic = self._topics[row]
        about = self._analyser.stems(" . ".join((*asked(topic), *topic.statements[:1])))
        return set(about).issuperset(self._analyser.stems(question))

    def told(self, question: str, *texts: str) -> float:
        """The largest share of a question's own words that one of these texts has; 1 where it has none."""
        stems = set(self._analyser.stems(question))
        if not stems:
            return 1.0
        return max((len(stems.intersection(self._analyser.stems(text))) for text in texts), default=0) / len(
            stems
        )

    def told_by(self, row: int, question: str) -> float:
        """The largest share of a question's own words that a statement, the title or a question of a topic has."""
        topic = self._topics[row]
        return self.told(question, *topic.statements, *asked(topic))

    def speaking(
        self,
        row: int,
        subject: str,
        vector: NDArray[np.float32],
        whole: NDArray[np.float32],
        asks: Figure | None,
    ) -> list[str]:
        """The statements of a topic's answer that speak to a message which goes on from it.

        Args:
            subject: what the message names: its words without those that ask for a figure.
            vector, whole: the meanings of the message and of it together with the question before it.
            asks: the kind of figure that it asks for.
        """
        alone, together = self._relative([vector, whole])
        speaks = self._speaking(row, subject, alone + BESIDE * together)
        statements = self._topics[row].statements
        marks = [speaks(each) + SAID * (asks is not None and asks.is_in(each)) for each in statements]
        best = max(marks, default=0.0) - AS_WELL
        marked = zip(statements, marks, strict=True)
        return [each for each, mark in marked if mark >= max(best, self._least(each, subject, asks))]

    def _least(self, statement: str, subject: str, asks: Figure | None) -> float:
        """From which mark on a statement speaks to a message."""
        named = bool(self._analyser.stems(subject)) or (asks is not None and asks.is_in(statement))
        return BARELY if named and self.told(subject, statement) == 1 else SPEAKS

    def _speaking(self, row: int, question: str, meaning: NDArray[np.float32]) -> Callable[[str], float]:
        """How plainly a passage of a topic speaks to a question: by nearness in meaning, and by its own words."""
        nearness = dict(
            zip(self._topics[row].sentences, self._sentences[self._owners == row] @ meaning, strict=True)
        )

        names = bool(self._analyser.stems(question))

        def speaks(passage: str) -> float:
            parts = [part for part in clauses(passage) if part in nearness]
            parts = [
                part for part in parts if not part.endswith(OPEN)
            ] or parts  # what leads to it says nothing
            near = max((float(nearness[part]) for part in parts), default=0.0)
            return near + (NAMED * self.told(question, passage) if names else 0.0)

        return speaks

    def _relative(self, vectors: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        if not vectors:
            return np.zeros((0, np.size(self._mean)), dtype=np.float32)
        moved = np.stack(vectors) - self._mean
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        relative: NDArray[np.float32] = moved / np.maximum(lengths, np.finfo(np.float32).tiny)
        return relative


def _stems(topic: Topic, analyser: Analyser) -> list[str]:
    """A topic's stems: those of its questions count double."""
    heading = [stem for text in asked(topic) for stem in analyser.stems(text)]
    return [*heading, *heading, *analyser.stems(" . ".join((*topic.tags, *topic.sentences)))]
