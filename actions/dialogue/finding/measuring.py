"""Reading how much of something is wished for: `under 1 kg`, `30-40 litres`, `for minus 10`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf, nextafter

from actions.dialogue.language import Language
from actions.search import Bounds, Measure
from actions.search.measures import around

AROUND = 0.2
"""How far `around 40 litres` reaches to either side, as a share."""
BEYOND = 0.5
"""How far a number may lie outside what there is, as a share of the extent, to be one of these."""
FAR = 3.0
"""The same for a number with a unit, from which on that measures something else: `190 cm` is no mat's thickness."""
COUNTING = frozenset({"exactly", "enough"})
"""How what is counted one by one is stated."""

Extents = Mapping[str, tuple[float, float]]
"""Measure → the least and the most of it that the products have."""


@dataclass(frozen=True)
class Said:
    """Bounds that a text states, and where it does."""

    bounds: Bounds
    start: int
    end: int
    bare: bool = False
    """Whether a number without a unit states it."""


class MeasureReader:
    """Finds what is said of measures in a text.

    A number is one of a measure where a unit of it follows, or stands where one of its leads makes it one (`for 3`).
    What stands around it says whether it is a limit, and on which side; a span of two has both.
    """

    def __init__(self, measures: Mapping[str, Measure], language: Language) -> None:
        self._measures = measures
        self._language = language
        self._units: dict[str, list[str]] = {}
        for name, measure in measures.items():
            for unit in measure.units:
                self._units.setdefault(unit, []).append(name)
        sides = ("at_most", "at_least", "about", "more_than")
        self._before = {phrase: side for side in sides for phrase in language.phrases(f"{side}_before")}
        self._after = {phrase: side for side in sides[:3] for phrase in language.phrases(f"{side}_after")}

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        language = self._language
        words = _any_of(language.numbers)
        minus = _any_of(language.phrases("minus"))
        figure = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:[.,]\d+)?(?:k(?!\w))?|\b(?:{words})\b)"
        number = rf"(?:(?:{minus})\s?)?{figure}"
        joint = rf"\s*(?:[-–—]|\b(?:{_any_of(language.phrases('span'))})\b)\s*"
        unit = _any_of(self._units)
        between, its_joint = (_any_of(language.phrases(kind)) for kind in ("span_before", "span_between"))
        low = rf"(?P<least>{number})\s?-?(?:{unit})?\s+(?:{its_joint})\s+"
        first = (
            rf"(?<![\w.,$€£#+-])(?:\b(?:{between})\s+{low}|(?P<low>{number})\s?-?(?:{unit})?{joint})?"
            rf"(?P<high>(?:(?P<minus>{minus})\s?)?{figure})"
        )
        leads = _any_of(lead for measure in self._measures.values() for lead in measure.leads)
        sides = _any_of([*self._before, *self._after])
        end, about = (_any_of(language.phrases(kind)) for kind in ("measure_ends", "about_after"))
        # A negative number counts nothing else ("for -10 nights").
        ends = rf"(?(minus)(?!\w)|(?=\s*(?:$|[^\w\s$€£%'’°\"-]|(?:{end})\b|(?:{sides})\b)))"
        return (
            re.compile(
                rf"{first}(?P<plus>\s?\+)?(?P<about>\s?-?(?:{about}))?(?:\s?-?\s?(?P<unit>{unit}))(?![\w])",
                re.IGNORECASE,
            ),
            re.compile(
                rf"\b(?P<lead>{leads}),?\s(?:(?:{_any_of(self._before)})\s)?{first}{ends}", re.IGNORECASE
            ),
            re.compile(rf"{first}{ends}", re.IGNORECASE),
        )

    def read(self, text: str, there: Extents, led: bool = True, going_on: Collection[str] = ()) -> list[Said]:
        """What a text says.

        Args:
            text: what the shopper wrote.
            there: the measures of the products that are spoken of; others are not read.
            led: whether it is known which products those are, so that a lead is enough (`for 3`).
            going_on: measures that a bare number goes on about (`what about 30?`).
        """
        found: list[Said] = []
        for said in self._all(text, there, led, going_on):
            if all(said.end <= other.start or other.end <= said.start for other in found):
                found.append(said)
        return self._summed(text, sorted(found, key=lambda said: said.start))

    def _summed(self, text: str, found: list[Said]) -> list[Said]:
        """Those that count the same side by side as one: `two adults and two kids` are four people."""
        summed: list[Said] = []
        for said in found:
            before, now = (summed[-1] if summed else None), said.bounds
            between = text[before.end : said.start] if before else ""
            if (
                before
                and before.bounds.measure == now.measure
                and self._measures[now.measure].stated == "enough"
                and self._language.consists_of(between, "join")
                and before.bounds.near is not None
                and now.near is not None
            ):
                total = before.bounds.near + now.near
                bounds = Bounds(now.measure, total, None, text[before.start : said.end], near=total)
                summed[-1] = Said(bounds, before.start, said.end)
            else:
                summed.append(said)
        return summed

    def _all(self, text: str, there: Extents, led: bool, going_on: Collection[str]) -> Iterator[Said]:
        with_unit, with_lead, bare = self._patterns
        for match in with_unit.finditer(text):
            unit = match["unit"].lower()
            names = [name for name in self._units[unit] if name in there]
            names = [name for name in names if self._likely(name, match["high"], there, unit)] or [
                name
                for name in names
                if len(self._units[unit]) == 1
                or self._says(text, name)
                or self._likely(name, match["high"], there, unit, FAR)
            ]
            if match["high"].lower() in self._language.phrases("articles"):  # "for a man" counts nobody
                names = [name for name in names if self._measures[name].stated not in COUNTING]
            if names:
                yield self._said(text, match, self._spoken_of(text, names), unit)
        for match in with_lead.finditer(text) if led else ():
            led_by = (name for name, m in self._measures.items() if match["lead"].lower() in m.leads)
            for name in (name for name in led_by if name in there):
                if self._likely(name, match["high"], there):
                    yield replace(self._said(text, match, name, None), bare=True)
        for match in bare.finditer(text) if going_on else ():
            for name in (name for name in going_on if name in there):
                if self._likely(name, match["high"], there):
                    yield replace(self._said(text, match, name, None), bare=True)

    def _spoken_of(self, text: str, names: list[str]) -> str:
        return next((name for name in names if self._says(text, name)), names[0])

    def _says(self, text: str, name: str) -> bool:
        return self._language.find(text, self._measures[name].words) is not None

    def _likely(
        self, name: str, number: str, there: Extents, unit: str | None = None, beyond: float = BEYOND
    ) -> bool:
        value, (low, high) = self._in_own_unit(name, number, unit), there[name]
        slack = beyond * max(high - low, abs(high) * beyond)
        return low - slack <= value <= high + slack

    def _said(self, text: str, match: re.Match[str], name: str, unit: str | None) -> Said:
        measure = self._measures[name]
        high = self._in_own_unit(name, match["high"], unit)
        least = match["low"] or match["least"]
        start, end = match.start() if least else match.start("high"), match.end()
        before = self._ending(text[:start])
        after = self._beginning(text[end:])
        start -= len(text[:start]) - len(text[:start].rstrip()) + len(before) if before else 0
        end += len(text[end:]) - len(text[end:].lstrip()) + len(after) if after and not before else 0
        start = start if unit else min(start, match.start())
        said = text[start:end].strip()
        side = self._before.get(before) if before else self._after.get(after)
        if unit and (match["plus"] or match["about"]):
            side = side or ("at_least" if match["plus"] else "about")
        if least:
            low, high = sorted((self._in_own_unit(name, least, unit), high))
            bounds = Bounds(name, low, high, said)
        elif side == "about":
            bounds = around(name, high, AROUND, said)
        elif side == "at_most" or (side and measure.stated == "most"):
            # Whoever wants a sleeping bag for at least 20 degrees wants none that is for 40.
            bounds = Bounds(name, None, high, said)
        elif side:
            bounds = Bounds(name, nextafter(high, inf) if side == "more_than" else high, None, said)
        else:
            bounds = measure.plainly(high, said, name)
        return Said(bounds, start, end)

    def _ending(self, text: str) -> str:
        """The phrase for a side with which a text ends."""
        plain = f" {text.lower().rstrip()}"
        return max(
            (p for p in self._before if plain.endswith(p) and not plain[-len(p) - 1].isalnum()),
            key=len,
            default="",
        )

    def _beginning(self, text: str) -> str:
        plain = f"{text.lower().lstrip()} "
        return max(
            (p for p in self._after if plain.startswith(p) and not plain[len(p)].isalnum()),
            key=len,
            default="",
        )

    def _in_own_unit(self, name: str, number: str, unit: str | None) -> float:
        factor, offset = self._measures[name].units[unit] if unit else (1.0, 0.0)
        return self._number(number) * factor + offset

    def _number(self, text: str) -> float:
        plain = text.lower()
        sign = next((m for m in self._language.phrases("minus") if plain.startswith(m)), "")
        plain = plain.removeprefix(sign).strip()
        if plain in self._language.numbers:
            value = self._language.numbers[plain]
        else:
            thousands = re.sub(r",(?=\d{3}\b)", "", plain.removesuffix("k")).replace(",", ".")
            value = float(thousands) * (1000 if plain.endswith("k") else 1)
        return -value if sign else value


def _any_of(phrases: Iterable[str]) -> str:
    """An alternative of the phrases, the longest first."""
    return "|".join(sorted({re.escape(phrase) for phrase in phrases}, key=len, reverse=True)) or r"(?!)"
