"""Trains the Rasa model when what it is made from has changed, which is decided without starting Rasa."""

from __future__ import annotations

from pathlib import Path

from actions.artefacts import Manifest, inputs_hash
from actions.launcher.environments import BOT
from actions.launcher.tools import run_logged
from actions.launcher.variables import program_variables
from actions.settings import ROOT, Settings

NAME = "rasa"
DATA = ("data/nlu", "data/rules")
DOMAIN, CONFIG = "domain.yml", "config.yml"
MODEL = "aisle"


def model(models: Path) -> Path:
    """The model's file in the models folder."""
    return models / NAME / f"{MODEL}.tar.gz"


def inputs(models: Path) -> str:
    """One hash over everything that decides what the model becomes."""
    written = [ROOT / name for name in (*DATA, DOMAIN, CONFIG, "bot/requirements.txt")]
    components = sorted(path for path in (ROOT / "bot" / "components").rglob("*.*") if path.suffix != ".pyc")
    return inputs_hash([*written, *components, models / "encoder"])


def is_current(models: Path) -> bool:
    """Whether there is an intact model of the present data."""
    return Manifest.load(models).is_current(NAME, inputs(models))


def build(config: Settings) -> bool:
    """Train and record the model unless it is current; whether it was not.

    Raises:
        LaunchError: Rasa failed, as for a rule that contradicts another.
    """
    models = config.models_folder
    if is_current(models):
        return False
    made_from = inputs(models)
    files = ["--data", *DATA, "--domain", DOMAIN, "--config", CONFIG]
    place = ["--out", str(models / NAME), "--fixed-model-name", MODEL]
    # `make test` validates the data, which takes half a minute.
    command = [str(BOT.python), "-m", "bot", "train", *files, *place, "--skip-validation"]
    run_logged("rasa-train", command, variables=program_variables())
    Manifest.load(models).record(NAME, [model(models)], made_from)
    return True
