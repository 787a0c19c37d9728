"""When to say that a message is none of the assistant's business."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.components.kernel_classifier import Floats, HeldOut

NEARNESS = 0.5
"""How much the cosine of the nearest example counts beside the best score, which is near 1 for a familiar text."""


def familiarity(scores: Floats, nearest: Floats) -> Floats:
    """How much texts (m × labels, m) are like what was learned: the best label's score and the nearest example.

    On CLINC150's validation data and on texts of one HINT3 shop shown to another's model it told the unknown from the
    known better than softmax, margin, entropy or either of the two alone.
    """
    found: Floats = scores.max(axis=1) + np.float32(NEARNESS) * nearest
    return found


@dataclass(frozen=True)
class OutOfScope:
    """The decision not to know: below `threshold` of familiarity. `slope` turns the distance from it into a
    probability, one half at the threshold."""

    threshold: float
    slope: float

    @classmethod
    def fit(
        cls, held_out: HeldOut, labels: NDArray[np.int32], in_scope: NDArray[np.bool_], most_rejected: float
    ) -> OutOfScope:
        """Choose the threshold so that at most this share of the known is rejected.

        The known are the examples in scope (n) that the classifier gets right without having seen them; the unknown,
        for the slope, are all examples (n) judged by a classifier that does not know their label.
        """
        right = (held_out.without_example.argmax(axis=1) == labels) & in_scope
        known = familiarity(held_out.without_example, held_out.nearest)[right]
        unknown = familiarity(held_out.without_label, held_out.nearest_other)
        if not len(known):
            return cls(threshold=-np.inf, slope=1.0)
        values, classes = np.concatenate([known, unknown]), np.repeat([1, 0], [len(known), len(unknown)])
        slope = LogisticRegression(class_weight="balanced").fit(values[:, None], classes).coef_[0, 0]
        return cls(float(np.quantile(known, most_rejected, method="lower")), float(max(slope, 1.0)))

    def probability(self, familiarities: Floats) -> NDArray[np.float64]:
        """How probably texts of such familiarities are out of scope."""
        return 1 / (1 + np.exp(np.clip(self.slope * (familiarities - self.threshold), -50, 50)))
