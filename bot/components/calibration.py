"""Scores as probabilities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from bot.components.kernel_classifier import Floats

SHARPEST, FLATTEST = 50.0, 1.0


def softmax(scores: Floats, sharpness: float) -> NDArray[np.float64]:
    """Probabilities (m × labels) in proportion to `exp(sharpness · score)`."""
    scaled = sharpness * (scores - scores.max(axis=1, keepdims=True)).astype(np.float64)
    exponentials = np.exp(scaled)
    probabilities: NDArray[np.float64] = exponentials / exponentials.sum(axis=1, keepdims=True)
    return probabilities


def fit_sharpness(scores: Floats, labels: NDArray[np.int32]) -> float:
    """The sharpness that makes held-out scores most likely (temperature scaling, Guo et al. 2017; its inverse)."""

    def loss(sharpness: float) -> float:
        probabilities = softmax(scores, sharpness)[np.arange(len(labels)), labels]
        return float(-np.log(np.maximum(probabilities, 1e-12)).mean())

    return float(minimize_scalar(loss, bounds=(FLATTEST, SHARPEST), method="bounded").x)
