"""The ways in which one name is written: number, hyphens, spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import inflect

SHORTEST = 4
"""Letters of the shortest plural; a shorter word ends in an s of its own, such as `gps`."""


@lru_cache
def _english() -> inflect.engine:
    import inflect  # takes seconds

    return inflect.engine()


def numbers(name: str) -> set[str]:
    """The English name in the singular and the plural: `hiking boots`, `hiking boot`."""
    *rest, last = name.split(" ")
    if not last.isalpha():
        return {name}
    found = {last}
    if singular := _english().singular_noun(last):
        found |= {str(singular)} if len(last) >= SHORTEST else set()
    elif plural := _english().plural_noun(last):
        found.add(str(plural))
    return {" ".join((*rest, word)) for word in found}


def hyphens(name: str) -> set[str]:
    """With hyphens as written, as spaces and, in one short word, left out: `t-shirt`, `t shirt`, `tshirt`."""
    joined = name.replace("-", "") if re.fullmatch(r"[a-z]{1,5}-[a-z]{1,5}", name) else name
    return {name, name.replace("-", " "), joined}


def apostrophes(name: str) -> set[str]:
    """With and without its apostrophes, which nobody types on a phone: `men's`, `mens`."""
    return {name, name.replace("’", "'"), re.sub("['’]", "", name)}


def ampersands(name: str) -> set[str]:
    """`tin & timber`, `tin and timber`, `tin timber`."""
    return {name, name.replace(" & ", " and "), name.replace(" & ", " ")}


def respelt(name: str, spellings: Iterable[tuple[str, ...]]) -> set[str]:
    """With each of its words in every spelling: `charcoal grey`, `charcoal gray`; one letter (`l`) is no
    spelling."""
    found = {name}
    for group in spellings:
        group = tuple(word for word in group if len(word) > 1)
        for one in group:
            pattern = re.compile(rf"\b{re.escape(one)}\b")
            found |= {pattern.sub(other, known) for known in found for other in group}
    return found
