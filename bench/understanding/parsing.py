"""Understands texts with a trained model, as the Rasa server does. Runs in the bot's environment (Python 3.10)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.wording import typed

BATCH = 128
WARM_UP = 20


class Understanding:
    """A trained model's NLU part.

    Args:
        model: the model's file.
    """

    def __init__(self, model: Path) -> None:
        self._agent = Agent.load(model)

    def parse(self, texts: Sequence[str]) -> Iterator[dict[str, Any]]:
        """What the tracker would get for each text; the model's graph gets them in batches."""
        processor = self._agent.processor
        assert isinstance(processor, MessageProcessor)
        target = processor.model_metadata.nlu_target
        tracker = DialogueStateTracker.from_events("bench", [])
        for start in range(0, len(texts), BATCH):
            messages = [UserMessage(typed(text)) for text in texts[start : start + BATCH]]
            inputs = {PLACEHOLDER_MESSAGE: messages, PLACEHOLDER_TRACKER: tracker}
            for parsed in processor.graph_runner.run(inputs=inputs, targets=[target])[target]:
                yield parsed.as_dict(only_output_properties=True)

    def times(self, texts: Sequence[str]) -> list[float]:
        """Seconds that each text takes when it comes alone, after a few to warm up."""
        return asyncio.run(self._times([typed(text) for text in texts]))

    async def _times(self, texts: Sequence[str]) -> list[float]:
        for text in texts[:WARM_UP]:
            await self._agent.parse_message(text)
        seconds = []
        for text in texts:
            started = time.perf_counter()
            await self._agent.parse_message(text)
            seconds.append(time.perf_counter() - started)
        return seconds
