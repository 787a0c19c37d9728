"""Every conversation under this folder, held live over the REST channel: replies and database are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.assistant import Assistant
from tests.support.conversations import Conversation, conversations, play

ALL = list(conversations(Path(__file__).parent))


@pytest.mark.parametrize("conversation", ALL, ids=[each.id for each in ALL])
def test_conversation(conversation: Conversation, assistant: Assistant) -> None:
    play(conversation, assistant)
