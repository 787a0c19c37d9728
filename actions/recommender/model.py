"""What every model of the recommender is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from actions.recommender.history import History, Past
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

Scores = NDArray[np.float32]
Arrays = Mapping[str, NDArray[Any]]


class Model(ABC):
    """Scores the items that were on the shelf when it was fitted, in the shelf's order.

    A model holds arrays only; `load(arrays())` is the same model. It never changes once it is made.
    """

    name: ClassVar[str]

    @classmethod
    @abstractmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        """Learn from what customers did, or from what the items are."""

    @abstractmethod
    def scores(self, past: Past) -> Scores:
        """How well each item suits somebody with this past: 0 or more, all 0 where the model can say nothing."""

    @abstractmethod
    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """A true reason to suggest the item to them, of the kind that this model goes by; None where there is none."""

    @abstractmethod
    def arrays(self) -> Arrays:
        """All that the model has learnt."""

    @classmethod
    @abstractmethod
    def load(cls, arrays: Arrays) -> Self:
        """The model of which `arrays` returned these."""
