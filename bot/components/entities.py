"""What a message names: the catalogue's things, and what has a pattern."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.encoder import SentenceEncoder
from bot.components.clauses import with_clauses
from bot.components.recognition.catalogue import CatalogueRecogniser
from bot.components.recognition.entity import Entity
from bot.components.recognition.language import words
from bot.components.recognition.patterns import PatternRecogniser
from bot.components.recognition.persons import PersonRecogniser

ROOT = Path(__file__).resolve().parents[2]
NEGATABLE = frozenset(
    {"product_type", "brand", "product", "colour", "size", "material", "attribute", "ordinal", "order_number"}
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CatalogueEntityExtractor(GraphComponent):
    """Sets the entities of each message, with start, end, value, confidence and the catalogue's id where there is one.

    The vocabulary is read anew whenever its file changes, so a new product is understood without training or restart.

    Config:
        vocabulary: the file, relative to the project's root.
        encoder: the folder of the sentence encoder, whose word list tells common words from slips of the pen.
        language: of the patterns' words.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"vocabulary": "models/vocabulary.json", "encoder": "models/encoder", "language": "en"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CatalogueEntityExtractor:
        return cls(config)

    def __init__(self, config: dict[str, Any]) -> None:
        self._path = ROOT / config["vocabulary"]
        encoder = SentenceEncoder.load(ROOT / config["encoder"])
        self._is_word = encoder.knows
        table = words(config["language"])
        self._patterns = PatternRecogniser(table)
        self._negation = re.compile(rf"\b{table.either('negation')}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
        self._changed = self._stamp()
        self._catalogue = CatalogueRecogniser.load(self._path, self._is_word)
        self._persons = PersonRecogniser(table, self._catalogue.ordinary_words())

    def process(self, messages: list[Message]) -> list[Message]:
        if self._changed != (stamp := self._stamp()):
            self._catalogue, self._changed = CatalogueRecogniser.load(self._path, self._is_word), stamp
            self._persons.ordinary = self._catalogue.ordinary_words()
        for message in with_clauses(messages):
            found = self.recognise(message.get(TEXT) or "")
            message.set(
                ENTITIES, [as_rasa(entity, type(self).__name__) for entity in found], add_to_output=True
            )
        return messages

    def recognise(self, text: str) -> list[Entity]:
        """Every entity of a text, in order, marked where it is ruled out."""
        named = self._catalogue.recognise(text)
        patterned = self._patterns.recognise(text)
        persons = [e for e in self._persons.recognise(text) if not any(e.overlaps(o) for o in patterned)]
        formed = [e for e in (*patterned, *persons) if not self._is_part_of_name(e, named)]
        kept = [e for e in named if not any(e.overlaps(other) for other in formed)]
        return self._ruled_out(text, sorted([*kept, *formed], key=lambda e: e.start))

    @staticmethod
    def _is_part_of_name(entity: Entity, named: list[Entity]) -> bool:
        """`2` of `2-person tent` is no quantity: a longer name of the catalogue has it."""
        return any(entity.overlaps(other) and other.length > entity.length for other in named)

    def _ruled_out(self, text: str, entities: list[Entity]) -> list[Entity]:
        """Marks what a negation stands before, and what is joined to it by nothing but "or" and the like."""
        result: list[Entity] = []
        for entity in entities:
            before = text[: entity.start]
            negated = entity.kind in NEGATABLE and self._negation.search(before) is not None
            if result and result[-1].role == "not" and result[-1].end > (self._last_break(before)):
                # `not the blue one, the black` : a comma or "but" ends what was ruled out.
                negated = negated and self._negation.search(text[result[-1].end : entity.start]) is not None
                joined = re.fullmatch(
                    r"\W*(?:or|nor)\s+(?:the\s+)?", text[result[-1].end : entity.start], re.IGNORECASE
                )
                same_thing = re.fullmatch(r"\s+", text[result[-1].end : entity.start])
                negated = negated or joined is not None or same_thing is not None
            result.append(entity.ruled_out() if negated else entity)
        return result

    @staticmethod
    def _last_break(before: str) -> int:
        return max(before.rfind(sign) for sign in ",.;!?")

    def _stamp(self) -> int:
        return self._path.stat().st_mtime_ns if self._path.exists() else 0


def as_rasa(entity: Entity, extractor: str) -> dict[str, Any]:
    """An entity as Rasa carries it."""
    data = {
        "entity": entity.kind,
        "value": entity.value,
        "start": entity.start,
        "end": entity.end,
        "confidence_entity": entity.confidence,
        "extractor": extractor,
        "id": entity.id,
        "role": entity.role,
    }
    return {key: value for key, value in data.items() if value is not None}
