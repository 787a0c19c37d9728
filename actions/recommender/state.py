"""All that suggestions are made from, at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actions.recommender.again import Kind
from actions.recommender.content import Content
from actions.recommender.history import History
from actions.recommender.model import Model
from actions.recommender.shelf import Shelf
from actions.recommender.together import Together


@dataclass(frozen=True)
class State:
    """All that suggestions are made from, at one moment."""

    shelf: Shelf
    history: History
    models: Mapping[str, Model]
    weights: Mapping[str, float]
    again: Mapping[Kind, float]
    """Kind of item → after how many days customers buy one again, of those that they do."""

    @property
    def content(self) -> Content:
        model = self.models["content"]
        assert isinstance(model, Content)
        return model

    @property
    def together(self) -> Together:
        model = self.models["together"]
        assert isinstance(model, Together)
        return model
