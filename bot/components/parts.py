"""The messages of a batch together with the clauses that `ClauseSplitter` attached to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

PARTS = "parts"
"""Message property: the message's clauses as messages of their own, each with its `START` in the whole text."""
START = "start"

LONG_NUMBER = re.compile(r"\d{3,}")
EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,190}\.\w{2,}")

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder, to which paths in config.yml are relative."""


def artefact(path: str) -> Path:
    """Where what config.yml calls `models/…` lies: in the folder that `AISLE_MODELS_FOLDER` names, if it is set."""
    folder, _, name = path.partition("/")
    return ROOT / os.environ.get("AISLE_MODELS_FOLDER", folder) / name if folder == "models" else ROOT / path


def is_readable(message: Message) -> bool:
    """Whether there is text to understand: not empty, and not a button's payload (`/intent{…}`), which Rasa reads."""
    text = message.get(TEXT) or ""
    return bool(text.strip()) and not text.startswith(INTENT_MESSAGE_PREFIX)


def wording(message: Message) -> str:
    """The text as it is classified: of a long number only the length counts, of an e-mail address that it is one.

    Otherwise "where is my order 1330" would mean something else than with 1331, because an example ends in 1330. An
    address is but its sign: one written out would outweigh the words beside it ("subscribe ann@example.com").
    """
    text = EMAIL.sub("@", message.get(TEXT))
    return LONG_NUMBER.sub(lambda number: "1".ljust(len(number[0]), "0"), text)


def with_parts(messages: Iterable[Message]) -> list[Message]:
    """Every readable message, each followed by its clauses."""
    return [
        each for message in messages if is_readable(message) for each in (message, *message.get(PARTS, ()))
    ]
