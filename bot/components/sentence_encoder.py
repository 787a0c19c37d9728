"""Graph component: the meaning of a message as a dense vector."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.artefacts import ArtefactError, file_hash
from actions.encoder import GRAPH, SentenceEncoder
from bot.components.parts import artefact, is_readable, with_parts, wording


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds the sentence encoder's vector of a message and of its clauses, of length 1, as dense sentence features.

    It is the vector for telling classes of texts apart, in which several layers have a share.

    Config:
        encoder: folder of the encoder that `make train` exports, relative to the project.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "encoder": "models/encoder"}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check before the encoder is loaded."""

    def __init__(self, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self._encoder = load_encoder(artefact(config["encoder"]))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        """Load the encoder; InvalidConfigException, which says how to mend it, where it is not whole."""
        return cls(execution_context.node_name or cls.__name__, config)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Another encoder makes other features, so that Rasa trains anew what depends on them."""
        graph = artefact(config.get("encoder", cls.get_default_config()["encoder"])) / GRAPH
        return file_hash(graph) if graph.is_file() else None

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode all examples that have a text."""
        self._add_vectors(message for message in training_data.training_examples if is_readable(message))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode messages and their clauses."""
        self._add_vectors(with_parts(messages))
        return messages

    def _add_vectors(self, messages: Iterable[Message]) -> None:
        messages = list(messages)
        vectors = self._encoder.encode_deep([wording(message) for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            self.add_features_to_message(None, vector[None, :], TEXT, message)


@lru_cache(maxsize=2)
def load_encoder(folder: Path) -> SentenceEncoder:
    """The encoder in a folder, loaded once a process."""
    try:
        return SentenceEncoder.load(folder)
    except ArtefactError as error:
        raise InvalidConfigException(str(error)) from error
