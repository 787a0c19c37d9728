"""The command line: what it lists, what it passes on, and how it says what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import jwt
import pytest
from typer.testing import CliRunner, Result

from actions.cli import app
from actions.launcher import LaunchError, benchmarks
from actions.settings import ROOT, settings

SECRET = "a secret of more than thirty-two bytes"


def aisle(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLE_TOKEN_SECRET", SECRET)


@pytest.fixture(autouse=True)
def settings_of_this_test_only() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_help_lists_every_command_and_loads_no_library_of_the_shops() -> None:
    program = (
        "import sys; from actions.cli import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=variables
    ).stdout
    for command in (
        "setup",
        "run",
        "train",
        "shell",
        "test",
        "lint",
        "doctor",
        "db",
        "show",
        "handoffs",
        "token",
        "bench",
    ):
        assert f" {command} " in said
    loaded = set(said.splitlines()[-1].split())
    assert not loaded & {"sqlalchemy", "numpy", "pydantic", "rasa_sdk", "torch"}


def test_database_commands_are_passed_on() -> None:
    assert "reset-demo" in aisle("db", "--help").output
    assert "Create, migrate, fill" in aisle("db", "--help").output
    unknown = aisle("db", "no-such-command")
    assert unknown.exit_code == 2
    assert "no-such-command" in unknown.output


@pytest.mark.usefixtures("secret")
def test_a_token_names_the_customer_for_a_day() -> None:
    token = aisle("token", "--customer", "C0001").output.strip()
    claims = jwt.decode(token, SECRET, ["HS256"])
    assert claims.pop("exp") == pytest.approx(time.time() + 86_400, abs=60)
    assert claims == {"customer": "C0001"}


@pytest.mark.usefixtures("secret")
def test_a_token_can_be_good_for_longer() -> None:
    token = aisle("token", "--customer", "C0001", "--days", "30").output.strip()
    assert jwt.decode(token, SECRET, ["HS256"])["exp"] == pytest.approx(time.time() + 30 * 86_400, abs=60)


def test_without_a_secret_there_is_no_token_but_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLE_TOKEN_SECRET", "")
    result = aisle("token", "--customer", "C0001")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "AISLE_TOKEN_SECRET" in result.output


def test_a_benchmark_is_named_from_those_there_are() -> None:
    result = aisle("bench", "no-such-benchmark")
    assert result.exit_code == 1
    assert "turns" in result.output


@pytest.mark.parametrize(
    ("source", "environment"),
    [
        ('"""Of the bot."""\nENVIRONMENT = "bot"\n', "bot"),
        ('ENVIRONMENT = "actions"', "actions"),
        ("", "actions"),
    ],
)
def test_a_benchmark_says_which_environment_it_needs(source: str, environment: str, tmp_path: Path) -> None:
    file = tmp_path / "speed.py"
    file.write_text(source)
    assert benchmarks.environment(file) == environment


def test_a_benchmark_that_wants_an_environment_which_is_not_there_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "speed.py"
    file.write_text('ENVIRONMENT = "moon"')
    with pytest.raises(
        LaunchError, match=r"speed\.py wants the environment 'moon'; there are actions, bot\."
    ):
        benchmarks.environment(file)


def test_an_unknown_suite_is_told_before_anything_is_made() -> None:
    result = aisle("test", "no-such-suite")
    assert result.exit_code == 1
    assert "there are unit, components" in result.output
