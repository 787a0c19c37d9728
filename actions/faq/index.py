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
from actions.faq.scores import Figure, Scores, Vectors, asked, said
from actions.faq.topics import Topic
from actions.text import Analyser

CLOSE = 0.08
"""How little less than the best an answer scores that may as well be meant."""
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


@dataclass(frozen=True, slots=True)
class Answer:
    """A written answer: `topic` is its name, `text` its Markdown, `summary` its first paragraph in plain text, `source`
    its file below the data folder, `score` how sure it is meant (at most 1), `passage` what stands below the summary
    and speaks to the question more plainly (empty where nothing does), `tasks` the wishes that are served rather than
    answered with it, `kinds` the kinds of product that it is about. `to_the_point` says that the question names nothing
    that neither the topic's title and questions nor its first sentence name: a yes or no in that is one to it. `alarm`
    says that it is about what alarms people."""

    topic: str
    title: str
    text: str
    summary: str
    source: str
    score: float
    passage: str = ""
    tasks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    to_the_point: bool = False
    alarm: bool = False


@dataclass(frozen=True)
class FollowedUp:
    """The question that a message goes on from: its words, and the topic with which it was answered.

    `other_thing` says that the message names another thing to ask the same about, and nothing else ("and for boots?"),
    `points` that it points at what was answered ("what does it cost"). `asks` is the kind of figure that it asks for,
    `subject` the message without the words that do ("how much is a tent": "is a tent"). `by_itself`
    says that it may be a question by itself.
    """

    question: str
    topic: str
    other_thing: bool = False
    points: bool = False
    asks: Figure | None = None
    subject: str | None = None
    by_itself: bool = True


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
            return _answer(state.topics[row], 1.0, self._passage(state, row, question), True)
        for row, score in self._ranked(state, question, 1):
            if score > self._least(state, question, expected):
                about = state.scores.is_about_all(row, question)
                return _answer(state.topics[row], score, self._passage(state, row, question), about)
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
            return _answer(state.topics[best], float(scores[best]), passage)
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
                return _answer(state.topics[row], score)
        return None

    def follow_up(self, message: str, before: FollowedUp) -> Answer | None:
        """The answer to a message that goes on from a question: "what does it cost", "apple pay?".

        What speaks to it in the whole of that answer is said (`passage`) where that has its words, or it points there.
        Otherwise it is read by itself and after the title of what was answered, which counts the less the longer the
        message is, as it then says more by itself. None where it leads to none plainly, unless it is but a few words.
        """
        state = self._state
        words = self._analyser.words(message)
        row = next((row for row, topic in enumerate(state.topics) if topic.name == before.topic), None)
        if row is None or not words or tuple(words) in state.known:
            return self.answer(message, expected=True)
        title, meaning = state.topics[row].title, self._meaning(message)
        subject = message if before.subject is None else before.subject
        whole = self._meaning(f"{title} {message}")
        speaking = partial(state.scores.speaking, row, vector=meaning, whole=whole, asks=before.asks)
        statements = speaking(subject) or speaking(message)
        statement = " ".join(statements)
        alone = state.scores.of(message, meaning)
        full = [each for each in statements if before.asks is None or before.asks.is_in(each)]
        told = state.scores.told(subject, *full) if full else 0.0
        if statement and (before.points or told == 1):
            return _answer(state.topics[row], float(alone[row]), statement)
        if before.other_thing:
            scores = self._scores(state, f"{before.question} {message}")
            scores += LINGERS * self._scores(state, f"{title} {before.question} {message}")
            statement = statement or state.topics[row].statements[0]
        else:
            weight = min(1.0, SHORT / len(words))
            scores = alone + weight * self._scores(state, f"{title} {message}")
            scores /= 1 + weight
            nearest = int(np.argmax(alone))
            elsewhere = alone[nearest] > max(self._least(state, message, True), alone[row] + CLOSE)
            if (
                elsewhere
                and before.by_itself
                and not before.points
                and state.scores.told_by(nearest, subject) > told
            ):
                return _answer(
                    state.topics[nearest], float(alone[nearest]), self._passage(state, nearest, message)
                )
        if not (statement or before.points):
            scores[row] -= CLOSE
        best = int(np.argmax(scores))
        likely = scores[best] > state.calibration.threshold * EXPECTED
        if before.points and not likely:
            best = row
        elif not likely and not (best == row and (statement or len(words) <= SHORT)):
            return None
        passage = statement if best == row else self._passage(state, best, message)
        return _answer(state.topics[best], float(scores[best]), passage)

    def close(self, question: str) -> list[Answer]:
        """The answers that may be meant as well as the one that `answer` gives, at most two, the likeliest first."""
        state = self._state
        if tuple(self._analyser.words(question)) in state.known:
            return []
        (_, best), *others = self._ranked(state, question, 3) or [(0, 0.0)]
        least = max(state.calibration.threshold, best - CLOSE)
        return [_answer(state.topics[row], score) for row, score in others if score > least]

    def related(self, question: str, k: int = 3) -> list[Answer]:
        """The answers nearest to the question, the nearest first, however far they are."""
        state = self._state
        return [_answer(state.topics[row], score) for row, score in self._ranked(state, question, k)]

    def topic(self, name: str) -> Answer | None:
        """The answer of that name, for a button that stands for it."""
        return next((_answer(topic, 1.0) for topic in self._state.topics if topic.name == name), None)

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


def _answer(topic: Topic, score: float, passage: str = "", to_the_point: bool = False) -> Answer:
    return Answer(
        topic=topic.name,
        title=topic.title,
        text=topic.text,
        summary=topic.summary,
        source=f"faq/{topic.name}.md",
        score=score,
        passage=passage,
        tasks=topic.tasks,
        kinds=topic.kinds,
        to_the_point=to_the_point,
        alarm=bool(topic.alarm),
    )
