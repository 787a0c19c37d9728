"""Graph component: the letters and words of a message as sparse features."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.parts import is_readable, with_parts, wording

ANALYSERS: dict[str, dict[str, Any]] = {
    "characters": {"analyzer": "char_wb", "ngram_range": (1, 4)},
    "words": {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b"},
}
LONGEST = 2_000
"""Characters of a message that are read."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Adds TF-IDF of character n-grams (1–4, within words) and of word n-grams (1–2) as sparse sentence features.

    Each of the two has sublinear term frequencies and length `weight`, beside the encoder's vector of length 1.
    They carry what the encoder's word pieces blur: typos, names, numbers.

    Config:
        weight: 0.4 was best over five data sets (0.35 to 0.6 differ by less than half a point).
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**SparseFeaturizer.get_default_config(), "weight": 0.4}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Any weight will do."""

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        views: Sequence[NgramView] = (),
    ) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._views = list(views)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """A featurizer that has seen no examples and adds no features."""
        return cls(config, execution_context.node_name or cls.__name__, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """The trained featurizer."""
        with model_storage.read_from(resource) as folder:
            ngrams = json.loads((folder / "ngrams.json").read_text(encoding="utf-8"))
            with np.load(folder / "idf.npz", allow_pickle=False) as idf:
                views = [NgramView(name, ngrams[name], idf[name]) for name in ngrams]
        return cls(config, execution_context.node_name or cls.__name__, model_storage, resource, views)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the n-grams of the examples."""
        texts = [_read(message) for message in training_data.training_examples if is_readable(message)]
        self._views = [NgramView.fit(name, texts) for name in ANALYSERS] if texts else []
        self.persist()
        return self._resource

    def persist(self) -> None:
        """Save the n-grams as JSON, in the order of their columns, and their inverse document frequencies."""
        with self._model_storage.write_to(self._resource) as folder:
            ngrams = {view.name: list(view.columns) for view in self._views}
            (folder / "ngrams.json").write_text(json.dumps(ngrams, ensure_ascii=False), encoding="utf-8")
            np.savez(folder / "idf.npz", **{view.name: view.idf for view in self._views})

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features of all examples that have a text."""
        self._add_features(message for message in training_data.training_examples if is_readable(message))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features of messages and their clauses."""
        self._add_features(with_parts(messages))
        return messages

    def _add_features(self, messages: Iterable[Message]) -> None:
        width = sum(len(view.columns) for view in self._views)
        for message in messages if width else ():
            indices, values, offset = [], [], 0
            for view in self._views:
                columns, weights = view.transform(_read(message))
                indices.append(columns + offset)
                values.append(weights * np.float32(self._config["weight"]))
                offset += len(view.columns)
            row = np.concatenate(indices)
            features = sp.csr_matrix((np.concatenate(values), row, [0, len(row)]), shape=(1, width))
            self.add_features_to_message(None, features, TEXT, message)


class NgramView:
    """One kind of n-grams: which there are (`columns`, in order) and how rare each is (`idf`, a weight a column)."""

    def __init__(self, name: str, ngrams: Sequence[str], idf: NDArray[np.float32]) -> None:
        self.name = name
        self.columns = {ngram: column for column, ngram in enumerate(ngrams)}
        self.idf = idf.astype(np.float32)
        self._ngrams = _vectorizer(name).build_analyzer()

    @classmethod
    def fit(cls, name: str, texts: Sequence[str]) -> NgramView:
        """The n-grams of these texts."""
        fitted = _vectorizer(name).fit(texts)
        return cls(name, fitted.get_feature_names_out().tolist(), fitted.idf_)

    def transform(self, text: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The columns and TF-IDF values of one text, of length 1 together; what `TfidfVectorizer.transform` gives.

        Scikit-learn's own takes milliseconds for a text, most of them to check and convert matrices.
        """
        counts = Counter(column for n in self._ngrams(text) if (column := self.columns.get(n)) is not None)
        columns = np.fromiter(counts, np.int32, len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.idf[columns]
        return columns, values / max(float(np.linalg.norm(values)), np.finfo(np.float32).tiny)


def _vectorizer(name: str) -> TfidfVectorizer:
    return TfidfVectorizer(**ANALYSERS[name], sublinear_tf=True, dtype=np.float32)


def _read(message: Message) -> str:
    return wording(message)[:LONGEST]
