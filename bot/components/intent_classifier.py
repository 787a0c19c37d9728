"""Graph component: what a message and each of its clauses asks for, or that it is nothing we do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import (
    FEATURE_TYPE_SENTENCE,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.calibration import fit_sharpness, softmax
from bot.components.kernel_classifier import Floats, KernelClassifier
from bot.components.out_of_scope import OutOfScope
from bot.components.parts import PARTS, START, is_readable, with_parts
from bot.components.wishes import Reading, WishReader

OUT_OF_SCOPE = "out_of_scope"
"""Message property: how probably a message is none of the assistant's business."""
CLAUSES = "clauses"
"""Message property where several things are said: `[{"text", "intent": {"name", "confidence"}, "entities"}]`."""
FALLBACK = DEFAULT_NLU_FALLBACK_INTENT_NAME


@dataclass(frozen=True)
class Model:
    """What training makes: the classifier, the labels of its columns, and what is fitted on held-out scores."""

    classifier: KernelClassifier
    labels: tuple[str, ...]
    sharpness: float
    out_of_scope: OutOfScope


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(IntentClassifier, GraphComponent):
    """Classifies messages and their clauses by dense and sparse sentence features.

    Sets `intent` and `intent_ranking` with calibrated confidences. Where a text is too unlike all examples the intent
    is `nlu_fallback`, first in the ranking, with the intents it was nearest to after it, as Rasa's own
    `FallbackClassifier` does; `out_of_scope` is how probably it is that, or the clause that is least so. Where a
    message has clauses of two distinct intents or more, sets `clauses`. All of it reaches the action server in
    `tracker.latest_message`.

    Config:
        novelty: the odds that shoppers say something new, times the root of the number of examples; what is out of
            scope is decided by it and by examples held out (`OutOfScope`). Chosen on CLINC150's validation data and on
            parts of HINT3's training data, the same for all.
        sure: least confidence of a clause that counts as a wish of its own.
        not_wishes: intents that ask for nothing; a wish in the same message outweighs them.
        moods: intents that only colour another wish in the same message.
        ranking_length: how many intents the ranking lists.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"novelty": 2.5, "sure": 0.45, "not_wishes": [], "moods": [], "ranking_length": 6}

    @classmethod
    def required_components(cls) -> list[type]:
        """A featurizer for each kind of features."""
        return [Featurizer]

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: Model | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model
        self._wishes = WishReader(
            FALLBACK, frozenset(config["not_wishes"]), frozenset(config["moods"]), config["sure"]
        )

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KernelIntentClassifier:
        """An untrained classifier, to which everything is out of scope."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier, its confidences and its threshold on the examples that have an intent and features."""
        examples = [m for m in training_data.intent_examples if is_readable(m)]
        if examples:
            labels = sorted({str(message.get(INTENT)) for message in examples})
            numbers = np.array([labels.index(message.get(INTENT)) for message in examples], dtype=np.int32)
            classifier, held_out = KernelClassifier.fit(*_features(examples), numbers)
            sharpness = fit_sharpness(held_out.without_example, numbers)
            in_scope = np.array([labels[number] != FALLBACK for number in numbers])
            out_of_scope = OutOfScope.fit(held_out, numbers, in_scope, self._config["novelty"])
            self._model = Model(classifier, tuple(labels), sharpness, out_of_scope)
        self.persist()
        return self._resource

    def persist(self) -> None:
        """Save the arrays."""
        if self._model is None:
            return
        model, classifier = self._model, self._model.classifier
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(
                folder / "classifier.npz",
                examples=classifier.examples,
                example_labels=classifier.example_labels,
                weights=classifier.weights,
                ngram_weights=classifier.ngram_weights,
                labels=np.array(model.labels),
                decision=np.array([model.sharpness, model.out_of_scope.threshold, model.out_of_scope.slope]),
                offsets=model.out_of_scope.offsets,
            )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> KernelIntentClassifier:
        """The trained classifier; an untrained one where there were no examples."""
        try:
            with model_storage.read_from(resource) as folder:
                arrays = dict(np.load(folder / "classifier.npz", allow_pickle=False))
        except ValueError:
            return cls.create(config, model_storage, resource, execution_context)
        names = ("examples", "example_labels", "weights", "ngram_weights")
        classifier = KernelClassifier(*(arrays[name] for name in names))
        sharpness, threshold, slope = arrays["decision"].tolist()
        labels = tuple(arrays["labels"].tolist())
        model = Model(classifier, labels, sharpness, OutOfScope(threshold, slope, arrays["offsets"]))
        return cls(config, model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of every message that is text; a button's payload is left to Rasa."""
        rankings = dict(self._rankings(with_parts(messages)))
        for message in messages:
            if is_readable(message) and self._model:
                self._understand(message, rankings)
            elif not (message.get(TEXT) or "").strip() or not self._model:
                _set_intent(message, [_entry(FALLBACK, 1.0)])
        return messages

    def _rankings(self, messages: Sequence[Message]) -> Iterable[tuple[int, list[dict[str, Any]]]]:
        """(identity of a message, its intents with confidences, the likeliest first)."""
        if not messages or self._model is None:
            return
        model = self._model
        scores, nearness = model.classifier.score(*_features(messages))
        probabilities = softmax(scores, model.sharpness)
        unknown = model.out_of_scope.probability(scores, nearness)
        for row, message in enumerate(messages):
            order = np.argsort(-probabilities[row], kind="stable")[: self._config["ranking_length"]]
            ranking = [_entry(model.labels[column], float(probabilities[row, column])) for column in order]
            if unknown[row] > 0.5:
                others = [entry for entry in ranking if entry[INTENT_NAME_KEY] != FALLBACK]
                ranking = [_entry(FALLBACK, float(unknown[row])), *others][: self._config["ranking_length"]]
            message.set(OUT_OF_SCOPE, float(unknown[row]), add_to_output=True)
            yield id(message), ranking

    def _understand(self, message: Message, rankings: dict[int, list[dict[str, Any]]]) -> None:
        ranking, text, parts = rankings[id(message)], message.get(TEXT), message.data.pop(PARTS, [])
        if parts:
            least = min(each.get(OUT_OF_SCOPE) for each in (message, *parts))
            message.set(OUT_OF_SCOPE, least, add_to_output=True)
            readings = [_reading(part, rankings[id(part)]) for part in parts]
            meant = self._wishes.meant(_reading(message, ranking), readings)
            clauses = self._wishes.clauses(readings)
            if meant.intent != ranking[0][INTENT_NAME_KEY]:
                others = [
                    entry for entry in ranking if entry[INTENT_NAME_KEY] not in (FALLBACK, meant.intent)
                ]
                ranking = [_entry(meant.intent, meant.confidence), *others][: self._config["ranking_length"]]
            if len({clause.intent for clause in clauses}) > 1:
                told = [_clause(text[clause.start : clause.end], clause) for clause in clauses]
                message.set(CLAUSES, told, add_to_output=True)
        _set_intent(message, ranking)


def _reading(message: Message, ranking: list[dict[str, Any]]) -> Reading:
    start, best = message.get(START, 0), ranking[0]
    end = start + len(message.get(TEXT))
    return Reading(start, end, best[INTENT_NAME_KEY], best[PREDICTED_CONFIDENCE_KEY])


def _clause(text: str, clause: Reading) -> dict[str, Any]:
    return {"text": text, "intent": _entry(clause.intent, clause.confidence), "entities": []}


def _entry(name: str, confidence: float) -> dict[str, Any]:
    return {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}


def _set_intent(message: Message, ranking: list[dict[str, Any]]) -> None:
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)


def _features(messages: Sequence[Message]) -> tuple[Floats, sp.csr_matrix]:
    """The messages' dense (m × d) and sparse (m × V) sentence features; InvalidConfigException where one is missing."""
    dense: list[Floats] = []
    sparse: list[sp.csr_matrix] = []
    for message in messages:
        mine = [f for f in message.features if f.attribute == TEXT and f.type == FEATURE_TYPE_SENTENCE]
        dense.append(np.hstack([f.features[0] for f in mine if f.is_dense()] or [()]))
        sparse.append(
            sp.hstack([f.features for f in mine if f.is_sparse()] or [sp.csr_matrix((1, 0))], format="csr")
        )
    widths = {(len(vector), matrix.shape[1]) for vector, matrix in zip(dense, sparse, strict=True)}
    if len(widths) != 1 or 0 in widths.pop():
        raise InvalidConfigException(
            "KernelIntentClassifier needs SentenceEncoderFeaturizer and NgramFeaturizer before it in config.yml."
        )
    return np.vstack(dense).astype(np.float32), sp.vstack(sparse, format="csr", dtype=np.float32)
