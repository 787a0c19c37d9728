"""What a message wants: one logistic regression over all features, with a confidence that means something."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
from sklearn.model_selection import train_test_split

from bot.components.clauses import PARTS, with_clauses
from bot.components.softmax_regression import Features, Floats, fit, softmax

RANKED = 10
TEMPERATURES = np.geomspace(0.25, 4, 81)


@dataclass(frozen=True)
class Choice:
    """The settings with the least `loss` on held-out examples, and the regression fitted with them."""

    loss: float
    c: float
    temperature: float
    start: tuple[Floats, Floats] | None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent):
    """Multinomial logistic regression over the dense and sparse sentence features; plain arrays, numpy at inference.

    Of the training examples a tenth is held out: on it the inverse regularisation C is chosen among `C`, and the
    temperature that makes the softmax's confidence fit (Guo et al. 2017, "On Calibration of Modern Neural Networks").
    Then the regression is fitted on all.

    A message that was taken apart carries its clauses, each with intent and entities, in the parse as `clauses`. Its
    own intent is then that of its first wish, where a story or a greeting surrounds it or there are several.

    Config:
        C: the values to choose from.
        sure: least confidence at which a clause counts as a wish.
        not_wishes: the intents that ask for nothing by themselves.
        moods: the intents that only colour another wish, where there is one.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": [20], "sure": 0.6, "not_wishes": [], "moods": [], "held_out": 0.1, "iterations": 60}

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
        self._weights: Floats = np.zeros((0, 0), np.float32)
        self._bias: Floats = np.zeros(0, np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits on the intent examples.

        Raises:
            ValueError: there are examples of fewer than two intents.
        """
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        names, classes = np.unique([message.get(INTENT) for message in examples], return_inverse=True)
        if len(names) < 2:
            raise ValueError("An intent classifier needs examples of at least two intents.")
        features = gather(examples)
        chosen = self._choose(features, classes, len(names))
        weights, bias = fit(features, classes, len(names), chosen.c, self._config["iterations"], chosen.start)
        self._intents = [str(name) for name in names]
        self._weights, self._bias = weights / chosen.temperature, bias / chosen.temperature
        self.persist()
        return self._resource

    def _choose(self, features: Features, classes: NDArray[np.intp], count: int) -> Choice:
        """What has the least log loss on held-out examples; where those are too few, the first C and no temperature."""
        held_out, candidates = self._config["held_out"], self._config["C"]
        if np.bincount(classes).min() < 2 or len(classes) * held_out < count:
            return Choice(np.inf, float(candidates[0]), 1.0, None)
        rows = np.arange(len(classes))
        train, test = train_test_split(rows, test_size=held_out, stratify=classes, random_state=0)
        best: Choice | None = None
        for c in candidates:
            fitted = fit(features[train], classes[train], count, c, self._config["iterations"])
            scores = features[test].scores(*fitted)
            for temperature in TEMPERATURES:
                likely = softmax(scores / temperature)[np.arange(len(test)), classes[test]]
                loss = -float(np.log(likely + 1e-12).mean())
                if best is None or loss < best.loss:
                    best = Choice(loss, float(c), float(temperature), fitted)
        assert best is not None, "no C to choose from"
        return best

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
        for message in messages:  # without words there is no intent; what comes next decides what that means
            message.set(INTENT, {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}, add_to_output=True)
        if everything:
            confidences = softmax(gather(everything).scores(self._weights, self._bias))
            for message, row in zip(everything, confidences, strict=True):
                self._rank(message, row)
        for message in messages:
            parts = message.get(PARTS) or ()
            if parts:
                self._tell_clauses(message, parts)
        return messages

    def _rank(self, message: Message, confidences: Floats) -> None:
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
        moods = self._config["moods"]
        wishes = [wish for wish in wishes if wish[INTENT_NAME_KEY] not in moods] or wishes
        several = len({wish[INTENT_NAME_KEY] for wish in wishes}) > 1
        whole = message.get(INTENT)
        coloured = whole[INTENT_NAME_KEY] in moods or not self._is_wish(whole)
        if wishes and (several or coloured):
            message.set(INTENT, wishes[0], add_to_output=True)

    def _is_wish(self, intent: dict[str, Any]) -> bool:
        asks = intent[INTENT_NAME_KEY] not in self._config["not_wishes"]
        return asks and intent[PREDICTED_CONFIDENCE_KEY] >= self._config["sure"]


def gather(messages: Sequence[Message]) -> Features:
    """The messages' sentence features, a row a message."""
    features = [
        [f.features for f in m.features if f.attribute == TEXT and f.type == "sentence"] for m in messages
    ]
    dense = [np.hstack([part for part in parts if isinstance(part, np.ndarray)]) for parts in features]
    sparse = [scipy.sparse.hstack([p for p in parts if not isinstance(p, np.ndarray)]) for parts in features]
    return Features(np.vstack(dense), scipy.sparse.vstack(sparse).tocsr())
