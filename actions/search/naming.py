"""The short names by which shoppers call a product: `the Ridgeway boots` for its seven-word title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from actions.search.synonyms import Synonyms
from actions.search.types import ProductDocument

EDITION = re.compile(r"\s+[–—-]\s+[^–—]*$")
"""What a title says after a dash, `– Men's`: which edition of one product."""
LONGEST = 3
"""Words of a title's beginning; nobody says more of it without saying all."""
MEASURE = re.compile(r"(\d+)(?:°[cf]|-person|l|w|wh)?")
"""A word of a title that counts or measures: `2-Person`, `15°F`, said `2` and `15` for short."""
AMOUNT = re.compile(r",\s*\d[^,]*$")
"""How much of it a title sells: `, 200 g`."""
WORDS = re.compile(r"[a-z]+")
SHORTEST = 4
"""Letters of the shortest common word that names a product together with what it is."""


@dataclass(frozen=True)
class Name:
    """What some products are called: `value` in full, `forms` for short, lower case; `ids` are their
    pages."""

    value: str
    ids: tuple[str, ...]
    forms: tuple[str, ...]


def names(
    documents: Iterable[ProductDocument], is_word: Callable[[str], bool], synonyms: Synonyms | None = None
) -> list[Name]:
    """The names of all products: the whole title without the brand and without the amount, and its first words as long
    as nothing else begins with them, a measure among them as a bare number too (`the Thistle 2`).

    A beginning that several pages share (the editions of one model, or its sizes) names all of them. With the brand
    it always is a name, and without it as far as its words tell it from anything else (`_Telling`): `the Ridgeway`
    and `Dusk 350`, but not `the everyday`. Other words are one together with what the product is: `the moth tarp`,
    `the lily mat`. What two products would be called so is neither's name.
    """
    documents, synonyms = list(documents), synonyms or Synonyms()
    titles = {document.product_id: _words(EDITION.sub("", document.title)) for document in documents}
    types = {document.product_id: document.type for document in documents}
    pages = _pages(titles, documents)
    telling = _Telling(documents, titles, is_word)
    forms: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    values: dict[tuple[str, ...], str] = {}
    for document in documents:
        words = titles[document.product_id]
        brand = _words(document.brand)
        skipped = len(brand) if words[: len(brand)] == brand else 0
        if len(words) == skipped:
            continue  # the brand alone, or no word at all, is no name
        whole = len(_words(AMOUNT.sub("", EDITION.sub("", document.title))))
        kinds = (document.type, document.type.split(" ")[-1], *synonyms.others("product_type", document.type))
        ends = {
            len(words),
            max(whole, skipped + 1),
            *range(skipped + 1, min(len(words), skipped + LONGEST + 1)),
        }
        for end in sorted(ends, reverse=True):
            prefix = words[skipped:end]
            ids = tuple(pages[document.brand, prefix])
            alike = tuple(id for id in ids if types[id] == document.type)
            ending = tuple(id for id in ids if titles[id][-1] == words[-1])
            for named in (ids, alike, ending):
                values.setdefault(named, " ".join(_original(document, skipped, end)))
            forms[" ".join((*brand, *prefix))].add(ids)
            if end in (len(words), whole) or telling.alone(prefix, pages[document.brand, prefix[:1]]):
                forms[" ".join(prefix)].add(ids)
            if measured := telling.measured(prefix):
                for named in (
                    measured,
                    (*brand, *measured),
                    *((*measured, kind) for kind in (*kinds, words[-1]) if kind),
                ):
                    forms[" ".join(named)].add(ids)
            if len(prefix) <= 2 and telling.with_kind(prefix):
                for kind, named in (*((kind, alike) for kind in kinds), (words[-1], ending)):
                    if kind and prefix[-1] != kind.split(" ")[-1]:
                        forms[" ".join((*prefix, kind))].add(named)
    by_pages: dict[tuple[str, ...], list[str]] = {ids: [] for ids in values}
    for form, claims in forms.items():
        widest = max(claims, key=len)
        if all(set(widest).issuperset(ids) for ids in claims):
            by_pages[widest].append(form)
    return [Name(values[ids], ids, tuple(forms)) for ids, forms in by_pages.items() if forms]


class _Telling:
    """Which beginnings of titles mean a product, whatever else stands beside them.

    A word describes if a type, material, attribute or category is called so, and is spoken if a description says it
    in small letters.
    """

    def __init__(
        self,
        documents: Iterable[ProductDocument],
        titles: Mapping[str, tuple[str, ...]],
        is_word: Callable[[str], bool],
    ) -> None:
        self._is_word = is_word
        self._describing: set[str] = set()
        self._spoken: set[str] = set()
        for document in documents:
            said = (document.type, document.category, *document.materials, *document.attributes)
            self._describing.update(WORDS.findall(" ".join(said).lower()))
            self._spoken.update(re.findall(r"\b[a-z]+\b", document.description))
        self._used: dict[str, set[str]] = defaultdict(set)
        for product_id, words in titles.items():
            for word in words:
                self._used[word].add(product_id)

    def alone(self, prefix: tuple[str, ...], pages: Iterable[str]) -> bool:
        """By itself: a first word that is no common one, and that no title has but the `pages` that begin with it; or
        two words that do not describe, of which the second is no common one (`Dusk 350`) or neither is spoken (`Lily
        Pad`)."""
        first, *rest = prefix
        rare = first.isalpha() and not self._is_word(first) and first not in self._spoken | self._describing
        if rare and self._used[first] <= set(pages):
            return True
        if not rest or self._describes(first) or self._describes(rest[0]):
            return False
        common = rest[0].isalpha() and self._is_word(rest[0])
        return not common or self._spoken.isdisjoint(prefix[:2])

    def measured(self, prefix: tuple[str, ...]) -> tuple[str, ...] | None:
        """A first word and the bare number of the measure behind it; None where that is no name: `dormouse 15`."""
        measure = MEASURE.fullmatch(prefix[-1]) if len(prefix) == 2 and prefix[0].isalpha() else None
        return (prefix[0], measure[1]) if measure and not self._describes(prefix[0]) else None

    def with_kind(self, prefix: tuple[str, ...]) -> bool:
        """Together with what the product is: a word that does not describe and is not spoken, or two."""
        first, *rest = prefix
        if not re.sub("['-]", "", first).isalpha() or self._describes(first):
            return False
        if rest and not self._describes(rest[0]):
            return True
        return len(first) >= SHORTEST and first not in self._spoken

    def _describes(self, word: str) -> bool:
        return not self._describing.isdisjoint(WORDS.findall(word))


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


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip(",.;:!?()").lower() for word in text.split() if word.strip(",.;:!?()"))


def _original(document: ProductDocument, skipped: int, end: int) -> list[str]:
    title = [word for word in EDITION.sub("", document.title).split() if word.strip(",.;:!?()")]
    return title[:end] if skipped else [document.brand, *title[:end]]
