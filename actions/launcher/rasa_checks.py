"""Rasa's own two checks: whether its data fits together, and whether the rules do what the test stories say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

from actions.launcher import LaunchError, rasa_model
from actions.launcher.environments import BOT
from actions.launcher.progress import working
from actions.launcher.pytest_suite import REPORTS, Result
from actions.launcher.tools import run_logged, shown
from actions.launcher.variables import program_variables
from actions.settings import ROOT, settings

STORIES = ROOT / "tests" / "dialogue"


def validate_data() -> Result:
    """`rasa data validate --fail-on-warnings`, as one test."""
    files = ["--data", *rasa_model.DATA, "--domain", rasa_model.DOMAIN, "--config", rasa_model.CONFIG]
    return _rasa("rasa-data-validate", "data", "validate", "--fail-on-warnings", *files) or Result(passed=1)


def test_stories() -> Result:
    """`rasa test core --fail-on-prediction-errors`; as many stories must run as are written."""
    written = stories_in(STORIES)
    if not written:  # Rasa would take those in data/ instead
        return Result(failed=1, notes=(f"there are no stories in {shown(STORIES)}",))
    out = REPORTS / "dialogue"
    shutil.rmtree(out, ignore_errors=True)
    model = str(rasa_model.model(settings().models_folder))
    options = ["--e2e", "--fail-on-prediction-errors", "--no-plot"]
    arguments = ["--model", model, "--stories", str(STORIES), "--out", str(out), *options]
    if failure := _rasa("rasa-test-core", "test", "core", *arguments):
        return failure
    report = json.loads((out / "story_report.json").read_text(encoding="utf-8"))
    counts = report.get("conversation_accuracy", {"correct": 0})
    missing = written - counts["correct"]
    notes = (f"{written} stories are written, but {counts['correct']} ran and were right",) if missing else ()
    return Result(counts["correct"], missing, notes=notes)


def stories_in(folder: Path) -> int:
    """How many stories the files of a folder have, those included whose name Rasa would pass over."""
    documents = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in folder.rglob("*.yml"))
    return sum(len(document.get("stories", ())) for document in documents if document)


def _rasa(name: str, *arguments: str) -> Result | None:
    """Run Rasa; a result where that failed."""
    try:
        with working(" ".join(["rasa", *arguments[:2]])):
            run_logged(name, [str(BOT.python), "-m", "bot", *arguments], variables=program_variables())
    except LaunchError as error:
        return Result(failed=1, notes=(str(error),))
    return None
