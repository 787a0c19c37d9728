"""People's names as people write them, and their addresses of mail as they may be shown."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode does not take apart into a plain one and an accent."""
_EXTRA_WORDS = 2
"""Middle names somebody may add; more would be trying many names at once."""


def name_words(name: str) -> list[str]:
    """The name's words without case and accents, in their order."""
    folded = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    return re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c)))


def same_person_name(given: str, first_name: str, last_name: str) -> bool:
    """Whether what was given names this person, in any order, with or without middle names and titles.

    The first of the first names and every word of the last name must be there.
    """
    words, first, last = name_words(given), name_words(first_name), name_words(last_name)
    needed = {*first[:1], *last}
    return bool(needed) and needed <= set(words) and len(words) <= len(first) + len(last) + _EXTRA_WORDS


def shortened(email: str) -> str:
    """An address that its owner knows again and nobody else learns, such as `a…n@example.com`."""
    name, _, host = email.rpartition("@")
    return f"{name[:1]}…{name[-1:] if len(name) > 2 else ''}@{host}"
