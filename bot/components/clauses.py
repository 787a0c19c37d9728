"""Graph component: splits a message with several wishes into clauses."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language as Pipeline
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc, Span, Token

from bot.components.language import Language, language
from bot.components.parts import PARTS, START, is_readable

SENTENCE_ENDS = frozenset({*Sentencizer.default_punct_chars, "\n", "…", "..."})
LEAST_WORDS = 2
"""Words before an e-mail address that may ask for something by themselves (`track 1058 ann@example.com`)."""
LONGEST = 4_000
"""Characters of a message that are split."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class ClauseSplitter(GraphComponent):
    """Attaches a message's clauses to it (`parts.PARTS`), so that the components after it read them in one batch.

    A message is split after the end of a sentence, before an e-mail address and at a joint (`and`, `then`, a comma …)
    after one, and before a word with which wishes begin where a joint or a dismissal (`never mind`) stands before it.
    Those words are learned: they are the ones that often stand first in the examples
    (`can`, `where`, `cancel`), so that `a jacket and boots` stays whole. A message of one clause gets none attached and
    costs nothing. What only takes something out of the wish before it (`but not the boots`) belongs to that. Where many
    of the examples, each of which has one intent, would be split, people tell one wish in several clauses there, and
    messages stay whole: 26 % of Banking77's training texts, 6 % of this project's.

    Config:
        language: code of a table in `bot.components.language`.
        least_share: of a word's occurrences in the examples, the share that must be first words.
        least_count: first words that must have been seen.
        most_split: of the examples, the share that may be split; with more of them, messages are not split.
        most_parts: a longer message's sentences are taken together into so many parts.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"language": "en", "least_share": 0.1, "least_count": 4, "most_split": 0.15, "most_parts": 12}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        openers: Collection[str],
        splits: bool = True,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._language: Language = language(config["language"])
        self._pipeline = blank_pipeline(config["language"])
        self._openers = frozenset(openers)
        self._splits = splits
        self._dismissals = tuple(self._language.dismissals)
        self._exception = re.compile(rf"{self._language.exceptions}\b", re.IGNORECASE)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ClauseSplitter:
        """A splitter that has learned no words yet, and so splits sentences only."""
        return cls(config, model_storage, resource, openers=())

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ClauseSplitter:
        """The trained splitter."""
        with model_storage.read_from(resource) as folder:
            learned = json.loads((folder / "clauses.json").read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, learned["openers"], learned["splits"])

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the words with which wishes begin, and whether clauses are wishes."""
        first, anywhere = Counter[str](), Counter[str]()
        for message in training_data.intent_examples:
            words = [
                token.lower_ for token in self._pipeline.make_doc(message.get(TEXT) or "") if token.is_alpha
            ]
            first.update(words[:1])
            anywhere.update(set(words))
        self._openers = frozenset(
            word
            for word, count in first.items()
            if count >= self._config["least_count"]
            and count >= self._config["least_share"] * anywhere[word]
            and word not in self._language.noun_openers | self._language.joints
        )
        examples = [message.get(TEXT) or "" for message in training_data.intent_examples]
        split = sum(len(list(self.split(text))) > 1 for text in examples)
        self._splits = split <= self._config["most_split"] * len(examples)
        self.persist()
        return self._resource

    def persist(self) -> None:
        """Save what was learned."""
        learned = {"openers": sorted(self._openers), "splits": self._splits}
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "clauses.json").write_text(json.dumps(learned, ensure_ascii=False), "utf-8")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are learned whole."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Attach their clauses to messages that have several; the text is valid Unicode from here on."""
        for message in messages:
            # Half a surrogate pair, which JSON can carry, is no text to the components that follow.
            message.set(TEXT, (message.get(TEXT) or "").encode(errors="replace").decode())
            if not is_readable(message) or not self._splits:
                continue
            spans = list(self.split(message.get(TEXT)))
            if len(spans) > 1:
                parts = [Message({TEXT: message.get(TEXT)[start:end], START: start}) for start, end in spans]
                message.set(PARTS, parts)
        return messages

    def split(self, text: str) -> Iterator[tuple[int, int]]:
        """The clauses' spans in the text, without the joints around them."""
        document = self._pipeline.make_doc(text[:LONGEST])
        starts = [0, *(i for i in range(1, len(document)) if self._begins_clause(document, i)), len(document)]
        clauses = [self._trimmed(document[start:end]) for start, end in pairwise(starts)]
        clauses = [clause for clause in clauses if any(map(_says_something, clause))]
        size = -(-len(clauses) // self._config["most_parts"]) or 1
        for i in range(0, len(clauses), size):
            first, last = clauses[i], clauses[min(i + size, len(clauses)) - 1]
            yield first.start_char, last.end_char

    def _begins_clause(self, document: Doc, position: int) -> bool:
        previous = document[position - 1]
        if previous.text in SENTENCE_ENDS or "\n" in previous.text:
            return document[position].text not in SENTENCE_ENDS
        token, before = document[position], document[:position]
        if token.like_email:
            return self._is_joint(previous) or len(before) >= LEAST_WORDS
        if self._exception.match(document.text, token.idx):
            return False
        if token.lower_ not in self._openers:
            return self._is_joint(previous) and any(word.like_email for word in before)
        return self._is_joint(previous) or before.text.lower().endswith(self._dismissals)

    def _trimmed(self, clause: Span) -> Span:
        """The clause without joints and spaces at its ends."""
        start, end = 0, len(clause)
        while start < end and (clause[start].is_space or self._is_joint(clause[start])):
            start += 1
        while start < end and (clause[end - 1].is_space or self._is_joint(clause[end - 1])):
            end -= 1
        return clause[start:end]

    def _is_joint(self, token: Token) -> bool:
        return token.lower_ in self._language.joints


def _says_something(token: Token) -> bool:
    return bool(token.is_alpha or token.like_num or token.like_email)


@lru_cache
def blank_pipeline(code: str) -> Pipeline:
    """spaCy's blank pipeline of a language: its tokenizer and word lists, no model."""
    return spacy.blank(code)
