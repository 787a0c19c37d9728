"""Names of people, where the words around them, their shape or their being known says that they are names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.components.extraction.entity import CORRECTED, EXACT, GUESSED, INFERRED, Entity
from bot.components.extraction.spelling import IsWord, plain
from bot.components.language import Language

NamedWord = Callable[[str], bool]
Accepts = Callable[[list[str], str], bool]
"""Whether words after a lead are a name, given the rest of the text."""

WORD = r"(?:['’]t|[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?(?!\w))"
PARTICLES = frozenset(
    "'t abu al ap bin bint da dal das de del della den der di do dos du e el ibn la las le lo los mac mc ni o ten ter"
    " van vom von y zu zum zur".split()
)
"""What stands in surnames of many languages, in small letters as a rule (`de la Cruz`)."""
POSSESSIVE = re.compile(r"(?:['’]s)?\.?$", re.IGNORECASE)
JOINTS = re.compile(r"[^\W\d_]+")
"""The parts of a word of a name: `Al-Hassan`, `O'Brien`."""
SHORT = 3
"""Letters of the shortest word that is taken for a name because it is no other word."""
INITIAL = 2
"""Characters of an initial with its dot."""
LONGEST = 5
"""Words of the longest name that is looked for."""


class NamesError(Exception):
    """`names.json` is missing or broken; the message says how to mend it."""


@dataclass(frozen=True)
class KnownNames:
    """Names that people have, in lower case and without accents, but those that are ordinary words too."""

    first: frozenset[str]
    last: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.first or word in self.last


@lru_cache(maxsize=1)
def read_names(path: Path) -> KnownNames:
    """The names from `models/names.json`, which `make train` writes; NamesError where it cannot be read."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return KnownNames(frozenset(document["first"]), frozenset(document["last"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NamesError(
            f"The names {path} can't be read ({error}): run `make train` to make them anew."
        ) from error


