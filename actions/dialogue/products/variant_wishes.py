"""Reading which variant of a product is wanted: "the same in black", "a bigger one", "the cheapest, not in red".

A variant is told by its features, name → value (`{"colour": "black", "size": "L"}`); what the names and values are,
each product says for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any, Protocol, TypeVar

from rapidfuzz import fuzz

from actions.dialogue.language import Language

Features = Mapping[str, str]

TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
MARKED = re.compile(TOKEN.pattern + r"|[,;:.!?]")
SIMILAR = 84
"""Least rapidfuzz ratio (0–100) at which two words count as the same, typed wrongly."""
LONG_ENOUGH = 5
"""Letters from which a word may be a mistyped one."""
TELLING = 3
"""Letters from which one word of a value can stand for all of it; of a number, two digits."""
STEM = 4
"""Letters that a word shares at its beginning with the name of a feature that it speaks of (`brighter`, brightness)."""
STEP = 3
"""Stands for the next one there is, up or (negative) down."""
PRICES = {-2: "cheapest", 2: "dearest", -1: "cheaper"}
"""What is said of the price, and the kind of words that say it."""
COMPARING = (
    "more",
    "less",
    "most",
    "least",
    *PRICES.values(),
    "same",
    "different",
    "not_this",
    "lacking",
    "all_but",
)
"""Kinds of words by which one variant is wanted rather than another."""
BEFORE = 3
"""Words before a value among which what rules it out stands."""


@dataclass(frozen=True)
class Wish:
    """What was said of the wanted variant, by feature; nothing where nothing was said."""

    wanted: dict[str, list[str]] = field(default_factory=dict)
    """Any of these values."""
    excluded: dict[str, list[str]] = field(default_factory=dict)
    compared: dict[str, int] = field(default_factory=dict)
    """1: more of it than now, -1: less; 2 and -2: the most and the least there is; 3 and -3: the next one there is."""
    price: int = 0
    """-1: less than now; -2 and 2: the lowest and highest there is."""
    same: bool = False
    """The very same, or otherwise the same."""

    def __bool__(self) -> bool:
        return self != Wish()

    def only(self, now: Features) -> bool:
        """Whether it names nothing but what is so now."""
        named = bool(self.wanted) and all(values == [now.get(name)] for name, values in self.wanted.items())
        return named and self == Wish(wanted=self.wanted)

    def then(self, later: Wish) -> Wish:
        """This wish as a later one changes it."""
        kept = {name: values for name, values in self.compared.items() if name not in later.wanted}
        wanted = {name: values for name, values in self.wanted.items() if name not in later.compared}
        return Wish(
            {**wanted, **later.wanted},
            {**self.excluded, **later.excluded},
            {**kept, **later.compared},
            later.price or self.price,
            later.same or self.same,
        )

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class Variant(Protocol):
    """What is had, or could be had instead: a line of an order or of a cart, a variant of a product."""

    @property
    def traits(self) -> Features:
        """What tells it apart from others of its product."""

    @property
    def unit_price(self) -> Decimal:
        """What one piece costs."""


V = TypeVar("V", bound=Variant)


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in lower case; a unit is a word of its own, as in `750 ml`."""
    return TOKEN.findall(text.replace("’", "'").lower())


def marked_tokens(text: str) -> list[str]:
    """The same, with the marks that end what a word speaks of."""
    return MARKED.findall(text.replace("’", "'").lower())


def read_wish(text: str, now: Features, others: Sequence[Features], language: Language) -> Wish:
    """The wish in a text about a product of which `now` is had and `others` could be."""
    words = marked_tokens(text)
    values = _values([now, *others])
    named = _named(words, values, language)
    wanted: dict[str, list[str]] = {}
    excluded: dict[str, list[str]] = {}
    before = dict[str, int]()
    for position, name, value in sorted(named):
        if _corrected(words[before.get(name, position) : position], language):
            wanted.pop(name, None)  # "10, sorry, 9"
        before[name] = position
        into = excluded if _ruled_out(words[max(position - BEFORE, 0) : position], language) else wanted
        into.setdefault(name, []).append(value)
    for name, several in wanted.items():  # "the blue one for a red one"
        wanted[name] = [value for value in several if value != now.get(name)] or several
    for name, several in excluded.items():
        wanted[name] = [value for value in wanted.get(name, ()) if value not in several]
    for name in _named_after("different", words, values, language):
        excluded.setdefault(name, []).append(now.get(name, ""))
    alike = _named_after("same", words, values, language)
    for name in alike:
        wanted[name] = [now.get(name, "")]
    wanted |= _having(words, values, language)
    price = next((n for n, kind in PRICES.items() if language.says(text, kind)), 0)
    return Wish(
        {name: several for name, several in wanted.items() if several},
        excluded,
        {} if abs(price) == 2 else _compared(words, values, language),
        price,
        language.says(text, "same") and not alike,
    )


