"""What the tests of understanding share: the own test set, and what the model of `make train` makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bench.understanding.own_set import OwnSet
from bench.understanding.pipelines import TrainedPipeline


@pytest.fixture(scope="session")
def own() -> OwnSet:
    return OwnSet.load()


@pytest.fixture(scope="session")
def parsed(own: OwnSet, tmp_path_factory: pytest.TempPathFactory) -> list[Mapping[str, Any]]:
    """All of its texts as they are understood; CannotRun where the model is not of the present data."""
    return TrainedPipeline(tmp_path_factory.mktemp("pipeline")).ask(own.all_texts)[0]
