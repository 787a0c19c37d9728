"""What the channels read from the environment (the launcher loads `.env`), and where their files lie."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / os.environ.get("AISLE_VAR_FOLDER", "var")
PAGE = ROOT / "bot" / "widget" / "dist"

_TRUE = {"1", "true", "t", "yes", "y", "on"}


def token_secret() -> str:
    """The secret that signs tokens and seals buttons; empty where `AISLE_TOKEN_SECRET` is not set."""
    return os.environ.get("AISLE_TOKEN_SECRET", "")


def action_secret() -> str:
    """The secret that both programs share; empty where `AISLE_ACTION_SECRET` is not set."""
    return os.environ.get("AISLE_ACTION_SECRET", "")


def development() -> bool:
    """Whether `AISLE_DEVELOPMENT` opens the REST channel and the demo page's sign-in."""
    return os.environ.get("AISLE_DEVELOPMENT", "").strip().lower() in _TRUE
