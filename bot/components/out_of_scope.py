"""When to say that a message is none of the assistant's business."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import digamma
from sklearn.linear_model import LogisticRegression

from bot.components.kernel_classifier import Floats, HeldOut

SHIFT = 0.5
"""The power of the odds of something new that shoppers are expected to keep: the examples' own odds to the full would
turn away too much where examples are few, one share for all shops too much where they are many."""


def familiarity(scores: Floats, nearness: Floats) -> Floats:
    """How much texts (m × labels, m) are like what was learned: the best label's score and nearness to the examples.

    On CLINC150's validation data and on labels held out of three HINT3 shops' training data it told the unknown from
    the known better than softmax, margin, energy, Mahalanobis distance or either of the two alone.
    """
    found: Floats = scores.max(axis=1) + nearness
    return found


@dataclass(frozen=True)
class OutOfScope:
    """The decision not to know: below `threshold` of familiarity. `slope` turns the distance from it into a
    probability, one half at the threshold.

    By Bayes' rule the odds that a text is unknown are those before it was read, times how much likelier its familiarity
    is for the unknown than for the known. The second factor comes from held-out scores, by logistic regression. The
    first, of which examples that are all in scope say nothing directly, from how new labels kept coming while they were
    written (`unseen_share`): a hundred examples for each of 150 intents leave less unsaid than eight for each of 59. Of
    its odds the root is taken (`SHIFT`): where examples are few, shoppers also word what is in scope unlike them.

    All of it was chosen on CLINC150's validation data and on HINT3's training data, of which a quarter of the labels
    and, of the rest, whole groups of like-worded examples were held out.
    """

    threshold: float
    slope: float

    @classmethod
    def fit(
        cls, held_out: HeldOut, labels: NDArray[np.int32], in_scope: NDArray[np.bool_], novelty: float
    ) -> OutOfScope:
        """Learn from n examples, their labels, and which of them are in scope.

        The known are the examples in scope that the classifier gets right without having seen them; the unknown are all
        examples judged by a classifier that does not know their label.

        Args:
            novelty: how often people say something new; the odds of it are this times the root of the examples' own.
        """
        right = (held_out.without_example.argmax(axis=1) == labels) & in_scope
        known = familiarity(held_out.without_example, held_out.nearness)[right]
        unknown = familiarity(held_out.without_label, held_out.nearness_other)
        if not len(known):
            return cls(threshold=-np.inf, slope=1.0)
        values, classes = np.concatenate([known, unknown]), np.repeat([1, 0], [len(known), len(unknown)])
        fitted = LogisticRegression(C=100, class_weight="balanced").fit(values[:, None], classes)
        slope = max(float(fitted.coef_[0, 0]), 1.0)
        share = unseen_share(int(in_scope.sum()), len(np.unique(labels[in_scope])))
        before = SHIFT * np.log(share / (1 - share)) + np.log(novelty)
        return cls(threshold=float(before - fitted.intercept_[0]) / slope, slope=slope)

    def probability(self, familiarities: Floats) -> NDArray[np.float64]:
        """How probably texts of such familiarities are out of scope."""
        return 1 / (1 + np.exp(np.clip(self.slope * (familiarities - self.threshold), -50, 50)))


def unseen_share(examples: int, labels: int) -> float:
    """How probably one more example has a label of its own, after so many with so many labels.

    The Dirichlet process (Ewens 1972): `α / (n + α)`, with the `α` under which so many labels are expected,
    `Σ α / (α + i)` for `i < n`; of a single label as of two, of examples with a label each one half.
    """
    if labels >= examples:
        return 0.5
    expected = max(labels, 2)
    alpha = brentq(lambda a: a * (digamma(a + examples) - digamma(a)) - expected, 1e-6, 1e6)
    return float(alpha / (examples + alpha))
