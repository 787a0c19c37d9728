"""From which score on an answer is given: chosen on questions that the index has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from actions.faq.scores import Scores, Vectors
from actions.faq.topics import Topic
from actions.text import Analyser

REFUSED = 0.93
"""The share of sentences from outside that must get no answer."""


@dataclass(frozen=True)
class Calibration:
    """The threshold, and what it did on held-out questions: the shares answered rightly and wrongly, and the share of
    sentences from outside that were refused. What is missing to 1 of the first two was refused too."""

    threshold: float
    right: float
    wrong: float
    refused: float


@cache
def outside() -> tuple[str, ...]:
    """Sentences that no shop's written answers cover, from `outside.txt` beside this file."""
    lines = Path(__file__).with_name("outside.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def calibrate(topics: Sequence[Topic], vectors: Vectors, analyser: Analyser) -> Calibration:
    """The lowest threshold that refuses enough of what is outside.

    Its effect is measured by cross-validation: in the first fold the first question of every topic is held out and
    asked, in the second the second, and so on; so every question is asked of an index that does not have it.
    """
    whole = Scores(topics, vectors, analyser)
    beyond = np.array([whole.of(text, vectors[text]).max(initial=0) for text in outside()])
    threshold = float(np.quantile(beyond, REFUSED))
    right = wrong = asked = 0
    for fold in range(max((len(topic.questions) for topic in topics), default=0)):
        kept = [
            replace(topic, questions=topic.questions[:fold] + topic.questions[fold + 1 :]) for topic in topics
        ]
        scores = Scores(kept, vectors, analyser)
        for row, topic in enumerate(topics):
            for question in topic.questions[fold : fold + 1]:
                found = scores.of(question, vectors[question])
                answered = found.max() > threshold
                asked += 1
                right += int(answered and found.argmax() == row)
                wrong += int(answered and found.argmax() != row)
    total = max(asked, 1)
    return Calibration(threshold, right / total, wrong / total, float((beyond <= threshold).mean()))
