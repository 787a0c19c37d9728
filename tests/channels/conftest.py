"""Starts one small assistant (`assistant/`) with our channels for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.channels.assistant.running import Assistant


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The small assistant, trained and running in development."""
    one = Assistant(tmp_path_factory.mktemp("assistant"))
    one.train()
    one.start()
    yield one
    one.stop()


@pytest.fixture
def session(assistant: Assistant) -> str:
    """The token of a new conversation."""
    token: str = assistant.post("/shop/session", {}).json["token"]
    return token
