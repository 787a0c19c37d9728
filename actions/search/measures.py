"""What is measured of products (weight, volume, temperature …), so that `under 1 kg` is met as exactly as a price."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actions.search.types import Bounds, ProductDocument, Variant

Words = tuple[str, ...]
STATED = ("about", "exactly", "enough", "least", "most")
ABOUT = 0.1
"""How far a plain number reaches to either side, as a share: who asks for 40 litres takes 38, and not 60."""
SIZE = re.compile(r"(?P<low>\d+(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?))?(?: (?P<unit>\w+))?")
"""A size that is a measure: `500 ml`, `5-11 years`, `8-9`."""


@dataclass(frozen=True)
class Measure:
    """Something that is measured, all of it in one unit of its own.

    Attributes:
        specs: specification → how many of the own unit one of it is; of several the first that a product has counts.
        units: how a unit is said → how many of the own unit it is, and what is added (`celsius` to °F: 1.8 and 32).
        words: what else speaks of it: `heavy`, `weighs`.
        leads: what makes a number without a unit one of these: `sleeps 4`.
        stated: what a plain number asks for: `about` or `exactly` so much, `enough` (no less, and little more), at
            `least` or at `most` that.
        sizes: whether sizes that are a plain span of numbers (`8-9`) are spans of it.
    """

    specs: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    words: Words = ()
    leads: Words = ()
    stated: str = "about"
    sizes: bool = False

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Measure:
        """The measure as `synonyms.yml` writes it; ValueError or TypeError where it is not as it should be."""
        stated = str(content.get("stated", "about"))
        units = {
            str(unit): (float(value[0]), float(value[1])) if isinstance(value, list) else (float(value), 0.0)
            for unit, value in content.get("units", {}).items()
        }
        specs = {str(spec): float(factor) for spec, factor in content.get("specs", {}).items()}
        words, leads = (tuple(map(str, content.get(name, ()))) for name in ("words", "leads"))
        return cls(specs, units, words, leads, STATED[STATED.index(stated)], bool(content.get("sizes")))

    def as_content(self) -> dict[str, Any]:
        """As `read` takes it."""
        return {
            "specs": dict(self.specs),
            "units": {unit: list(value) for unit, value in self.units.items()},
            "words": list(self.words),
            "leads": list(self.leads),
            "stated": self.stated,
            "sizes": self.sizes,
        }

    def of(self, specs: Mapping[str, object]) -> float | None:
        """How much of it a product has; None where its specifications do not say."""
        values = ((specs.get(spec), factor) for spec, factor in self.specs.items())
        return next((float(v) * factor for v, factor in values if isinstance(v, int | float)), None)

    def of_size(self, size: str) -> tuple[float, float] | None:
        """From how much to how much of it a size stands for; None where it is not such a size."""
        match = SIZE.fullmatch(size.lower())
        if match is None or not (match["unit"] in self.units or (self.sizes and match["high"])):
            return None
        factor, offset = self.units.get(match["unit"] or "", (1.0, 0.0))
        low = float(match["low"]) * factor + offset
        return low, float(match["high"]) * factor + offset if match["high"] else low

    def plainly(self, value: float, said: str, name: str) -> Bounds:
        """The bounds that a plain number means."""
        match self.stated:
            case "exactly":
                return Bounds(name, value, value, said)
            case "enough":
                return Bounds(name, value, None, said, near=value)
            case "least":
                return Bounds(name, value, None, said)
            case "most":
                return Bounds(name, None, value, said)
        return around(name, value, ABOUT, said)


def around(name: str, value: float, share: float, said: str) -> Bounds:
    """The bounds that reach a share of a value to either side."""
    slack = abs(value) * share
    return Bounds(name, value - slack, value + slack, said, near=value)


class Measured:
    """How much of every measure each variant has: its size says it, or the product's specifications."""

    def __init__(
        self,
        documents: Sequence[ProductDocument],
        owner: NDArray[np.intp],
        variants: Sequence[Variant],
        measures: Mapping[str, Measure],
    ) -> None:
        """`owner` says of each variant in which row its product is."""
        self._spans: dict[str, NDArray[np.float64]] = {}
        by_size: dict[str, list[int]] = {}
        for position, variant in enumerate(variants if measures else ()):
            if variant.size[:1].isdigit():
                by_size.setdefault(variant.size, []).append(position)
        for name, measure in measures.items():
            own = np.array([measure.of(d.specs) for d in documents], dtype=np.float64)
            spans = np.repeat(own[owner, None], 2, axis=1)
            for size, positions in by_size.items():
                if span := measure.of_size(size):
                    spans[positions] = span
            self._spans[name] = spans

    def meets(self, bounds: Bounds) -> NDArray[np.bool_]:
        """Which variants reach into these bounds; what has none of the measure does not."""
        low, high = self._spans[bounds.measure].T
        above = high >= (-np.inf if bounds.low is None else bounds.low)
        below = low <= (np.inf if bounds.high is None else bounds.high)
        met: NDArray[np.bool_] = above & below
        return met

    def distance(self, bounds: Bounds, variants: NDArray[np.intp]) -> NDArray[np.float64]:
        """How far each of these variants is from what fits best, or from the bounds; infinitely where it has none of
        the measure."""
        low, high = self._spans[bounds.measure][variants].T
        least, most = (bounds.low, bounds.high) if bounds.near is None else (bounds.near, bounds.near)
        short = np.maximum((-np.inf if least is None else least) - high, 0)
        over = np.maximum(low - (np.inf if most is None else most), 0)
        distances: NDArray[np.float64] = np.nan_to_num(short + over, nan=np.inf)
        return distances

    def extents(self, variants: NDArray[np.intp]) -> dict[str, tuple[float, float]]:
        """The least and the most of each measure that any of these variants has."""
        found = ((name, spans[variants]) for name, spans in self._spans.items())
        known = ((name, spans[~np.isnan(spans[:, 0])]) for name, spans in found)
        return {
            name: (float(spans[:, 0].min()), float(spans[:, 1].max())) for name, spans in known if len(spans)
        }
