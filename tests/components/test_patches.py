"""The patches: the same answers accepted, the same errors raised; TensorFlow stays out when serving."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot import patches

VALID: list[dict[str, Any]] = [
    {},
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "size", "value": 42}], "responses": [{"text": "hi", "custom": {}}]},
    {"events": [{"event": "followup", "name": "action_listen"}, {"event": "action", "name": "x"}]},
    {"events": [{"event": "user", "text": "hi", "parse_data": {"intent": {"name": "greet"}}}]},
    *(
        {"events": [{"event": kind, "timestamp": None, "metadata": {}}]}
        for kind in ("active_loop", "bot", "rewind")
    ),
]
INVALID: list[Any] = [
    [],
    {"events": 1},
    {"events": [{"event": "no such event"}]},
    {"events": [{"event": "slot", "value": 42}]},
    {"responses": ["text"]},
    {"responses": None},
    {"events": [None]},
    {"events": [{}]},
    {"events": [{"event": ["slot"]}]},
    {"events": [{"event": "bot", "timestamp": "now"}]},
    {"events": [{"event": "user", "parse_data": {"entities": [{"entity": "size"}]}}]},
]


@pytest.fixture(params=["rasa", "patched"])
def action(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[RemoteAction]:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    if request.param == "patched":
        patches.precompile_action_schema()
    yield RemoteAction("action_of_ours", None)


@pytest.mark.parametrize("answer", VALID)
def test_valid_answers_pass(action: RemoteAction, answer: dict[str, Any]) -> None:
    assert action._validate_action_result(answer) is True


@pytest.mark.parametrize("answer", INVALID)
def test_invalid_answers_are_refused(action: RemoteAction, answer: Any) -> None:
    with pytest.raises(ValidationError, match="make sure your response from the Action endpoint is valid"):
        action._validate_action_result(answer)


@pytest.mark.parametrize("answer", INVALID)
def test_errors_are_rasas_own(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    def error() -> ValidationError:
        with pytest.raises(ValidationError) as caught:
            RemoteAction("action_of_ours", None)._validate_action_result(answer)
        return caught.value

    rasas = error()
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    patches.precompile_action_schema()
    ours = error()
    assert (str(ours), list(ours.path), list(ours.schema_path)) == (
        str(rasas),
        list(rasas.path),
        list(rasas.schema_path),
    )


def test_serving_does_not_import_tensorflow() -> None:
    script = (
        "import sys; from bot import patches; patches.leave_out_tensorflow();"
        "import rasa.core.run, rasa.core.agent, rasa.core.policies.rule_policy;"
        "sys.exit('tensorflow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=False).returncode == 0


def test_a_model_that_needs_tensorflow_is_refused_with_the_way_out() -> None:
    model = "from rasa.nlu.classifiers.diet_classifier import DIETClassifier; DIETClassifier()"
    script = f"from bot import patches; patches.leave_out_tensorflow(); {model}"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Serve it with `rasa run` instead" in done.stderr
