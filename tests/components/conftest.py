"""What the bot's component tests share. They import Rasa as `python -m bot run` does: without TensorFlow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot import patches

patches.leave_out_tensorflow()

from rasa.shared.nlu.training_data.message import Message  # noqa: E402

from tests.components.sample import KINDS, VOCABULARY, Components, Parse, training_data  # noqa: E402


@pytest.fixture(scope="session")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vocabulary") / "vocabulary.json"
    path.write_text(json.dumps(VOCABULARY), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def components(tmp_path_factory: pytest.TempPathFactory, vocabulary: Path) -> Components:
    return Components(tmp_path_factory.mktemp("components") / "storage", vocabulary)


@pytest.fixture(scope="session")
def trained(components: Components) -> list[Any]:
    """The pipeline of config.yml, trained on a few examples."""
    return components.trained(training_data())


@pytest.fixture(scope="session")
def loaded(components: Components, trained: list[Any]) -> list[Any]:
    """The same pipeline as it was persisted."""
    return [components.load(kind) for kind in KINDS]


@pytest.fixture(scope="session")
def parse(loaded: list[Any]) -> Parse:
    """Runs texts through a pipeline, by default the loaded one, in one batch; their output as the tracker gets it."""

    def run(*texts: str, pipeline: Sequence[Any] = loaded) -> list[dict[str, Any]]:
        messages = [Message({"text": text}) for text in texts]
        for component in pipeline:
            messages = component.process(messages)
        return [message.as_dict(only_output_properties=True) for message in messages]

    return run
