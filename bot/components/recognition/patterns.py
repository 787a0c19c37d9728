"""What has a pattern: prices, quantities, ordinals, order numbers, addresses of mail, orders of results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.components.recognition.entity import Entity
from bot.components.recognition.language import Words, alternatives
from bot.components.recognition.numbers import Numbers, written

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
FOUR_DIGITS = re.compile(r"(?<![\w.,$€£-])(?:[A-Za-z]-?)?(\d{4})(?![\w-]|[.,]\d)")
LIKE_AN_ORDER = Decimal(1000)
"""A bare number from here on, after "from", is an order rather than a price."""
MEASURE = re.compile(
    r"\s?(?:k?g|grams?|lbs?|oz|l|litres?|liters?|ml|cm|mm|m|km|lumens?|lm|w|wh|mah|days?|hours?|people|persons?|%)\b",
    re.IGNORECASE,
)
"""Units other than money: `under 500 g` is no price and `2000 lumens` no order."""


class PatternRecogniser:
    """Finds what is recognised by form rather than by name.

    Args:
        words: the language's words.
    """

    def __init__(self, words: Words) -> None:
        self._numbers = Numbers(words)
        self._ordinals = words.ordinals()
        flags = re.IGNORECASE
        number = self._numbers.pattern
        sign = rf"\s?(?:[$€£]|{words.either('currency')}\b)"
        low, high, price = (rf"[$€£]?\s?(?P<{name}>{number})(?:{sign})?" for name in ("low", "high", "price"))
        around = rf"(?:{words.either('around')}\s+)?"
        self._ranges_said = [
            re.compile(rf"\b{words.either('between')}\s+{low}\s*{words.either('range_to')}\s*{high}", flags),
            re.compile(
                rf"(?<![\w-])[$€£]\s?(?P<low>{number})\s?(?:-|–|to)\s?[$€£]?(?P<high>{number})", flags
            ),
            re.compile(rf"(?<![\w-])(?P<low>\d+)\s?(?:-|–|to)\s?(?P<high>\d+){sign}", flags),
        ]
        self._bounds = [
            ("price_max", re.compile(rf"(?<!\w){words.either('at_most')}\s+{around}{price}", flags)),
            ("price_min", re.compile(rf"(?<!\w){words.either('at_least')}\s+{around}{price}", flags)),
            ("price_max", re.compile(rf"(?<!\w){price}\s+{words.either('most_after')}\b", flags)),
            ("price_min", re.compile(rf"(?<!\w){price}\s+{words.either('least_after')}\b", flags)),
            (
                "price_max",
                re.compile(rf"[$€£]\s?(?P<price>{number})|(?<!\w)(?P<other>{number}){sign}", flags),
            ),
        ]
        prefix = rf"#\s?|\b{words.either('order')}(?:\s+(?:is|number|no\.?))?\s*[:#]?\s*"
        self._order = re.compile(
            rf"(?:{prefix})(?P<written>(?:[A-Za-z]-?)?(?P<number>\d{{3,10}}))(?!\w|[.,]\d)", flags
        )
        self._ordinal = re.compile(rf"\b(?P<word>{alternatives(self._ordinals)})\b(?:\s+ones?\b)?", flags)
        self._option = re.compile(rf"(?:#|\b{words.either('option')}\s*)(?P<digit>\d)\b", flags)
        self._no_ordinal = re.compile(rf"\b{words.either('not_ordinals')}\b", flags)
        counted = rf"(?P<count>\d{{1,2}}|{self._numbers.words})\s*{words.either('pieces')}\b"
        self._quantities_said = [
            re.compile(rf"(?<![\w$€£]){counted}", flags),
            re.compile(r"\b(?P<count>\d{1,2})\s?x\b|\bx\s?(?P<other>\d{1,2})\b", flags),
        ]
        self._sort_by = {
            value: re.compile(rf"\b{alternatives(phrases)}\b", flags)
            for value, phrases in words.mapped("sort_by").items()
        }

    def recognise(self, text: str) -> list[Entity]:
        """The entities of a text. Where two readings overlap, the more telling one, looked for first, is kept."""
        kept: list[Entity] = []
        for find in (
            self._emails,
            self._ranges,
            self._orders,
            self._prices,
            self._four_digits,
            self._quantities,
            self._sorts,
            self._ordinals_said,
        ):
            for entity in find(text):
                if not any(entity.overlaps(other) for other in kept):
                    kept.append(entity)
        return sorted(kept, key=lambda e: e.start)

    def _emails(self, text: str) -> Iterator[Entity]:
        for match in EMAIL.finditer(text):
            yield Entity("email", match.group().lower(), match.start(), match.end())

    def _ranges(self, text: str) -> Iterator[Entity]:
        for pattern in self._ranges_said:
            for match in pattern.finditer(text):
                low, high = self._numbers.value(match.group("low")), self._numbers.value(match.group("high"))
                if low is not None and high is not None and low < high:
                    yield Entity("price_min", written(low), *with_sign(text, *match.span("low")))
                    yield Entity("price_max", written(high), *with_sign(text, *match.span("high")))

    def _prices(self, text: str) -> Iterator[Entity]:
        for kind, pattern in self._bounds:
            for match in pattern.finditer(text):
                name = "price" if match.group("price") else "other"
                amount, span = self._numbers.value(match.group(name)), with_sign(text, *match.span(name))
                plain = match.end() == match.end(name) and text[span[0]] not in "$€£"
                is_order = plain and kind == "price_min" and amount is not None and amount >= LIKE_AN_ORDER
                if amount is not None and not is_order and not MEASURE.match(text, match.end()):
                    yield Entity(kind, written(amount), *span)

    def _orders(self, text: str) -> Iterator[Entity]:
        for match in self._order.finditer(text):
            start = match.start("written")
            start -= text[:start].rstrip().endswith("#") and len(text[:start]) - text[:start].rindex("#")
            yield Entity("order_number", match.group("number"), start, match.end())

    def _four_digits(self, text: str) -> Iterator[Entity]:
        for match in FOUR_DIGITS.finditer(text):
            if not MEASURE.match(text, match.end()):
                yield Entity("order_number", match.group(1), match.start(), match.end(), 0.9)

    def _quantities(self, text: str) -> Iterator[Entity]:
        for pattern in self._quantities_said:
            for match in pattern.finditer(text):
                name = "count" if match.group("count") else "other"
                amount = self._numbers.value(match.group(name))
                if amount is not None:
                    yield Entity("quantity", written(amount), match.start(name), match.end(name))

    def _sorts(self, text: str) -> Iterator[Entity]:
        for value, pattern in self._sort_by.items():
            for match in pattern.finditer(text):
                yield Entity("sort_by", value, match.start(), match.end())

    def _ordinals_said(self, text: str) -> Iterator[Entity]:
        barred = [match.span() for match in self._no_ordinal.finditer(text)]
        for match in self._ordinal.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in barred):
                value = self._ordinals[re.sub(r"\s+", " ", match.group("word").lower())]
                yield Entity("ordinal", value, match.start(), match.end())
        for match in self._option.finditer(text):
            yield Entity("ordinal", int(match.group("digit")), match.start(), match.end())


def with_sign(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of an amount with the sign of the currency before it."""
    return (start - 1 if start and text[start - 1] in "$€£" else start), end