class PersonNames:
    """Finds a name after words for it (`my name is ann becker`), before `here`, at the end of a letter and, carefully,
    after `I'm` and `this is`.

    After `I'm` anything may follow. A capitalised word there is a name where the message does not capitalise
    everything; in small letters a known name, and nothing after it but a mark, a number or the end. After words that
    may have to do with a person (`the parcel is for`) it takes a capital or a known name. A name in small letters has
    at least one word that is a known name, and the others are too, or are no ordinary words.

    Args:
        function_words: the language's commonest words, in lower case; no name contains them.
        is_named: whether a word, in lower case, names something in the catalogue.
        is_word: whether a word, in lower case, is a correct word of the language.
        known: names that people have.
    """

    def __init__(
        self,
        language: Language,
        function_words: Collection[str],
        is_named: NamedWord,
        is_word: IsWord,
        known: KnownNames,
    ) -> None:
        self._not_names = language.not_names | frozenset(function_words)
        self._is_named, self._is_word, self._known = is_named, is_word, known
        self._places = language.places
        titled = rf"(?:{language.name_titles}\b\.?\s+)*"
        opened = rf"(?:{language.name_openers}\b[\s,]*)*"
        words = rf"(?P<name>{WORD}(?: {WORD}){{0,{LONGEST - 1}}})"

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        self._leads = compiled(rf"\b{language.name_leads}\s*[:=-]?\s*{titled}")
        self._self_leads = compiled(rf"\b{language.self_leads}\s+{titled}")
        self._person_leads = compiled(rf"\b{language.person_leads}[\s,:]+{titled}")
        self._ends = compiled(rf"\s*(?:[^\w\s'’]|\d|$|{language.name_ends}\b)")
        self._before_tail = compiled(rf"(?:^|[.,;:!?\n])\s*{opened}{titled}{words}\s+{language.name_tails}\b")
        self._signed = compiled(rf"(?:^|\b){language.sign_offs}\s*{titled}{words}\W*$")
        self._listed = compiled(
            rf"(?:^|[,;:.!?(/|\n]|\s-)\s*{opened}{titled}{words}(?=\s*(?:$|[,;:.)/|\n\d]|-\s|{language.name_ends}\b))"
        )
        self._word, self._words = re.compile(WORD), re.compile(words)

    def find(self, text: str) -> Iterator[Entity]:
        """The names in a text, their value with capitals: `ann becker` is `Ann Becker`."""
        found: list[Entity] = []
        for lead in self._leads.finditer(text):
            found += self._at(text, lead.end(), lambda words, _: bool(words), EXACT)
        for lead in self._self_leads.finditer(text):
            found += self._at(text, lead.end(), self._presents_itself(text), CORRECTED)
        for lead in self._person_leads.finditer(text):
            found += self._at(text, lead.end(), self._is_told_of(text), INFERRED)
        for match in self._before_tail.finditer(text):
            found += self._name(text, *match.span("name"), INFERRED, least=1)
        for match in self._signed.finditer(text):
            found += self._name(text, *match.span("name"), INFERRED, least=1, told=True)
        found += self._runs(text)
        for number, name in enumerate(found):
            if not any(name.overlaps(other) for other in found[:number]):
                yield name

    def _runs(self, text: str) -> Iterator[Entity]:
        """Known first names with known names right behind them, wherever they stand."""
        run: list[re.Match[str]] = []
        for word in (*self._word.finditer(text), None):
            ended = run and run[-1][0].endswith(".") and len(run[-1][0]) > INITIAL
            follows = not run or (word and not ended and text[run[-1].end() : word.start()] == " ")
            if word and follows and (self._is_part(word[0]) or (run and self._continues(run[0][0], word[0]))):
                run.append(word)
                continue
            while run and plain(run[-1][0]) in PARTICLES:
                run.pop()
            if run and not self._known.first.isdisjoint(JOINTS.findall(plain(run[0][0]))):
                yield from self._name(text, run[0].start(), run[-1].end(), GUESSED, least=2)
            run = [word] if word and self._is_part(word[0]) else []

    def _is_part(self, word: str) -> bool:
        return plain(word) in PARTICLES or (self._is_known(word) and self._may_be_name(word, told=False))

    def _continues(self, name: str, word: str) -> bool:
        """Whether a word that is no known name goes on with one, by its capital."""
        return _has_capital(name) and _has_capital(word) and self._may_be_name(word, told=False)

    def listed(self, text: str, least: int) -> Iterator[Entity]:
        """Names of at least so many words that stand between marks: `Ann Becker, order 1042, Leeds`."""
        position = 0
        while match := self._listed.search(text, position):
            yield from self._name(text, *match.span("name"), GUESSED, least)
            position = match.end()

    def alone(self, text: str, start: int, end: int) -> Iterator[Entity]:
        """The name that `text[start:end]` consists of, first and last name, guessed for want of any lead."""
        if self._words.fullmatch(text[start:end]):
            yield from self._name(text, start, end, GUESSED, least=2)

    def _name(
        self, text: str, start: int, end: int, confidence: float, least: int, told: bool = False
    ) -> Iterator[Entity]:
        """The name that `text[start:end]` is, if it has so many words; where it is rather told, strange words do."""
        words = text[start:end].split(" ")
        if len(words) >= least and self._is_name(words, told):
            yield _entity(words, start, confidence)

    def _at(self, text: str, position: int, accepts: Accepts, confidence: float) -> list[Entity]:
        """The longest run of words from there on that is accepted as a name."""
        match = self._words.match(text, position)
        words: list[str] = []
        for word in match[0].split(" ") if match else ():
            if not self._may_be_name(word, told=confidence == EXACT):
                break
            words.append(word)
            if word.endswith(".") and len(word) > INITIAL:  # the end of a sentence
                break
        while words:
            name = _entity(words, position, confidence)
            if accepts(words, text[name.end :]):
                return [name]
            words.pop()
        return []

    def _is_told_of(self, text: str) -> Accepts:
        is_capitalised = self._is_capitalised(text)
        return lambda words, rest: is_capitalised(words, rest) or self._is_name(words)

    def _is_capitalised(self, text: str) -> Accepts:
        shouting = sum(word[0].isupper() for word in text.split()) * 2 > len(text.split()) + 2
        return lambda words, _: words[0][0].isupper() and words[-1][0].isupper() and not shouting

    def _presents_itself(self, text: str) -> Accepts:
        is_capitalised = self._is_capitalised(text)

        def accepts(words: list[str], rest: str) -> bool:
            return is_capitalised(words[:1], rest) or (bool(self._ends.match(rest)) and self._is_name(words))

        return accepts

    def _is_name(self, words: Sequence[str], told: bool = False) -> bool:
        """Whether words that nothing leads plainly may be a whole name, and of no place."""
        places = {words[0].lower(), words[-1].lower()} & self._places
        own = [word for word in words if plain(word) not in PARTICLES]
        if not own or places or not all(self._may_be_name(word, told=False) for word in own):
            return False
        known = [self._is_known(word) for word in own]
        if all(map(_has_capital, own)) and (len(words) > 1 or known[0]):
            return True
        return (told or any(known)) and all(
            each or self._is_strange(word) for each, word in zip(known, own, strict=True)
        )

    def _is_known(self, word: str) -> bool:
        return any(part in self._known for part in JOINTS.findall(plain(word)))

    def _is_strange(self, word: str) -> bool:
        return len(word) >= SHORT and not any(map(self._is_word, JOINTS.findall(plain(word))))

    def _may_be_name(self, word: str, told: bool) -> bool:
        """Whether a word may be part of a name, whose lead says plainly that one follows (`told`) or does not."""
        said = plain(word).rstrip(".")
        if said in self._not_names or (not told and self._is_named(said) and said not in self._known.first):
            return False
        return told or not (
            word.islower() and said.endswith(("ing", "ed", "n't")) and not self._is_known(word)
        )


def _has_capital(word: str) -> bool:
    """Whether a word begins with one and is not shouted."""
    return word[0].isupper() and not (len(word) > 2 and word.isupper())


def _entity(words: Sequence[str], start: int, confidence: float) -> Entity:
    """The name that stands from `start` on, in the shopper's own capitals where there are any beyond the first letters
    (`McKay`)."""
    name = POSSESSIVE.sub("", " ".join(words))
    value = name.title() if name.islower() or name.isupper() else name
    return Entity("person_name", value, start, start + len(name), confidence)
