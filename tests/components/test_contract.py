"""What every NLU component of ours keeps to: saved and loaded it does the same, a batch is its messages, and nothing
that a shopper can type makes it fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.clauses import ClauseSplitter
from bot.components.entities import CatalogueEntityExtractor
from bot.components.intent_classifier import LinearIntentClassifier
from bot.components.ngrams import NgramFeaturizer
from bot.components.sentence_encoder import SentenceEncoderFeaturizer

NOT_WISHES = {"not_wishes": ["greet", "affirm", "inform"], "moods": ["complain"]}
EXAMPLES = {
    "greet": ["hi", "hello there", "hey", "good morning", "hiya", "howdy friend"],
    "affirm": ["yes", "yes please", "sure", "ok do it", "go ahead", "yep"],
    "inform": ["1042", "ann@example.com", "the second one", "too small", "the blue one", "its 1043"],
    "track_order": [
        "where is my order",
        "track my parcel",
        "has my order been sent",
        "wheres my package",
        "delivery status please",
        "is my parcel on its way",
    ],
    "return_item": [
        "i want to return the jacket",
        "send back the boots",
        "i'd like to return something",
        "return this please",
        "how can i give these boots back",
        "take the tent back",
    ],
    "search_product": [
        "do you have tents",
        "show me waterproof jackets",
        "looking for hiking boots",
        "i need a headlamp",
        "got any sleeping bags",
        "find me a backpack",
    ],
    "complain": [
        "this is terrible service",
        "i am so unhappy with you",
        "worst shop ever",
        "really disappointed",
        "you keep letting me down",
        "what a shambles",
    ],
}
ODD = [
    "",
    "   ",
    "?",
    "a" * 10_000,
    "🏕️🏕️",
    "你好,请问有帐篷吗",
    "где мой заказ",
    "<b>hi</b>",
    "'; DROP TABLE orders; --",
    "\x00\ud83d",
]


def training_data() -> TrainingData:
    examples = [Message({TEXT: t, INTENT: i}) for i, texts in EXAMPLES.items() for t in texts]
    return TrainingData(examples)


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The components, trained in order; beside each trainable one what was loaded from its storage."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("storage"))
    context = ExecutionContext(GraphSchema({}), "test")
    data, made = training_data(), {}
    for component, own in (
        (ClauseSplitter, {}),
        (SentenceEncoderFeaturizer, {}),
        (NgramFeaturizer, {"min_df": 1}),
        (CatalogueEntityExtractor, {}),
        (LinearIntentClassifier, NOT_WISHES),
    ):
        config = {**component.get_default_config(), **own}
        resource = Resource(component.__name__)
        made[component.__name__] = component.create(config, storage, resource, context)
        if hasattr(component, "train"):
            made[component.__name__].train(data)
            loaded = component.load(config, storage, resource, context)
            made[f"loaded {component.__name__}"] = loaded
        if hasattr(component, "process_training_data"):
            data = made[component.__name__].process_training_data(data)
    yield made


def parsed(pipeline: dict[str, Any], texts: list[str], loaded: bool = False) -> list[Message]:
    messages = [Message({TEXT: text}) for text in texts]
    for name in (
        "ClauseSplitter",
        "SentenceEncoderFeaturizer",
        "NgramFeaturizer",
        "CatalogueEntityExtractor",
        "LinearIntentClassifier",
    ):
        component = pipeline.get(f"loaded {name}", pipeline[name]) if loaded else pipeline[name]
        messages = component.process(messages)
    return messages


def outcome(message: Message) -> dict[str, Any]:
    return message.as_dict(only_output_properties=True)


TEXTS = [
    "hello",
    "where's my parcel",
    "yes, and where is my order 1042?",
    "send back the green tent, too small",
]


def test_loaded_is_trained(pipeline: dict[str, Any]) -> None:
    trained, loaded = parsed(pipeline, TEXTS), parsed(pipeline, TEXTS, loaded=True)
    for one, other in zip(trained, loaded, strict=True):
        assert one.get(INTENT)["name"] == other.get(INTENT)["name"]
        assert one.get(INTENT)["confidence"] == pytest.approx(other.get(INTENT)["confidence"], abs=1e-4)
        assert one.get("entities") == other.get("entities")


def test_a_batch_is_its_messages(pipeline: dict[str, Any]) -> None:
    together = parsed(pipeline, TEXTS)
    for text, message in zip(TEXTS, together, strict=True):
        alone = parsed(pipeline, [text])[0]
        assert alone.get(INTENT)["name"] == message.get(INTENT)["name"]
        assert alone.get(INTENT)["confidence"] == pytest.approx(message.get(INTENT)["confidence"], abs=1e-4)
        assert alone.get("clauses", []) == pytest.approx(message.get("clauses", [])) or len(
            alone.get("clauses", [])
        ) == len(message.get("clauses", []))


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_nothing_that_can_be_typed_fails(pipeline: dict[str, Any], text: str) -> None:
    message = parsed(pipeline, [text])[0]
    assert set(message.get(INTENT)) == {"name", "confidence"}
    assert 0 <= message.get(INTENT)["confidence"] <= 1
    assert isinstance(message.get("entities"), list)


def test_what_was_learned_is_understood(pipeline: dict[str, Any]) -> None:
    understood = {t: m.get(INTENT)["name"] for t, m in zip(TEXTS, parsed(pipeline, TEXTS), strict=True)}
    assert understood["hello"] == "greet"
    assert understood["where's my parcel"] == "track_order"


def test_clauses_carry_intent_and_entities_and_the_wish_decides(pipeline: dict[str, Any]) -> None:
    message = parsed(pipeline, ["yes please, and where is my order 1042?"])[0]
    clauses = message.get("clauses")
    assert [clause["intent"]["name"] for clause in clauses] == ["affirm", "track_order"]
    assert [e["value"] for e in clauses[1]["entities"]] == ["1042"]
    assert message.get(INTENT)["name"] == "track_order"
    assert "clauses" in message.as_dict(only_output_properties=True)


def test_the_confidences_of_all_intents_sum_to_one(pipeline: dict[str, Any]) -> None:
    ranking = parsed(pipeline, ["hello"])[0].get("intent_ranking")
    assert sum(entry["confidence"] for entry in ranking) == pytest.approx(1, abs=1e-3)
    assert ranking == sorted(ranking, key=lambda entry: -entry["confidence"])


def test_one_intent_alone_is_refused(tmp_path: Path) -> None:
    storage = LocalModelStorage(tmp_path)
    config = LinearIntentClassifier.get_default_config()
    classifier = LinearIntentClassifier(config, storage, Resource("x"))
    with pytest.raises(ValueError, match="two intents"):
        classifier.train(TrainingData([Message({TEXT: "hi", INTENT: "greet"})]))
