"""The blend: which models there are, and what each of them counts."""

from __future__ import annotations

from collections.abc import Mapping

from actions.recommender import weighing
from actions.recommender.content import Content
from actions.recommender.embedding import Embedding
from actions.recommender.evaluation import leave_last_out
from actions.recommender.factors import Factors
from actions.recommender.history import History
from actions.recommender.linear import Linear
from actions.recommender.model import Model
from actions.recommender.popularity import Popularity
from actions.recommender.session import Session
from actions.recommender.shelf import Shelf
from actions.recommender.together import Together
from actions.recommender.transitions import Transitions

MODELS: tuple[type[Model], ...] = (
    Linear,
    Transitions,
    Embedding,
    Factors,
    Content,
    Together,
    Session,
    Popularity,
)
WEIGHTS: Mapping[str, float] = {
    "linear": 1.0,
    "transitions": 0.4,
    "embedding": 0.6,
    "factors": 0.1,
    "content": 0.2,
    "together": 0.2,
    "session": 0.2,
    "popularity": 0.05,
}
"""With which learning begins, and what a shop has whose customers have not yet done enough to learn from."""
FEWEST_CASES = 100
"""Customers whose last product can be held out, so that weights are learned from them."""


def fit(history: History, shelf: Shelf) -> dict[str, Model]:
    """Every model, fitted."""
    return {model.name: model.fit(history, shelf) for model in MODELS}


def weights(history: History, shelf: Shelf) -> dict[str, float]:
    """What each model counts: learned from every customer's last product, which the models are not fitted on."""
    kept, cases = leave_last_out(history.events())
    cases = [case for case in cases if case.next in history.row_of]
    if len(cases) < FEWEST_CASES:
        return dict(WEIGHTS)
    before = History(shelf.ids, kept)
    return weighing.learned(fit(before, shelf), before, cases, WEIGHTS)
