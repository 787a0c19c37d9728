"""Graph component: what a message names, counts, prices, points at and excludes."""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.clauses import blank_pipeline
from bot.components.extraction.catalogue import VocabularyError, read_vocabulary
from bot.components.extraction.entity import Entity
from bot.components.extraction.people import NamesError, read_names
from bot.components.extraction.recogniser import EntityRecogniser
from bot.components.intent_classifier import CLAUSES
from bot.components.language import language
from bot.components.parts import artefact, is_readable
from bot.components.sentence_encoder import load_encoder

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CatalogueEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities of a message, and of each of its clauses (`clauses`), with the catalogue's own values.

    The catalogue's names, and what an order number looks like, come from `models/vocabulary.json`, which is read again
    when it has changed, so that a new product is understood without training or restart. A vocabulary that breaks
    while the bot runs is logged, and the old one stays in use.

    What people are called comes from `models/names.json`.

    Config:
        language: code of a table in `bot.components.language`, and of a blank spaCy pipeline.
        vocabulary: file, relative to the project.
        names: file, relative to the project.
        encoder: folder of the sentence encoder, whose vocabulary tells words of the language from typos.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "language": "en",
            "vocabulary": "models/vocabulary.json",
            "names": "models/names.json",
            "encoder": "models/encoder",
        }

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config
        self._path = artefact(config["vocabulary"])
        self._is_word = lru_cache(maxsize=10_000)(load_encoder(artefact(config["encoder"])).knows)
        try:
            self._version = _version(self._path)
            self._recogniser = self._read()
        except (VocabularyError, NamesError) as error:
            raise InvalidConfigException(str(error)) from error

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CatalogueEntityExtractor:
        """Read the vocabulary; InvalidConfigException, which says how to mend it, where that fails."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the entities of every message that is text and of its clauses."""
        self._follow_changes()
        for message in messages:
            if not is_readable(message):
                continue
            message.set(
                ENTITIES, message.get(ENTITIES, []) + self.extract(message.get(TEXT)), add_to_output=True
            )
            for clause in message.get(CLAUSES, []):
                clause["entities"] = self.extract(clause["text"])
        return messages

    def extract(self, text: str) -> list[dict[str, Any]]:
        """The entities of a text, as Rasa writes them."""
        return [self._as_rasa(entity) for entity in self._recogniser.recognise(text)]

    def _as_rasa(self, entity: Entity) -> dict[str, Any]:
        found = {
            "entity": entity.entity,
            "start": entity.start,
            "end": entity.end,
            "value": entity.value,
            "confidence_entity": entity.confidence,
            "extractor": self.name,
        }
        found |= {"role": entity.role} if entity.role else {}
        return found | ({"id": entity.id} if entity.id else {})

    def _read(self) -> EntityRecogniser:
        code = self._config["language"]
        names, order_numbers = read_vocabulary(self._path)
        people = read_names(artefact(self._config["names"]))
        return EntityRecogniser(
            names, language(code), blank_pipeline(code), self._is_word, people, order_numbers
        )

    def _follow_changes(self) -> None:
        """Start to read the vocabulary again, beside the conversations, if the file has changed."""
        version = _version(self._path)
        if version is not None and version != self._version:
            self._version = version
            Thread(target=self._read_again, name="vocabulary", daemon=True).start()

    def _read_again(self) -> None:
        try:
            self._recogniser = self._read()
        except VocabularyError as error:
            logger.error("The vocabulary in use stays: %s", error)


def _version(path: Path) -> tuple[int, int] | None:
    """What changes with a file; None while there is none."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size
