"""What a shop can name: `models/vocabulary.json`, by which the bot recognises it in a message."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from actions.artefacts import MEND, ArtefactError, write_text
from actions.search.inflection import ampersands, apostrophes, hyphens, numbers, respelt
from actions.search.naming import names
from actions.search.synonyms import Synonyms
from actions.search.types import ProductDocument
from actions.shop.order_numbers import FOUR_DIGITS, NumberForm

VERSION = 1
BARE_NUMBER = re.compile(r"\d+(\.\d+)?|[a-z]")
"""A size that says nothing by itself: `9`, or a single letter."""
MEASURE = re.compile(r"(\d+(?:\.\d+)?) (\w+)")
UNITS = {
    "l": ("litre", "liter", "litres", "liters"),
    "ml": ("millilitres", "milliliters"),
    "cm": ("centimetres",),
}


@dataclass(frozen=True)
class Entry:
    """One thing that can be named.

    `entity` and `value` are what a message is understood as; `ids` are product ids (of a product's name, else
    empty); `forms` the ways to say it, in lower case; `excluded_forms` words that mean too much else, and this only
    where it is ruled out (`no down`).
    """

    entity: str
    value: str
    ids: tuple[str, ...]
    forms: tuple[str, ...]
    excluded_forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All entries. A form belongs to one entry only: to that which lists it itself rather than by variation,
    then to the first. `order_numbers` is what the numbers of the shop's orders look like."""

    language: str
    entries: tuple[Entry, ...]
    order_numbers: NumberForm = FOUR_DIGITS

    def save(self, path: Path) -> None:
        """Write the file in one step."""
        entries = [
            {name: value for name, value in asdict(e).items() if value or name != "excluded_forms"}
            for e in self.entries
        ]
        document = {
            "version": VERSION,
            "language": self.language,
            "order_numbers": asdict(self.order_numbers),
            "entries": entries,
        }
        write_text(path, json.dumps(document, ensure_ascii=False, indent=0) + "\n")

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """The vocabulary that `save` wrote; ArtefactError where it is missing or broken."""
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            if document["version"] != VERSION:
                raise ValueError(f"version {document['version']}")
            entries = [
                Entry(
                    e["entity"],
                    e["value"],
                    tuple(e["ids"]),
                    tuple(e["forms"]),
                    tuple(e.get("excluded_forms", ())),
                )
                for e in document["entries"]
            ]
            return cls(document["language"], tuple(entries), NumberForm(**document["order_numbers"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ArtefactError(f"The vocabulary {path} can't be read ({error}): {MEND}.") from error


def build(
    documents: Iterable[ProductDocument],
    synonyms: Synonyms,
    is_word: Callable[[str], bool],
    order_numbers: NumberForm = FOUR_DIGITS,
) -> Vocabulary:
    """The vocabulary of a catalogue in English.

    Args:
        documents: the products.
        synonyms: other words for what they have.
        is_word: whether a word is a common one, so that it does not name a product all by itself.
        order_numbers: what the numbers of the shop's orders look like.
    """
    found = list(_Collector(list(documents), synonyms, is_word).entries())
    forms: dict[str, int] = {}
    excluded: dict[str, int] = {}
    for explicit in (True, False):
        for number, named in enumerate(found):
            for form in named.said if explicit else named.varied(synonyms):
                if form not in synonyms.not_alone:
                    forms.setdefault(form, number)
                elif named.entity == "material":
                    excluded.setdefault(form, number)
    by_entry: list[tuple[list[str], list[str]]] = [([], []) for _ in found]
    for place, of_kind in enumerate((forms, excluded)):
        for form, number in of_kind.items():
            by_entry[number][place].append(form)
    entries = (
        Entry(named.entity, named.value, named.ids, *map(tuple, said))
        for named, said in zip(found, by_entry, strict=True)
        if any(said)
    )
    return Vocabulary("en", tuple(entries), order_numbers)


@dataclass(frozen=True)
class _Named:
    entity: str
    value: str
    said: tuple[str, ...]
    ids: tuple[str, ...] = ()

    def varied(self, synonyms: Synonyms) -> Iterator[str]:
        """The ways to write what is said: hyphens, apostrophes, spellings and, of types and of products' names of
        several words, number; of sizes none."""
        for said in self.said if self.entity != "size" else ():
            for form in sorted(hyphens(said) | apostrophes(said) | ampersands(said)):
                for spelt in sorted(respelt(form, synonyms.spellings)):
                    inflected = self.entity == "product_type" or (self.entity == "product" and " " in spelt)
                    yield from sorted(numbers(spelt)) if inflected else [spelt]


class _Collector:
    """Gathers what can be named, the more telling entities first."""

    def __init__(
        self, documents: Sequence[ProductDocument], synonyms: Synonyms, is_word: Callable[[str], bool]
    ) -> None:
        self._documents = documents
        self._synonyms = synonyms
        self._is_word = is_word

    def entries(self) -> Iterator[_Named]:
        documents, variants = self._documents, [v for document in self._documents for v in document.variants]
        yield from self._listed("product_type", (document.type for document in documents))
        for name, kind in self._synonyms.kinds.items():
            yield _Named(
                "product_type",
                name,
                (name.lower(), *kind.words, *self._synonyms.others("product_type", name)),
            )
        types = {form for document in documents for form in numbers(document.type)}
        categories = (document.category for document in documents if document.category not in types)
        yield from self._listed("product_type", categories)  # who asks for `tents` means the type
        for name, order in self._synonyms.orders.items():
            yield _Named("sort_by", name, (name, *order.words, *order.than))
        yield from self._listed("brand", (document.brand for document in documents))
        for product in names(documents, self._is_word, self._synonyms):
            yield _Named("product", product.value, product.forms, product.ids)
        yield from self._listed("colour", (variant.colour for variant in variants))
        for size in _distinct(variant.size for variant in variants):
            others = self._synonyms.others("size", size)
            yield _Named(
                "size",
                size,
                (
                    *size_forms(size),
                    *others,
                    *(f"{word} {other}" for word in ("size", "in") for other in others),
                ),
            )
        yield from self._listed(
            "material", (material for document in documents for material in document.materials)
        )
        traits = (a for document in documents for a in (*document.attributes, *document.implied))
        yield from self._listed("attribute", (*traits, self._synonyms.titles.reduced))

    def _listed(self, entity: str, values: Iterable[str]) -> Iterator[_Named]:
        own = _distinct(values)
        wider = [
            value
            for value in self._synonyms.names.get(entity, {})
            if value not in own and self._covers(value, own)
        ]
        for value in (*own, *wider):
            yield _Named(entity, value, (value.lower(), *self._synonyms.others(entity, value)))

    def _covers(self, value: str, own: Iterable[str]) -> bool:
        """Whether a value that no product has is a wider one of what some have: `down` of `goose down`, `dairy` of
        `butter`."""
        kin = {other for values in self._synonyms.kin.values() for other in values.get(value, ())}
        return any(other in kin or other.endswith(f" {value}") for other in own)


def size_forms(size: str) -> tuple[str, ...]:
    """How a size is said: a bare number or letter only with a word that makes it a size."""
    plain = size.lower()
    forms = [f"size {plain}", f"sz {plain}", f"in a {plain}"]
    if not BARE_NUMBER.fullmatch(plain):
        forms.append(plain)
    if measure := MEASURE.fullmatch(plain):
        number, unit = measure.groups()
        forms += [f"{number}{unit}", *(f"{number} {name}" for name in UNITS.get(unit, ()))]
    elif re.fullmatch(r"\d+(\.\d+)?", plain):
        forms += [f"us {plain}", f"{plain} us"]
    return tuple(forms)


def _distinct(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]
