"""Secrets are made once, kept, and private."""

from __future__ import annotations

from pathlib import Path

import pytest
from dotenv import dotenv_values

from actions.launcher.variables import SECRETS, ensure_secrets


@pytest.fixture(autouse=True)
def no_secrets_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)


def test_both_secrets_are_made_long_different_and_private(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    ensure_secrets(file)
    made = [dotenv_values(file)[name] or "" for name in SECRETS]
    assert all(len(secret) >= 64 for secret in made)
    assert len(set(made)) == 2
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_is_in_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("AISLE_TOKEN_SECRET=mine\n# a note\nAISLE_CURRENCY=EUR")
    ensure_secrets(file)
    ensure_secrets(file)
    known = dotenv_values(file)
    assert known["AISLE_TOKEN_SECRET"] == "mine"
    assert known["AISLE_CURRENCY"] == "EUR"
    assert known["AISLE_ACTION_SECRET"]
    assert file.read_text().count("AISLE_ACTION_SECRET") == 1
    assert "# a note" in file.read_text()


def test_secrets_of_the_environment_are_not_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "from elsewhere")
    ensure_secrets(tmp_path / ".env")
    assert not (tmp_path / ".env").exists()
