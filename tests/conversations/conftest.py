"""Starts both programs against a seeded shop of their own, once for all conversations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.assistant import Assistant


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant(tmp_path_factory.mktemp("assistant")) as running:
        yield running
