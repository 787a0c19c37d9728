"""The blend: what all models say, each by its weight."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from actions.recommender.content import Content
from actions.recommender.factors import Factors
from actions.recommender.history import History, Past
from actions.recommender.model import Model, Scores
from actions.recommender.popularity import Popularity
from actions.recommender.shelf import Shelf
from actions.recommender.together import Together
from actions.recommender.transitions import Transitions

MODELS: tuple[type[Model], ...] = (Transitions, Factors, Content, Together, Popularity)
WEIGHTS: Mapping[str, float] = {
    "transitions": 1.0,
    "factors": 0.3,
    "content": 0.3,
    "together": 0.2,
    "popularity": 0.2,
}
"""Chosen on the demo shop's interactions, the last product of every customer held out."""


def fit(history: History, shelf: Shelf) -> dict[str, Model]:
    """Every model, fitted."""
    return {model.name: model.fit(history, shelf) for model in MODELS}


def shares(
    models: Mapping[str, Model], weights: Mapping[str, float], past: Past, size: int
) -> dict[str, Scores]:
    """What each model adds to the score of each of `size` items: its own score, its best being 1, times its weight."""
    found = {}
    for name, model in models.items():
        scores = np.zeros(size, dtype=np.float32)
        own = model.scores(past)
        scores[: len(own)] = own[:size]
        peak = scores.max(initial=0)
        found[name] = scores * np.float32(weights[name] / peak) if peak > 0 else scores
    return found
