"""The meaning of a message as one dense vector."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.encoder import SentenceEncoder
from bot.components.clauses import with_clauses

ROOT = Path(__file__).resolve().parents[2]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(GraphComponent):
    """Adds the sentence encoder's vector (1, dimension) to each message as a dense sentence feature.

    Config:
        folder: the exported encoder, relative to the project's root.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"folder": "models/encoder"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        return cls(SentenceEncoder.load(ROOT / config["folder"]))

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder

    def process(self, messages: list[Message]) -> list[Message]:
        self._featurize(with_clauses(messages))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._featurize([message for message in training_data.training_examples if message.get(TEXT)])
        return training_data

    def _featurize(self, messages: list[Message]) -> None:
        vectors = self._encoder.encode([message.get(TEXT) or "" for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))
