"""The variables by which both programs are set, and the secrets among them."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from dotenv import dotenv_values

from actions.settings import ROOT, settings

ENV_FILE = ROOT / ".env"
SECRETS = ("AISLE_ACTION_SECRET", "AISLE_TOKEN_SECRET")
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "PYTHONWARNINGS": "ignore::DeprecationWarning,ignore::FutureWarning",
    "PYTHONUNBUFFERED": "1",
}
"""Rasa 3.6 warns at every start about libraries that it is pinned to."""


def ensure_secrets(file: Path = ENV_FILE) -> None:
    """Add a random secret to the file for each that is set neither there nor in the environment.

    Nobody but the file's owner may read it.
    """
    known = {**dotenv_values(file), **os.environ}
    missing = [name for name in SECRETS if not known.get(name)]
    if not missing:
        return
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+") as stream:
        text = stream.read()
        if text and not text.endswith("\n"):
            stream.write("\n")
        stream.writelines(f"{name}={secrets.token_hex(32)}\n" for name in missing)
    file.chmod(0o600)
    settings.cache_clear()


def program_variables() -> dict[str, str]:
    """The environment of both programs: ours, then `.env`, then the settings that endpoints.yml names."""
    config = settings()
    from_file = {name: value for name, value in dotenv_values(ENV_FILE).items() if value is not None}
    return {
        **QUIET,
        "AISLE_CONVERSATIONS": str(config.var_folder / "conversations.db"),
        **from_file,
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "AISLE_BOT_PORT": str(config.bot_port),
        "AISLE_ACTION_PORT": str(config.action_port),
        "AISLE_ACTION_SECRET": config.action_secret.get_secret_value(),
        "AISLE_TOKEN_SECRET": config.token_secret.get_secret_value(),
    }
