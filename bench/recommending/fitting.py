"""Fits the recommender's models as the shop does, and measures how long that takes."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actions.recommender import blend, weighing
from actions.recommender.evaluation import Case, leave_last_out
from actions.recommender.history import History
from actions.recommender.model import Model
from actions.recommender.shelf import Shelf
from bench.recommending.sequences import Sequences

BLEND = "aisle"


@dataclass(frozen=True)
class Fitted:
    """Models fitted without the validation items and with them, what each counts, and seconds by model.

    `weights` are learned from the validation items with the models that do not know them; the seconds of the whole,
    under `BLEND`, are from the events in memory to the models of both kinds and the weights.
    """

    strict: Mapping[str, Model]
    refitted: Mapping[str, Model]
    weights: Mapping[str, float]
    seconds: Mapping[str, float]
    processor_seconds: float
    """Of the whole: what it takes on a machine that does nothing else, one core at a time."""


@dataclass(frozen=True)
class Validation:
    """What the users did before their validation items, and these as cases to foretell."""

    history: History
    cases: Sequence[Case]


def validation(history: History, shelf: Shelf) -> Validation:
    """Each user's last item of a history held out."""
    kept, cases = leave_last_out(history.events())
    return Validation(History(shelf.ids, kept), cases)


def fit(sequences: Sequences, shelf: Shelf) -> Fitted:
    """The blend of the recommender as `Recommender.build` makes it, but for the models that it throws away."""
    begin, processor = time.perf_counter(), time.process_time()
    history = sequences.history(held_out=1)
    held_out = validation(history, shelf)
    strict, _ = _models(held_out.history, shelf)
    weights = weighing.learned(strict, held_out.history, held_out.cases, blend.WEIGHTS)
    refitted, seconds = _models(history, shelf)
    seconds[BLEND] = time.perf_counter() - begin
    return Fitted(strict, refitted, weights, seconds, time.process_time() - processor)


def _models(history: History, shelf: Shelf) -> tuple[dict[str, Model], dict[str, float]]:
    models, seconds = {}, {}
    for model in blend.MODELS:
        begin = time.perf_counter()
        models[model.name] = model.fit(history, shelf)
        seconds[model.name] = time.perf_counter() - begin
    return models, seconds
