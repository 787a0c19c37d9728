"""Reading an address as people write it: `12 Oak Street, Apt 4, Boulder, CO 80302`, with or without the commas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel import Locale

from actions.dialogue.language import Language

Parts = dict[str, str]
"""Parts of an address by their names (`street`, `street_2`, `city`, `state`, `postcode`, `country`), those found."""

POSTCODE = (
    r"(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|[a-z]\d[a-z]\s?\d[a-z]\d|\d{5}(?:-\d{4})?|\d{4}(?:\s?[a-z]{2})?)"
)
"""The forms of postcodes: British, Canadian, of five figures, of four (with the two letters of a Dutch one)."""
USA = ("usa", "us", "u.s.", "u.s.a.", "america")


@dataclass(frozen=True)
class Found:
    """What was read, and where in the text it stands."""

    parts: Parts
    start: int
    end: int


class AddressReader:
    """Reads addresses in one language.

    Args:
        language: knows what streets, flats and states are called.
        locale: of the names of countries, such as `en_US`.
    """

    def __init__(self, language: Language, locale: str) -> None:
        places = language.places
        self._states: Mapping[str, Mapping[str, str]] = places["states"]
        self._countries = {
            name.lower(): code for code, name in Locale.parse(locale).territories.items() if len(code) == 2
        }
        self._countries |= dict.fromkeys(USA, "US")
        streets, boxes = _any(places["streets"]), _any(places["boxes"])
        self._unit = re.compile(rf"(?:{_any(places['units'])})\b\.?\s*[\w-]+|#\s*[\w-]+", re.IGNORECASE)
        self._after = re.compile(
            rf"[\s,.]+(?:(?:{_any(places['after'])})\b|\S+@\S).*$", re.IGNORECASE | re.DOTALL
        )
        word = r"[^\W\d_][\w.'’-]*"
        not_before = rf"(?!(?:{_any(places['before'])})\b)"
        numbered = rf"\d+[a-z]?(?:[-/]\d+)?\s+(?:\d+(?:st|nd|rd|th)\s+)?{not_before}{word}"
        self._start = re.compile(
            rf"\b(?:{numbered}|(?:{boxes})\s+\d+|{word}(?:straße|strasse|str\.|gade|vei|laan|straat)\s+\d+)",
            re.IGNORECASE,
        )
        self._street = re.compile(rf"^.*?\b(?:{streets})\b\.?(?:\s+(?:{_any(NORTH)})\b)?", re.IGNORECASE)
        self._box = re.compile(rf"^(?:{boxes})\s+\d+", re.IGNORECASE)

    def find(self, text: str, street_alone: bool = False) -> Found | None:
        """The address in a text; None where there is none that begins with a street and goes on with more, unless a
        `street_alone` counts, too."""
        for begin in self._start.finditer(text):
            rest = self._after.sub("", text[begin.start() :])
            parts = self._parts(rest)
            if len(parts) > 1 or (street_alone and parts):
                return Found(parts, begin.start(), begin.start() + len(rest))
        return None

    def part(self, name: str, text: str) -> str | None:
        """One part of an address, where a text is the answer to a question for just that."""
        said = text.strip(" .,!")
        if name == "postcode":
            found = re.search(rf"(?<!\w){POSTCODE}(?!\w)", said, re.IGNORECASE)
            return found[0].upper() if found else None
        if name == "country":
            return self._countries.get(said.lower())
        if name == "state":
            return next((code for states in self._states.values() if (code := _state(said, states))), None)
        return _written(said) or None

    def _parts(self, text: str) -> Parts:
        """The parts of a text that begins with a street."""
        pieces = [piece.strip(" .?!") for piece in re.split(r"[,;\n]", text) if piece.strip(" .?!")]
        found: Parts = {}
        if len(pieces) > 1 and (country := self._countries.get(pieces[-1].lower())):
            found["country"] = country
            pieces.pop()
        tail = " , ".join(pieces)
        if postcode := re.search(
            rf"(?<!\w)({POSTCODE})(?!\w)(?!.*(?<!\w){POSTCODE}(?!\w))", tail[3:], re.IGNORECASE
        ):
            found["postcode"] = postcode[1].upper()
            tail = tail[: postcode.start() + 3] + " , " + tail[postcode.end() + 3 :]
        pieces = [piece.strip(" .?!") for piece in tail.split(" , ") if piece.strip(" .?!")]
        country = self._countries.get(pieces[-1].lower()) if len(pieces) > 1 else None
        if country and "country" not in found and not self._state_at_end(pieces[-1]):
            found["country"] = country
            pieces.pop()
        if pieces and (state := self._state_at_end(pieces[-1])):
            found["state"], left = state[0], pieces.pop()[: -state[2]].strip()
            found.setdefault("country", state[1])
            pieces += [left] if left else []
        return found | self._street_and_city(pieces)

    def _state_at_end(self, piece: str) -> tuple[str, str, int] | None:
        """The state with which a piece ends: its code, its country, and how many letters it takes."""
        for country, states in self._states.items():
            for code, name in states.items():
                for written in (name, code):
                    if re.search(rf"(?:^|\s){re.escape(written)}$", piece, re.IGNORECASE):
                        return code, country, len(written)
        return None

    def _street_and_city(self, pieces: list[str]) -> Parts:
        found: Parts = {}
        if not pieces:
            return found
        first, rest = pieces[0], pieces[1:]
        street = self._box.match(first) or self._street.match(first)
        if street and not re.fullmatch(r"\s*\d*", first[street.end() :]):
            rest = [first[street.end() :].strip(), *rest]
            first = first[: street.end()]
        units = [unit[0].strip() for piece in rest if (unit := self._unit.match(piece))]
        others = [
            self._unit.sub("", piece, count=1).strip() if self._unit.match(piece) else piece for piece in rest
        ]
        if unit := self._unit.search(first):
            units.insert(0, unit[0].strip())
            first = self._unit.sub("", first).strip()
        others = [piece for piece in others if piece]
        found["street"] = _written(first)
        if units:
            found["street_2"] = ", ".join(map(_written, units))
        if others:
            found["city"] = _written(others[-1])
        return found


NORTH = ("north", "south", "east", "west", "n", "s", "e", "w")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _state(said: str, states: Mapping[str, str]) -> str | None:
    return next((code for code, name in states.items() if said.lower() in (code.lower(), name)), None)


def _written(text: str) -> str:
    """With capitals, where it was written without any."""
    return text.title() if text == text.lower() else text
