"""Messages with several wishes, taken apart: "cancel my last order and tell me when the other one comes".

The splitter attaches the parts of such a message to it as messages of their own; every component of ours then works on
both (`with_clauses`). The intent classifier, last in the pipeline, puts the result into the parse as `clauses`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

PARTS = "clause_messages"
"""The message attribute that holds the parts while the pipeline works on them; never part of its output."""


def with_clauses(messages: Iterable[Message]) -> list[Message]:
    """The messages and the parts of those that were taken apart."""
    return [each for message in messages for each in (message, *(message.get(PARTS) or ()))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ClauseSplitter(GraphComponent):
    """Takes messages apart at sentence ends and conjunctions.

    Config:
        joints: words at which a wish may end and another begin.
        most: parts at most; what follows stays in the last.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"joints": ["and", "also", "then", "but", "plus", "so"], "most": 16}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ClauseSplitter:
        return cls(config)

    def __init__(self, config: dict[str, Any]) -> None:
        joints = "|".join(map(re.escape, sorted(config["joints"], key=len, reverse=True)))
        # A full stop within a number, an address of mail or an abbreviation ends nothing.
        self._border = re.compile(
            rf"[.!?;。！？；](?=\s|$)|,(?=\s)|\n+|\s(?:{joints})\s(?=\S)", re.IGNORECASE
        )
        self._joint = re.compile(rf"^(?:(?:{joints})\s)+", re.IGNORECASE)
        self._most = int(config["most"])

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = (message.get(TEXT) or "").encode(errors="replace").decode()
            message.set(
                TEXT, text
            )  # half a surrogate pair, which JSON can carry, is no text for what follows
            parts = self.split(text)
            if len(parts) > 1:
                message.set(PARTS, [Message({TEXT: part}) for part in parts])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are learned from whole."""
        return training_data

    def split(self, text: str) -> list[str]:
        """The parts of a text, in order; the text alone where it has only one, or is a button's payload."""
        if text.startswith("/"):
            return [text]
        pieces: list[str] = []
        start = 0
        for border in self._border.finditer(text):
            if len(pieces) + 1 >= self._most:
                break
            pieces.append(text[start : border.end() if border.group()[:1] in "?？" else border.start()])
            start = border.end()
        pieces.append(text[start:])
        parts = [self._joint.sub("", piece.strip()).strip() for piece in pieces]
        return [part for part in parts if any(map(str.isalnum, part))]
