"""Prices and ranges of prices: `price_min` and `price_max`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.components.extraction.entity import EXACT, GUESSED, INFERRED, Entity
from bot.components.extraction.numbers import Numbers, numbers
from bot.components.language import Language

SIGN = re.compile(r"[$€£]")
MARKS = r"[\s.,;:!?()'\"-]*"
ROUND, GREAT = 50, 1000
"""From `GREAT` on, what is no multiple of `ROUND` is hardly a guess at a price, but an order's number or a year."""
MOST_SIZE = 55
"""Above all sizes that are said as a range (`39-42`)."""
LEAST = 20
"""From here on a number with nothing but `around` before it is a price."""
AROUND = 0.2
"""How far `around 100` reaches to either side, as a share."""


class Prices:
    """Finds what a product may cost.

    A number counts as a price where a currency stands beside it, or a comparison before or after it and no unit
    behind it (`under 2 kg`). `under` and `or less` give `price_max`, `over` and `or more` `price_min`, `between` and
    `around` both. Of two comparisons that claim a number the longer one holds: `not under 50` is no `under 50`.
    """

    def __init__(self, language: Language) -> None:
        self._numbers: Numbers = numbers(language)
        number, currency = self._numbers.pattern, language.currency

        def price(name: str) -> str:
            return (
                rf"(?:(?P<{name}_before>{currency})\s?)?(?P<{name}>{number})(?![\d/]|[.,]\d)"
                rf"(?:\s?(?P<{name}_after>{currency})(?!\w))?(?!\s?{language.units}(?!\w))"
            )

        one, low, high = price("one"), price("low"), price("high")
        approximately = rf"(?:(?:the|a|{language.around})\s)??"

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(rf"(?<![\w#]){pattern}", re.IGNORECASE)

        self._range = compiled(rf"{language.range_before}\s+{low}\s?{language.range_between}\s?{high}")
        self._unled_range = compiled(rf"{low}\s?{language.range_alone}\s?{high}")
        self._bare_range = compiled(
            rf"(?:^|(?<=[,.;:!?(]\s)){low}\s?{language.range_alone}\s?{high}(?=\s*(?:$|[,.;!?)]))"
        )
        self._told_range = compiled(rf"{low}\s?{language.range_alone}\s?{high}\s{language.range_after}(?!\w)")
        self._sided = (
            ("price_max", compiled(rf"{language.below}\s?{approximately}{one}")),
            ("price_min", compiled(rf"{language.above}\s?{approximately}{one}")),
            ("price_max", compiled(rf"{one}\s?{language.below_after}(?!\w)")),
            ("price_min", compiled(rf"{one}\s?{language.above_after}(?!\w)")),
        )
        self._around = compiled(rf"{language.around}\s?{one}")
        self._around_after = compiled(rf"{one}\s?{language.around_after}(?!\w)")
        self._from = compiled(rf"{language.price_from}\s+{one}")
        self._for = compiled(rf"{language.price_for}\s+{one}")
        self._alone = re.compile(rf"{MARKS}{one}{MARKS}", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Entity]:
        """All prices; a number that two patterns claim belongs to the first."""
        taken: list[tuple[int, int]] = []
        for entity in self._all(text):
            span = entity.start, entity.end
            if span in taken or not any(span[0] < end and start < span[1] for start, end in taken):
                taken.append(span)
                yield entity

    def _all(self, text: str) -> Iterator[Entity]:
        for match in self._ranges(text):
            least, most = sorted(("low", "high"), key=lambda name: self._numbers.value(match[name]))
            yield self._entity("price_min", match, EXACT, name=least)
            yield self._entity("price_max", match, EXACT, name=most)
        sided = [(kind, match) for kind, pattern in self._sided for match in pattern.finditer(text)]
        for kind, match in sorted(sided, key=lambda each: each[1].start() - each[1].end()):
            yield self._entity(kind, match, EXACT if self._has_currency(match) else INFERRED)
        for match in (*self._around.finditer(text), *self._around_after.finditer(text)):
            value = self._numbers.value(match["one"])
            if self._has_currency(match) or (value >= LEAST and _is_guess(value)):
                yield self._entity("price_min", match, INFERRED, share=1 - AROUND)
                yield self._entity("price_max", match, INFERRED, share=1 + AROUND)
        for kind, pattern in (("price_max", self._for), ("price_min", self._from)):
            for match in filter(self._has_currency, pattern.finditer(text)):
                yield self._entity(kind, match, GUESSED)
        alone = self._alone.fullmatch(text)
        if alone and self._has_currency(alone):
            yield self._entity("price_max", alone, GUESSED)

    def _ranges(self, text: str) -> Iterator[re.Match[str]]:
        """Ranges with a word for one or a currency, and such as stand alone between marks and are no sizes."""
        for match in (*self._range.finditer(text), *self._told_range.finditer(text)):
            if self._has_currency(match) or any(map(_is_guess, self._values(match))):
                yield match
        yield from filter(self._has_currency, self._unled_range.finditer(text))
        for match in self._bare_range.finditer(text):
            low, high = self._values(match)
            if LEAST <= low < high >= MOST_SIZE and _is_guess(high):
                yield match

    def _values(self, match: re.Match[str]) -> tuple[float, float]:
        return self._numbers.value(match["low"]), self._numbers.value(match["high"])

    def _entity(
        self, kind: str, match: re.Match[str], confidence: float, name: str = "one", share: float = 1
    ) -> Entity:
        """The price in the match's group `name`, with the currency's sign beside it; `share` of it is the bound."""
        value = self._numbers.value(match[name])
        first, last = (
            group if SIGN.fullmatch(match[group] or "") else name
            for group in (f"{name}_before", f"{name}_after")
        )
        return Entity(
            kind,
            value if share == 1 else round(value * share),
            match.start(),
            match.end(),
            confidence,
            said=(match.start(first), match.end(last)),
        )

    @staticmethod
    def _has_currency(match: re.Match[str]) -> bool:
        return any(match[name] for name in match.groupdict() if name.endswith(("_before", "_after")))


def _is_guess(price: float) -> bool:
    return price < GREAT or price % ROUND == 0
