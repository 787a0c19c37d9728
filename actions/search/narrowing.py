"""The question that narrows a wide search best: of what a shopper can answer, what leaves the fewest products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from actions.search.synonyms import Titles
from actions.search.types import Filters, ProductDocument

ANSWERS = 4
"""Answers that a question offers at most."""
EFFORT: Mapping[str, float] = {
    "types": 1.0, "audience": 1.0, "version": 1.0, "price_max": 1.2, "attributes": 2.2, "materials": 2.6, "brands": 2.0,
}  # fmt: skip
"""How much harder an answer comes than one to what kind of thing it should be, or for whom."""
WORTH_ASKING = 0.75
"""Share of the products that may remain on average, effort counted, for a question to be worth its while."""
ROUND = (Decimal(5), Decimal(10), Decimal(50))
"""Steps to which prices below 50, below 500 and above are rounded up."""

Values = Callable[[ProductDocument], Collection[str]]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A question about a field of the filters, or about `audience` or `version`, attributes that exclude each other
    (for whom it is, for how many); `values` are the answers to offer, the most frequent first, prices ascending."""

    field: str
    values: tuple[str, ...]


def narrowing(
    documents: Sequence[ProductDocument], filters: Filters, titles: Titles, already: Collection[str] = ()
) -> Narrowing | None:
    """The question whose answer leaves the fewest of these products on average; None where none is worth asking.

    A value is expected as an answer as often as products have it, and leaves those; who wants none of the values
    offered is left with everything.

    Args:
        documents: what the search found.
        filters: what was asked for; what they settle is not asked.
        titles: the attributes that exclude each other.
        already: fields that were asked about before.
    """
    found: list[tuple[float, Narrowing]] = []
    for field, counts in _counted(documents, filters, titles):
        narrower = {value.partition(" ")[2] for value in counts}  # to say "jacket" rules out no down jacket
        values = [value for value, count in counts.most_common() if count < len(documents)]
        values = [value for value in values if value not in narrower][:ANSWERS]
        if len(values) < 2 or field in already:
            continue
        remaining = _remaining([counts[value] for value in values], len(documents)) * EFFORT[field]
        ordered = sorted(values, key=Decimal) if field == "price_max" else values
        found.append((remaining, Narrowing(field, tuple(ordered))))
    least, best = min(found, key=lambda each: each[0], default=(1.0, None))
    return best if least <= WORTH_ASKING else None


def _counted(
    documents: Sequence[ProductDocument], filters: Filters, titles: Titles
) -> Iterator[tuple[str, Counter[str]]]:
    """Each field that is open, with how many products an answer leaves."""
    exclusive = {"audience": titles.audience, "version": titles.attributes}
    settled = {field for field, group in exclusive.items() if set(group) & set(filters.attributes)}
    known = {value for group in exclusive.values() for value in group} | set(filters.attributes)
    of: dict[str, Values] = {
        "types": lambda document: {document.type},
        "audience": lambda document: set(titles.audience) & set(document.implied),
        "version": lambda document: set(titles.attributes) & set(document.implied),
        "attributes": lambda document: set(document.attributes) - known,
        "materials": lambda document: set(document.materials),
        "brands": lambda document: {document.brand},
    }
    for field, values in of.items():
        if field not in settled and not (field in ("materials", "brands") and getattr(filters, field)):
            yield field, Counter(value for document in documents for value in sorted(values(document)))
    if filters.price_max is None:
        yield "price_max", _price_bands(documents)


def _price_bands(documents: Sequence[ProductDocument]) -> Counter[str]:
    """Round prices below which about a third and about two thirds of the products are."""
    prices = sorted(min(v.price for v in document.variants) for document in documents if document.variants)
    bounds = {_rounded(prices[len(prices) * part // 3]) for part in (1, 2)} if prices else set()
    return Counter({str(bound): sum(price <= bound for price in prices) for bound in bounds})


def _rounded(price: Decimal) -> Decimal:
    step = ROUND[0] if price < 50 else ROUND[1] if price < 500 else ROUND[2]
    return -(-price // step) * step


def _remaining(counts: Sequence[int], total: int) -> float:
    """The share of the products that an answer leaves on average."""
    covered = min(sum(counts) / total, 1.0)
    answered = sum(count * count for count in counts) / (sum(counts) * total)
    return covered * answered + (1 - covered)
