"""A part of the pipeline that breaks on one word, as a bug in ours would."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FaultyClassifier(GraphComponent):
    """Raises on `kaboom`, quoting the message as careless code does; otherwise leaves it alone."""

    @classmethod
    def create(
        cls, config: dict[str, Any], storage: ModelStorage, resource: Resource, context: ExecutionContext
    ) -> FaultyClassifier:
        """Nothing to load."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """The messages as they came."""
        for message in messages:
            if "kaboom" in (message.get(TEXT) or ""):
                raise RuntimeError(f"cannot classify {message.get(TEXT)!r}")
        return messages