def fitting(wish: Wish, now: Variant | None, choices: Iterable[V], language: Language) -> list[V]:
    """The variants that meet a wish, those first that are otherwise most like what is had now, if anything is."""
    mine = now.traits if now else {}
    found = [choice for choice in choices if _meets(wish, now, choice, language)]
    for name, way in wish.compared.items():
        if abs(way) > 1 and found:
            ranks = [_rank(choice.traits.get(name, ""), language) or 0 for choice in found]
            end = max(ranks) if way in (2, -STEP) else min(ranks)
            found = [choice for choice, rank in zip(found, ranks, strict=True) if rank == end]
    if abs(wish.price) == 2 and found:
        prices = [choice.unit_price for choice in found]
        price = max(prices) if wish.price > 0 else min(prices)
        found = [choice for choice in found if choice.unit_price == price]
    return sorted(found, key=lambda choice: -likeness(choice, mine))


def likeness(choice: Variant, mine: Features) -> int:
    """In how many features a variant is as what is had now."""
    return sum(mine.get(name) == value for name, value in choice.traits.items())


def decided(wish: Wish, now: Variant, found: Sequence[V]) -> V | None:
    """The one variant that the wish means: the only one that fits, or the only one that is otherwise as now."""
    mine = now.traits
    spoken = {*wish.wanted, *wish.excluded, *wish.compared}
    alike = [
        choice
        for choice in found
        if all(mine.get(name) == value for name, value in choice.traits.items() if name not in spoken)
    ]
    if len(alike) == 1:
        return alike[0]
    if len(found) == 1 and not wish.same:
        return found[0]
    return None


def places_of(
    words: Sequence[str], variants: Iterable[Features], language: Language
) -> list[tuple[int, str, str]]:
    """Where among the words which value of which feature of these variants is named, from left to right."""
    return sorted(_named(words, _values(variants), language))


def concerns(word: str, variants: Iterable[Features], language: Language) -> bool:
    """Whether a word may say something of a variant: part of a value, name of a feature, or what compares by one."""
    values = _values(variants)
    forms = (form for several in values.values() for value in several for form in _forms(value, language))
    if any(_same(word, part) for form in forms for part in form):
        return True
    compares = (other for kind in COMPARING for phrase in language.phrases(kind) for other in tokens(phrase))
    return word in compares or any(speaks_of(word, name, language) for name in values)


def meets(wish: Wish, theirs: Features) -> bool:
    """Whether something has the values that a wish names, and none that it rules out."""
    wanted = all(theirs.get(name) in values for name, values in wish.wanted.items())
    return wanted and not any(theirs.get(name) in values for name, values in wish.excluded.items())


def _meets(wish: Wish, now: Variant | None, choice: Variant, language: Language) -> bool:
    mine, theirs = now.traits if now else {}, choice.traits
    if not meets(wish, theirs):
        return False
    if wish.price == -1 and now and choice.unit_price >= now.unit_price:
        return False
    for name, way in wish.compared.items():
        before, after = _rank(mine.get(name, ""), language), _rank(theirs.get(name, ""), language)
        if abs(way) != 2 and (before is None or after is None or (after - before) * way <= 0):
            return False
    return True


def _values(variants: Iterable[Features]) -> dict[str, list[str]]:
    """Feature → the values that it has among the variants."""
    found: dict[str, dict[str, None]] = {}
    for variant in variants:
        for name, value in variant.items():
            found.setdefault(name, {})[value] = None
    return {name: list(values) for name, values in found.items()}


def _named(
    words: Sequence[str], values: Mapping[str, Sequence[str]], language: Language
) -> list[tuple[int, str, str]]:
    """Where which value of which feature is named, whole or by a word that tells it from the others."""
    found: list[tuple[int, str, str]] = []
    too = language.phrases("too_much")  # "too small" is no size
    free = {place for place in range(len(words)) if not place or words[place - 1] not in too}
    yes_or_no = language.phrases("having") + language.phrases("lacking")
    whole = [
        (form, name, value)
        for name, several in values.items()
        for value in several
        if value.lower() not in yes_or_no
        for form in _forms(value, language)
    ]
    for form, name, value in sorted(whole, key=lambda each: -len(each[0])):
        for start in range(len(words) - len(form) + 1):
            span = range(start, start + len(form))
            if free.issuperset(span) and all(
                _same(words[i], part) for i, part in zip(span, form, strict=True)
            ):
                free.difference_update(span)
                found.append((start, name, value))
    about = {word for name in values for word in tokens(name)}
    for position in sorted(free):
        word = words[position]
        if word in about or len(word) < 2:
            continue
        for name, several in values.items():
            some = [value for value in several if _tells(word, value)]
            if some and len(some) < len(several):
                found += [(position, name, value) for value in some]
                break
    return found


