"""Names of people all over the world: `models/names.json`, by which the bot tells them from other words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from faker.providers import person

from actions.artefacts import write_text

KINDS = ("first", "last")
"""Kinds of names, as Faker's attributes with them begin."""
PARTS = re.compile(r"[^\W\d_]{2,}")
SMALL = re.compile(r"(?<![\w'’])[a-z]+(?!\w)")
"""A word that a text writes small."""


def save(path: Path, texts: Iterable[str]) -> None:
    """Write the first and the last names that are no ordinary words: what `texts`, in proper spelling, write small."""
    ordinary = {word for text in texts for word in SMALL.findall(text)}
    names = {kind: sorted(_names(kind) - ordinary) for kind in KINDS}
    write_text(path, json.dumps(names, ensure_ascii=False, indent=0) + "\n")


def _names(kind: str) -> set[str]:
    """The words of Faker's names of one kind in every culture that it has."""
    cultures = (import_module(f"{person.__name__}.{each.name}") for each in iter_modules(person.__path__))
    return {word for culture in cultures for name in _listed(culture.Provider, kind) for word in _words(name)}


def _listed(provider: type, kind: str) -> Iterator[str]:
    """Faker has names in lists, in mappings from a name to how common it is, and in lists of several spellings."""
    for attribute, value in vars(provider).items():
        if re.search(rf"(?:^|_){kind}_.*name", attribute) and isinstance(value, (Sequence, Mapping)):
            for name in value:
                yield from (
                    [name] if isinstance(name, str) else filter(lambda each: isinstance(each, str), name)
                )


def _words(name: str) -> list[str]:
    """In lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return PARTS.findall("".join(character for character in plain if not unicodedata.combining(character)))
