"""What counts how much for the relevance of a product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Weights:
    """How words and meaning are fused; `./aisle bench search --choose` tells what other weights would do.

    Attributes:
        words: what the words count, the rest is meaning: a convex combination (Bruch, Gai & Ingber 2023, "An Analysis
            of Fusion Functions for Hybrid Retrieval").
        phrases: what words add that stand side by side as they were said (Metzler & Croft 2005, "A Markov Random Field
            Model for Term Dependencies").
        feedback: the share of what was found first in what a query is taken to mean.
        confident: the relevance, before that feedback, from which on a product counts as what was asked for.
    """

    words: float = 0.33
    phrases: float = 0.25
    feedback: float = 0.3
    confident: float = 0.6

    def relevance(self, words: NDArray[np.float32], cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        """From shares of the words and cosines of the meanings, 0 to about 1."""
        relevance = self.words * words + (1 - self.words) * np.maximum(cosines, 0)
        return relevance.astype(np.float32)
