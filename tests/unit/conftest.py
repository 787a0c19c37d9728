"""What the services' tests share: the encoder that training made, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.encoder import SentenceEncoder
from actions.settings import settings


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes several seconds (exports a model)")


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """`models/encoder`, which `make train` makes; its absence fails every test that asks for it."""
    return settings().models_folder / "encoder"


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> SentenceEncoder:
    return SentenceEncoder.load(encoder_folder)