def _forms(value: str, language: Language) -> list[list[str]]:
    """The ways to write a value, in words."""
    written = tokens(value)
    synonyms = language.synonyms(value)
    return [form for form in (written, *(tokens(other) for other in synonyms)) if form]


def _tells(word: str, value: str) -> bool:
    """Whether a word of a value can stand for it: a long one, a number, or an abbreviation (`AC`)."""
    if len(word) < TELLING and not word.isdigit() and word.upper() not in value:
        return False
    return any(_same(word, part) for part in tokens(value))


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) >= LONG_ENOUGH and fuzz.ratio(word, other) >= SIMILAR


def _ruled_out(before: Sequence[str], language: Language) -> bool:
    """Whether the words just before a value rule it out: "not in red", "instead of the blue"."""
    fillers, negations = language.phrases("fillers"), language.phrases("not_this")
    if before and before[-1] in language.phrases("lacking"):  # "no black one", not "no, the black one"
        return True
    telling = list(before)
    while telling and telling[-1] in fillers:
        telling.pop()
    if " ".join(telling[-2:]) in language.phrases("all_but"):
        return True
    for word in reversed(before):
        if word in negations:
            return True
        if word not in fillers:
            return False
    return False


def _named_after(
    kind: str, words: Sequence[str], values: Mapping[str, Sequence[str]], language: Language
) -> list[str]:
    """The features that are named just after a word of a kind: "another colour", "the same size"."""
    first = language.phrases(kind)
    return [
        name
        for name in values
        for word, following in pairwise(words)
        if word in first and speaks_of(following, name, language)
    ]


def _having(
    words: Sequence[str], values: Mapping[str, Sequence[str]], language: Language
) -> dict[str, list[str]]:
    """What a variant shall have or not have, where it can only have it or not: "waterproof", "no backlight"."""
    having, lacking = language.phrases("having"), language.phrases("lacking")
    found: dict[str, list[str]] = {}
    for position, word in enumerate(words):
        for name in (name for name in values if speaks_of(word, name, language)):
            if position and speaks_of(words[position - 1], name, language):
                continue  # "without water resistance" is said where that name begins
            ruled_out = _ruled_out(words[max(position - BEFORE, 0) : position], language)
            meant = [value for value in values[name] if value.lower() in (lacking if ruled_out else having)]
            found |= {name: meant} if meant else {}
    return found


def _compared(
    words: Sequence[str], values: Mapping[str, Sequence[str]], language: Language
) -> dict[str, int]:
    """The features of which more or less is wanted than now."""
    rankable = [n for n, several in values.items() if all(_rank(v, language) is not None for v in several)]
    found: dict[str, int] = {}
    step = STEP if language.says(" ".join(words), "one_step") else 1
    for way, kind in ((2, "most"), (-2, "least"), (-step, "less"), (step, "more")):
        for position, word in enumerate(words):
            if word not in language.phrases(kind):
                continue
            spoken_of = [
                n for n in rankable for w in words[position : position + 3] if speaks_of(w, n, language)
            ]
            if name := next(iter(spoken_of or rankable), None):
                found.setdefault(name, way)
    return found


def _corrected(between: Sequence[str], language: Language) -> bool:
    """Whether the words between two values take the first one back."""
    takes_back = set(language.phrases("correction")) - set(language.phrases("not_this"))
    return not takes_back.isdisjoint(between)


def speaks_of(word: str, name: str, language: Language) -> bool:
    """Whether a word names a feature, perhaps in another form."""
    called = [*tokens(name), *(token for other in language.synonyms(name) for token in tokens(other))]
    return any(word == part or (len(word) >= STEM and word[:STEM] == part[:STEM]) for part in called)


def _rank(value: str, language: Language) -> float | None:
    """Where a value stands among others of its kind (`S` before `M`, `750 ml` before `1 L`); None where it cannot be
    told."""
    written = tokens(value)
    order = language.ranks
    for position, names in enumerate(order):
        if value.lower() in names:
            return float(position)
    number = next((float(token) for token in written if token[0].isdigit()), None)
    if number is None:
        return next((float(i) for i, names in enumerate(order) for token in written if token in names), None)
    units = language.units
    return number * next((units[token] for token in written if token in units), 1.0)
