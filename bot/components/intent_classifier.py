"""What a message wants: one logistic regression over all features, with a confidence that means something."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from bot.components.clauses import PARTS, with_clauses

RANKED = 10
TEMPERATURES = np.geomspace(0.25, 4, 81)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent):
    """Multinomial logistic regression over the dense and sparse sentence features; plain arrays, numpy at inference.

    Of the training examples a tenth is held out: on it the inverse regularisation C is chosen among `C`, and the
    temperature that makes the softmax's confidence fit (Guo et al. 2017, "On Calibration of Modern Neural Networks").
    Then the regression is fitted on all.

    A message that was taken apart carries its clauses, each with intent and entities, in the parse as `clauses`; its own
    intent is then that of its first wish: where a story or a greeting surrounds it, or where there are several.

    Config:
        C: the values to choose from.
        sure: least confidence at which a clause counts as a wish.
        not_wishes: the intents that ask for nothing by themselves.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": [20], "sure": 0.6, "not_wishes": [], "held_out": 0.1, "max_iter": 120}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        return cls(config, model_storage, resource)

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._intents: list[str] = []
        self._weights: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._bias: NDArray[np.float32] = np.zeros(0, np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits on the intent examples.

        Raises:
            ValueError: there are examples of fewer than two intents.
        """
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        labels = np.array([message.get(INTENT) for message in examples])
        if len(set(labels)) < 2:
            raise ValueError("An intent classifier needs examples of at least two intents.")
        features = matrix(examples)
        chosen, temperature = self._choose(features, labels)
        fitted = self._fit(features, labels, chosen)
        self._intents = [str(name) for name in fitted.classes_]
        weights, bias = fitted.coef_, fitted.intercept_
        if len(self._intents) == 2:  # scikit-learn keeps one row for two classes
            weights, bias = np.vstack([-weights / 2, weights / 2]), np.concatenate([-bias / 2, bias / 2])
        self._weights = (weights.T / temperature).astype(np.float32)
        self._bias = (bias / temperature).astype(np.float32)
        self.persist()
        return self._resource

    def _fit(self, features: scipy.sparse.csr_matrix, labels: NDArray[Any], c: float) -> LogisticRegression:
        return LogisticRegression(C=c, max_iter=self._config["max_iter"], tol=1e-3).fit(features, labels)

    def _choose(self, features: scipy.sparse.csr_matrix, labels: NDArray[Any]) -> tuple[float, float]:
        """C and temperature with the least log loss on held-out examples; where those are too few, the first C and 1."""
        names, counts = np.unique(labels, return_counts=True)
        held_out = self._config["held_out"]
        if counts.min() < 2 or len(labels) * held_out < len(names):
            return float(self._config["C"][0]), 1.0
        train, test = train_test_split(
            np.arange(len(labels)), test_size=held_out, stratify=labels, random_state=0
        )
        best = (np.inf, 0.0, 1.0)
        for c in self._config["C"]:
            fitted = self._fit(features[train], labels[train], c)
            scores = np.atleast_2d(fitted.decision_function(features[test]))
            if len(names) == 2:
                scores = np.column_stack([-scores.ravel() / 2, scores.ravel() / 2])
            truth = np.searchsorted(fitted.classes_, labels[test])
            for temperature in TEMPERATURES:
                logs = np.log(softmax(scores / temperature)[np.arange(len(truth)), truth] + 1e-12)
                best = min(best, (-float(logs.mean()), float(c), float(temperature)))
        return best[1], best[2]

    def persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / "weights.npz", weights=self._weights, bias=self._bias)
            (folder / "intents.json").write_text(json.dumps(self._intents), encoding="utf-8")

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> LinearIntentClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
                component._weights, component._bias = arrays["weights"], arrays["bias"]
            component._intents = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        everything = [message for message in with_clauses(messages) if message.get(TEXT)]
        if everything:
            confidences = softmax(matrix(everything) @ self._weights + self._bias)
            for message, row in zip(everything, confidences):
                self._rank(message, row)
        for message in messages:
            parts = message.get(PARTS) or ()
            if parts:
                self._tell_clauses(message, parts)
        return messages

    def _rank(self, message: Message, confidences: NDArray[np.float32]) -> None:
        order = np.argsort(-confidences)[:RANKED]
        ranking = [
            {INTENT_NAME_KEY: self._intents[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])}
            for i in order
        ]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _tell_clauses(self, message: Message, parts: Sequence[Message]) -> None:
        clauses = [
            {"text": part.get(TEXT), "intent": part.get(INTENT), "entities": part.get(ENTITIES) or []}
            for part in parts
        ]
        message.set("clauses", clauses, add_to_output=True)
        message.set(PARTS, None)
        wishes = [c["intent"] for c in clauses if self._is_wish(c["intent"])]
        several = len({wish[INTENT_NAME_KEY] for wish in wishes}) > 1
        if wishes and (several or not self._is_wish(message.get(INTENT))):
            message.set(INTENT, wishes[0], add_to_output=True)

    def _is_wish(self, intent: dict[str, Any]) -> bool:
        asks = intent[INTENT_NAME_KEY] not in self._config["not_wishes"]
        return asks and intent[PREDICTED_CONFIDENCE_KEY] >= self._config["sure"]


def matrix(messages: Sequence[Message]) -> scipy.sparse.csr_matrix:
    """The messages' sentence features side by side, a row a message."""
    rows = []
    for message in messages:
        parts = [f.features for f in message.features if f.attribute == TEXT and f.type == "sentence"]
        rows.append(scipy.sparse.hstack([scipy.sparse.csr_matrix(part) for part in parts]))
    return scipy.sparse.vstack(rows).tocsr()


def softmax(scores: NDArray[Any]) -> NDArray[Any]:
    """Rows of scores as probabilities."""
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: NDArray[Any] = exponents / exponents.sum(axis=1, keepdims=True)
    return result
