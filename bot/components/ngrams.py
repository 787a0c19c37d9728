"""The spelling of a message: TF-IDF of character and word n-grams."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.clauses import with_clauses

VIEWS: dict[str, dict[str, Any]] = {
    "characters": {"analyzer": "char_wb", "ngram_range": (1, 4), "sublinear_tf": True},
    "words": {
        "analyzer": "word",
        "ngram_range": (1, 2),
        "sublinear_tf": True,
        "token_pattern": r"(?u)\b\w+\b",
    },
}
"""What is counted: characters within words, and words; each view L2-normalised by itself."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(GraphComponent):
    """Adds TF-IDF n-grams to each message as sparse sentence features, one row a message.

    Config:
        weight: what they count beside the dense features.
        min_df: messages in which an n-gram must occur to be kept.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"weight": 0.5, "min_df": 2}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        return cls(config, model_storage, resource)

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._views = {
            name: TfidfVectorizer(min_df=config["min_df"], dtype=np.float32, **view)
            for name, view in VIEWS.items()
        }

    def train(self, training_data: TrainingData) -> Resource:
        texts = [message.get(TEXT) for message in training_data.training_examples if message.get(TEXT)]
        for view in self._views.values():
            view.fit(texts)
        self.persist()
        return self._resource

    def persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            for name, view in self._views.items():
                ngrams = sorted(view.vocabulary_, key=view.vocabulary_.get)
                (folder / f"{name}.json").write_text(json.dumps(ngrams, ensure_ascii=False), encoding="utf-8")
                np.save(folder / f"{name}.npy", view.idf_.astype(np.float32), allow_pickle=False)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> NgramFeaturizer:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            for name, view in VIEWS.items():
                ngrams = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
                vectorizer = TfidfVectorizer(vocabulary=ngrams, dtype=np.float32, **view)
                vectorizer.idf_ = np.load(folder / f"{name}.npy", allow_pickle=False)
                component._views[name] = vectorizer
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        self._featurize(with_clauses(messages))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._featurize([message for message in training_data.training_examples if message.get(TEXT)])
        return training_data

    def _featurize(self, messages: list[Message]) -> None:
        texts = [message.get(TEXT) or "" for message in messages]
        weight = self._config["weight"]
        views = [view.transform(texts) * weight for view in self._views.values()]
        # A loaded vectorizer computes in double precision, for which the classifier would copy all its weights.
        rows = scipy.sparse.hstack(views, format="csr", dtype=np.float32)
        for index, message in enumerate(messages):
            message.add_features(Features(rows[index], FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))
