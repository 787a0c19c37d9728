"""Searches for the models' settings by Optuna, on the validation items alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import optuna

from actions.recommender.embedding import Embedding, EmbeddingSettings
from actions.recommender.history import History
from actions.recommender.linear import Linear, LinearSettings
from actions.recommender.model import Model
from actions.recommender.shelf import Shelf
from actions.recommender.transitions import Transitions, TransitionsSettings
from bench.recommending.fitting import validation
from bench.recommending.measuring import rank
from bench.recommending.sequences import Sequences

SHARE = (0.0, 1.0)


@dataclass(frozen=True)
class Tunable:
    """A model with settings: how it is fitted with some, what they are, and between which values each may lie.

    A range that begins above 1 is searched by its logarithm.
    """

    fit: Callable[[History, Shelf, Any], Model]
    settings: type[Any]
    ranges: Mapping[str, tuple[float, float]]


TUNABLE: Mapping[str, Tunable] = {
    Linear.name: Tunable(
        Linear.fit,
        LinearSettings,
        {"decay": SHARE, "backward": SHARE, "ridge": (20, 2000), "recency": SHARE, "damping": (-0.2, 0.5)},
    ),
    Transitions.name: Tunable(
        Transitions.fit,
        TransitionsSettings,
        {"gap_decay": SHARE, "backward": SHARE, "damping": SHARE, "leaving": SHARE, "recency": (0.5, 3)},
    ),
    Embedding.name: Tunable(
        Embedding.fit,
        EmbeddingSettings,
        {"gap_decay": SHARE, "backward": SHARE, "spectrum": SHARE, "recency": SHARE},
    ),
}


@dataclass(frozen=True)
class Found:
    """The settings that foretold the validation items best, and how well they and the shipped ones did."""

    settings: Mapping[str, float]
    ndcg_10: float
    shipped_ndcg_10: float


def search(sequences: Sequences, shelf: Shelf, name: str, trials: int, done: Callable[[], object]) -> Found:
    """Try so many settings of a model, the shipped ones first, by a tree-structured Parzen estimator."""
    tunable, held_out = TUNABLE[name], validation(sequences.history(held_out=1), shelf)
    targets = [(case.customer, case.next) for case in held_out.cases]

    def quality(trial: optuna.Trial) -> float:
        values = {
            key: trial.suggest_float(key, *bounds, log=bounds[0] > 1)
            for key, bounds in tunable.ranges.items()
        }
        model = tunable.fit(held_out.history, shelf, tunable.settings(**values))
        ranked = rank({name: model}, {name: 1.0}, held_out.history, targets)
        done()
        return ranked[name].accuracy()["ndcg_10"]

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=0))
    study.enqueue_trial(asdict(tunable.settings()))
    study.optimize(quality, n_trials=trials)
    shipped = study.trials[0].value
    return Found(study.best_params, study.best_value, 0.0 if shipped is None else shipped)
