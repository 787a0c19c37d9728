"""The words that the patterns need, from the language's file beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Words:
    """One language's words for numbers, prices, orders, names and so on."""

    table: Mapping[str, Any]

    def numbers(self) -> dict[str, int]:
        return dict(self.table["numbers"])

    def ordinals(self) -> dict[str, int]:
        return dict(self.table["ordinals"])

    def either(self, kind: str) -> str:
        """The words and phrases of a kind as a pattern, the longest first."""
        return alternatives(self.table[kind])

    def mapped(self, kind: str) -> dict[str, list[str]]:
        return dict(self.table[kind])


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, spaces of any width, the longest first."""
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    return "(?:" + "|".join(escaped) + ")"


@lru_cache
def words(code: str) -> Words:
    """The words of a language by its ISO 639-1 code."""
    with (Path(__file__).parent / f"{code}.yml").open(encoding="utf-8") as file:
        return Words(yaml.safe_load(file))
