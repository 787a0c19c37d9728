"""The spelling of a message: TF-IDF of character and word n-grams."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse
from numpy.typing import NDArray
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


@dataclass(frozen=True)
class FittedView:
    """What a fitted `TfidfVectorizer` of `VIEWS` does, for one text: a tenth of the time that its `transform` takes.

    `idf` (n) is single precision, as the classifier's weights are; else each message would have all of them copied.
    """

    analyse: Callable[[str], list[str]]
    vocabulary: Mapping[str, int]
    idf: NDArray[np.float32]

    @classmethod
    def of(cls, vectorizer: TfidfVectorizer) -> FittedView:
        return cls(vectorizer.build_analyzer(), vectorizer.vocabulary_, vectorizer.idf_.astype(np.float32))

    def weigh(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The n-grams of a text that are in the vocabulary, in its order, and what each weighs; length 1 together."""
        known = (self.vocabulary.get(ngram) for ngram in self.analyse(text))
        counts = sorted(Counter(index for index in known if index is not None).items())
        indices = np.array([index for index, _ in counts], dtype=np.intp)
        often = np.array([count for _, count in counts], dtype=np.float32)
        weights = (1 + np.log(often)) * self.idf[indices]
        return indices, weights / (np.linalg.norm(weights) or 1)


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
        self._views: dict[str, FittedView] = {}

    def train(self, training_data: TrainingData) -> Resource:
        texts = [message.get(TEXT) for message in training_data.training_examples if message.get(TEXT)]
        for name, view in VIEWS.items():
            vectorizer = TfidfVectorizer(min_df=self._config["min_df"], dtype=np.float32, **view)
            self._views[name] = FittedView.of(vectorizer.fit(texts))
        self.persist()
        return self._resource

    def persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            for name, view in self._views.items():
                ngrams = sorted(view.vocabulary, key=view.vocabulary.__getitem__)
                (folder / f"{name}.json").write_text(json.dumps(ngrams, ensure_ascii=False), encoding="utf-8")
                np.save(folder / f"{name}.npy", view.idf, allow_pickle=False)

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
                component._views[name] = FittedView.of(vectorizer)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        self._featurize(with_clauses(messages))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._featurize([message for message in training_data.training_examples if message.get(TEXT)])
        return training_data

    def _featurize(self, messages: list[Message]) -> None:
        for message in messages:
            row = self._row(message.get(TEXT) or "")
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))

    def _row(self, text: str) -> scipy.sparse.csr_matrix:
        """The views of a text side by side, (1, n-grams of all views)."""
        indices, values, width = [], [], 0
        for view in self._views.values():
            of_view, weights = view.weigh(text)
            indices.append(of_view + width)
            values.append(weights)
            width += len(view.idf)
        columns = np.concatenate(indices)
        weighted = np.concatenate(values) * np.float32(self._config["weight"])
        return scipy.sparse.csr_matrix((weighted, columns, [0, len(columns)]), shape=(1, width))
