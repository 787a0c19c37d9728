"""What is taken or broken at a start is said in one sentence, and nothing is left running."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from actions.artefacts import MANIFEST, Manifest
from actions.launcher import rasa_model
from actions.launcher.ports import is_free
from tests.support.launch import ROOT, Launch

AISLE = str(ROOT / "aisle")
MODELS = ROOT / "models"


@pytest.fixture
def models(tmp_path: Path, launch: Launch) -> Path:
    """A copy of the models folder, which the start uses."""
    copy = tmp_path / "models"
    shutil.copytree(MODELS, copy)
    launch.variables["AISLE_MODELS_FOLDER"] = str(copy)
    return copy


@pytest.mark.parametrize("which", ["bot", "action"])
def test_a_taken_port(launch: Launch, which: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", getattr(launch, f"{which}_port")))
        other.listen()
        status, said = launch.run(AISLE, "run")
    port = getattr(launch, f"{which}_port")
    assert status == 1
    assert said == (
        f"Port {port} is taken by another program: end that (`lsof -i :{port}` names it) "
        f"or choose another port with AISLE_{which.upper()}_PORT.\n"
    )


def test_a_manifest_that_cannot_be_read(launch: Launch, models: Path) -> None:
    (models / MANIFEST).write_text("{ half a man")
    status, said = launch.run(AISLE, "run")
    assert status == 1
    assert said.splitlines()[-1].startswith(f"{models / MANIFEST} can't be read")
    assert "delete it and run `make train`" in said
    assert "Traceback" not in said


def test_an_artefact_that_was_changed_is_refused_by_the_action_server(launch: Launch, models: Path) -> None:
    (models / "encoder" / "model.onnx").write_bytes(b"half a model")
    status, said = launch.run(str(ROOT / ".venv-actions/bin/python"), "-m", "actions.dialogue.server")
    assert status == 1
    assert "The artefact encoder can't be used" in said.splitlines()[-1]
    assert "run `make train`" in said.splitlines()[-1]
    assert "Traceback" not in said


def test_a_model_that_rasa_cannot_load(launch: Launch, models: Path) -> None:
    file = rasa_model.model(models)
    file.write_bytes(b"not a model")
    Manifest.load(models).record(rasa_model.NAME, [file], rasa_model.inputs(models))
    status, said = launch.run(AISLE, "run")
    assert status == 1
    assert said.splitlines()[-1].startswith("The bot cannot load its model (")
    assert "`rm -r models/rasa`" in said
    assert is_free("127.0.0.1", launch.bot_port)
    assert is_free("127.0.0.1", launch.action_port)


def test_a_database_that_cannot_be_opened(launch: Launch) -> None:
    launch.variables["AISLE_DATABASE_URL"] = "sqlite:////proc/no/shop.db"
    status, said = launch.run(AISLE, "run")
    assert status == 1
    assert said.startswith("There can be no database at /proc/no/shop.db.")
    assert "Traceback" not in said
