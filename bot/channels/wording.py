"""What a shopper typed, made safe for Rasa and turned back for showing.

Rasa reads any text whose first character, after `str.strip()`, is `/` as a payload
(`YAMLStoryReader.unpack_regex_message`) and warns, with the text itself in the log, where it cannot. Typed
text therefore never starts with `/`: a word joiner (U+2060, invisible, no white space to Python, ignored by
the sentence encoder) goes in front.
"""

from __future__ import annotations

import re

READ_LIMIT = 4_000
"""Characters of a message that the assistant reads; what comes after them is left out."""
ACCEPT_LIMIT = 10_000
"""Characters above which a message is refused with a sentence."""

PAYLOAD_PREFIX = "/"
_GUARD = "\u2060"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def typed(text: str) -> str:
    """Typed text as Rasa may have it: without control characters or lone surrogates, cut, never a payload."""
    text = _CONTROL.sub(" ", text).encode("utf-8", "replace").decode()
    text = text.strip()[:READ_LIMIT]
    return _GUARD + text if text.startswith(PAYLOAD_PREFIX) else text


def shown(text: str) -> str:
    """Text from a conversation as the shopper wrote it."""
    return text[len(_GUARD) :] if text.startswith(_GUARD + PAYLOAD_PREFIX) else text


def is_payload(text: str) -> bool:
    """Whether a text in a conversation came from a button: typed text never looks like this."""
    return text.startswith(PAYLOAD_PREFIX)
