"""Reading an address as people write it: `12 Oak Street, Apt 4, Boulder, CO 80302`, with or without the commas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from actions.dialogue.language import Language
from actions.shop.policy import Delivery

SHORT = 3
"""Letters up to which the name of a country may be another word, unless it is written in capitals."""
ABBREVIATED = 4
"""Letters below which a word with a full stop may be shortened: "Ft. Worth"."""
LONGEST_NAME = 5
"""Words that the name of a city has at most."""
ANY_POSTCODE = "|".join(
    (
        r"\d{4,6}(?:-\d{3,4})?",  # 80302, 80302-1234, 1100-053
        r"\d{3} \d{2}",  # 114 55
        r"[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2}|[A-Z\d]{4})",  # SW1A 2AA, D02 AF30
        r"[A-Z]\d[A-Z] ?\d[A-Z]\d",  # M5H 1A1
    )
)
"""What a postcode looks like within an address in a country of which the shop's policy says nothing."""
Parts = dict[str, str]
"""Parts of an address by their names (`street`, `street_2`, `city`, `state`, `postcode`, `country`), those found."""


@dataclass(frozen=True)
class Found:
    """What was read, and where in the text it stands."""

    parts: Parts
    start: int
    end: int


class AddressReader:
    """Reads addresses in one language.

    Args:
        language: knows what streets, flats, states and countries are called.
        locale: of the names of countries, such as `en_US`.
        delivery: what postcodes look like, by country.
        home: the country, ISO 3166, of an address that names none.
    """

    def __init__(self, language: Language, locale: str, delivery: Delivery, home: str) -> None:
        places = language.places
        self._states: Mapping[str, Mapping[str, str]] = places["states"]
        self._states_and_cities: Mapping[str, str] = places["states_and_cities"]
        self._countries: dict[str, str] = {
            name.lower(): code for code, name in Locale.parse(locale).territories.items() if len(code) == 2
        }
        self._countries |= {name: code for code, names in places["countries"].items() for name in names}
        self._delivery, self._home = delivery, home
        streets, boxes = _any(places["streets"]), _any(places["boxes"])
        self._no_codes = frozenset([*places["streets"], *places["units"]])
        self._unit = re.compile(rf"(?:{_any(places['units'])})\b\.?\s*[\w-]+|#\s*[\w-]+", re.IGNORECASE)
        self._led = re.compile(rf"\b(?:{_any(places['before'])})\s+$", re.IGNORECASE)
        self._numbers_unit = re.compile(
            rf"(?:\b(?:{_any([*places['units'], *places['boxes']])})\.?|#)\s*$", re.IGNORECASE
        )
        self._after = re.compile(
            rf"[\s,.]+(?:(?:{_any(places['after'])})\b|\S+@\S).*$", re.IGNORECASE | re.DOTALL
        )
        word = r"[^\W\d_][\w.'’-]*"
        named = rf"(?!(?:{_any(places['before'])})\b){word}"
        numbered = rf"\d+[a-z]?(?:[-/]\d+)?\s+(?:\d+(?:{_any(places['ordinals'])})\s+)?{named}"
        ended = rf"{word}(?:{_any(places['endings'])})\s+\d+"
        led = rf"(?:{_any(places['leading'])})\s+(?:{word}\s+){{1,4}}\d+"
        self._start = re.compile(rf"\b(?:{numbered}|(?:{boxes})\s+\d+|{ended}|{led})", re.IGNORECASE)
        self._named_street = re.compile(rf"\b(?:{named}\s+){{1,4}}\d+[a-z]?\s*[,\n]", re.IGNORECASE)
        self._street = re.compile(
            rf"^.*?[^\W\d_].*?\b(?:{streets})\b\.?(?:\s+(?:{_any(places['directions'])})\b)?", re.IGNORECASE
        )
        self._box = re.compile(rf"^(?:{boxes})\s+\d+", re.IGNORECASE)

    def find(self, text: str, asked: bool = False) -> Found | None:
        """The address in a text; None where there is none that begins with a street and goes on with more. One with a
        word for a street goes before others: "1545 open, put it to 5 Oak Lane, Austin".

        Where it was `asked` for, a street alone counts, too, and any name with a number after it is one if a city
        follows with its postcode or country.
        """
        all_found = list(self._candidates(text, asked))
        led_to = {each.start for each in all_found if self._led.search(text[: each.start])}
        # of "1077 goes to 5 Oak Lane, Austin" what "to" leads to
        found = [
            one
            for one in all_found
            if not any(one.start < start < one.start + len(one.parts.get("street", "")) for start in led_to)
        ]
        plain = (each for each in found if self._street.match(each.parts.get("street", "")))
        return next(plain, found[0] if found else None)

    def _candidates(self, text: str, asked: bool) -> Iterator[Found]:
        """All that may be an address, in order."""
        streets = {begin.start() for begin in self._start.finditer(text)}
        named = {begin.start() for begin in self._named_street.finditer(text)} if asked else set()
        for start in sorted(streets | named):
            found = self._from(start, text)
            if start not in streets:
                numbered = any(map(str.isdigit, found.parts.get("street", "")))  # or else it was the postcode
                more = not found.parts.keys().isdisjoint(("postcode", "country"))
                enough = numbered and more and "city" in found.parts
            else:
                enough = len(found.parts) > 1 or (asked and bool(found.parts))
            if enough:
                yield found

    def country(self, text: str) -> str | None:
        """The code of a country that a text names; short names, which may be other words, only in capitals."""
        for name, code in self._countries.items():
            flags = re.IGNORECASE if len(name) > SHORT else 0
            if re.search(rf"\b{re.escape(name if flags else name.upper())}\b", text, flags):
                return code
        return None

    def part(self, name: str, text: str, country: str = "") -> str | None:
        """One part of an address, where a text is the answer to a question for just that."""
        said = text.strip(" .,!")
        if name == "postcode":
            found = self._postcode(said, country)
            return found[0].upper() if found else None
        if name == "country":
            return self._countries.get(said.lower())
        if name == "state":
            return next((code for states in self._states.values() if (code := _state(said, states))), None)
        return _written(said) if said and len(said.split()) <= LONGEST_NAME else None

    def _from(self, start: int, text: str) -> Found:
        rest = self._after.sub("", text[start : self._end_of_sentence(start, text)])
        return Found(self._parts(rest), start, start + len(rest))

    def _end_of_sentence(self, start: int, text: str) -> int:
        """Where the sentence ends that begins there; no end of one is the full stop of "St." or of an initial."""
        for mark in re.finditer(r"[.!?](?=\s)", text[start:]):
            last = re.findall(r"[\w/]+", text[start : start + mark.start()])[-1:]
            short = any(len(word) < ABBREVIATED or word.lower() in self._no_codes for word in last)
            if mark[0] != "." or not short:
                return start + mark.start()
        return len(text)

    def _postcode(self, text: str, country: str) -> re.Match[str] | None:
        """The last postcode in a text: as they are in the country (at home where it is not known), or else in any other
        that the shop delivers to. One that no country has counts where it is all that the text says."""
        forms = self._delivery.postcodes
        own = forms.get(country or self._home, ANY_POSTCODE)
        for patterns in ([own], set(forms.values())):
            found = [
                match
                for pattern in patterns
                for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!-?\w)", text, re.IGNORECASE)
                if self._no_codes.isdisjoint(re.findall(r"[^\W\d_]+", match[0].lower()))
                and not self._numbers_unit.search(text[: match.start()])
            ]
            if found:
                return max(found, key=lambda match: (match.end(), match.end() - match.start()))
        return re.fullmatch(r"(?=.*\d)[\w-]{2,8}(?: [\w-]{1,5})?", text)

    def _parts(self, text: str) -> Parts:
        """The parts of a text that begins with a street."""
        pieces = [piece.strip(" .?!") for piece in re.split(r"[,;\n]", text) if piece.strip(" .?!")]
        found: Parts = {}
        if pieces and (named := self._country_at_end(pieces[-1], alone=len(pieces) > 1)):
            found["country"], left = named
            pieces[-1:] = [left] if left else []
        tail = " , ".join(pieces)
        if postcode := self._postcode(tail[3:], found.get("country", "")):
            found["postcode"] = postcode[0].upper()
            tail = tail[: postcode.start() + 3] + " , " + tail[postcode.end() + 3 :]
        pieces = [piece.strip(" .?!") for piece in tail.split(" , ") if piece.strip(" .?!")]
        later = len(pieces) > 1 and "country" not in found
        if later and (named := self._country_at_end(pieces[-1], alone=True)):
            found["country"], left = named
            pieces[-1:] = [left] if left else []
        if pieces and (state := self._state_at_end(pieces[-1])):
            found["state"], left = state[0], pieces.pop()[: -state[2]].strip()
            found.setdefault("country", state[1])
            pieces += [left] if left else []
        parts = found | self._street_and_city(pieces)
        if "city" not in parts and (name := self._states_and_cities.get(parts.get("state", ""))):
            parts["city"] = name
        return parts

    def _country_at_end(self, piece: str, alone: bool) -> tuple[str, str] | None:
        """The country with which a piece ends, and what stands before it. `alone`: the piece may be the country itself;
        one that nothing is delivered to must be. States are no countries (Georgia, New Jersey)."""
        said = piece.lower()
        if self._state_at_end(piece):
            return None
        if alone and said in self._countries:
            return self._countries[said], ""
        for name, code in self._countries.items():
            if code in self._delivery.countries and said.endswith(f" {name}"):
                return code, piece[: -len(name)].strip()
        return None

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
        if others and len(others[-1].split()) <= LONGEST_NAME:
            found["city"] = _written(others[-1])
        return found


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _state(said: str, states: Mapping[str, str]) -> str | None:
    return next((code for code, name in states.items() if said.lower() in (code.lower(), name)), None)


def _written(text: str) -> str:
    """With capitals, where it was written without any."""
    return text.title() if text == text.lower() else text
