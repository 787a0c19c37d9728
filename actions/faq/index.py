"""Questions about the shop, answered from its written answers, or honestly not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError, replaced_folder
from actions.encoder import SentenceEncoder
from actions.faq.calibration import Calibration, calibrate, outside
from actions.faq.scores import Scores, Vectors, asked, said
from actions.faq.topics import Topic
from actions.faq.types import Answer, FollowedUp
from actions.text import Analyser

CLOSE = 0.08
"""How little less than the best an answer scores that may as well be meant."""
PLAINLY = 0.3
"""How much better than what was answered a topic scores that is asked about whatever that answer has on it."""
EXPECTED = 0.82
"""The share of the threshold that is enough where it is known that the shop is asked about."""
WITHIN = 0.88
"""The same where it is asked while something is spoken of, which lifts every score."""
THEME = 0.5
"""What the theme of a conversation counts by itself, beside the question after it."""
UNKNOWN = 1.1
"""How much of the threshold a question must reach with a word that no topic has: "do you have wifi in the stores".
Chosen with it on 160 questions that some topic answers and 90 that none does: as many of the first are answered rightly
as with 0.8 whatever the words, less 1 in 100, and 8 in 100 of the others are answered instead of 28."""
ALARMED = 0.46
"""Score from which somebody who uses such a word is alarmed by what a topic is about."""
SHORT = 4
"""Words up to which a message that goes on from a question says by itself as much as that question does."""
LINGERS = 0.2
"""What the title of what was answered counts beside the question, where the same is asked about another thing."""
INDEX, VECTORS = "index.json", "vectors.npy"


@dataclass(frozen=True)
class _State:
    topics: tuple[Topic, ...]
    vectors: Vectors
    scores: Scores
    known: Mapping[tuple[str, ...], int]
    """The words of every title and question → the row of its topic."""
    calibration: Calibration


class FaqIndex:
    """Finds the written answer to a question.

    A question in the very words of a title or of a listed question is that topic's. Any other gets the topic with the
    best score if that is above a threshold, which is chosen so that what no answer covers is refused (see
    `calibration`). Safe to use from any thread while `update` runs.
    """

    def __init__(self, state: _State, encoder: SentenceEncoder, analyser: Analyser) -> None:
        self._state = state
        self._encoder = encoder
        self._analyser = analyser
        self._writing = Lock()

    @classmethod
    def build(
        cls, topics: Iterable[Topic], encoder: SentenceEncoder, analyser: Analyser | None = None
    ) -> FaqIndex:
        """Index the topics."""
        analyser = analyser or Analyser()
        return cls(_state(tuple(topics), {}, encoder, analyser), encoder, analyser)

    @classmethod
    def load(cls, folder: str | Path, encoder: SentenceEncoder, analyser: Analyser | None = None) -> FaqIndex:
        """What `save` wrote; ArtefactError where it is missing, broken or made with another encoder."""
        folder, analyser = Path(folder), analyser or Analyser()
        try:
            content = json.loads((folder / INDEX).read_text(encoding="utf-8"))
            topics = tuple(_topic(topic) for topic in content["topics"])
            calibration = Calibration(**content["calibration"])
            matrix: NDArray[np.float32] = np.load(folder / VECTORS, allow_pickle=False)
        except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
            raise ArtefactError(f"The answers in {folder} can't be read ({error}): {MEND}.") from error
        texts = _texts(topics)
        if matrix.shape != (len(texts), encoder.dimension):
            raise ArtefactError(f"The answers in {folder} do not fit the sentence encoder: {MEND}.")
        vectors = dict(zip(texts, matrix, strict=True))
        return cls(_state(topics, vectors, encoder, analyser, calibration), encoder, analyser)

    def save(self, folder: str | Path) -> None:
        """Write the answers to a folder, in place of what was there."""
        state = self._state
        content = {
            "topics": [asdict(topic) for topic in state.topics],
            "calibration": asdict(state.calibration),
        }
        with replaced_folder(folder) as fresh:
            (fresh / INDEX).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            matrix = [state.vectors[text] for text in _texts(state.topics)]
            np.save(fresh / VECTORS, np.stack(matrix).astype(np.float32))

    def __len__(self) -> int:
        return len(self._state.topics)

    @property
    def calibration(self) -> Calibration:
        """From which score on it answers, and how well that did on held-out questions."""
        return self._state.calibration

    def update(self, topics: Iterable[Topic]) -> None:
        """Make these the topics; only new texts are encoded."""
        with self._writing:
            self._state = _state(tuple(topics), self._state.vectors, self._encoder, self._analyser)

    def answer(self, question: str, expected: bool = False) -> Answer | None:
        """The written answer to the question, or None where there is none; `expected` says that it is known to be a
        question about the shop."""
        state = self._state
        if (row := state.known.get(tuple(self._analyser.words(question)))) is not None:
            return Answer.of(state.topics[row], 1.0, self._passage(state, row, question), True)
        for row, score in self._ranked(state, question, 1):
            if score > self._least(state, question, expected):
                about = state.scores.is_about_all(row, question)
                return Answer.of(state.topics[row], score, self._passage(state, row, question), about)
        return None

    def answer_within(self, question: str, theme: str, expected: bool = False) -> Answer | None:
        """The written answer to a question that is asked while something is spoken of: "is that free", while something
        goes back. It is read by itself, after the `theme`, and the theme by itself, and what this adds counts the less
        the longer the question is. Where that leads to none, the question is answered as it stands.

        Of the demo shop's questions in `tests/unit/faq/within.csv` that finds the right answer for 50 of 64 rather than
        33, and answers fewer questions that none covers.
        """
        state, words = self._state, self._analyser.words(question)
        if not words or tuple(words) in state.known:
            return self.answer(question, expected)
        weight = min(1.0, SHORT / len(words))
        together, themes = self._scores(state, f"{theme} {question}"), self._scores(state, theme)
        scores = self._scores(state, question) + weight * (together + THEME * themes)
        scores /= 1 + weight * (1 + THEME)
        best = int(np.argmax(scores))
        if scores[best] > state.calibration.threshold * WITHIN:
            passage = self._passage(state, best, f"{theme} {question}")
            return Answer.of(state.topics[best], float(scores[best]), passage)
        return self.answer(question, expected)

    def alarm(self, message: str) -> Answer | None:
        """The answer to what alarms somebody, where a message plainly says that, or nearly as plainly as anything."""
        state = self._state
        ranked = self._ranked(state, message, len(self))
        said = self._analyser.phrase(message)
        for row, score in ranked:
            if score < max(ALARMED, ranked[0][1] - CLOSE):
                break
            if any(_stands_in(self._analyser.phrase(word), said) for word in state.topics[row].alarm):
                return Answer.of(state.topics[row], score)
        return None

    def follow_up(self, message: str, before: FollowedUp) -> Answer | None:
        """The answer to a message that goes on from a question: "what does it cost", "apple pay?".

        What speaks to it in the whole of that answer is said (`passage`) where that has its words, or it points there.
        Otherwise it is read by itself and after the title of what was answered, which counts the less the longer the
        message is, as it then says more by itself. None where it leads to none plainly, unless it is but a few words.
        """
        state, words = self._state, self._analyser.words(message)
        row = next((row for row, topic in enumerate(state.topics) if topic.name == before.topic), None)
        if row is None or not words or tuple(words) in state.known:
            return self.answer(message, expected=True)
        statement, told = self._spoken_to(state, row, message, before)
        alone = self._scores(state, message)
        moved_on = self._moved_on(state, row, message, before, alone, told)
        if statement and (before.points or (told == 1 and not moved_on)):
            return Answer.of(state.topics[row], float(alone[row]), statement)
        if moved_on:
            return moved_on
        if before.other_thing:
            statement = statement or state.topics[row].statements[0]
        scores = self._going_on(state, row, message, before, alone)
        if not (statement or before.points):
            scores[row] -= CLOSE
        best = int(np.argmax(scores))
        likely = scores[best] > state.calibration.threshold * EXPECTED
        if before.points and not likely:
            best = row
        elif not likely and not (best == row and (statement or len(words) <= SHORT)):
            return None
        passage = statement if best == row else self._passage(state, best, message)
        return Answer.of(state.topics[best], float(scores[best]), passage)

    def _spoken_to(self, state: _State, row: int, message: str, before: FollowedUp) -> tuple[str, float]:
        """What in the whole of an answer speaks to a message that goes on from it, and the share of the message's words
        that it has, where it also has the kind of figure that is asked for."""
        subject = message if before.subject is None else before.subject
        whole = self._meaning(f"{state.topics[row].title} {message}")
        speaking = partial(
            state.scores.speaking, row, vector=self._meaning(message), whole=whole, asks=before.asks
        )
        statements = speaking(subject) or speaking(message)
        full = [each for each in statements if before.asks is None or before.asks.is_in(each)]
        return " ".join(statements), state.scores.told(subject, *full) if full else 0.0

    def _moved_on(
        self,
        state: _State,
        row: int,
        message: str,
        before: FollowedUp,
        alone: NDArray[np.float32],
        told: float,
    ) -> Answer | None:
        """The answer to a message that is a question by itself and plainly about another topic."""
        nearest = int(np.argmax(alone))
        lead = float(alone[nearest] - alone[row])
        likelier = alone[nearest] > self._least(state, message, True) and lead > CLOSE
        if before.other_thing or before.points or not before.by_itself or not likelier:
            return None
        subject = message if before.subject is None else before.subject
        if lead < PLAINLY and state.scores.told_by(nearest, subject) <= told:
            return None
        passage = self._passage(state, nearest, message)
        return Answer.of(state.topics[nearest], float(alone[nearest]), passage)

    def _going_on(
        self, state: _State, row: int, message: str, before: FollowedUp, alone: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """The topics' scores for a message together with what it goes on from."""
        title = state.topics[row].title
        if before.other_thing:
            scores = self._scores(state, f"{before.question} {message}")
            return scores + LINGERS * self._scores(state, f"{title} {before.question} {message}")
        weight = min(1.0, SHORT / len(self._analyser.words(message)))
        together = weight * self._scores(state, f"{title} {message}")
        return np.asarray((alone + together) / (1 + weight), np.float32)

    def close(self, question: str) -> list[Answer]:
        """The answers that may be meant as well as the one that `answer` gives, at most two, the likeliest first."""
        state = self._state
        if tuple(self._analyser.words(question)) in state.known:
            return []
        (_, best), *others = self._ranked(state, question, 3) or [(0, 0.0)]
        least = max(state.calibration.threshold, best - CLOSE)
        return [Answer.of(state.topics[row], score) for row, score in others if score > least]

    def related(self, question: str, k: int = 3) -> list[Answer]:
        """The answers nearest to the question, the nearest first, however far they are."""
        state = self._state
        return [Answer.of(state.topics[row], score) for row, score in self._ranked(state, question, k)]

    def topic(self, name: str) -> Answer | None:
        """The answer of that name, for a button that stands for it."""
        return next((Answer.of(topic, 1.0) for topic in self._state.topics if topic.name == name), None)

    def _least(self, state: _State, question: str, expected: bool) -> float:
        """From which score on a question is answered."""
        share = EXPECTED if expected else 1.0
        return state.calibration.threshold * (share if state.scores.knows(question) else UNKNOWN)

    def _passage(self, state: _State, row: int, question: str) -> str:
        return state.scores.passage(row, question, self._meaning(question))

    def _ranked(self, state: _State, question: str, k: int) -> list[tuple[int, float]]:
        """The nearest topics' rows and scores."""
        if not self._analyser.words(question):
            return []
        scores = self._scores(state, question)
        best = np.argsort(-scores, kind="stable")[:k]
        return [(int(row), float(scores[row])) for row in best]

    def _scores(self, state: _State, question: str) -> NDArray[np.float32]:
        return state.scores.of(question, self._meaning(question))

    def _meaning(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoder.encode([text])[0]
        return vector


def _state(
    topics: tuple[Topic, ...],
    known: Vectors,
    encoder: SentenceEncoder,
    analyser: Analyser,
    calibration: Calibration | None = None,
) -> _State:
    texts = _texts(topics)
    fresh = [text for text in texts if text not in known]
    vectors = {text: known[text] for text in texts if text in known} | dict(
        zip(fresh, encoder.encode(fresh), strict=True)
    )
    scores = Scores(topics, vectors, analyser)
    words = {tuple(analyser.words(text)): row for row, topic in enumerate(topics) for text in asked(topic)}
    return _State(topics, vectors, scores, words, calibration or calibrate(topics, vectors, analyser))


def _topic(stored: dict[str, Any]) -> Topic:
    return Topic(**stored | {name: tuple(value) for name, value in stored.items() if isinstance(value, list)})


def _stands_in(words: Sequence[str], text: Sequence[str]) -> bool:
    return any(text[start : start + len(words)] == words for start in range(len(text)))


def _texts(topics: Sequence[Topic]) -> list[str]:
    """Every text that a vector is needed of, each once."""
    of_topics = (text for topic in topics for text in (*asked(topic), *said(topic)))
    return list(dict.fromkeys((*of_topics, *outside())))
