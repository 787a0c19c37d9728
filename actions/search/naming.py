"""The short names by which shoppers call a product: `the Ridgeway boots` for its seven-word title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from actions.search.types import ProductDocument

EDITION = re.compile(r"\s+[–—-]\s+[^–—]*$")
"""What a title says after a dash, `– Men's`: which edition of one product."""
LONGEST = 3
"""Words of a title's beginning; nobody says more of it without saying all."""


@dataclass(frozen=True)
class Name:
    """What some products are called: `value` in full, `forms` for short, lower case; `ids` are their
    pages."""

    value: str
    ids: tuple[str, ...]
    forms: tuple[str, ...]


def names(documents: Iterable[ProductDocument], is_word: Callable[[str], bool]) -> list[Name]:
    """The names of all products: the whole title without the brand, and its first words as long as nothing
    else begins with them.

    A beginning that several pages share (the editions of one model, or its sizes) names all of them. Without
    the brand it is a name only if it begins with a word that is no common one (nor used in small letters in a
    description) and that no other title has: `the Ridgeway`, but not `the everyday`.
    """
    documents = list(documents)
    titles = {document.product_id: _words(EDITION.sub("", document.title)) for document in documents}
    pages = _pages(titles, documents)
    used = _uses(titles)
    prose = {word for document in documents for word in re.findall(r"\b[a-z]+\b", document.description)}
    by_pages: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    values: dict[tuple[str, ...], str] = {}
    for document in documents:
        words = titles[document.product_id]
        brand = _words(document.brand)
        skipped = len(brand) if words[: len(brand)] == brand else 0
        if len(words) == skipped:
            continue  # the brand alone, or no word at all, is no name
        first = words[skipped]
        rare = first.isalpha() and not is_word(first) and first not in prose
        rare = rare and used[first] <= set(pages[document.brand, (first,)])
        for end in (len(words), *range(min(len(words) - 1, skipped + LONGEST), skipped, -1)):
            prefix = words[skipped:end]
            ids = tuple(pages[document.brand, prefix])
            values.setdefault(ids, " ".join(_original(document, skipped, end)))
            by_pages[ids] |= dict.fromkeys(_forms(prefix, brand, document.type, rare or end == len(words)))
    return [Name(values[ids], ids, tuple(forms)) for ids, forms in by_pages.items() if forms]


def _forms(prefix: tuple[str, ...], brand: tuple[str, ...], type: str, telling: bool) -> Iterator[str]:
    short = " ".join(prefix)
    yield " ".join((*brand, *prefix))
    if telling:
        yield short
        if len(prefix) <= 2 and not short.endswith(type.split(" ")[-1]):
            yield f"{short} {type.split(' ')[-1]}"
            yield f"{short} {type}"


def _pages(
    titles: Mapping[str, tuple[str, ...]], documents: Iterable[ProductDocument]
) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """(brand, beginning of a title after the brand) → the products of which that is true."""
    pages: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for document in documents:
        words, brand = titles[document.product_id], _words(document.brand)
        rest = words[len(brand) :] if words[: len(brand)] == brand else words
        for end in range(1, len(rest) + 1):
            pages[document.brand, rest[:end]].append(document.product_id)
    return pages


def _uses(titles: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """Word → the products whose titles contain it."""
    uses: dict[str, set[str]] = defaultdict(set)
    for product_id, words in titles.items():
        for word in words:
            uses[word].add(product_id)
    return uses


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip(",.;:!?()").lower() for word in text.split() if word.strip(",.;:!?()"))


def _original(document: ProductDocument, skipped: int, end: int) -> list[str]:
    title = [word for word in EDITION.sub("", document.title).split() if word.strip(",.;:!?()")]
    return title[:end] if skipped else [document.brand, *title[:end]]
