"""A small shop's examples and vocabulary, and a pipeline trained on them as Rasa's graph would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.clauses import ClauseSplitter
from bot.components.entities import CatalogueEntityExtractor
from bot.components.intent_classifier import KernelIntentClassifier
from bot.components.intent_names import IntentNameExamples
from bot.components.ngrams import NgramFeaturizer
from bot.components.sentence_encoder import SentenceEncoderFeaturizer

EXAMPLES = {
    "greet": "hi|hello|hey|good morning|hi there|hello again|hey you|good evening",
    "track_order": "where is my order|track my parcel|where's my package|has my order shipped|when will my parcel come"
    "|can you track order 1042|what is the status of my order|i am waiting for my parcel",
    "return_item": "i want to return the jacket|return my boots|can i send this back|how do i return an item"
    "|i would like to return the tent|send it back please|it does not fit i want to return it|can i return these",
    "cancel_order": "cancel my order|please cancel order 1042|i want to cancel my order|can you cancel it"
    "|cancel my last order|stop the order|can i still cancel the order|cancel everything i ordered",
    "search_product": "show me boots|do you have tents|i am looking for a jacket|show me waterproof jackets"
    "|can you show me lamps|i need a sleeping bag|do you sell stoves|find me a backpack",
    "ask_human": "talk to a human|i want a person|can i talk to an agent|let me speak to someone"
    "|i want to talk to a real person|connect me to a person|human please|can you get me a human",
}
VOCABULARY = {
    "version": 1,
    "language": "en",
    "entries": [
        {"entity": "product_type", "value": "jacket", "ids": [], "forms": ["jacket", "jackets", "coat"]},
        {
            "entity": "product_type",
            "value": "hiking boots",
            "ids": [],
            "forms": ["hiking boots", "hiking boot"],
        },
        {"entity": "product_type", "value": "boots", "ids": [], "forms": ["boots", "boot"]},
        {"entity": "product_type", "value": "rain jacket", "ids": [], "forms": ["rain jacket"]},
        {"entity": "product_type", "value": "headlamp", "ids": [], "forms": ["headlamp", "headlamps"]},
        {
            "entity": "product_type",
            "value": "t-shirt",
            "ids": [],
            "forms": ["t-shirt", "t shirt", "tee", "tshirt"],
        },
        {"entity": "product_type", "value": "tent", "ids": [], "forms": ["tent", "tents"]},
        {"entity": "product_type", "value": "tarp", "ids": [], "forms": ["tarp"]},
        {"entity": "brand", "value": "Nordvika", "ids": [], "forms": ["nordvika"]},
        {"entity": "brand", "value": "Altavane", "ids": [], "forms": ["altavane"]},
        {"entity": "brand", "value": "Merlin Ridge", "ids": [], "forms": ["merlin ridge"]},
        {
            "entity": "product",
            "value": "Nordvika Lomvi Boots",
            "ids": ["T1", "T2"],
            "forms": ["lomvi", "nordvika lomvi"],
        },
        {"entity": "product", "value": "Altavane Serac", "ids": ["T3"], "forms": ["altavane serac", "serac"]},
        *(
            {"entity": "colour", "value": colour, "ids": [], "forms": [colour]}
            for colour in ("red", "blue", "black", "green", "navy", "brown", "orange")
        ),
        {"entity": "colour", "value": "forest green", "ids": [], "forms": ["forest green", "dark green"]},
        {"entity": "size", "value": "9", "ids": [], "forms": ["size 9", "in a 9", "us 9"]},
        {"entity": "size", "value": "10.5", "ids": [], "forms": ["size 10.5", "in a 10.5", "us 10.5"]},
        {
            "entity": "size",
            "value": "M",
            "ids": [],
            "forms": ["size m", "in a m", "medium", "size medium", "in medium"],
        },
        {"entity": "size", "value": "8-9", "ids": [], "forms": ["size 8-9", "8-9"]},
        {"entity": "size", "value": "6-9", "ids": [], "forms": ["size 6-9", "6-9"]},
        {"entity": "size", "value": "XL", "ids": [], "forms": ["size xl", "xl", "extra large"]},
        {"entity": "material", "value": "leather", "ids": [], "forms": ["leather"]},
        {
            "entity": "material",
            "value": "down",
            "ids": [],
            "forms": ["feathers", "down filled"],
            "excluded_forms": ["down"],
        },
        {"entity": "attribute", "value": "hooded", "ids": [], "forms": ["hooded", "hood"]},
        {"entity": "attribute", "value": "insulated", "ids": [], "forms": ["insulated", "warm"]},
        {"entity": "material", "value": "merino wool", "ids": [], "forms": ["merino wool", "merino"]},
        {"entity": "attribute", "value": "waterproof", "ids": [], "forms": ["waterproof", "water proof"]},
        {
            "entity": "attribute",
            "value": "2-person",
            "ids": [],
            "forms": ["2-person", "two person", "2 person", "2 people"],
        },
    ],
}
ODD_TEXTS = (
    "",
    "   ",
    "👍👍",
    "取消我的订单",
    "где мой заказ",
    "أين طلبي",
    "<b>x</b>",
    "\x00\ud83d",
    "'; DROP TABLE orders; --",
    "/x" * 50,
)


def training_data() -> TrainingData:
    """Fresh messages, because featurizers add to them."""
    return TrainingData(
        [Message.build(text, intent) for intent, texts in EXAMPLES.items() for text in texts.split("|")]
    )


class Components:
    """Creates, trains and loads components as Rasa's graph does, in one model storage."""

    def __init__(self, folder: Path, vocabulary: Path) -> None:
        folder.mkdir()
        self._storage = LocalModelStorage.create(folder)
        self._settings: dict[type[GraphComponent], dict[str, Any]] = {
            ClauseSplitter: {"least_count": 2},
            CatalogueEntityExtractor: {"vocabulary": str(vocabulary)},
            KernelIntentClassifier: {"not_wishes": ["greet"]},
        }

    def create(self, kind: type[GraphComponent], **settings: Any) -> Any:
        """An untrained component with its default configuration and these settings."""
        return kind.create(*self._arguments(kind, settings))

    def load(self, kind: type[GraphComponent], **settings: Any) -> Any:
        """The component that was trained last."""
        return kind.load(*self._arguments(kind, settings))

    def trained(self, data: TrainingData) -> list[Any]:
        """The pipeline after training, each component on the data as the one before it left them."""
        pipeline = []
        for kind in KINDS:
            component: Any = self.create(kind)
            if hasattr(component, "train"):
                component.train(data)
            if hasattr(component, "process_training_data"):
                data = component.process_training_data(data)
            pipeline.append(component)
        return pipeline

    def _arguments(self, kind: type[GraphComponent], settings: dict[str, Any]) -> tuple[Any, ...]:
        config = {**kind.get_default_config(), **self._settings.get(kind, {}), **settings}
        context = ExecutionContext(GraphSchema({}), node_name=kind.__name__)
        return config, self._storage, Resource(kind.__name__), context


KINDS: tuple[type[GraphComponent], ...] = (
    ClauseSplitter,
    IntentNameExamples,
    SentenceEncoderFeaturizer,
    NgramFeaturizer,
    KernelIntentClassifier,
    CatalogueEntityExtractor,
)

Parse = Callable[..., list[dict[str, Any]]]
"""Runs texts through a pipeline in one batch; gives what the tracker would get."""
