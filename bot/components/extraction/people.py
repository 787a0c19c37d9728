"""Names of people, where the words around them say that they are names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from bot.components.extraction.entity import CORRECTED, EXACT, GUESSED, INFERRED, Entity
from bot.components.language import Language

NamedWord = Callable[[str], bool]
Accepts = Callable[[list[str], str], bool]
"""Whether words after a lead are a name, given the rest of the text."""

WORD = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?"
_CASED = [chr(code) for code in range(0x2000)]
"""Where the scripts that tell capitals from small letters are: Latin, Greek, Cyrillic …"""
CAPITAL, SMALL = "".join(filter(str.isupper, _CASED)), "".join(filter(str.islower, _CASED))
CAPITALISED = rf"(?:[{CAPITAL}][{SMALL}]*(?:['’-][{CAPITAL}{SMALL}]+)*\.?[{SMALL}]*)"
LONGEST = 4
"""Words of the longest name that is looked for."""


class PersonNames:
    """Finds a name after words for it (`my name is ann becker`), before `here` and, carefully, after `I'm` and
    `this is`.

    After `I'm` anything may follow. A capitalised word there is a name where the message does not capitalise
    everything; in small letters it takes two words, none of them a function word or one of the things that people
    are (`i'm so sorry`), and nothing after them but a mark, a number or the end. After words that may have to do with a
    person (`the parcel is for`) it takes a capital.

    Args:
        function_words: the language's commonest words, in lower case; no name contains them.
        is_named: whether a word, in lower case, names something in the catalogue.
    """

    def __init__(self, language: Language, function_words: Collection[str], is_named: NamedWord) -> None:
        self._not_names = language.not_names | frozenset(function_words)
        self._is_named = is_named
        titled = rf"(?:{language.name_titles}\.?\s+)*"
        self._leads = re.compile(rf"\b{language.name_leads}\s*[:=-]?\s*{titled}", re.IGNORECASE)
        self._self_leads = re.compile(rf"\b{language.self_leads}\s+{titled}", re.IGNORECASE)
        self._person_leads = re.compile(rf"\b{language.person_leads}[\s,]+{titled}", re.IGNORECASE)
        self._ends = re.compile(rf"\s*(?:[^\w\s]|\d|$|{language.name_ends}\b)", re.IGNORECASE)
        self._here = re.compile(
            rf"\s*(?:hi|hello|hey)?[\s,]*(?P<name>{WORD}(?: {WORD}){{1,2}})\s+{language.name_tails}\b",
            re.IGNORECASE,
        )
        self._places = language.places
        ends = rf"(?=\s*(?:$|[,;:.)\n\d]|(?i:{language.name_ends})\b))"
        self._listed = re.compile(
            rf"(?:^|[,;:.(\n])\s*(?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,2}}){ends}"
        )
        self._words = re.compile(rf"{WORD}(?: {WORD}){{0,{LONGEST - 1}}}")

    def find(self, text: str) -> Iterator[Entity]:
        """The names in a text, their value with capitals: `ann becker` is `Ann Becker`."""
        found: list[Entity] = []
        for lead in self._leads.finditer(text):
            found += self._at(text, lead.end(), lambda words, _: bool(words), EXACT)
        for lead in self._self_leads.finditer(text):
            found += self._at(text, lead.end(), self._presents_itself(text), CORRECTED)
        for lead in self._person_leads.finditer(text):
            found += self._at(text, lead.end(), self._is_capitalised(text), INFERRED)
        if here := self._here.match(text):
            start, end = here.span("name")
            found += (replace(name, confidence=INFERRED) for name in self.alone(text, start, end))
        for number, name in enumerate(found):
            if not any(name.overlaps(other) for other in found[:number]):
                yield name

    def listed(self, text: str) -> Iterator[Entity]:
        """Names of two capitalised words or three that stand between marks: `Ann Becker, order 1042, Leeds`."""
        for match in self._listed.finditer(text):
            if self._is_name(match["name"].split(" ")):
                yield Entity("person_name", match["name"], match.start("name"), match.end("name"), GUESSED)

    def alone(self, text: str, start: int, end: int) -> Iterator[Entity]:
        """The name that `text[start:end]` consists of, first and last name, guessed for want of any lead."""
        words = text[start:end].split()
        match = self._words.fullmatch(text[start:end])
        if match and 2 <= len(words) <= LONGEST - 1 and self._is_name(words):
            yield Entity("person_name", _capitalised(words), start, end, GUESSED)

    def _at(self, text: str, position: int, accepts: Accepts, confidence: float) -> list[Entity]:
        match = self._words.match(text, position)
        if not match:
            return []
        words: list[str] = []
        for word in match[0].split(" "):
            if not self._may_be_name(word, told=confidence == EXACT):
                break
            words.append(word)
            if word.endswith(".") and len(word) > 2:  # the end of a sentence, not of an initial
                break
        end = position + len(" ".join(words).rstrip("."))
        if not words or not accepts(words, text[end:]):
            return []
        return [Entity("person_name", _capitalised(words), position, end, confidence)]

    def _is_capitalised(self, text: str) -> Accepts:
        shouting = sum(word[0].isupper() for word in text.split()) * 2 > len(text.split()) + 2
        return lambda words, _: words[0][0].isupper() and words[-1][0].isupper() and not shouting

    def _presents_itself(self, text: str) -> Accepts:
        is_capitalised = self._is_capitalised(text)

        def accepts(words: list[str], rest: str) -> bool:
            return is_capitalised(words[:1], rest) or (len(words) == 2 and bool(self._ends.match(rest)))

        return accepts

    def _is_name(self, words: list[str]) -> bool:
        """Whether words that nothing leads may be a whole name, and of no place."""
        places = {words[0].lower(), words[-1].lower()} & self._places
        return not places and all(self._may_be_name(word, told=False) for word in words)

    def _may_be_name(self, word: str, told: bool) -> bool:
        """Whether a word may be part of a name, whose lead says plainly that one follows (`told`) or does not."""
        plain = word.lower().rstrip(".").replace("’", "'")
        if plain in self._not_names or (not told and self._is_named(plain)):
            return False
        return told or not (word.islower() and plain.endswith(("ing", "ed", "n't")))


def _capitalised(words: list[str]) -> str:
    """In the shopper's own capitals where there are any beyond the first letters (`McKay`)."""
    plain = " ".join(words).rstrip(".")
    return plain.title().replace("'S ", "'s ") if plain.islower() or plain.isupper() else plain
